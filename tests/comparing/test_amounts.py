"""Comparing amounts apart from any text: bounds, hedges, rounding, units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparing.amounts import compare_amounts
from claimcheck.comparing.figures import amount_of
from claimcheck.comparing.relations import Relation
from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.measures import Measures
from claimcheck.model import Interval, Mention, Passage, Quantity, Settings
from claimcheck.model.steps import SENTENCES, steps_of

CONVERT = Measures.load(load_lexicon()).conversion().convert


def mention(
    text: str,
    low: str | None,
    high: str | None,
    *,
    unit: str | None = None,
    step: str = "1",
    modifier: str | None = None,
    approximate: bool = False,
) -> Mention:
    amount = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    dimension = "count" if unit is None else "length"
    quantity = Quantity("number", amount, unit=unit, dimension=dimension, step=Decimal(step), approximate=approximate)
    before = None if modifier is None else Passage(0, len(modifier), modifier)
    return Mention("a#m1", "a", 0, len(text), text, quantity, before)


def outcome(left: Mention, right: Mention) -> str:
    return compared(left, right).outcome


def compared(left: Mention, right: Mention) -> Relation:
    return compare_amounts(amount_of(left), amount_of(right), Settings(), CONVERT)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (mention("12", "12", "12"), mention("12", "12", "12"), "agree"),
        (mention("12", "12", "12"), mention("17", "17", "17"), "conflict"),
        (mention("2,500", "2500", "2500", step="100"), mention("2,487", "2487", "2487"), "agree"),
        (mention("120", "120", "120", step="10"), mention("123", "123", "123"), "conflict"),
        (mention("6.4", "6.4", "6.4", step="0.1"), mention("6.5", "6.5", "6.5", step="0.1"), "conflict"),
        (mention("42.38", "42.38", "42.38", step="0.01"), mention("42", "42", "42"), "agree"),
        (mention("30", "30", None, modifier="more than"), mention("34", "34", "34"), "agree"),
        (mention("800", "800", None, modifier="over"), mention("2,500", "2500", "2500", step="100"), "stretched"),
        (mention("800", "800", None, modifier="over"), mention("650", "650", "650"), "conflict"),
        (mention("150", None, "150", modifier="up to"), mention("90", "90", "90"), "agree"),
        (mention("5 miles", "5", "5", unit="[mi_i]"), mention("8 km", "8", "8", unit="km"), "agree"),
        (mention("5 kg", "5", "5", unit="kg"), mention("8 km", "8", "8", unit="km"), "unclear"),
    ],
    ids=lambda item: item if isinstance(item, str) else item.text,
)
def test_outcome_is_the_same_either_way(left: Mention, right: Mention, expected: str) -> None:
    assert outcome(left, right) == expected
    assert outcome(right, left) == expected


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_steps_replay(one: int, other: int) -> None:
    left, right = (mention(str(value), str(value), str(value)) for value in (one, other))
    for step in steps_of(compared(left, right).accounts):
        assert step.text == SENTENCES[step.code].format_map(dict(step.values))


@given(st.integers(1, 10**6))
def test_a_value_agrees_with_itself(value: int) -> None:
    assert outcome(mention(str(value), str(value), str(value)), mention(str(value), str(value), str(value))) == "agree"
