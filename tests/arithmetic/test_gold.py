"""The gold cases of arithmetic: what is marked is found as the stated result, and nothing else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from claimcheck.model import Document
from claimcheck.model.steps import step
from claimcheck.pipeline import Pipeline

GOLD = Path(__file__).parents[1] / "gold" / "conflicts" / "arithmetic.toml"
CASES: list[tuple[str, date | None]] = [
    (case["text"], case.get("published")) for case in tomllib.loads(GOLD.read_text("utf-8"))["case"]
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(("marked", "published"), CASES)
def test_gold(marked: str, published: date | None, pipeline: Pipeline) -> None:
    place = marked.find("[[")
    text = marked.replace("[[", "").replace("]]", "")
    report = pipeline.check([Document(text=text, published=published)])
    stated = [conflict.sides[0][0].mention for conflict in report.conflicts if conflict.rule == "arithmetic"]
    assert [mention.start for mention in stated] == ([] if place < 0 else [place])
    assert all(mention.text == marked[place + 2 : marked.index("]]")] for mention in stated)


def test_silent_cases_are_as_many() -> None:
    marked = sum("[[" in text for text, _ in CASES)
    assert len(CASES) >= 2 * marked


@pytest.mark.parametrize("marked", [text for text, _ in CASES if "[[" in text])
def test_steps_replay(marked: str, pipeline: Pipeline) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    report = pipeline.check([Document(text=text, published=date(2022, 3, 2))])
    steps = [item for conflict in report.conflicts if conflict.rule == "arithmetic" for item in conflict.steps]
    assert steps and all(step(item.code, **item.values) == item for item in steps)
