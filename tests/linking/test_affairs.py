"""Whether two documents are of one affair does not hang on which of them is asked about first."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Pipeline
from claimcheck.linking import DocumentKey
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.words import COMMON_WEIGHT

PIPELINE = Pipeline()
WORDS = (
    "team",
    "measured",
    "glacier",
    "twice",
    "over",
    "Marn",
    "council",
    "ferry",
    "of",
    "the",
    "three",
    "years",
    "Orla",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map(" ".join)


def _key(name: str, telling: set[str], usual: set[str]) -> DocumentKey:
    """Return the key of a sentence that names somebody and has some other words."""
    key = PIPELINE.key(f"{name} won.")
    own, names = frozenset({name.lower()} | telling), frozenset({name.lower()})
    weight = len(own) + COMMON_WEIGHT * len(usual)
    return evolve(
        key, names=names, given={}, telling=own, usual=frozenset(usual), weight=weight, short=True, single=True
    )


def test_of_two_texts_of_as_many_words_the_lighter_one_decides() -> None:
    """What they share is a third of what the one weighs, and less than that of the other."""
    light = _key("Marn", {"repeat"}, {"team", "year", "time", "week"})
    heavy = _key("Orla", {"repeat", "glacier", "sound"}, {"team", "month"})
    assert light.size == heavy.size
    assert light.weight < heavy.weight
    assert one_affair(light, heavy)
    assert one_affair(heavy, light)


@given(TEXTS, TEXTS)
def test_either_may_be_asked_about_first(one: str, other: str) -> None:
    """For any two texts."""
    left, right = PIPELINE.key(one), PIPELINE.key(other)
    assert one_affair(left, right) == one_affair(right, left)
