"""How a figure behaves in time, and the words that take one back."""

from functools import lru_cache
from typing import Literal

from attrs import frozen

from claimcheck.lexicons import Entry, Lexicon
from claimcheck.lexicons.inflection import singular
from claimcheck.model import Claim

Nature = Literal["cumulative", "changing", "settled", "open"]
CACHED = 4096
"""Measures whose words are kept."""


@frozen(kw_only=True)
class Words(Entry):
    """A class of words, lower case; phrases are allowed."""

    words: tuple[str, ...]


@frozen
class Natures:
    """The lexicon's classes of figures, by singular noun."""

    cumulative: frozenset[str]
    changing: frozenset[str]
    unsettled: frozenset[str]
    settled: frozenset[str]
    corrections: tuple[str, ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Natures":
        """Read the classes."""
        lists = {entry.key: frozenset(map(singular, entry.words)) for entry in lexicon.entries("changes", Words)}
        corrections = tuple(word for entry in lexicon.entries("corrections", Words) for word in entry.words)
        return cls(lists["cumulative"], lists["changing"], lists["unsettled"], lists["settled"], corrections)

    def of_pair(self, left: Claim, right: Claim) -> Nature:
        """Return how the figure of two claims of one thing behaves."""
        words = _words(left, right)
        moved = "change" in left.scope.basis and "change" in right.scope.basis
        if left.mention.timex is not None or moved or not words.isdisjoint(self.settled):
            return "settled"
        if not words.isdisjoint(self.cumulative):
            return "cumulative"
        return "open" if words.isdisjoint(self.changing) else "changing"

    def is_unsettled(self, left: Claim, right: Claim) -> bool:
        """Tell whether honest sources differ on the figure."""
        words = _words(left, right)
        return words.isdisjoint(self.settled) and not words.isdisjoint(self.unsettled)

    def correction(self, sentence: str) -> str:
        """Return the word with which a sentence takes an earlier figure back; empty if there is none."""
        return next(filter(sentence.lower().__contains__, self.corrections), "")


def _words(left: Claim, right: Claim) -> frozenset[str]:
    mine, theirs = left.scope, right.scope
    one, other = _singular(left.measure, mine.head, mine.event), _singular(right.measure, theirs.head, theirs.event)
    return one if one is other else one | other


@lru_cache(maxsize=CACHED)
def _singular(*phrases: str | None) -> frozenset[str]:
    """Return the words of some phrases in the singular."""
    text = " ".join(filter(None, phrases)).lower()
    return frozenset(map(singular, text.replace("-", " ").split()))
