"""Who and what a document names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import field, frozen

from claimcheck.model.spans import Span

NameType = Literal["person", "organisation", "place", "group", "work", "role", "unknown"]


@frozen
class Name:
    """One entity of a document: its fullest form, every form used for it, and where they stand.

    `canonical` is the fullest form without titles, or the curated alias table's form ("Islamic State" for "ISIS"); it is
    what may be compared across documents. `forms` are the surfaces found, `spans` all their places in text order.
    `roles` are the role nouns that the document gives it ("envoy", "president"), usable within the document only.
    """

    canonical: str
    type: NameType
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    roles: tuple[str, ...] = ()


@frozen
class Names:
    """The entities of a document in order of their first mention, with a look-up by place.

    >>> bali = Name("Mustafa Bali", "person", ("Mustafa Bali", "Bali"), (Span(13, 25), Span(40, 44)))
    >>> names = Names.of([bali])
    >>> names.at(41).canonical, names.at(30), [name.canonical for _, name in names.within(10, 44)]
    ('Mustafa Bali', None, ['Mustafa Bali', 'Mustafa Bali'])
    """

    entities: tuple[Name, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)
    ends: tuple[int, ...] = field(default=(), repr=False)
    owners: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, entities: Iterable[Name]) -> "Names":
        """Index some entities; their spans must not overlap."""
        kept = tuple(entities)
        places = sorted((span.start, span.end, owner) for owner, name in enumerate(kept) for span in name.spans)
        return cls(kept, tuple(p[0] for p in places), tuple(p[1] for p in places), tuple(p[2] for p in places))

    def __iter__(self) -> Iterator[Name]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def at(self, offset: int) -> Name | None:
        """Return the entity whose mention covers an offset."""
        index = bisect_right(self.starts, offset) - 1
        return self.entities[self.owners[index]] if index >= 0 and offset < self.ends[index] else None

    def within(self, start: int, end: int) -> tuple[tuple[Span, Name], ...]:
        """Return the mentions that begin and end within a stretch of text, each with its entity."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(
            (Span(self.starts[index], self.ends[index]), self.entities[self.owners[index]])
            for index in range(low, high)
            if self.ends[index] <= end
        )
