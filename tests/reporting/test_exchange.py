"""CSV, Markdown, workflow commands and SARIF, from harmless and from hostile documents."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest
from attrs import evolve
from jsonschema import Draft4Validator

from claimcheck import Report
from claimcheck.model import RuleName, SourceMap
from claimcheck.reporting import WRITERS
from claimcheck.reporting.annotations import render_annotations
from claimcheck.reporting.fingerprints import fingerprint
from claimcheck.reporting.github import render_github
from claimcheck.reporting.markdown import escaped, render_claims_markdown, render_markdown
from claimcheck.reporting.sarif import render_sarif
from claimcheck.reporting.tabular import render_csv
from claimcheck.reporting.ties import render_ties

# The schema of the standard (version 2.1.0-rtm.5) as Microsoft's jest-sarif ships it, MIT licence.
SARIF = Path(__file__).parent / "sarif-schema-2.1.0.json"


def test_csv_says_where_a_figure_agrees_and_where_it_conflicts(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(report))))
    assert [row["conflicts"] for row in rows] == ["k1", "", "k1", ""]
    assert [row["agrees_with"] for row in rows] == ["", "courier.txt#c2", "", "post.txt#c2"]
    assert rows[0]["low"] == "800"


@pytest.mark.parametrize("render", [render_csv, render_ties])
def test_csv_cells_are_never_formulas(render: Callable[[Report], str], hostile: Report) -> None:
    (header, *rows) = list(csv.reader(io.StringIO(render(hostile))))
    assert header[0] in ("id", "document")
    assert rows
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_tick_list_says_which_figures_are_tied_and_where(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render_ties(report))))
    assert [(row["figure"], row["status"]) for row in rows] == [
        ("over 800", "conflict"),
        ("46", "tied"),
        ("2,500", "conflict"),
        ("46", "tied"),
    ]
    assert (rows[1]["agrees_at"], rows[1]["agrees_as"]) == ("courier.txt:1:79", "46")
    assert rows[0]["why"] == "Ana Delgrave: over 800 against 2,500 rescued sailors"


def test_the_tick_list_of_a_draft_has_its_figures_only(verified: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render_ties(evolve(verified, agreements=(), claims=verified.claims[:3])))))
    assert [(row["document"], row["figure"], row["status"]) for row in rows] == [
        ("draft.md", "2,500", "conflict"),
        ("draft.md", "46", "untied"),
    ]
    assert rows[1]["why"] == "nothing says what it counts or measures"


@pytest.mark.parametrize("kind", ["report", "hostile", "verified"])
def test_annotations_select_what_they_quote(kind: str, request: pytest.FixtureRequest) -> None:
    item: Report = request.getfixturevalue(kind)
    page = json.loads(render_annotations(item))
    texts = {document.id: document.text for document in item.documents}
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    names = [annotation["id"] for annotation in page["items"]]
    assert len(names) == len(set(names)) == len(item.conflicts) + len(item.claims) + len(item.unsupported)
    for annotation in page["items"]:
        targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
        for target in targets:
            position, quoted = target["selector"]
            text = texts[unquote(target["source"], errors="surrogatepass")]
            assert text[position["start"] : position["end"]] == quoted["exact"]
            assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text


def test_an_annotation_of_a_conflict_has_both_sides(report: Report) -> None:
    conflict, *_ = json.loads(render_annotations(report))["items"]
    assert conflict["motivation"] == "assessing"
    assert [target["source"] for target in conflict["target"]] == ["post.txt", "courier.txt"]
    assert [body["value"] for body in conflict["body"][1:]] == ["discrepancy", "value", "warning"]


def test_csv_of_no_claims_has_a_header() -> None:
    from claimcheck import check

    assert render_csv(check([])) == "id\n"


def test_markdown_shows_both_sides(report: Report) -> None:
    text = render_markdown(report)
    assert "### Discrepancy: Ana Delgrave\\: over 800 against 2,500" in text
    assert "We shelter **over 800** rescued sailors" in text
    assert "- 3\\.1 times as much" in text


def test_markdown_lists_what_no_source_supports(verified: Report) -> None:
    assert "No counterpart in the sources" in render_markdown(verified)


def test_markdown_of_claims_is_a_table(report: Report, hostile: Report) -> None:
    assert render_claims_markdown(report).splitlines()[2].startswith("| post\\.txt\\:2\\:13 | over 800 | rescued |")
    for line in render_claims_markdown(hostile).splitlines():
        assert len(re.findall(r"(?<!\\)\|", line)) == 6
        assert not re.search(r"<[a-z/]", line)


def test_markdown_takes_no_markup_from_documents(hostile: Report) -> None:
    text = render_markdown(hostile)
    assert not re.search(r"<(?!/?$)[a-z/]", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert not re.search(r"@\w", text)
    assert "\x1b" not in text
    assert escaped("a|b\n# c") == "a\\|b \\# c"


def test_annotations_name_file_line_and_columns(report: Report) -> None:
    first, second = render_github(report).splitlines()
    assert first.startswith("::warning file=post.txt,line=2,endLine=2,col=13,endColumn=21,title=discrepancy [value]::")
    assert second == "claimcheck: 1 conflict"


def test_annotations_are_at_most_ten_a_severity(report: Report) -> None:
    many = report.with_conflicts(report.conflicts * 12)
    lines = render_github(many).splitlines()
    assert len([line for line in lines if line.startswith("::warning")]) == 10
    assert "2 of them not annotated" in lines[-1]


def test_unsupported_claims_are_notices_on_request(verified: Report) -> None:
    *_, notice, summary = render_github(verified, unsupported=True).splitlines()
    assert notice.startswith("::notice file=draft.md,line=")
    assert ",title=unsupported::no source says '46' (boats.)" in notice
    assert summary == f"claimcheck: 1 conflict, {len(verified.unsupported)} unsupported"
    assert "notice" not in render_github(verified)


def test_documents_give_no_commands(hostile: Report) -> None:
    lines = render_github(hostile).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::warning file=")
    properties = lines[0].split("::")[1]
    assert properties.count(",") == len(("line", "endLine", "col", "endColumn", "title"))


@pytest.mark.parametrize("kind", ["report", "hostile", "verified"])
def test_sarif_fits_the_schema_of_the_standard(kind: str, request: pytest.FixtureRequest) -> None:
    written = json.loads(render_sarif(request.getfixturevalue(kind)))
    validator = Draft4Validator(json.loads(SARIF.read_text("utf-8")))
    validator.validate(written)  # pyright: ignore[reportUnknownMemberType]  # its signature is not fully typed


def test_sarif_points_at_both_sides(report: Report) -> None:
    (run,) = json.loads(render_sarif(report))["runs"]
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 13
    related = result["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "courier.txt"
    assert related["region"]["snippet"]["text"] == "2,500"
    assert result["message"]["text"].endswith("The other side: [2,500](1)")
    assert result["relatedLocations"][0]["id"] == 1
    assert set(result["partialFingerprints"]) == {"claimcheck/v1", "primaryLocationLineHash"}


def test_places_are_those_of_the_file_that_a_text_was_taken_from(report: Report) -> None:
    # In the file every line of the first text begins with a mark of three characters.
    text = report.documents[0].text
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    lengths = [after - before for before, after in zip(starts, [*starts[1:], len(text)], strict=True)]
    begin = [start + 3 * (number + 1) for number, start in enumerate(starts)]
    mapped = SourceMap(
        "html", texts=starts, starts=begin, ends=[at + length for at, length in zip(begin, lengths, strict=True)],
        lines=[start + 3 * number for number, start in enumerate(starts)],
    )  # fmt: skip
    first = evolve(report.documents[0], source_map=mapped)
    moved = evolve(report, documents=(first, report.documents[1]))
    (run,) = json.loads(render_sarif(moved))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 16, 24)
    assert (region["charOffset"], region["charLength"]) == (text.index("over") + 6, len("over 800"))
    assert "file=post.txt,line=2,endLine=2,col=16,endColumn=24," in render_github(moved)


def test_sarif_explains_every_rule(report: Report) -> None:
    (run,) = json.loads(render_sarif(report))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(get_args(RuleName))
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_documents_make_no_links_in_sarif(hostile: Report) -> None:
    (run,) = json.loads(render_sarif(hostile))["runs"]
    (result,) = run["results"]
    messages = [result["message"]["text"], *(place["message"]["text"] for place in result["relatedLocations"])]
    assert re.findall(r"(?<!\\)\]\([^)]*\)", "".join(messages)) == ["](1)"]


def test_sarif_stays_within_what_github_takes(report: Report) -> None:
    conflict = report.conflicts[0]
    many = evolve(conflict, sides=(conflict.sides[0] * 900, conflict.sides[1]))
    (run,) = json.loads(render_sarif(report.with_conflicts((many,) + (conflict,) * 5_500)))["runs"]
    assert len(run["results"]) == 5_000
    assert len(run["results"][0]["relatedLocations"]) == 50


def test_a_fingerprint_stays_when_text_moves(report: Report) -> None:
    (conflict,) = report.conflicts
    before = fingerprint(conflict, report)
    swapped = evolve(conflict, sides=(conflict.sides[1], conflict.sides[0]))
    assert fingerprint(swapped, report) == before
    assert fingerprint(evolve(conflict, rule="date"), report) != before


@pytest.mark.parametrize("name", WRITERS)
def test_no_format_lets_controls_through(name: str, hostile: Report) -> None:
    text = WRITERS[name](hostile)
    assert all(character.isprintable() or character in "\n\u2060" for character in text)
