"""Where a figure is said to be."""

from claimcheck.claims.places import CUES
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import load_lexicon


def test_a_place_begins_with_a_preposition_or_adverb() -> None:
    words = WordClasses.build(load_lexicon("en"))
    assert {words.tag(word, kind) for word in CUES for kind in "aA"} == {"p", "r"}
