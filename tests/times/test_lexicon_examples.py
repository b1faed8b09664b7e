"""Every word of the calendar's lexicon files is found where its examples say, and nowhere else."""

from datetime import date

import pytest

from claimcheck.lexicons import Entry, load_lexicon
from claimcheck.lexicons.calendar import (
    Daypart,
    Deictic,
    Holiday,
    Named,
    Season,
    TimeModifier,
    TimeUnit,
    TimeWords,
    Zone,
)  # fmt: skip
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Candidate, Document, Settings
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder
from claimcheck.times.vocabulary import split

FILES: dict[str, type[Entry]] = {
    "months": Named, "weekdays": Named, "time_units": TimeUnit, "dayparts": Daypart, "seasons": Season,
    "holidays": Holiday, "deictics": Deictic, "time_modifiers": TimeModifier, "zones": Zone, "time_words": TimeWords,
}  # fmt: skip
LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
FINDER = TimeFinder(LEXICON, Settings())


def times(text: str) -> list[Candidate]:
    tokens = TOKENIZER.tokenize(text)
    return FINDER.find(Document(text=text, published=date(2019, 2, 17)), tokens, SCANNER.scan(tokens)).candidates


def covered(text: str) -> list[str]:
    """Return the words of each time with its modifier."""
    spans = [(min(item.start, item.modifier.start) if item.modifier else item.start, item.end) for item in times(text)]
    return [" ".join(split(text[start:end].lower())) for start, end in spans]


def words_of(entry: Entry) -> list[str]:
    surfaces = [word for name in ("words", "guarded", "short", "adverbs") for word in getattr(entry, name, ())]
    return [" ".join(split(word)) for word in surfaces]


ENTRIES = [
    pytest.param(name, entry, id=f"{name}.{entry.key}")
    for name, kind in FILES.items()
    for entry in LEXICON.entries(name, kind)
]


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_examples(name: str, entry: Entry) -> None:
    words = words_of(entry)
    for text in entry.examples.yes:
        found = covered(text)
        assert found, text
        if name != "time_words":
            assert any(f" {word} " in f" {item} " or item.endswith(word) for word in words for item in found), (
                text,
                found,
            )
    for text in entry.examples.no:
        found = covered(text)
        assert not any(f" {word} " in f" {item} " for word in words for item in found), (text, found)
