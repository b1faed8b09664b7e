"""Every option of every command does what its help says, through the real command: one that has no case here fails."""

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck.cli import main
from claimcheck.cli.arguments import build_parser
from claimcheck.model import Format

CHECK = "check a.txt b.txt"
VERIFY = "verify b.txt --source a.txt"
FOUND, CLEAN = "1 contradiction", "no conflict"

CASES: list[tuple[str, str, int, str]] = [
    ("--help", "check --help", 0, "usage: claimcheck check"),
    ("--version", "--version", 0, "claimcheck "),
    ("--published", "extract c.txt --format json --published c.txt=2031-05-04", 0, '"2031-05-03"'),
    ("--from", "extract d.txt --from html --format json", 0, '"format": "html"'),
    ("--article", "extract page.html --article -q", 0, "12"),
    ("--max-size", f"{CHECK} --max-size 20", 3, "larger than 20 bytes"),
    ("--min-severity", f"{CHECK} --min-severity error", 1, FOUND),
    ("--min-severity", f"{VERIFY} --min-severity warning", 1, "0 unsupported"),
    ("--min-severity", "batch cases.jsonl --min-severity note", 0, '"verdict":"contradiction"'),
    ("--select", f"{CHECK} --select date", 0, CLEAN),
    ("--select", f"{VERIFY} --select unsupported", 0, f"{CLEAN}, 1 unsupported"),
    ("--select", "batch cases.jsonl --select date", 0, '"conflicts":[]'),
    ("--ignore", f"{CHECK} --ignore contradiction", 0, CLEAN),
    ("--ignore", "batch cases.jsonl --ignore value", 0, '"conflicts":[]'),
    ("--baseline", f"{CHECK} --baseline known.json", 0, "1 accepted before"),
    ("--write-baseline", f"{CHECK} --write-baseline new.json", 0, "1 accepted from now on"),
    ("--config", f"{CHECK} --config quiet.toml", 0, CLEAN),
    ("--no-config", "config show --no-config", 0, "hedge = 0.1  # default"),
    ("--set", f"{CHECK} --set rounding=0.5", 0, CLEAN),
    ("--lexicon", "extract b.txt --lexicon names.toml --format csv", 0, "Dorn Mill Works"),
    ("--aliases", "extract b.txt --aliases names.toml --format csv", 0, "Dorn Mill Works"),
    ("--quiet", f"{CHECK} --baseline known.json --quiet", 0, CLEAN),
    ("--verbose", "check a.txt c.txt --verbose", 0, "agrees[value]"),
    ("--no-color", f"{CHECK} --no-color", 1, FOUND),
    ("--output", f"{CHECK} --output out.txt", 1, ""),
    ("--source", VERIFY, 1, f"{FOUND}, 1 unsupported"),
    ("--jobs", "batch cases.jsonl --jobs 2", 0, '"verdict":"contradiction"'),
    ("--replace", "corpus add known.corpus a.txt --replace", 0, ""),
    ("--refer", "corpus add referring.corpus a.txt --refer", 0, ""),
    ("--since", "corpus conflicts known.corpus --since k1", 0, CLEAN),
    ("--min-severity", "corpus conflicts known.corpus --min-severity error", 0, FOUND),
    ("--select", "corpus conflicts known.corpus --select date", 0, CLEAN),
    ("--ignore", "corpus conflicts known.corpus --ignore value", 0, CLEAN),
    ("--subject", "corpus claims known.corpus --subject people", 0, "17"),
    ("--measure", "corpus claims known.corpus --measure deaths", 0, "12"),
    ("--measure", "corpus timeline known.corpus --measure deaths", 0, "17"),
    ("--speaker", "corpus claims known.corpus --speaker Rook", 0, "12"),
    ("--from-day", "corpus claims known.corpus --from-day 2031-05-01", 0, "17"),
    ("--to-day", "corpus claims known.corpus --to-day 2031-05-04", 0, "17"),
    ("--format", f"{VERIFY} --format ties", 1, "conflict"),  # the others: test_every_format_is_written
]  # fmt: skip


def options() -> Iterator[str]:
    """Return the long name of every option of every command."""

    def walk(parser: argparse.ArgumentParser) -> Iterator[str]:
        for action in parser._actions:  # pyright: ignore[reportPrivateUsage]  # argparse has no other way to list them
            if isinstance(action, argparse._SubParsersAction):  # pyright: ignore[reportPrivateUsage]
                commands = cast("dict[str, argparse.ArgumentParser]", action.choices)  # pyright: ignore[reportUnknownMemberType]
                for command in commands.values():
                    yield from walk(command)
            elif action.option_strings:
                yield action.option_strings[-1]

    return walk(build_parser())


def run(line: str) -> int:
    try:
        return main(shlex.split(line))
    except SystemExit as leave:
        return int(leave.code or 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents that conflict, in several forms, with all that the options name."""
    folder = tmp_path_factory.mktemp("options")
    first = "The fire at the Dorn mill on 3 May 2031 killed 12 people, Mayor Edda Rook said."
    second = "The fire at the Dorn mill on 3 May 2031 killed 17 people, Mayor Edda Rook said. Dornwerk has forty looms, Dornwerk said."
    texts = {
        "a.txt": first,
        "b.txt": second,
        "c.txt": "The fire at the Dorn mill on Saturday killed 12 people.",
        "d.txt": f"<p>{first}",
        "page.html": f"<html><body><article><h1>Fire</h1><p>{first}</p><p>{first * 3}</p></article></body></html>",
        "quiet.toml": 'ignore = ["value"]\n',
        "names.toml": '[aliases.works]\nname = "Dorn Mill Works"\ntype = "group"\nforms = ["Dornwerk"]\n'
        'examples = { yes = ["Dornwerk closed."] }\n',
        "cases.jsonl": f'{{"id": 1, "documents": [{{"id": "a", "text": "{first}"}}, {{"id": "b", "text": "{second}"}}]}}\n',
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(f"{CHECK} --write-baseline known.json -q") == 0
        run("corpus add known.corpus a.txt b.txt -q")
    return folder


@pytest.mark.parametrize(("option", "line", "status", "words"), CASES, ids=[line for _, line, _, _ in CASES])
def test_an_option_does_what_it_says(
    option: str, line: str, status: int, words: str, folder: Path, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]
) -> None:
    if option == "--article":
        pytest.importorskip("trafilatura")
    monkeypatch.chdir(folder)
    assert run(line) == status
    shown, told = capsys.readouterr()
    assert words in shown + told
    if option in ("--quiet", "--output"):
        assert told == ""
    if option == "--output":
        assert shown == ""
        assert FOUND in (folder / "out.txt").read_text("utf-8")
    if option == "--no-color":
        assert "\x1b" not in shown


def test_every_option_has_a_case() -> None:
    assert {option for option, *_ in CASES} == set(options())


def test_every_format_of_input_has_a_reader_in_the_tests() -> None:
    driven = (Path(__file__).parent / "test_inputs.py").read_text("utf-8")
    suffixes = {"text": ".txt", "markdown": ".md"}
    assert [form for form in get_args(Format) if suffixes.get(form, f".{form}") not in driven] == []
