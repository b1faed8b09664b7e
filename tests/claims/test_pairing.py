"""Sentences that pair two lists, read by the whole pipeline, against the gold cases."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.claims.pairing import MOST
from claimcheck.model import Claim

Told = Callable[[Claim, str], Any]
GOLD = Path(__file__).parent.parent / "gold" / "pairing" / "readings.toml"
WORDS = [
    ",",
    ".",
    ";",
    "(",
    ")",
    "'s",
    "5",
    "6",
    "7%",
    "$4m",
    "2029",
    "2030",
    "May",
    "June",
    "Arn",
    "Orla",
    "sales",
    "profit",
]
JOINTS = [
    "respectively",
    "and",
    "or",
    "of",
    "in",
    "for",
    "by",
    "the",
    "rose",
    "were",
    "first",
    "second",
    "quarters",
    "which",
]


@pytest.mark.parametrize("case", tomllib.loads(GOLD.read_text("utf-8"))["case"], ids=lambda case: str(case["id"]))
def test_gold(told: Told, case: dict[str, Any]) -> None:
    claims = cc.extract(case["text"])
    assert [
        {key: told(claim, key) for key in wanted} for claim, wanted in zip(claims, case["expect"], strict=True)
    ] == case["expect"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS + JOINTS), max_size=40).map(" ".join))
def test_each_claim_is_told_once_and_in_order(text: str) -> None:
    claims = cc.extract(text + " respectively.")
    assert [claim.mention.start for claim in claims] == sorted(claim.mention.start for claim in claims)
    assert [claim.id for claim in claims] == [f"text#c{number}" for number in range(1, len(claims) + 1)]
    figures = [claim.mention.id for claim in claims if claim.scope.amount != "date"]
    assert len(figures) == len(set(figures))


def test_a_list_of_very_many_is_read_as_one_sentence() -> None:
    many = MOST + 1
    names = ", ".join(f"Port {chr(65 + number)}rn" for number in range(many - 1)) + " and Orla"
    figures = ", ".join(str(200 + number) for number in range(many - 1)) + " and 900"
    assert len(cc.extract(f"{names} have {figures} boats, respectively.")) == many
