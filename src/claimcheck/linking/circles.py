"""Which documents can be about one affair at all: those that share a telling word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.linking.keys import DocumentKey

BROAD = 24
"""Documents from which on a name stands for more than one affair."""
WORN = 32
"""Documents from which on a word that is no name tells nothing."""


@frozen
class Circle:
    """Documents, by number in ascending order, that share a telling word; `term` is that word, or one of several."""

    term: str
    documents: tuple[int, ...]

    @property
    def is_broad(self) -> bool:
        """Whether so many documents share the word that not each can be held against each."""
        return len(self.documents) >= BROAD


@frozen
class Terms:
    """By which terms documents meet: names, telling figures, and the words of texts that are short or name nobody.

    A part of a collection meets by the terms of the whole.
    """

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, keys: Iterable[DocumentKey]) -> "Terms":
        """Take them from the keys of a whole collection."""
        kept = tuple(keys)
        names = frozenset[str]().union(*(key.names for key in kept))
        return cls(names, frozenset[str]().union(*map(openers, kept)) - names)


def circles(keys: Sequence[DocumentKey], terms: Terms | None = None) -> list[Circle]:
    """Gather documents by shared names and telling figures, and texts that are short or name nobody also by other words.

    A circle that lies within another one is left out, unless that one is broad; the largest come first.
    """
    terms = terms or Terms.of(keys)
    names, words = terms.names, terms.words
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        for term in key.capital & names:
            bearers[term].append(number)
        for term in written(key) & words if words else ():
            bearers[term].append(number)
    found = {
        tuple(numbers): term
        for term, numbers in sorted(bearers.items())
        if len(numbers) > 1 and (term in names or len(numbers) < WORN)
    }
    return [Circle(found[documents], documents) for documents in largest(found)]


def largest(sets: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Yield sets of documents, the largest first, without those that lie within one that is not broad."""
    around: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for documents in sorted(sets, key=lambda documents: (-len(documents), documents)):
        numbers = frozenset(documents)
        if any(numbers <= other for other in around[documents[0]]):
            continue
        for number in documents if len(documents) < BROAD else ():
            around[number].append(numbers)
        yield documents


def openers(key: DocumentKey) -> frozenset[str]:
    """Return by what a text is found beside names: its telling figures, and its words if it is short or names nobody."""
    return key.figures if key.names and not key.short else written(key)


def written(key: DocumentKey) -> frozenset[str]:
    """Return the words and telling figures of a text."""
    return key.telling | key.usual | key.figures
