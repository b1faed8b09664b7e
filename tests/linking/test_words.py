"""The word classes of linking, each proved on its examples."""

import pytest

from claimcheck.claims.entries import MeasureEntry
from claimcheck.lexicons import load_lexicon
from claimcheck.linking.words import Akin, Contrast, Synonyms, Vocabulary, split, stem

LEXICON = load_lexicon()
VOCABULARY = Vocabulary.of(LEXICON)


@pytest.mark.parametrize("entry", LEXICON.entries("synonyms", Synonyms), ids=lambda entry: entry.key)
def test_synonyms_fold_to_their_key(entry: Synonyms) -> None:
    for example in entry.examples.yes:
        assert entry.key in VOCABULARY.terms(example)
    for example in entry.examples.no:
        assert entry.key not in VOCABULARY.terms(example)


@pytest.mark.parametrize("entry", LEXICON.entries("contrasts", Contrast), ids=lambda entry: entry.key)
def test_contrasts_tell_their_sides_apart(entry: Contrast) -> None:
    first, second = (dict(_sides(side[0])) for side in entry.sides[:2])
    assert first[entry.key] != second[entry.key]
    for example in entry.examples.yes:
        assert entry.key not in dict(_sides(example)), "a text on both sides stands on neither"


def _sides(text: str) -> frozenset[tuple[str, int]]:
    return VOCABULARY.sides([*map(stem, split(text))])


def test_common_words_weigh_less() -> None:
    assert VOCABULARY.weight("govern") < VOCABULARY.weight("zeppelin")


def test_function_words_are_no_terms() -> None:
    assert VOCABULARY.terms("it was on the") == []


@pytest.mark.parametrize("entry", LEXICON.entries("akin", Akin), ids=lambda entry: entry.key)
def test_measures_that_are_akin(entry: Akin) -> None:
    known = {measure.key for measure in LEXICON.entries("measures", MeasureEntry)} | {"age at death"}
    assert known.issuperset(entry.measures)
    for example in entry.examples.yes:
        assert tuple(example.split(" and ")) in VOCABULARY.akin
    for example in entry.examples.no:
        assert tuple(example.split(" and ")) not in VOCABULARY.akin
