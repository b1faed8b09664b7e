"""A sentence of a press release against a table of the annual report, whose unit stands in its corner, caption or heads."""

import pytest

from claimcheck import Document, Pipeline
from claimcheck.extraction import read_html, read_markdown

PIPELINE = Pipeline()
ROWS = "| Revenue | 3,412 | 3,105 |\n| Net profit | 210 | 180 |\n| Employees | 12,400 | 11,900 |\n"
MARKDOWN = [
    f"| € million | 2030 | 2029 |\n|---|--:|--:|\n{ROWS}",
    f"Table 1: results in € million\n\n| | 2030 | 2029 |\n|---|--:|--:|\n{ROWS}",
    f"All figures in millions of euros.\n\n| | 2030 | 2029 |\n|---|--:|--:|\n{ROWS}",
    f"| | 2030 €m | 2029 €m |\n|---|--:|--:|\n{ROWS.replace('Employees', 'Employees (number)')}",
]
CELLS = ROWS.replace("|\n", "</td></tr>").replace("\n", "").replace("| ", "<tr><td>", 1).replace(" | ", "</td><td>")
HTML = (
    f"<table><caption>Results, € million</caption><tr><th></th><th>2030</th><th>2029</th></tr>{CELLS}</table>".replace(
        "</tr>| ", "</tr><tr><td>"
    )
)
CORNER = MARKDOWN[0].replace("€ million", "Results, € million")
REPORTS = [*(read_markdown(f"# Tarn Optical\n\n{table}").text for table in (*MARKDOWN, CORNER))]
REPORTS.append(read_html(f"<h1>Tarn Optical</h1>{HTML}").text)


@pytest.mark.parametrize("report", REPORTS)
def test_a_release_is_tied_to_the_table(report: str) -> None:
    release = "Tarn Optical said revenue was €3.4 billion in 2030. Net profit was €{} million in 2030. It had 12,400 employees."
    sources = [Document(id="report", text=report)]
    wrong = PIPELINE.verify(release.format(310), sources)
    assert [item.message for item in wrong.conflicts] == ["€310 million (text) against 210 (report) Net profit"]
    right = PIPELINE.verify(release.format(210), sources)
    assert not right.conflicts
    assert not right.unsupported
    assert {claim.mention.text for item in right.agreements for claim in item.claims} >= {"3,412", "210", "12,400"}


@pytest.mark.parametrize("report", REPORTS)
def test_the_heads_of_a_table_are_no_claims(report: str) -> None:
    figures = [claim.mention.text for claim in PIPELINE.extract(report)]
    assert figures == ["3,412", "3,105", "210", "180", "12,400", "11,900"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "| Cost | €m |\n|---|---|\n| Boats | 1.2 |\n| Ropes | 2.2 |\n| Total | 4.1 |\n",
            "1.2 and 2.2 make 3.4, not 4.1",
        ),
        (
            "The budget is €4.1 million: €1.2 million for boats and €2.2 million for ropes.",
            "€1.2 million and €2.2 million make €3.4 million, not €4.1 million",
        ),
        ("The number of boats rose by 15%, from 40 to 49.", "from 40 to 49 is 22.5%, not 15%"),
    ],
)
def test_a_result_is_told_as_its_terms_are_written(text: str, message: str) -> None:
    (conflict,) = PIPELINE.check([text]).conflicts
    assert conflict.message == f"{message} (text)"


def test_a_year_in_the_name_of_a_report_is_a_year_elsewhere() -> None:
    claims = PIPELINE.extract("# Annual report 2030\n\nRevenue was €4.1 million in 2030 and €3.8 million in 2029.")
    times = [(claim.mention.text, claim.time and str(claim.time.period.start)) for claim in claims]
    assert times == [("€4.1 million", "2030-01-01"), ("€3.8 million", "2029-01-01")]
