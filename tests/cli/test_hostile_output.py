"""Documents that try to break out of every format, through the real command."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pytest import CaptureFixture

from claimcheck.cli import main
from claimcheck.reporting import WRITERS

TRICKS = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> ]]> &lt;b&gt; {{ 7*7 }} {% raw %}",
    "\x1b[31mred\x1b]0;title\x07\x1b]8;;http://evil\x07 \x9b2J \b\b\b \x7f",
    "\u202e\u2066\u200b\u200f reversed \u2069",
    '=HYPERLINK("http://evil","x") +1+1 -2+3 @SUM(A1) \t=1',
    "::error file=x::owned\r\n::set-output name=a::b\n##[group]x %0A::warning::y",
    "[a](javascript:alert(1)) ![i](http://evil/x.png) | a | `code` # head @team #1 <details> *b* ~~s~~ https://evil",
)
FIRST = "The Dorn mill fire of 3 May 2031 killed 12 people, Mayor Edda Rook said."
SECOND = "The Dorn mill fire of 3 May 2031 killed 17 people, Mayor Edda Rook said. The Dorn mill employed 40 people."


@pytest.fixture(scope="module", params=["texts", "records"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two files that conflict, between lines and within sentences that are all tricks.

    Texts have names that are tricks too; of records so are ids, titles, publishers and speakers, and in the draft's head and the
    reason of its remark.
    """
    folder = tmp_path_factory.mktemp("hostile")
    tricked = [text.replace(" killed", f" ({TRICKS[0]} {TRICKS[5]}) killed") for text in (FIRST, SECOND)]
    texts = ["\n\n".join([*TRICKS, text, odd, *TRICKS]) for text, odd in zip((FIRST, SECOND), tricked, strict=True)]
    if request.param == "texts":
        names = [folder / "=a`|<b>[x](y)::error::%0A,\x1b[1m.txt", folder / "@b\u202e.txt"]
        for name, text in zip(names, texts, strict=True):
            name.write_text(text, "utf-8")
        return [str(name) for name in names]
    records = [
        {
            "id": f"={trick}",
            "text": f"{texts[0]}\n\n{trick} Rook said 12 people were killed.",
            "title": trick,
            "publisher": trick,
        }
        for trick in TRICKS
    ]
    sources, draft = folder / "records.jsonl", folder / "draft.md"
    sources.write_text("\n".join(map(json.dumps, records)), "utf-8")
    reason = "<img src=x> | \x1b[31m ::error::x [a](b) @team =1+1"
    head = f"---\ntitle: '{TRICKS[3]}'\npublisher: {TRICKS[5]}\n---\n"
    remark = f"<!-- claimcheck: ignore[date] {reason} -->\nThe mill opened on 4 May 1931.\n\n"
    draft.write_text(f"{head}{remark}{texts[1]}", "utf-8")
    return [str(sources), str(draft)]


def written(files: list[str], name: str, capsys: CaptureFixture[str], command: str = "check") -> str:
    arguments = ["check", *files] if command == "check" else ["verify", files[1], "--source", files[0]]
    assert main([*arguments, "-q", "-v", "--format", name]) == 1
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "verify"])
@pytest.mark.parametrize("name", WRITERS)
def test_no_control_character_passes(command: str, name: str, files: list[str], capsys: CaptureFixture[str]) -> None:
    text = written(files, name, capsys, command)
    assert "17" in text
    assert {character for character in text if not character.isprintable()} <= {"\n", "\u2060"}


def test_html_stays_the_page_that_it_is(files: list[str], capsys: CaptureFixture[str]) -> None:
    tags: list[str] = []
    links: list[str] = []
    events: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            links.extend(value or "" for key, value in attrs if key in ("href", "src", "xlink:href"))
            events.extend(key for key, _ in attrs if key.startswith("on"))

    page = written(files, "html", capsys)
    Reader().feed(page)
    assert (tags.count("script"), tags.count("style"), tags.count("img"), events) == (1, 1, 0, [])
    assert all(link.startswith("#") for link in links)
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("name", ["csv", "ties"])
def test_no_cell_is_a_formula(name: str, files: list[str], capsys: CaptureFixture[str]) -> None:
    header, *rows = csv.reader(io.StringIO(written(files, name, capsys)))
    assert rows
    assert all(len(row) == len(header) for row in rows)
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?[0-9.]+", cell)]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_only_our_own_workflow_commands_are_written(files: list[str], capsys: CaptureFixture[str]) -> None:
    *commands, summary = written(files, "github", capsys).splitlines()
    assert commands
    for line in commands:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match
        assert [part.split("=")[0] for part in match[2].split(",")] == [
            "file",
            "line",
            "endLine",
            "col",
            "endColumn",
            "title",
        ]
    assert summary.startswith("claimcheck: ")


def test_markdown_holds_no_markup_of_theirs(files: list[str], capsys: CaptureFixture[str]) -> None:
    text = written(files, "markdown", capsys)
    for pattern in (r"<[a-z!/]", r"(?<!\\)\]\(", r"@\w", r"(?<![\\&])#\d", r"https?://", r"^\s*\|"):
        assert not re.search(pattern, text, re.MULTILINE), pattern
    assert set(re.findall(r"(?<!\\)`([^`]*)`", text)) <= {"value", "date", "duration", "arithmetic"}


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "annotations"])
def test_json_is_ascii_and_whole(name: str, files: list[str], capsys: CaptureFixture[str]) -> None:
    text = written(files, name, capsys)
    assert text.isascii()
    for part in text.splitlines() if name == "jsonl" else [text]:
        json.loads(part)
    if name == "sarif":
        (run,) = json.loads(text)["runs"]
        for result in run["results"]:
            assert re.findall(r"(?<!\\)\]\([^)]*\)", result["message"]["text"]) == ["](1)"]


def test_claims_of_hostile_documents_are_a_line_each(files: list[str], capsys: CaptureFixture[str]) -> None:
    for name in ("text", "markdown"):
        assert main(["extract", *files, "-q", "--format", name]) == 0
        text = capsys.readouterr().out
        assert {character for character in text if not character.isprintable()} <= {"\n", "\u2060"}


def test_a_hostile_name_that_does_not_exist_is_told_in_a_line(capsys: CaptureFixture[str]) -> None:
    assert main(["check", str(Path("\x1b[2J\n::error::x"))]) == 3
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error
