"""The claims of one document, where those that may fit another's are found without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, field

from claimcheck.linking.keys import ClaimKey

UNNAMED = ""
"""Where claims of short texts stand that may leave it to their surroundings what they measure."""


@define
class Shelf:
    """The claims of one sort of value: by each term around them, by the terms of what they measure, by what they state."""

    around: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    things: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    stated: defaultdict[tuple[str, int], list[int]] = field(
        factory=lambda: defaultdict[tuple[str, int], list[int]](list)
    )


@define
class Shelves:
    """A document's claims by sort and by the terms that two must share: what one of them measures stands around the other.

    Figures of the same digits are looked at whatever they measure.
    """

    _sorts: defaultdict[str, Shelf] = field(factory=lambda: defaultdict[str, Shelf](Shelf))

    def put(self, number: int, key: ClaimKey, statement: int, *, short: bool) -> None:
        """Add a claim."""
        shelf = self._sorts[key.sort]
        for term in key.near:
            shelf.around[term].append(number)
        for term in key.thing:
            shelf.things[term].append(number)
            shelf.stated[term, statement].append(number)
        if key.digits is not None:
            shelf.around[key.digits].append(number)
        if short and key.sort != "count":
            shelf.around[UNNAMED].append(number)

    def alike(self, key: ClaimKey, statement: int) -> Iterator[int]:
        """Yield the claims that state the same of a thing of the same name."""
        shelf = self._sorts.get(key.sort)
        if shelf is not None:
            for term in key.thing:
                yield from shelf.stated.get((term, statement), ())

    def candidates(self, key: ClaimKey, *, short: bool) -> Iterator[Sequence[int]]:
        """Yield the claims that may fit a claim, by what they share with it."""
        shelf = self._sorts.get(key.sort)
        if shelf is None:
            return
        around, things = shelf.around, shelf.things
        for term in key.thing & around.keys():
            yield around[term]
        for term in (key.near - key.thing) & things.keys():
            yield things[term]
        if key.digits is not None and key.digits in around:
            yield around[key.digits]
        if short and key.sort != "count" and UNNAMED in around:
            yield around[UNNAMED]
