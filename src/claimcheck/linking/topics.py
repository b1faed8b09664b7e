"""Whether two documents are about the same affair."""

from collections import Counter
from collections.abc import Sequence
from math import log

from attrs import field, frozen

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Document

LEAST_WEIGHT = 0.2
"""What a term weighs that every document of the set has; were it nothing, a set about one affair would share nothing."""
ENOUGH = 300
"""Terms of a long document beyond its most frequent ones say little about its topic."""


@frozen
class Topics:
    """The terms of each document, and how many documents have each."""

    terms: tuple[frozenset[str], ...]
    weights: dict[str, float]
    _known: dict[tuple[int, int], float] = field(factory=dict[tuple[int, int], float], eq=False, repr=False)

    @classmethod
    def of(cls, documents: Sequence[Document], vocabulary: Vocabulary) -> "Topics":
        """Read the documents' terms."""
        terms = tuple(frozenset(vocabulary.terms(f"{doc.title or ''}\n{doc.text}")) for doc in documents)
        spread = Counter(term for own in terms for term in own)
        total = len(documents)
        weights = {term: vocabulary.weight(term) * _rarity(count, total) for term, count in spread.items()}
        return cls(terms, weights)

    def shared(self, one: int, other: int) -> list[str]:
        """Return the terms that two documents share, the most telling first."""
        weights = self.weights
        return sorted(self.terms[one] & self.terms[other], key=lambda term: (-weights[term], term))

    def likeness(self, one: int, other: int) -> float:
        """Return the share of the smaller document's terms, by weight, that the other has too."""
        if one == other:
            return 1.0
        key = (one, other) if one < other else (other, one)
        known = self._known.get(key)
        if known is None:
            small, large = sorted((self.terms[one], self.terms[other]), key=len)
            weights = self.weights
            whole = sum(weights[term] for term in small)
            known = sum(weights[term] for term in small if term in large) / whole if whole else 0.0
            self._known[key] = known
        return known


def _rarity(count: int, total: int) -> float:
    if total < 4 or count <= 2:
        return 1.0
    return max(LEAST_WEIGHT, log(total / count) / log(total / 2))
