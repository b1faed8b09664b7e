"""The situations of two figures, each as a pair of texts with its twin."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model import Claim, Document, Report
from claimcheck.model.steps import step
from claimcheck.pipeline import Pipeline

GOLD = Path(__file__).parent.parent / "gold" / "conflicts"
CASES: list[dict[str, Any]] = [
    case
    for name in ("situations", "finance", "pairing", "summaries")
    for case in tomllib.loads((GOLD / f"{name}.toml").read_text("utf-8"))["case"]
]
ROWS = 43
"""Situations that two figures can be in, numbered in the ids."""
VERDICTS = ("contradiction", "discrepancy", "update")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def unmarked(text: str) -> tuple[str, int]:
    start = text.index("[[")
    return text.replace("[[", "").replace("]]", ""), start


def read(case: dict[str, Any], pipeline: Pipeline) -> tuple[Report, list[int]]:
    days = [date.fromisoformat(day) for day in case["published"]] if "published" in case else [None, None]
    texts = [unmarked(case[name]) for name in ("a", "b")]
    first, second = (
        Document(id=name, text=text, published=day) for name, (text, _), day in zip("ab", texts, days, strict=True)
    )
    report = pipeline.verify(second, [first]) if case.get("draft") else pipeline.check([first, second])
    return report, [place for _, place in texts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_situation(case: dict[str, Any], pipeline: Pipeline, request: pytest.FixtureRequest) -> None:
    if "known_failure" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known_failure"], strict=True))
    report, places = read(case, pipeline)
    assert outcome(report, places[0], places[1]) == case["expect"]
    reasons = [item.steps for item in report.conflicts] + [item.steps for item in report.agreements]
    assert all(steps for steps in reasons)
    assert all(step(item.code, **item.values) == item for steps in reasons for item in steps)


def test_every_situation_has_a_twin() -> None:
    """Of each row of the table one pair is a conflict and one is not."""
    for row in range(1, ROWS + 1):
        kinds = {case["expect"] in VERDICTS for case in CASES if case["id"].startswith(f"{row:02}-")}
        assert kinds == {True, False}, row


def outcome(report: Report, left: int, right: int) -> str:
    """Return the verdict on the marked pair, "agree", "unsupported" for a draft, or "silent" where nothing is said."""
    for conflict in report.conflicts:
        if touch(conflict.sides, left, right):
            return conflict.verdict
    if report.conflicts:
        return f"other conflict: {report.conflicts[0].message}"
    if any(claim.mention.start == right for claim in report.unsupported):
        return "unsupported"
    agreed = any(touch(tuple((claim,) for claim in item.claims), left, right) for item in report.agreements)
    return "agree" if agreed else "silent"


def touch(sides: tuple[tuple[Claim, ...], ...], left: int, right: int) -> bool:
    places = {(claim.document, claim.mention.start) for side in sides for claim in side}
    return all(
        any(document == name and start <= place < start + 14 for document, start in places)
        for name, place in (("a", left), ("b", right))
    )


def test_a_date_that_another_replaces(pipeline: Pipeline) -> None:
    text = "The date for delivery of the Tarn survey, formerly 3 May 2031, is extended to 9 May 2031."
    assert [item.verdict for item in pipeline.check([Document(id="a", text=text)]).conflicts] == ["update"]


def test_two_dates_of_one_sentence_are_two(pipeline: Pipeline) -> None:
    text = "The date for delivery of the Tarn survey, 3 May 2031, is far from that of 9 May 2031."
    assert not pipeline.check([Document(id="a", text=text)]).conflicts


@pytest.mark.parametrize(
    ("heading", "start"),
    [("Marsh fever: report (data to 7 July 2030)", date(2030, 7, 7)), ("Marsh fever", date(2030, 4, 2))],
)
def test_figures_since_a_day_are_as_of_the_heading(pipeline: Pipeline, heading: str, start: date) -> None:
    text = f"{heading}\n\nThere were 1,312 suspected cases since 2 April."
    claims = pipeline.analyze(Document(id="a", text=text, published=date(2030, 7, 8))).claims
    assert [claim.time.period.start for claim in claims if claim.time] == [start]


def test_states_that_overlap_are_said_to_begin_apart(pipeline: Pipeline) -> None:
    texts = ("Ada Orme has been mayor of Arn since 2019.", "Ada Orme has been mayor of Arn since 2021.")
    report = pipeline.check([Document(id=name, text=text) for name, text in zip("ab", texts, strict=True)])
    codes = {item.code for item in report.conflicts[0].steps}
    assert "ends-apart" in codes
    assert "periods-apart" not in codes
