"""The claims of documents by sort and by value, where those are found that may fit another's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.model.internal import internal

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""
KEPT = 4096
"""Documents whose claims stay at hand: those that meet are mostly near in time."""

Numbers = list[int]
"""Claims by their numbers, in order."""
End = Decimal | str | None
"""The lower end of an amount, else the upper one; of a time what TIMEX3 calls its value."""
Ends = dict[End, Numbers]
"""The claims of a document by one end of their value, which those that state the same share."""


@internal
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
            mention, sort = key.claim.mention, key.sort
            quantity = mention.quantity
            if quantity is None:
                end: End = None if mention.timex is None else mention.timex.value
            else:
                end = quantity.amount.low
                if end is None:
                    end = quantity.amount.high
            if sort in rows:
                rows[sort].append(number)
            else:
                rows[sort] = [number]
            if end in ends:
                ends[end].append(number)
            else:
                ends[end] = [number]
        return cls(document, keys.short, rows, ends)


Column = dict[str | None, Numbers]
Index = tuple[Column, Column, Column]
"""Claims by the terms around them, by those of what they measure, and by their digits."""
Beside = tuple[Numbers, Numbers, list[Index]]
"""Claims of one sort among which those that may fit another are found: each to be looked at, all of them, by indexes.

Two may fit if what one of them measures stands around the other, or if they have the same digits; in two short texts it
may be left to their surroundings what they measure: all of these may fit.
"""


@frozen
class Shelves:
    """The shelves of documents by number, made when they are asked for and kept as long as they are likely to be.

    `claims` are those of all documents, `starts` the numbers of the first claim of each, `absorbed` the claims for which
    another one stands, with that.
    """

    _keys: Sequence[DocumentKey] = field(repr=False)
    _claims: Sequence[ClaimKey] = field(repr=False)
    _starts: Sequence[int] = field(repr=False)
    _absorbed: Mapping[int, int] = field(repr=False)
    _kept: dict[int, Shelf] = field(factory=dict[int, Shelf], repr=False)
    _indexes: dict[tuple[int, str], Index] = field(factory=dict[tuple[int, str], Index], repr=False)

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
        kept = self._kept
        try:
            return [*map(kept.__getitem__, documents)]
        except KeyError:
            return [*map(self.of, documents)]

    def beside(self, shelf: Shelf, sort: str, others: Iterable[Shelf]) -> Beside:
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
        return few, whole, many

    def fitting(self, key: ClaimKey, beside: Beside) -> set[int]:
        """Return the claims beside a claim that may fit it, or rather those that stand for them."""
        claims, thing, near, digits = self._claims, key.thing, key.near, key.digits
        few, whole, many = beside
        found = set(whole)
        for number in few:
            other = claims[number]
            if (
                not thing.isdisjoint(other.near)
                or not near.isdisjoint(other.thing)
                or (digits is not None and digits == other.digits)
            ):
                found.add(number)
        for around, things, figures in many:
            for column, terms in ((around, thing), (things, near), (figures, (digits,))):
                for term in terms:
                    found.update(column.get(term, ()))
        absorbed = self._absorbed
        return {absorbed.get(number, number) for number in found} if found else found

    def _index(self, document: int, sort: str, row: Sequence[int]) -> Index:
        index = self._indexes.get((document, sort))
        if index is None:
            index = self._indexes[document, sort] = index_of(row, self._claims)
        return index


def index_of(row: Iterable[int], claims: Sequence[ClaimKey]) -> Index:
    """Enter some of the claims."""
    around: Column = {}
    things: Column = {}
    figures: Column = {}
    for number in row:
        key = claims[number]
        _enter(around, key.near, number)
        _enter(things, key.thing, number)
        if key.digits is not None:
            _enter(figures, (key.digits,), number)
    return around, things, figures


def _enter(column: Column, terms: Iterable[str], number: int) -> None:
    for term in terms:
        if term in column:
            column[term].append(number)
        else:
            column[term] = [number]


def sharing(mine: Ends, others: Sequence[Shelf]) -> Iterator[tuple[int, Iterable[int]]]:
    """Yield the claims of one document with those of others whose values have an end as theirs have."""
    if len(mine) < len(others):
        for end, numbers in mine.items():
            for number in numbers:
                yield number, _ending(end, others)
        return
    own = mine.keys()
    found: Ends = {}
    for other in others:
        ends = other.ends
        for end in own & ends.keys():
            found[end] = found[end] + ends[end] if end in found else ends[end]
    for end, alike in found.items():
        for number in mine[end]:
            yield number, alike


def _ending(end: End, others: Iterable[Shelf]) -> Iterator[int]:
    for other in others:
        ends = other.ends
        if end in ends:
            yield from ends[end]
