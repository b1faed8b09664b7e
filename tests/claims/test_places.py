"""Where a figure is said to be."""

from claimcheck.claims.places import PREPOSITIONS
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import load_lexicon


def test_a_place_begins_with_what_is_tagged_as_a_preposition() -> None:
    words = WordClasses.build(load_lexicon("en"))
    assert {words.tag(word, kind) for word in PREPOSITIONS for kind in "aA"} == {"p"}
