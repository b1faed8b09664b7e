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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The choir has 24 singers: 10 women and 14 men.", "sum-holds"),
        ("Cast: 5,824 votes (turnout 58.2%). Registered: 10,012 voters.", "share-holds"),
        ("The motion passed by 88 votes to 57, a majority of 31.", "difference-holds"),
        ("Output rose to 60 tonnes from 50 tonnes, an increase of 20 percent.", "growth-holds"),
        ("Sales doubled from 40 to 78 last year.", "multiple-holds"),
        ("The shop asks €1,699, or 12 payments of €141.58.", "product-holds"),
        ("The 26 divers worked in two shifts of 13.", "product-holds"),
        ("The plant has 4 x 105 MW and gives 420 MW.", "product-holds"),
        ("The 12 boats carried an average of 25 sailors each, 300 in all.", "product-holds"),
        ("She led the school from May 1921 to March 1925, a term of three years and ten months.", "span-holds"),
        ("She came in 1949. She served for 38 years, until 1987.", "span-holds"),
        ("Of the pupils, 46% chose Latin, 38% chose Greek and 16% chose Russian.", "over-hundred-holds"),
        ("The tower is 198 m (650 ft) high.", "unit-double-holds"),
    ],
)
def test_what_comes_out_is_an_agreement(text: str, code: str, pipeline: Pipeline) -> None:
    report = pipeline.check([text])
    found = [item for agreement in report.agreements if agreement.rule == "arithmetic" for item in agreement.steps]
    assert [item.code for item in found] == [code]
    assert step(code, **found[0].values) == found[0]
    assert not report.conflicts
