"""The claims that one document makes, by sort, where those that may fit another's are found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, field

from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.statements import statement

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""
KEPT = 4096
"""Documents whose claims stay at hand: those that meet are mostly near in time."""

Numbers = dict[str, list[int]]


class Entry(NamedTuple):
    """A claim by its number, with what it states, which two share that state the same."""

    number: int
    key: ClaimKey
    stated: int


@define
class Shelf:
    """The claims of one sort of a document, which may be `short`.

    Two may fit if what one of them measures stands around the other, or if they have the same digits; in two short texts
    it may be left to their surroundings what they measure.
    """

    short: bool
    entries: list[Entry] = field(factory=list[Entry])
    _index: "Index | None" = None

    def alike(self, key: ClaimKey, stated: int) -> list[int]:
        """Return the claims that state the same of a thing of the same name."""
        thing = key.thing
        return [
            number for number, other, state in self.entries if state == stated and not thing.isdisjoint(other.thing)
        ]

    def candidates(self, key: ClaimKey, *, short: bool) -> "Sequence[int] | Iterator[int]":
        """Return the claims that may fit a claim of a document, some perhaps more than once."""
        if short and self.short and key.sort != "count":
            return [entry.number for entry in self.entries]
        if len(self.entries) > FEW:
            if self._index is None:
                self._index = Index.of(self.entries)
            return self._index.candidates(key)
        thing, near, digits = key.thing, key.near, key.digits
        return [
            number
            for number, other, _ in self.entries
            if not thing.isdisjoint(other.near)
            or not near.isdisjoint(other.thing)
            or (digits is not None and digits == other.digits)
        ]


@define
class Shelves:
    """The shelves of documents by number, made when they are asked for and kept as long as they are likely to be."""

    _keys: Sequence[DocumentKey] = field(repr=False)
    _ranges: Sequence[range] = field(repr=False)
    _kept: dict[int, dict[str, Shelf]] = field(factory=dict[int, dict[str, Shelf]], repr=False)
    _stated: dict[object, int] = field(factory=dict[object, int], repr=False)

    def of(self, documents: Sequence[int]) -> list[dict[str, Shelf]]:
        """Return the claims of each of some documents by sort; what these claims state is numbered alike."""
        if len(self._kept) + len(documents) > KEPT:
            self._kept.clear()
            self._stated.clear()
        return [self._kept.get(document) or self._filled(document) for document in documents]

    def _filled(self, document: int) -> dict[str, Shelf]:
        shelves = self._kept[document] = dict[str, Shelf]()
        key, stated = self._keys[document], self._stated
        for number, claim in zip(self._ranges[document], key.claims, strict=True):
            shelf = shelves.get(claim.sort)
            if shelf is None:
                shelf = shelves[claim.sort] = Shelf(key.short)
            shelf.entries.append(Entry(number, claim, stated.setdefault(statement(claim.claim), len(stated))))
        return shelves


@define
class Index:
    """Many claims by the terms around them, by those of what they measure, and by their digits."""

    _around: Numbers = field(factory=Numbers)
    _things: Numbers = field(factory=Numbers)
    _digits: Numbers = field(factory=Numbers)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Index":
        """Enter claims."""
        index = cls()
        for number, key, _ in entries:
            digits = () if key.digits is None else (key.digits,)
            for column, terms in ((index._around, key.near), (index._things, key.thing), (index._digits, digits)):
                for term in terms:
                    column.setdefault(term, []).append(number)
        return index

    def candidates(self, key: ClaimKey) -> Iterator[int]:
        """Yield the claims that may fit a claim, some more than once."""
        for term in key.thing:
            yield from self._around.get(term, ())
        for term in key.near:
            yield from self._things.get(term, ())
        if key.digits is not None:
            yield from self._digits.get(key.digits, ())
