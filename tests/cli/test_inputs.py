"""Every kind of input through the command: what is found, and where it stands in the given file."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck.cli import main

Make = Callable[..., bytes]
SENTENCE = "The fire at the Dorn mill on 3 May 2031 killed 12 people."
OTHER = "The fire at the Dorn mill on 3 May 2031 killed 17 people."
HTML = f"""<html><head><title>Fire</title><meta name=date content=2031-05-04><meta property=og:site_name content=Post></head>
<body><nav>Home 99</nav><p>R&amp;D: {SENTENCE.replace("12", "<b>12</b>")}</p></body></html>"""
MARKDOWN = f"---\ntitle: Fire\ndate: 2031-05-04\npublisher: Post\n---\n\n{SENTENCE.replace('12', '**12**')}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as leave:
        return int(leave.code or 0)


def report(capsys: CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    run(*arguments, "--format", "json")
    return cast(dict[str, Any], json.loads(capsys.readouterr().out))


def figure(read: dict[str, Any], text: str = "12") -> dict[str, Any]:
    (found,) = [item for item in read["mentions"] if item["text"] == text]
    return cast(dict[str, Any], found)


@pytest.mark.parametrize(("name", "source"), [("a.html", HTML), ("a.md", MARKDOWN), ("page", HTML)])
def test_a_figure_has_its_place_in_the_file(name: str, source: str, capsys: CaptureFixture[str]) -> None:
    Path(name).write_text(source, "utf-8")
    read = report(capsys, "check", name)
    place = figure(read)["position"]
    assert source[place["start"] : place["end"]] == "12"
    assert source.splitlines()[int(place["line"]) - 1][int(place["column"]) - 1 :].startswith("12")
    (document,) = read["documents"]
    assert (document["published"], document["title"], document["publisher"]) == ("2031-05-04", "Fire", "Post")
    assert not [item for item in read["mentions"] if item["text"] == "99"]


def test_the_terminal_shows_the_line_of_the_file(capsys: CaptureFixture[str]) -> None:
    Path("a.html").write_text(HTML, "utf-8")
    Path("b.txt").write_text(OTHER, "utf-8")
    assert run("check", "a.html", "b.txt") == 1
    assert "a.html:2:" in capsys.readouterr().out


def test_a_word_document_is_read_with_its_table(make_docx: Make, capsys: CaptureFixture[str]) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Dead", "12"))
    Path("a.docx").write_bytes(make_docx(f"<w:p><w:r><w:t>Toll</w:t></w:r></w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    place = figure(report(capsys, "extract", "a.docx"))["position"]
    assert (place["line"], place["page"]) == (2, None)


def test_a_pdf_is_read_by_page(make_pdf: Make, capsys: CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(make_pdf([["Nothing here."], [SENTENCE]]))
    place = figure(report(capsys, "check", "a.pdf"))["position"]
    assert (place["page"], place["line"]) == (2, 1)
    Path("b.txt").write_text(OTHER, "utf-8")
    assert run("check", "a.pdf", "b.txt") == 1
    assert "a.pdf:p2:1:48" in capsys.readouterr().out


def test_json_lines_are_documents(capsys: CaptureFixture[str]) -> None:
    lines = [{"text": SENTENCE, "published": "2031-05-04", "title": "Fire"}, {"id": "herald", "text": OTHER}]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert [item["id"] for item in report(capsys, "check", "a.jsonl")["documents"]] == ["a.jsonl:1", "herald"]
    assert run("check", "a.jsonl") == 1


def test_a_bad_line_is_told_and_the_others_are_read(capsys: CaptureFixture[str]) -> None:
    good = json.dumps({"text": SENTENCE})
    Path("a.jsonl").write_text(f'{good}\n{{bad\n{{"id": "x"}}\n{{"documents": []}}\n', "utf-8")
    assert run("check", "a.jsonl") == 3
    out, err = capsys.readouterr()
    assert "Read 1 document" in out
    assert [line.split(": ")[2] for line in err.splitlines()] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]
    assert "claimcheck batch" in err


def test_standard_input_is_recognised_or_told(monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]) -> None:
    def feed(source: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(source.encode())))

    feed(HTML)
    assert "position" in figure(report(capsys, "extract", "-"))
    feed("Killed **12** people.")
    assert report(capsys, "extract", "-", "--from", "markdown")["documents"][0]["format"] == "markdown"


@pytest.fixture
def tree(folder: Path) -> Path:
    for name in ("z.txt", "b/a.txt", "b/c.md", ".hidden.txt", ".git/x.txt", "notes.rst", "b/image.png"):
        path = folder / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Nothing.", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["news"], ["news/z.txt", "news/b/a.txt", "news/b/c.md"]),
        (["news/b", "news"], ["news/b/a.txt", "news/b/c.md", "news/z.txt"]),
        (["news", "news/z.txt"], ["news/b/a.txt", "news/b/c.md", "news/z.txt"]),
        (["news/**/*.txt"], ["news/b/a.txt", "news/z.txt"]),
        (["news/*.rst"], ["news/notes.rst"]),
    ],
)
def test_folders_and_patterns(names: list[str], files: list[str], tree: Path, capsys: CaptureFixture[str]) -> None:
    assert [item["id"] for item in report(capsys, "check", *names)["documents"]] == files


def test_the_draft_is_not_among_its_sources(tree: Path, capsys: CaptureFixture[str]) -> None:
    read = report(capsys, "verify", "news/z.txt", "--source", "news")
    assert [(item["id"], item["role"]) for item in read["documents"]] == [
        ("news/b/a.txt", "source"),
        ("news/b/c.md", "source"),
        ("news/z.txt", "draft"),
    ]


def test_files_of_a_folder_can_be_dated(tree: Path, capsys: CaptureFixture[str]) -> None:
    read = report(capsys, "check", "news", "--published", "news/z.txt=2031-05-04")
    assert read["documents"][0]["published"] == "2031-05-04"


def test_a_draft_of_two_documents_is_wrong_usage(capsys: CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n', "utf-8")
    Path("b.txt").write_text("x", "utf-8")
    assert run("verify", "a.jsonl", "--source", "b.txt") == 2
    assert "a draft is one" in capsys.readouterr().err


@pytest.mark.parametrize("article", [True, False])
def test_only_the_article(capsys: CaptureFixture[str], *, article: bool) -> None:
    story = "".join(
        f"<p>{SENTENCE} Mayor Edda Rook told reporters so at length on Monday morning, day {n}.</p>" for n in range(9)
    )
    page = f"<html><body><article><h1>Fire</h1>{story}</article><div class=sidebar><a href=/>89 billion deal</a></div></body></html>"
    Path("a.html").write_text(page, "utf-8")
    read = report(capsys, "extract", "a.html", *(["--article"] if article else []))
    assert bool([item for item in read["mentions"] if item["text"] == "89 billion"]) is not article


REMARKS: tuple[tuple[str, str], ...] = (
    ("b.txt", OTHER + " <!-- claimcheck: ignore[value] the mayor corrected it -->"),
    ("b.md", "<!-- claimcheck: ignore[contradiction] the mayor corrected it -->\n" + OTHER),
    ("b.html", f"<!-- claimcheck: ignore the mayor corrected it --><p>{OTHER}</p>"),
)


@pytest.mark.parametrize(("name", "source"), REMARKS)
def test_a_remark_silences_a_conflict_and_is_counted(name: str, source: str, capsys: CaptureFixture[str]) -> None:
    Path("a.txt").write_text(SENTENCE, "utf-8")
    Path(name).write_text(source, "utf-8")
    assert run("check", "a.txt", name) == 0
    assert "1 suppressed by remarks in the documents" in capsys.readouterr().err
    (item,) = report(capsys, "check", "a.txt", name)["suppressed"]
    assert (item["document"], item["reason"]) == (name, "the mayor corrected it")


def test_a_remark_without_a_reason_is_told(capsys: CaptureFixture[str]) -> None:
    Path("a.txt").write_text("12 died. <!-- claimcheck: ignore -->", "utf-8")
    assert run("check", "a.txt") == 0
    assert "a.txt: 'claimcheck: ignore' gives no reason" in capsys.readouterr().err


def bombs(make_docx: Make) -> Iterator[tuple[str, bytes, str]]:
    yield "big.txt", b"x" * 3000, "--max-size"
    yield "bomb.docx", make_docx("<w:p><w:r><w:t>" + "1" * 500_000 + "</w:t></w:r></w:p>"), "--max-size"


def test_bombs_are_refused_in_a_line(make_docx: Make, capsys: CaptureFixture[str]) -> None:
    for name, data, words in bombs(make_docx):
        Path(name).write_bytes(data)
        assert run("check", name, "--max-size", "2kB") == 3
        error = capsys.readouterr().err
        assert error.startswith(f"claimcheck: error: {name}: ")
        assert words in error
        assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04broken", "a.docx: is no Word document"),
        ("a.doc", b"\xd0\xcf\x11\xe0old", "a.doc: is a Word document of the old kind"),
        ("a.pdf", b"%PDF-1.4", "a.pdf: is no PDF"),
        ("a.html", b"<meta charset=klingon><p>\xff", "a.html: declares the charset 'klingon'"),
        ("a.md", b"\x7fELF\0\0", "a.md: is binary"),
    ],
)
def test_what_is_not_what_it_seems_is_told_in_a_line(
    name: str, data: bytes, words: str, capsys: CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)
    assert run("extract", name) == 3
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("module", "name", "option"), [("pypdfium2", "a.pdf", "-q"), ("trafilatura", "a.html", "--article")]
)
def test_a_missing_extra_is_told_in_a_line(
    module: str, name: str, option: str, make_pdf: Make, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]
) -> None:
    Path(name).write_bytes(make_pdf([["x"]]) if name == "a.pdf" else b"<p>x")
    monkeypatch.setitem(sys.modules, module, None)
    assert run("check", name, option) == 3
    error = capsys.readouterr().err
    assert f"needs {module}; install claimcheck-conflicts[" in error
    assert error.count("\n") == 1


def test_tables_of_pages_reach_the_sums(capsys: CaptureFixture[str]) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in (("North", 12), ("South", 5), ("Total", 19))
    )
    Path("a.html").write_text(f"<table><tr><th>Region</th><th>Dead</th></tr>{rows}</table>", "utf-8")
    assert [item["rule"] for item in report(capsys, "check", "a.html")["conflicts"]] == ["arithmetic"]


@pytest.mark.parametrize(
    ("text", "options", "day"),
    [
        ("The fire on Saturday killed 12 people.", (), "2031-05-03"),
        ("KELD, 16 June 2031 - The fire on Saturday killed 12 people.", (), "2031-06-14"),
        ("KELD, 16 June 2031 - The fire on Saturday killed 12 people.", ("a.docx=2031-07-07",), "2031-07-05"),
    ],
)
def test_a_file_is_dated_by_its_properties_last(
    text: str, options: tuple[str, ...], day: str, make_docx: Make, capsys: CaptureFixture[str]
) -> None:
    saved = "<dcterms:modified>2031-05-05T09:00:00Z</dcterms:modified>"
    Path("a.docx").write_bytes(make_docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>", saved))
    read = report(capsys, "check", "a.docx", *(item for option in options for item in ("--published", option)))
    assert read["documents"][0]["saved"] == "2031-05-05"
    assert figure(read, "Saturday")["value"] == day


def test_a_page_that_is_cut_off_is_told(capsys: CaptureFixture[str]) -> None:
    Path("a.html").write_text(f"<nav>Home<p>{SENTENCE}", "utf-8")
    assert run("extract", "a.html") == 0
    shown, told = capsys.readouterr()
    assert "a.html:1:" in shown
    assert told == "claimcheck: a.html: line 1: <nav> is not closed; what follows it is read\n"
