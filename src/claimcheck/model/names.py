"""Who and what a document names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import field

from claimcheck.model.internal import sealed
from claimcheck.model.spans import Span
from claimcheck.model.tokens import Tokens

NameType = Literal["person", "organisation", "place", "group", "work", "role", "unknown"]


@sealed
class Name:
    """One entity of a document: its fullest form, every form used for it, and where they stand.

    `canonical` is the fullest form without titles, or the curated alias table's form ("Islamic State" for "ISIS"); it is
    what may be compared across documents. `forms` are the surfaces found, `places` where each stands, as start and end, in
    text order. `roles` are the role nouns that the document gives it ("envoy", "president"), usable within the document only.
    """

    canonical: str
    type: NameType
    forms: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    roles: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places as spans."""
        return tuple(Span(start, end) for start, end in self.places)


@sealed
class Names:
    """The entities of a document in order of their first mention, with a look-up by place.

    The mentions are columns in order of the text: where each starts and ends, the number of its entity, and its first
    token and the one after its last, which none but the analysis of the text needs.

    >>> from claimcheck.text import Tokenizer
    >>> tokens = Tokenizer(frozenset()).tokenize("In the port, Mustafa Bali spoke of 40 boats; Bali left.")
    >>> bali = Name("Mustafa Bali", "person", ("Mustafa Bali", "Bali"), ((13, 25), (45, 49)))
    >>> names = Names.of([bali], tokens)
    >>> names.at(46).canonical, names.at(30), [name.canonical for _, name in names.within(10, 49)]
    ('Mustafa Bali', None, ['Mustafa Bali', 'Mustafa Bali'])
    >>> names.holding(5).canonical, names.holding(6), [place[:2] for place in names.standing(0, 13)]
    ('Mustafa Bali', None, [(4, 6), (11, 12)])
    """

    entities: tuple[Name, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)
    ends: tuple[int, ...] = field(default=(), repr=False)
    owners: tuple[int, ...] = field(default=(), repr=False)
    firsts: tuple[int, ...] = field(default=(), repr=False, eq=False)
    lasts: tuple[int, ...] = field(default=(), repr=False, eq=False)

    @classmethod
    def of(cls, entities: Iterable[Name], tokens: Tokens) -> "Names":
        """Index some entities of a text; their places must be of whole tokens and not overlap."""
        kept = tuple(entities)
        places = sorted((start, end, owner) for owner, name in enumerate(kept) for start, end in name.places)
        return cls(
            kept,
            starts=tuple(place[0] for place in places),
            ends=tuple(place[1] for place in places),
            owners=tuple(place[2] for place in places),
            firsts=tuple(tokens.at(place[0]) for place in places),
            lasts=tuple(tokens.at(place[1] - 1) + 1 for place in places),
        )

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
            [
                (Span(self.starts[index], self.ends[index]), self.entities[self.owners[index]])
                for index in range(low, high)
                if self.ends[index] <= end
            ]
        )

    def holding(self, token: int) -> Name | None:
        """Return the entity whose mention holds a token."""
        index = bisect_right(self.firsts, token) - 1
        return self.entities[self.owners[index]] if index >= 0 and token < self.lasts[index] else None

    def standing(self, first: int, last: int, origin: int = 0) -> list[tuple[int, int, Name]]:
        """Return the mentions among tokens `first` up to `last`: the tokens of each, counted from `origin`, and its entity."""
        firsts, lasts, total = self.firsts, self.lasts, len(self.firsts)
        found: list[tuple[int, int, Name]] = []
        index = bisect_left(firsts, first)
        while index < total and firsts[index] < last:
            end = lasts[index]
            if end <= last:
                found.append((firsts[index] - origin, end - origin, self.entities[self.owners[index]]))
            index += 1
        return found
