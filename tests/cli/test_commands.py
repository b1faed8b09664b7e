"""The command as a user meets it: results, messages, exit statuses."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck import Report
from claimcheck.cli import main
from claimcheck.cli.arguments import COMMANDS, FORMATS
from claimcheck.pipeline import Pipeline
from claimcheck.reporting import WRITERS
from claimcheck.reporting.guide import load_guide


@pytest.fixture
def article(tmp_path: Path, monkeypatch: MonkeyPatch) -> str:
    """A file in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("a.txt").write_text("The storms of 2030 sank 46 boats.", "utf-8")
    return "a.txt"


def run(*arguments: str) -> int:
    """Run the command in this process; argparse leaves by SystemExit."""
    try:
        return main(arguments)
    except SystemExit as leave:
        return int(leave.code or 0)


def feed(monkeypatch: MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def one_line(capsys: CaptureFixture[str]) -> str:
    """Return what was said on standard error, which must be one line and no traceback."""
    text = capsys.readouterr().err
    assert text.count("\n") == 1, text
    assert text.startswith("claimcheck: ")
    return text


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["check", "missing.txt"], 3, "missing.txt: no such file"),
        (["check", "empty"], 3, "empty: holds no document"),
        (["check", "*.xyz"], 3, "*.xyz: no file fits"),
        (["check", "a.txt", "--max-size", "10"], 3, "is larger than"),
        (["check", "a.txt", "--max-size", "much"], 2, "must be a size such as"),
        (["check", "a.txt", "--from", "htlm"], 2, "did you mean html?"),
        (["check", "a\0b"], 3, "cannot be read"),
        (["check", ""], 3, "name is empty"),
        (["check", "/dev/zero"], 3, "is larger than"),
        (["frob"], 2, "invalid choice: 'frob'; choose from check, "),
        (["chek", "a.txt"], 2, "did you mean check?"),
        (["check", "a.txt", "--config", ""], 2, "claimcheck: error: "),
        ([], 2, "COMMAND"),
        (["check"], 2, "FILE"),
        (["check", "a.txt", "--fromat", "json"], 2, "did you mean --format?"),
        (["check", "a.txt", "--format", "xml"], 2, "invalid choice: 'xml'"),
        (["check", "a.txt", "a.txt"], 2, "named twice"),
        (["check", "a.txt", "--published", "2031-02-17"], 2, "FILE=DATE"),
        (["check", "a.txt", "--published", "b.txt=2031-02-17"], 2, "not among the files"),
        (["check", "a.txt", "--published", "a.txt=someday"], 2, "'someday' is no date"),
        (["check", "a.txt", "--min-severity", "grave"], 2, "grave"),
        (["verify", "a.txt"], 2, "--source"),
        (["verify", "missing.txt", "--source", "a.txt"], 3, "missing.txt"),
        (["extract", "a.txt", "-o", "nowhere/x"], 3, "nowhere/x: cannot be written"),
        (["check", "a.txt", "--select", "valu"], 2, "did you mean 'value'"),
        (["batch", "missing.jsonl"], 3, "no such file"),
        (["batch", "--jobs", "0"], 2, "from 1 to 512"),
        (["batch", "--jobs", "²"], 2, "from 1 to 512"),
        (["explain", "vale"], 2, "did you mean value?"),
        (["explain", "zzz"], 2, "there are value, date"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_the_way_out(
    arguments: list[str], status: int, words: str, article: str, capsys: CaptureFixture[str]
) -> None:
    assert run(*arguments) == status
    assert words in one_line(capsys)


def test_what_a_format_needs_is_told_before_the_work(
    article: str, capsys: CaptureFixture[str], monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.setattr(Pipeline, "check", None)  # it is not come to
    assert run("check", article, "--format", "html") == 2
    assert "the html format needs jinja2; install claimcheck-conflicts[report]" in one_line(capsys)


def test_a_rule_is_found_in_any_case(capsys: CaptureFixture[str]) -> None:
    assert run("explain", "VALUE") == 0
    assert capsys.readouterr().out.startswith("value: ")


def test_a_binary_file_is_refused(article: str, capsys: CaptureFixture[str]) -> None:
    Path("b.bin").write_bytes(b"\x7fELF\0\0")
    assert run("check", "b.bin") == 3
    assert "binary" in one_line(capsys)


def test_messages_neutralise_names(article: str, capsys: CaptureFixture[str]) -> None:
    assert run("check", "\x1b[31m\u202e.txt") == 3
    assert "\x1b" not in one_line(capsys)


def test_an_unreadable_file_does_not_stop_the_others(article: str, capsys: CaptureFixture[str]) -> None:
    assert run("check", "missing.txt", article) == 3
    out, err = capsys.readouterr()
    assert "Read 1 document" in out
    assert "missing.txt" in err


def test_an_empty_or_windows_file_is_read_with_a_warning(article: str, capsys: CaptureFixture[str]) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("windows.txt").write_bytes(b"\x803.4 billion")
    assert run("check", "empty.txt", "windows.txt") == 0
    err = capsys.readouterr().err
    assert "empty.txt: is empty" in err
    assert "Windows-1252" in err
    assert run("check", "empty.txt", "windows.txt", "-q") == 0
    assert capsys.readouterr().err == ""


def test_standard_input_is_a_document(article: str, capsys: CaptureFixture[str], monkeypatch: MonkeyPatch) -> None:
    feed(monkeypatch, b"Twelve died.")
    assert run("check", "-", article, "--format", "json") == 0
    assert [item["id"] for item in json.loads(capsys.readouterr().out)["documents"]] == ["-", "a.txt"]


def test_publication_dates_reach_the_documents(article: str, capsys: CaptureFixture[str]) -> None:
    assert run("check", article, "--published", "a.txt=2031-02-17", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["published"] == "2031-02-17"


def test_a_result_can_go_to_a_file(article: str, capsys: CaptureFixture[str]) -> None:
    assert run("check", article, "--format", "json", "-o", "out.json") == 0
    assert capsys.readouterr().out == ""
    assert json.loads(Path("out.json").read_text("utf-8"))["schema"] == 1


@pytest.mark.parametrize(
    ("options", "status"), [((), 1), (("--min-severity", "warning"), 1), (("--min-severity", "error"), 0)]
)
@pytest.mark.parametrize("command", ["check", "verify"])
def test_conflicts_are_status_1(
    command: str, options: tuple[str, ...], status: int, article: str, report: Report, monkeypatch: MonkeyPatch
) -> None:
    def found(*_: object) -> Report:
        return report

    monkeypatch.setattr(Pipeline, command, found)
    Path("b.txt").write_text("x", "utf-8")
    files = [article, "b.txt"] if command == "check" else [article, "--source", "b.txt"]
    assert run(command, *files, *options) == status


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("command", ["check", "extract"])
def test_every_format_is_written(command: str, name: str, article: str, capsys: CaptureFixture[str]) -> None:
    assert run(command, article, "--format", name) == 0
    assert capsys.readouterr().out.endswith("\n")


def test_the_formats_offered_are_those_that_can_be_written() -> None:
    assert set(FORMATS) == set(WRITERS)


def test_the_demo_shows_two_articles_and_exits_0(capsys: CaptureFixture[str]) -> None:
    assert run("demo") == 0
    assert "Read 2 documents" in capsys.readouterr().out
    assert run("demo", "--format", "json", "-q") == 0
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 2


def test_rules_are_listed_and_each_is_explained(capsys: CaptureFixture[str]) -> None:
    assert run("rules") == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == [rule.name for rule in load_guide()]
    for name in listed:
        assert run("explain", name) == 0
        assert capsys.readouterr().out.startswith(f"{name}: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert "usage: claimcheck" in capsys.readouterr().out


def test_batch_answers_every_line_in_order(
    article: str, capsys: CaptureFixture[str], monkeypatch: MonkeyPatch, require_valid: Callable[[dict[str, Any]], None]
) -> None:
    good = {"id": "g", "documents": [{"id": "a", "text": "12 died \ud800."}], "draft": {"id": "d", "text": "13 died."}}
    twice = {"id": 7, "documents": [{"id": "a", "text": ""}, {"id": "a", "text": ""}]}
    feed(monkeypatch, b"\n".join([json.dumps(good).encode(), b"", b"{", json.dumps(twice).encode()]))
    assert run("batch") == 3
    out, err = capsys.readouterr()
    first, second, third = map(json.loads, out.splitlines())
    assert first["id"] == "g"
    require_valid(first["report"])
    assert second["id"] is None
    assert (second["error"]["code"], second["error"]["line"]) == ("bad-json", 3)
    assert third["id"] == 7
    assert (third["error"]["code"], third["error"]["line"]) == ("bad-case", 4)
    assert "2 of the cases" in err


def test_a_line_that_is_too_large_fails_alone(capsys: CaptureFixture[str], monkeypatch: MonkeyPatch) -> None:
    fits = b'{"id": 1, "documents": []}'
    feed(monkeypatch, b"\n".join([b'{"id": 0, "documents": [' + b" " * 200 + b"]}", fits, b"{" * 500]))
    assert run("batch", "--max-size", str(len(fits))) == 3
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"] == {
        "code": "too-large",
        "message": "the line is larger than 26 bytes; raise --max-size",
        "line": 1,
    }
    assert second["id"] == 1
    assert third["error"]["line"] == 3


def test_a_fault_of_ours_stops_one_case_only(
    capsys: CaptureFixture[str], monkeypatch: MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> Report:
        raise ZeroDivisionError("oh")

    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": 1, "documents": []}\n{"id": 2, "documents": []}\n', "utf-8")
    monkeypatch.setattr(Pipeline, "check", broken)
    assert run("batch", str(cases)) == 3
    errors = [json.loads(line)["error"] for line in capsys.readouterr().out.splitlines()]
    assert [error["code"] for error in errors] == ["internal", "internal"]
    assert "ZeroDivisionError: oh" in errors[0]["message"]


@pytest.mark.parametrize("option", ["--lexicon", "--aliases"])
def test_names_of_ones_own_are_linked(option: str, article: str, capsys: CaptureFixture[str]) -> None:
    Path("b.txt").write_text("Dornbank said on Monday that it lost 46 boats.", "utf-8")
    Path("mine.toml").write_text(
        '[aliases.fleet]\nname = "Dorn Fleet"\ntype = "group"\nforms = ["Dornbank"]\n'
        'examples = { yes = ["Dornbank sank."] }\n',
        "utf-8",
    )
    assert run("extract", "b.txt", "--format", "json", option, "mine.toml") == 0
    assert "Dorn Fleet" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--lexicon", "--aliases"])
def test_a_missing_file_of_words_is_told_in_one_line(option: str, article: str, capsys: CaptureFixture[str]) -> None:
    assert run("extract", article, option, "missing.toml") == 2
    assert capsys.readouterr().err.count("\n") == 1
