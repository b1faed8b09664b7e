"""The claims of one sort that one document makes, where those that may fit another's are found."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from claimcheck.linking.keys import ClaimKey

FEW = 12
"""Claims up to which looking at each is cheaper than an index."""

Numbers = dict[str, list[int]]


@define
class Shelf:
    """Claims, by number, with what they state, which two share that state the same.

    Two may fit if what one of them measures stands around the other, or if they have the same digits; in two `short` texts
    it may be left to their surroundings what they measure.
    """

    short: bool
    claims: list[tuple[int, ClaimKey, int]] = field(factory=list[tuple[int, ClaimKey, int]])
    _index: "Index | None" = None

    def alike(self, key: ClaimKey, state: int) -> Iterable[int]:
        """Return the claims that state the same of a thing of the same name."""
        return [
            number for number, other, stated in self.claims if stated == state and not key.thing.isdisjoint(other.thing)
        ]

    def candidates(self, key: ClaimKey, *, short: bool) -> Iterable[int]:
        """Return the claims that may fit a claim."""
        if short and self.short and key.sort != "count":
            return [number for number, _, _ in self.claims]
        if len(self.claims) > FEW:
            if self._index is None:
                self._index = Index.of(self.claims)
            return self._index.candidates(key)
        thing, near, digits = key.thing, key.near, key.digits
        return [
            number
            for number, other, _ in self.claims
            if not thing.isdisjoint(other.near)
            or not near.isdisjoint(other.thing)
            or (digits is not None and digits == other.digits)
        ]


@define
class Index:
    """Many claims by the terms around them, by those of what they measure, and by their digits."""

    _around: Numbers = field(factory=Numbers)
    _things: Numbers = field(factory=Numbers)
    _digits: Numbers = field(factory=Numbers)

    @classmethod
    def of(cls, claims: Sequence[tuple[int, ClaimKey, int]]) -> "Index":
        """Enter claims."""
        index = cls()
        for number, key, _ in claims:
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
