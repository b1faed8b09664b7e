"""CSV, Markdown, workflow commands and SARIF, from harmless and from hostile documents."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from attrs import evolve
from jsonschema import Draft4Validator

from claimcheck import Report
from claimcheck.reporting import WRITERS
from claimcheck.reporting.fingerprints import fingerprint
from claimcheck.reporting.github import render_github
from claimcheck.reporting.markdown import escaped, render_markdown
from claimcheck.reporting.sarif import render_sarif
from claimcheck.reporting.tabular import render_csv

# The schema of the standard (version 2.1.0-rtm.5) as Microsoft's jest-sarif ships it, MIT licence.
SARIF = Path(__file__).parent / "sarif-schema-2.1.0.json"


def test_csv_says_where_a_figure_agrees_and_where_it_conflicts(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(report))))
    assert [row["conflicts"] for row in rows] == ["k1", "", "k1", ""]
    assert [row["agrees_with"] for row in rows] == ["", "courier.txt#c2", "", "post.txt#c2"]
    assert rows[0]["low"] == "800"


def test_csv_cells_are_never_formulas(hostile: Report) -> None:
    (header, *rows) = list(csv.reader(io.StringIO(render_csv(hostile))))
    assert header[0] == "id"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


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
    assert second == "claimcheck: 1 conflicts"


def test_annotations_are_at_most_ten_a_severity(report: Report) -> None:
    many = report.with_conflicts(report.conflicts * 12)
    lines = render_github(many).splitlines()
    assert len([line for line in lines if line.startswith("::warning")]) == 10
    assert "2 of them not annotated" in lines[-1]


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
