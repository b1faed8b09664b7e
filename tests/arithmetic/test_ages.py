"""Ages against birth dates that many documents give."""

from datetime import date

import claimcheck as cc
from claimcheck.arithmetic.ages import ages
from claimcheck.model.findings import Sums
from claimcheck.pipeline import Pipeline


def _texts(count: int, born: int = 1979) -> list[Sums]:
    texts = (
        f"The painter Ida Holt was born on 3 May {born}, number {number} says. Ida Holt, 41, lives in Arlow."
        for number in range(count)
    )
    day = date(2020, 9, 1)
    pipeline = Pipeline()
    return [
        pipeline.key(cc.Document(text=text, id=f"a{born}-{number}", published=day)).sums
        for number, text in enumerate(texts)
    ]


def test_an_age_is_held_against_each_birth_date_once() -> None:
    found = list(ages(_texts(6)))
    assert [finding.holds for finding in found] == [True] * 6
    assert {len(finding.terms) for finding in found} == {1}


def test_an_age_that_fits_one_of_two_birth_dates_is_not_doubted() -> None:
    wrong, right = _texts(2, born=1969), _texts(1)
    assert all(finding.holds for finding in ages([*wrong, *right]))
    assert not any(finding.holds for finding in ages(wrong))
    assert {finding.terms[0].document for finding in ages(wrong)} == {"a1969-0"}
