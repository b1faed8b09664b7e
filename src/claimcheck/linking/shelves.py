"""The claims of documents by sort and by value, where those are found that may fit another's."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from claimcheck.linking.keys import ClaimKey, DocumentKey

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""
KEPT = 4096
"""Documents whose claims stay at hand: those that meet are mostly near in time."""

Numbers = list[int]
"""Claims by their numbers, in order."""
Ends = dict[int, Numbers]
"""The claims of a document by the hash of their sort and one end of their value: those that state the same share it."""


@define(eq=False)
class Shelf:
    """The claims of one document by sort and by value; `short` tells whether the text has hardly room for two things."""

    document: int
    short: bool
    rows: dict[str, Numbers]
    ends: Ends

    @classmethod
    def of(cls, document: int, keys: DocumentKey, start: int) -> "Shelf":
        """Enter the claims of a document, of which the first has that number."""
        rows: dict[str, Numbers] = {}
        ends: Ends = {}
        for number, key in enumerate(keys.claims, start):
            sort, mention = key.sort, key.claim.mention
            quantity, timex = mention.quantity, mention.timex
            if quantity is None:
                end = hash((sort, timex and timex.value))
            else:
                amount = quantity.amount
                end = hash((sort, amount.high if amount.low is None else amount.low))
            if sort in rows:
                rows[sort].append(number)
            else:
                rows[sort] = [number]
            if end in ends:
                ends[end].append(number)
            else:
                ends[end] = [number]
        return cls(document, keys.short, rows, ends)


@define
class Shelves:
    """The shelves of documents by number, made when they are asked for and kept as long as they are likely to be.

    `claims` are those of all documents, `starts` the numbers of the first claim of each.
    """

    _keys: Sequence[DocumentKey] = field(repr=False)
    _claims: Sequence[ClaimKey] = field(repr=False)
    _starts: Sequence[int] = field(repr=False)
    _kept: dict[int, Shelf] = field(factory=dict[int, Shelf], repr=False)
    _indexes: dict[tuple[int, str], "Index"] = field(factory=dict[tuple[int, str], "Index"], repr=False)

    def of(self, document: int) -> Shelf:
        """Return the claims of a document."""
        shelf = self._kept.get(document)
        if shelf is None:
            if len(self._kept) == KEPT:
                self._kept.clear()
                self._indexes.clear()
            shelf = self._kept[document] = Shelf.of(document, self._keys[document], self._starts[document])
        return shelf

    def among(self, documents: Sequence[int]) -> list[Shelf]:
        """Return the shelves of some documents."""
        found = [shelf for shelf in map(self._kept.get, documents) if shelf is not None]
        return found if len(found) == len(documents) else [*map(self.of, documents)]

    def beside(self, shelf: Shelf, sort: str, others: Iterable[Shelf]) -> "Counterparts":
        """Return where the counterparts of a shelf's claims of one sort are looked for, in others."""
        few: Numbers = []
        whole: Numbers = []
        many: list[Index] = []
        for other in others:
            row = other.rows.get(sort)
            if row is None:
                continue
            if other.short and shelf.short and sort != "count":
                whole += row
            elif len(row) <= FEW:
                few += row
            else:
                many.append(self._index(other.document, sort, row))
        return Counterparts(self._claims, few, whole, many)

    def _index(self, document: int, sort: str, row: Sequence[int]) -> "Index":
        index = self._indexes.get((document, sort))
        if index is None:
            index = self._indexes[document, sort] = Index.of(row, self._claims)
        return index


@define
class Counterparts:
    """Claims of one sort among which those that may fit another are found.

    Two may fit if what one of them measures stands around the other, or if they have the same digits; in two short texts
    it may be left to their surroundings what they measure: the `whole` of these may fit.
    """

    _claims: Sequence[ClaimKey] = field(repr=False)
    few: Numbers
    whole: Numbers
    many: list["Index"]

    def of(self, key: ClaimKey) -> Numbers:
        """Return the claims that may fit a claim, some perhaps more than once."""
        claims, thing, near, digits = self._claims, key.thing, key.near, key.digits
        found = [
            number
            for number in self.few
            if not thing.isdisjoint((other := claims[number]).near)
            or not near.isdisjoint(other.thing)
            or (digits is not None and digits == other.digits)
        ]
        found += self.whole
        for index in self.many:
            found += index.candidates(key)
        return found


@define
class Index:
    """Many claims by the terms around them, by those of what they measure, and by their digits."""

    _around: dict[str, Numbers] = field(factory=dict[str, Numbers])
    _things: dict[str, Numbers] = field(factory=dict[str, Numbers])
    _digits: dict[str, Numbers] = field(factory=dict[str, Numbers])

    @classmethod
    def of(cls, numbers: Iterable[int], claims: Sequence[ClaimKey]) -> "Index":
        """Enter some of the claims."""
        index = cls()
        for number in numbers:
            key = claims[number]
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


def sharing(mine: Ends, others: Sequence[Shelf]) -> Ends:
    """Return by the hashes of one document the claims of others that have them."""
    if len(mine) < len(others):
        return {end: [number for other in others if end in other.ends for number in other.ends[end]] for end in mine}
    own = mine.keys()
    found: Ends = {}
    for other in others:
        ends = other.ends
        for end in own & ends.keys():
            found[end] = found[end] + ends[end] if end in found else ends[end]
    return found
