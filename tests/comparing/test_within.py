"""Two figures of one text, case by case."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import Pipeline

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "gold" / "conflicts" / "within.toml").read_text("utf-8")
)["case"]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_within(case: dict[str, Any], pipeline: Pipeline) -> None:
    first, second, third = case["text"].replace("]]", "").split("[[")
    places = [len(first), len(first + second)]
    report = pipeline.check([Document(text=first + second + third)])
    found = [conflict for conflict in report.conflicts if conflict.rule == case.get("rule", conflict.rule)]
    verdicts = [
        conflict.verdict
        for conflict in found
        if sorted(claim.mention.start for side in conflict.sides for claim in side) == places
    ]
    assert verdicts == ([] if case["expect"] == "silent" else [case["expect"]])
    assert len(found) == len(verdicts)


def test_silent_cases_are_as_many() -> None:
    silent = sum(case["expect"] == "silent" for case in CASES)
    assert silent >= len(CASES) - silent
