"""The claims of documents by sort, where those are found that may fit another's."""

from collections.abc import Iterator, Sequence

from attrs import define, field

from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.model import Claim

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""
KEPT = 4096
"""Documents whose claims stay at hand: those that meet are mostly near in time."""

Entry = tuple[int, ClaimKey, int]
"""A claim by its number, with the hash of one end of its value: those that state the same have the same."""
Shelf = dict[str, list[Entry]]
"""The claims of a document by sort."""
Column = dict[str, list[Entry]]


@define
class Shelves:
    """The shelves of documents by number, made when they are asked for and kept as long as they are likely to be.

    `starts` are the numbers of their first claims.
    """

    _keys: Sequence[DocumentKey] = field(repr=False)
    _starts: Sequence[int] = field(repr=False)
    _kept: dict[int, Shelf] = field(factory=dict[int, Shelf], repr=False)
    _indexes: dict[tuple[int, str], "Index"] = field(factory=dict[tuple[int, str], "Index"], repr=False)

    def of(self, document: int) -> Shelf:
        """Return the claims of a document by sort."""
        kept = self._kept.get(document)
        if kept is not None:
            return kept
        if len(self._kept) == KEPT:
            self._kept.clear()
            self._indexes.clear()
        shelf: Shelf = {}
        for number, key in enumerate(self._keys[document].claims, self._starts[document]):
            shelf.setdefault(key.sort, []).append((number, key, _end(key.claim)))
        self._kept[document] = shelf
        return shelf

    def beside(self, document: int, earlier: Sequence[int]) -> Iterator[tuple[list[Entry], "Counterparts"]]:
        """Yield the claims of each sort of a document with where their counterparts are looked for, in earlier ones."""
        short, others = self._keys[document].short, [(other, self.of(other)) for other in earlier]
        for sort, claims in self.of(document).items():
            shelves = [(other, entries) for other, shelf in others if (entries := shelf.get(sort)) is not None]
            if shelves:
                counterparts = Counterparts([], [], [])
                for other, entries in shelves:
                    if short and sort != "count" and self._keys[other].short:
                        counterparts.whole += entries
                    elif len(entries) <= FEW:
                        counterparts.few += entries
                    else:
                        counterparts.many.append(self._index(other, sort, entries))
                yield claims, counterparts

    def _index(self, document: int, sort: str, entries: Sequence[Entry]) -> "Index":
        index = self._indexes.get((document, sort))
        if index is None:
            index = self._indexes[document, sort] = Index.of(entries)
        return index


@define
class Counterparts:
    """Claims of one sort among which those that may fit another are found.

    Two may fit if what one of them measures stands around the other, or if they have the same digits; in two short texts
    it may be left to their surroundings what they measure: the `whole` of these may fit.
    """

    few: list[Entry]
    whole: list[Entry]
    many: list["Index"]

    def ending(self, end: int) -> list[Entry]:
        """Return the claims whose values have an end of that hash, as all have that state the same."""
        found = [entry for entry in self.few if entry[2] == end]
        if self.whole:
            found += [entry for entry in self.whole if entry[2] == end]
        for index in self.many:
            found += index.ends.get(end, ())
        return found

    def of(self, key: ClaimKey) -> list[Entry]:
        """Return the claims that may fit a claim, some perhaps more than once."""
        thing, near, digits = key.thing, key.near, key.digits
        found = [
            entry
            for entry in self.few
            if not thing.isdisjoint((other := entry[1]).near)
            or not near.isdisjoint(other.thing)
            or (digits is not None and digits == other.digits)
        ]
        found += self.whole
        for index in self.many:
            found += index.candidates(key)
        return found


@define
class Index:
    """Many claims by an end of their values, by the terms around them, by those of what they measure, and by their digits."""

    ends: dict[int, list[Entry]] = field(factory=dict[int, list[Entry]])
    _around: Column = field(factory=Column)
    _things: Column = field(factory=Column)
    _digits: Column = field(factory=Column)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Index":
        """Enter claims."""
        index = cls()
        for entry in entries:
            key = entry[1]
            index.ends.setdefault(entry[2], []).append(entry)
            digits = () if key.digits is None else (key.digits,)
            for column, terms in ((index._around, key.near), (index._things, key.thing), (index._digits, digits)):
                for term in terms:
                    column.setdefault(term, []).append(entry)
        return index

    def candidates(self, key: ClaimKey) -> Iterator[Entry]:
        """Yield the claims that may fit a claim, some more than once."""
        for term in key.thing:
            yield from self._around.get(term, ())
        for term in key.near:
            yield from self._things.get(term, ())
        if key.digits is not None:
            yield from self._digits.get(key.digits, ())


def _end(claim: Claim) -> int:
    """Return the hash of the lower end of an amount, else of the upper one; of a time that of what TIMEX3 calls its value."""
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is None:
        return hash(timex and timex.value)
    return hash(quantity.amount.high if quantity.amount.low is None else quantity.amount.low)
