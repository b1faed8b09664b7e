"""Every entry of `measures.toml` proves itself: its figures have the measure in `yes` texts and not in `no` texts."""

from collections.abc import Callable

import pytest

from claimcheck.claims.entries import MeasureEntry
from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import WordList
from claimcheck.model import Claim

Builds = Callable[[str], tuple[Claim, ...]]
ENTRIES = load_lexicon().entries("measures", MeasureEntry)
EVENTS = load_lexicon().entries("event_nouns", WordList)


@pytest.mark.parametrize("entry", [*ENTRIES, *EVENTS], ids=lambda entry: entry.key)
def test_examples(build: Builds, entry: MeasureEntry | WordList) -> None:
    for text in entry.examples.yes:
        assert [claim.measure for claim in build(text)] == [entry.key], text
    for text in entry.examples.no:
        assert entry.key not in [claim.measure for claim in build(text)], text
