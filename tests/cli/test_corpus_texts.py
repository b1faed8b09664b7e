"""Texts of a corpus that stay in their files, and those that are read again."""

from pathlib import Path

import pytest

from claimcheck.cli import main

TEXTS = {
    "a.txt": "The fire at the Dorn mill on 3 May 2031 killed 12 people.",
    "b.txt": "The fire at the Dorn mill on 3 May 2031 killed 17 people.",
}


def run(*arguments: str) -> int:
    try:
        return main(list(arguments)) or 0
    except SystemExit as stopped:
        return int(stopped.code or 0)


def test_texts_are_referred_to_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, "utf-8")
    assert run("corpus", "add", "news.corpus", "--refer", *TEXTS) == 0
    assert b"Dorn mill" not in Path("news.corpus").read_bytes()
    assert run("corpus", "rebuild", "news.corpus") == 0
    assert "2 read again" in capsys.readouterr().err
    assert run("corpus", "conflicts", "news.corpus") == 0
    assert "12" in capsys.readouterr().out
    Path("b.txt").write_text("Another text.", "utf-8")
    assert run("corpus", "conflicts", "news.corpus") != 0
    assert "has changed since it was added" in capsys.readouterr().err


def test_a_first_document_is_said_to_be_added_not_that_none_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXTS["a.txt"], "utf-8")
    assert run("corpus", "add", "news.corpus", "a.txt") == 0
    written = capsys.readouterr()
    assert written.out == "Found no conflict.\n"
    assert "1 added" in written.err
