"""The number words' own examples: each `yes` text holds exactly one number, each `no` text none."""

import pytest

from claimcheck.lexicons import Entry, load_lexicon
from claimcheck.lexicons.numbers import NumberClass, Scale
from claimcheck.lexicons.words import abbreviations
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
ENTRIES: list[Entry] = [*LEXICON.entries("number_words", NumberClass), *LEXICON.entries("scales", Scale)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_examples(entry: Entry) -> None:
    counts = [len(SCANNER.scan(TOKENIZER.tokenize(text))) for text in (*entry.examples.yes, *entry.examples.no)]
    assert counts == [1] * len(entry.examples.yes) + [0] * len(entry.examples.no)
