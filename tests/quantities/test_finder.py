"""Amounts as the user sees them: cases marked in the text, and the lexicon's own examples."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.amounts import ChangeWord, Modifier, NumberedName, VagueAmount
from claimcheck.lexicons.contexts import NumberContext
from claimcheck.model import Document, Mention, Quantity
from claimcheck.model.wire import quantity_json
from claimcheck.pipeline import Pipeline

PIPELINE = Pipeline()
LEXICON = load_lexicon()
GOLD = Path(__file__).parents[1] / "gold" / "quantities"
CASES = [case for path in sorted(GOLD.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]


def amounts(text: str) -> list[tuple[Mention, Quantity]]:
    found = PIPELINE.analyze(Document(text=text)).mentions
    return [(mention, mention.quantity) for mention in found if mention.quantity is not None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_gold(case: dict[str, Any]) -> None:
    marked = re.findall(r"\[\[(.*?)\]\]", case["text"])
    found = amounts(case["text"].replace("[[", "").replace("]]", ""))
    assert [mention.text for mention, _ in found] == marked
    for (mention, quantity), expected in zip(found, case.get("expect", []), strict=True):
        facts = quantity_json(quantity) | {"modifier": mention.modifier.text if mention.modifier else None}
        assert {key: "" if facts[key] is None else facts[key] for key in expected} == expected  # TOML has no null


@pytest.mark.parametrize("entry", LEXICON.entries("modifiers", Modifier), ids=lambda entry: entry.key)
def test_modifiers(entry: Modifier) -> None:
    counts = [
        sum(mention.modifier is not None for mention, _ in amounts(text))
        for text in (*entry.examples.yes, *entry.examples.no)
    ]
    assert counts == [1] * len(entry.examples.yes) + [0] * len(entry.examples.no)


@pytest.mark.parametrize("entry", LEXICON.entries("vague_amounts", VagueAmount), ids=lambda entry: entry.key)
def test_vague_amounts(entry: VagueAmount) -> None:
    counts = [len(amounts(text)) for text in (*entry.examples.yes, *entry.examples.no)]
    assert counts == [1] * len(entry.examples.yes) + [0] * len(entry.examples.no)


@pytest.mark.parametrize("entry", LEXICON.entries("number_contexts", NumberContext), ids=lambda entry: entry.key)
def test_number_contexts(entry: NumberContext) -> None:
    expected = [entry.makes] if entry.makes else []
    for text in entry.examples.yes:
        assert [quantity.kind for _, quantity in amounts(text)] == expected, text
    for text in entry.examples.no:
        assert [quantity.kind for _, quantity in amounts(text)] != expected, text


@pytest.mark.parametrize("entry", LEXICON.entries("change_words", ChangeWord), ids=lambda entry: entry.key)
def test_change_words(entry: ChangeWord) -> None:
    for text in entry.examples.yes:
        assert entry.direction in [quantity.direction for _, quantity in amounts(text)], text
    for text in entry.examples.no:
        assert not any(quantity.direction for _, quantity in amounts(text)), text


@pytest.mark.parametrize("entry", LEXICON.entries("numbered_names", NumberedName), ids=lambda entry: entry.key)
def test_numbered_names(entry: NumberedName) -> None:
    assert [text for text in entry.examples.yes if amounts(text)] == []
    assert [text for text in entry.examples.no if len(amounts(text)) != 1] == []


WORDS = st.sampled_from(
    ["about", "over", "5", "-", "7", "million", "$", "%", "and", "between", "to", "km", "±", "one", "third", "a", "of", "no",
     "several", "thousands", "doubled", "up", "F", "16", ":", "in", ".", "old", "year", "per", "hour", "'", "less", "than", "£"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30), st.booleans())
def test_any_row_of_words_is_read(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for mention, quantity in amounts(text):
        assert text[mention.start : mention.end] == mention.text
        low, high = quantity.amount.low, quantity.amount.high
        assert low is None or high is None or low <= high


@settings(deadline=None)
@given(st.integers(2, 10**9), st.integers(1, 10**6))
def test_a_range_reads_back(low: int, width: int) -> None:
    found = amounts(f"They moved between {low:,} and {low + width:,} tonnes.")
    assert [(item.amount.low, item.amount.high, item.unit) for _, item in found] == [
        (Decimal(low), Decimal(low + width), "t")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He governed from 14 June 1911 to 3 February 1914 Second terms were rare.", ["Second"]),
        ("On 03/04/2017 £5m was paid.", ["£5m"]),
        ("They left on 5 May 12 people followed.", ["12"]),
    ],
)
def test_an_amount_is_not_joined_with_the_figures_of_a_date(text: str, expected: list[str]) -> None:
    assert [mention.text for mention, _ in amounts(text)] == expected
