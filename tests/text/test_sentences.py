"""Sentences of gold cases, each boundary marked in the text."""

import tomllib
from pathlib import Path

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import WordList, abbreviations
from claimcheck.text import Tokenizer

GOLD = tomllib.loads((Path(__file__).parents[1] / "gold" / "text" / "sentences.toml").read_text("utf-8"))["case"]
TOKENIZER = Tokenizer(abbreviations(load_lexicon()))


def sentences(text: str) -> list[str]:
    tokens = TOKENIZER.tokenize(text)
    return [tokens.slice(*tokens.sentence(number)) for number in range(len(tokens.sentence_starts))]


@pytest.mark.parametrize("case", GOLD, ids=[case["id"] for case in GOLD])
def test_gold(case: dict[str, str]) -> None:
    expected = [" ".join(piece.split()) for piece in case["text"].split("¦")]
    assert [" ".join(piece.split()) for piece in sentences(case["text"].replace("¦", ""))] == expected, case["why"]


def test_silent_cases_are_as_many() -> None:
    silent = sum("¦" not in case["text"] for case in GOLD)
    assert silent * 2 >= len(GOLD)


@pytest.mark.parametrize("entry", load_lexicon().entries("abbreviations", WordList), ids=lambda entry: entry.key)
def test_examples_of_abbreviations(entry: WordList) -> None:
    assert [len(sentences(text)) for text in entry.examples.yes] == [1] * len(entry.examples.yes)
    assert [len(sentences(text)) for text in entry.examples.no] == [2] * len(entry.examples.no)
