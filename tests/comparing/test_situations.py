"""The situations of two figures, each as a pair of texts with its twin."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model import Claim, Document, Report
from claimcheck.pipeline import Pipeline

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "gold" / "conflicts" / "situations.toml").read_text("utf-8")
)["case"]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def unmarked(text: str) -> tuple[str, int]:
    start = text.index("[[")
    return text.replace("[[", "").replace("]]", ""), start


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_situation(case: dict[str, Any], pipeline: Pipeline, request: pytest.FixtureRequest) -> None:
    if "known_failure" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known_failure"], strict=True))
    days = [date.fromisoformat(day) for day in case["published"]] if "published" in case else [None, None]
    texts = [unmarked(case[name]) for name in ("a", "b")]
    documents = [
        Document(id=name, text=text, published=day) for name, (text, _), day in zip("ab", texts, days, strict=True)
    ]
    report = pipeline.check(documents)
    assert outcome(report, texts[0][1], texts[1][1]) == case["expect"]


def outcome(report: Report, left: int, right: int) -> str:
    """Return the verdict on the marked pair, "agree", or "silent" where nothing is said; any other conflict shows."""
    for conflict in report.conflicts:
        if touch(conflict.sides, left, right):
            return conflict.verdict
    if report.conflicts:
        return f"other conflict: {report.conflicts[0].message}"
    agreed = any(touch(tuple((claim,) for claim in item.claims), left, right) for item in report.agreements)
    return "agree" if agreed else "silent"


def touch(sides: tuple[tuple[Claim, ...], ...], left: int, right: int) -> bool:
    places = {(claim.document, claim.mention.start) for side in sides for claim in side}
    return all(
        any(document == name and start <= place < start + 14 for document, start in places)
        for name, place in (("a", left), ("b", right))
    )
