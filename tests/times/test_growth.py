"""Texts dense with times cost in proportion to their length, whatever the times; work is counted in function calls."""

from collections.abc import Callable

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Document, Settings
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
FINDER = TimeFinder(LEXICON, Settings())

SIZE, TIMES, MOST = 600, 4, 5
"""Characters of the shorter text; how many times as long the longer is; how many times the work it may take."""

CALLS_A_CHARACTER = 60
"""More than the densest news takes (about 5), less than what tries every rule everywhere would."""

REPEATED = [
    "March 3 to May ", "3 May to ", "2031 17 ", "1:1:", "03/04/", "2014-", "2014 to ", "two days ", "last ", "half past ",
    "Monday ", "the ", "twenty ", "first ", "of the ", "Monday and ", "every Monday, ", "12 février ", "12 x 2019 ", "1 ", "at 5 ",
    "10 am to ", "two weeks and ", "May ", "the end of ", "early ", "before ", "12.", "1990s ", "' ", "q1 ", "next to last ",
]  # fmt: skip


def reading(text: str) -> Callable[[], object]:
    """Return the work of finding the times of a text."""
    tokens = TOKENIZER.tokenize(text)
    numerals = SCANNER.scan(tokens)
    return lambda: FINDER.find(Document(text=text), tokens, numerals)


def repeated(pattern: str) -> Callable[[int], str]:
    return lambda size: (pattern * (size // len(pattern) + 1))[:size]


@pytest.mark.parametrize("pattern", REPEATED)
def test_work_grows_with_the_length(pattern: str, calls: Callable[[Callable[[], object]], int]) -> None:
    text = repeated(pattern)
    reading(text(TIMES * SIZE))()  # whatever is worked out once
    longer = calls(reading(text(TIMES * SIZE)))
    assert longer < MOST * calls(reading(text(SIZE)))
    assert longer < CALLS_A_CHARACTER * TIMES * SIZE
