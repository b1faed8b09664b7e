"""Accepted conflicts stay accepted while their sentences stand, and no longer."""

import json
from pathlib import Path

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck.cli import main

FIRST = "The fire at the Dorn mill on 3 May 2031 killed 12 people."
SECOND = "The fire at the Dorn mill on 3 May 2031 killed 17 people."
COMMANDS = (["check", "a.txt", "b.txt"], ["verify", "b.txt", "--source", "a.txt"])


@pytest.fixture(autouse=True)
def accepted(tmp_path: Path, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]) -> Path:
    """Two files that conflict, and a baseline that accepts it with a reason."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FIRST, "utf-8")
    Path("b.txt").write_text(SECOND, "utf-8")
    assert main([*COMMANDS[0], "--write-baseline", "base.json"]) == 0
    assert "1 accepted from now on" in capsys.readouterr().err
    path = tmp_path / "base.json"
    content = json.loads(path.read_text("utf-8"))
    content["accepted"][0]["reason"] = "the mayor corrected it"
    path.write_text(json.dumps(content), "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=["check", "verify"])
def test_what_was_accepted_is_not_reported(command: list[str], capsys: CaptureFixture[str]) -> None:
    assert main(command) == 1
    capsys.readouterr()
    assert main([*command, "--baseline", "base.json"]) == 0
    out, err = capsys.readouterr()
    assert "no conflict" in out
    assert "1 accepted before" in err


def test_it_stays_accepted_when_text_moves(capsys: CaptureFixture[str]) -> None:
    Path("b.txt").write_text(f"Mill burns\n\nSmoke rose.   {SECOND} It rained.", "utf-8")
    assert main([*COMMANDS[0], "--baseline", "base.json"]) == 0


def test_another_figure_is_another_conflict(capsys: CaptureFixture[str]) -> None:
    Path("b.txt").write_text(SECOND.replace("17", "19"), "utf-8")
    assert main([*COMMANDS[0], "--baseline", "base.json"]) == 1
    assert "1 no longer found" in capsys.readouterr().err


def test_reasons_survive_rewriting(accepted: Path) -> None:
    before = json.loads(accepted.read_text("utf-8"))
    assert main([*COMMANDS[0], "--write-baseline", "base.json"]) == 0
    assert json.loads(accepted.read_text("utf-8")) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is not JSON"),
        ("[]", "is no baseline of schema 1"),
        ('{"schema": 2, "accepted": []}', "is no baseline of schema 1"),
        ('{"schema": 1, "accepted": [{}]}', "accepted entry 1 needs a fingerprint"),
        (None, "no such file"),
    ],
)
def test_a_wrong_file_is_told_in_a_line(content: str | None, words: str, capsys: CaptureFixture[str]) -> None:
    if content is not None:
        Path("wrong.json").write_text(content, "utf-8")
    assert main([*COMMANDS[0], "--baseline", "wrong.json"]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
