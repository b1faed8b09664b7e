"""A company's report: periods at the heads of columns, growth of part of the sales, structured abstracts, sections."""

from datetime import date

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import Pipeline

REPORT = """Results for the six months ended 30 September 2030

Revenue rose 7.4% to £412.6m (2029: £384.2m). Like-for-like sales grew 3.8% in the first quarter.

| £m | H1 2030 | H1 2029 | FY 2030 |
|---|---|---|---|
| Revenue | 412.6 | 384.2 | 801.4 |
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def test_a_column_has_the_time_at_its_head(pipeline: Pipeline) -> None:
    starts = [str(claim.time.period.start) if claim.time else "" for claim in pipeline.extract(REPORT)]
    assert starts[-3:] == ["2030-01-01", "2029-01-01", ""]


def test_what_a_report_says_twice_agrees(pipeline: Pipeline) -> None:
    report = pipeline.check([REPORT])
    assert not report.conflicts
    pairs = {tuple(claim.mention.text for claim in item.claims) for item in report.agreements if item.rule == "value"}
    assert pairs == {("£412.6m", "412.6"), ("£384.2m", "384.2")}


def test_a_wrong_cell_is_found(pipeline: Pipeline) -> None:
    conflicts = pipeline.check([REPORT.replace("| 412.6", "| 421.6")]).conflicts
    found = {item.rule: [claim.mention.text for side in item.sides for claim in side] for item in conflicts}
    assert found == {"value": ["£412.6m", "421.6"], "arithmetic": ["7.4%", "421.6", "384.2"]}


@pytest.mark.parametrize("label", ["Background", "Methods", "Conclusions"])
def test_the_parts_of_an_abstract_say_nothing(pipeline: Pipeline, label: str) -> None:
    text = f"Abstract. {label}: We weighed 1,204 boats in June. Results: We found 87 leaks.\n\nOf the boats, 40 sank."
    assert {claim.speaker for claim in pipeline.extract(text)} == {None}


def test_a_section_has_its_subject_behind_its_number(pipeline: Pipeline) -> None:
    (claim,) = pipeline.extract("3.3 Interest accrues at 4% per annum.")
    assert claim.subject is not None
    assert claim.subject.text == "Interest accrues"


def test_a_month_is_nobody(pipeline: Pipeline) -> None:
    names = pipeline.analyze("Prices rose in the year to June. April Holt said they fell.").names
    assert [name.canonical for name in names] == ["April Holt"]


@pytest.mark.parametrize(
    "text", ["The lease has a term of five (5) years from 3 March 2020.", "It rose over the next five years."]
)
def test_a_duration_has_no_period_in_a_report(pipeline: Pipeline, text: str) -> None:
    report = pipeline.check([Document(text=text, published=date(2031, 2, 17))]).to_dict()
    assert [mention["period"] for mention in report["mentions"] if mention.get("timex_type") == "DURATION"] == [None]
