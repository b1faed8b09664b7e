"""The claims of documents by sort and by value, where those are found that may fit another's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from claimcheck.linking.keys import ClaimKey, DocumentKey, End, Row, Shelf
from claimcheck.model import Mention
from claimcheck.model.internal import internal

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""
KEPT = 4096
"""Indexes that stay at hand: documents that meet are mostly near in time."""

Place = tuple[int, Shelf]
"""The shelf of a document, and the number of its first claim."""


def shelf_of(claims: Sequence[ClaimKey]) -> Shelf:
    """Enter the claims of a document."""
    rows: dict[str, list[int]] = {}
    ends: dict[End, list[int]] = {}
    for place, key in enumerate(claims):
        sort, end = key.sort, end_of(key.claim.mention)
        if sort in rows:
            rows[sort].append(place)
        else:
            rows[sort] = [place]
        if end in ends:
            ends[end].append(place)
        else:
            ends[end] = [place]
    return Shelf(
        {sort: _row(claims, places) for sort, places in rows.items()},
        {end: tuple(places) for end, places in ends.items()},
    )


def end_of(mention: Mention) -> End:
    """Return the lower end of an amount, else the upper one; of a time what TIMEX3 calls its value."""
    quantity = mention.quantity
    if quantity is None:
        return None if mention.timex is None else mention.timex.value
    end = quantity.amount.high if quantity.amount.low is None else quantity.amount.low
    if end is None or end.adjusted() > LONG:
        return end
    whole = int(end)  # which takes less to look up
    return whole if whole == end else end


LONG = 18
"""Digits of the largest whole number that takes less to look up as one."""


def _row(claims: Sequence[ClaimKey], places: Sequence[int]) -> Row:
    members = [(place, claims[place]) for place in places]
    return Row(
        tuple([(place, key.near, key.thing) for place, key in members]), tuple([key.digits for _, key in members])
    )


Column = dict[str, list[int]]


@internal
class Index:
    """The claims of a row by the terms around them, by those of what they measure, and by their digits."""

    around: Column
    things: Column
    figures: Column

    @classmethod
    def of(cls, row: Row) -> "Index":
        """Enter the claims."""
        around: Column = {}
        things: Column = {}
        figures: Column = {}
        for (place, near, thing), digits in zip(row.claims, row.digits, strict=True):
            _enter(around, near, place)
            _enter(things, thing, place)
            if digits is not None:
                _enter(figures, (digits,), place)
        return cls(around, things, figures)

    def fitting(self, key: ClaimKey) -> set[int]:
        """Return the claims that may fit a claim, by their places."""
        digits = () if key.digits is None else (key.digits,)
        found: set[int] = set()
        for column, terms in ((self.around, key.thing), (self.things, key.near), (self.figures, digits)):
            for term in terms:
                found.update(column.get(term, ()))
        return found


def _enter(column: Column, terms: Iterable[str], place: int) -> None:
    for term in terms:
        if term in column:
            column[term].append(place)
        else:
            column[term] = [place]


@internal
class Beside:
    """Claims of one sort among which those that may fit another are found.

    Two may fit if what one of them measures stands around the other, or if they have the same digits: of `few` each is
    looked at, of `many` by an index; both with the number of their document's first claim. In two short texts it may be
    left to their surroundings what they measure: all of the `whole` may fit.
    """

    few: list[tuple[int, Row]]
    whole: list[int]
    many: list[tuple[int, Index]]

    def fitting(self, key: ClaimKey, absorbed: Mapping[int, int]) -> set[int]:
        """Return the claims that may fit a claim, or rather those that stand for them."""
        unnamed, strange, digits = key.thing.isdisjoint, key.near.isdisjoint, key.digits
        found: set[int] = set()
        for start, row in self.few:
            for place, near, thing in row.claims:
                if not (unnamed(near) and strange(thing)):
                    number = start + place
                    found.add(absorbed.get(number, number))
            if digits is not None and digits in row.digits:
                alike = zip(row.claims, row.digits, strict=True)
                found.update(_standing([start + claim[0] for claim, other in alike if other == digits], absorbed))
        for start, index in self.many:
            found.update(_standing([start + place for place in index.fitting(key)], absorbed))
        if self.whole:
            found.update(_standing(self.whole, absorbed))
        return found


def _standing(numbers: Sequence[int], absorbed: Mapping[int, int]) -> list[int]:
    """Return for each claim the one that stands for it, mostly itself."""
    return [absorbed.get(number, number) for number in numbers]


@frozen
class Shelves:
    """The shelves of documents in order, by what is looked up in them; `starts` are the numbers of the first claim of each."""

    _rows: Sequence[Mapping[str, Row]] = field(repr=False)
    _ends: Sequence[Mapping[End, tuple[int, ...]]] = field(repr=False)
    _short: Sequence[bool] = field(repr=False)
    _starts: Sequence[int] = field(repr=False)
    _indexes: dict[tuple[int, str], Index] = field(factory=dict[tuple[int, str], Index], repr=False)

    @classmethod
    def of(cls, keys: Sequence[DocumentKey], starts: Sequence[int]) -> "Shelves":
        """Take the shelves of documents, or make them."""
        shelves = [key.shelf or shelf_of(key.claims) for key in keys]
        rows, ends = [shelf.rows for shelf in shelves], [shelf.ends for shelf in shelves]
        return cls(rows, ends, [key.short for key in keys], starts)

    def rows(self, document: int) -> Mapping[str, Row]:
        """Return the rows of a document by sort."""
        return self._rows[document]

    def beside(self, document: int, sort: str, others: Iterable[int]) -> Beside:
        """Return where the counterparts of a document's claims of one sort are looked for, in others."""
        rows_of, starts = self._rows, self._starts
        short = self._short if sort != "count" and self._short[document] else ()
        beside = Beside([], [], [])
        for other in others:
            rows = rows_of[other]
            if sort in rows:
                row, start = rows[sort], starts[other]
                if short and short[other]:
                    beside.whole.extend([start + place for place, _, _ in row.claims])
                elif len(row.claims) <= FEW:
                    beside.few.append((start, row))
                else:
                    beside.many.append((start, self._index(other, sort, row)))
        return beside

    def _index(self, document: int, sort: str, row: Row) -> Index:
        index = self._indexes.get((document, sort))
        if index is None:
            if len(self._indexes) == KEPT:
                self._indexes.clear()
            index = self._indexes[document, sort] = Index.of(row)
        return index

    def sharing(self, document: int, others: Sequence[int]) -> Iterator[tuple[int, Iterable[int]]]:
        """Yield the claims of a document with those of others whose values have an end as theirs have."""
        ends_of, starts = self._ends, self._starts
        mine, start = ends_of[document], starts[document]
        if len(mine) < len(others):
            for end, places in mine.items():
                for place in places:
                    yield start + place, _ending(end, others, ends_of, starts)
            return
        own = mine.keys()
        found: dict[End, list[int]] = {}
        for other in others:
            ends, first = ends_of[other], starts[other]
            for end in own & ends.keys():
                if end not in found:
                    found[end] = []
                alike = found[end]
                for place in ends[end]:
                    alike.append(first + place)
        for end, numbers in found.items():
            for place in mine[end]:
                yield start + place, numbers


def _ending(
    end: End, others: Iterable[int], ends_of: Sequence[Mapping[End, tuple[int, ...]]], starts: Sequence[int]
) -> Iterator[int]:
    """Yield the claims of some documents whose values have an end, as far as they are asked for: mostly the first will do."""
    for other in others:
        ends = ends_of[other]
        if end in ends:
            start = starts[other]
            for place in ends[end]:
                yield start + place
