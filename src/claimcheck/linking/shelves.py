"""The claims of a circle of documents, where those that may fit together are found without looking at the others."""

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar

from attrs import define, field

from claimcheck.linking.keys import ClaimKey

UNNAMED = ""
"""Where claims of short texts stand that may leave it to their surroundings what they measure."""


@define
class _Shelf:
    """The claims of one sort of value: by each term around them, by the terms of what they measure, by what they state."""

    around: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    things: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    stated: defaultdict[tuple[str, int], list[int]] = field(
        factory=lambda: defaultdict[tuple[str, int], list[int]](list)
    )


@define
class Shelves:
    """Claims by sort and by the terms that two must share: what one of them measures stands around the other.

    Figures of the same digits are looked at whatever they measure.

    With `few`, a claim meets only the last claims under each term.
    """

    few: bool
    overflowed: bool = False
    _sorts: defaultdict[str, _Shelf] = field(factory=lambda: defaultdict[str, _Shelf](_Shelf))

    EXAMPLES: ClassVar[int] = 3
    """Claims that state the same and are held against all others; further ones only join them."""
    WINDOW: ClassVar[int] = 8
    """Claims under one term that a further one meets where there are too many."""

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

    def alike(self, key: ClaimKey, statement: int) -> list[int]:
        """Return some claims that state the same of a thing of the same name, the first ones first."""
        shelf = self._sorts.get(key.sort)
        if shelf is None:
            return []
        found: set[int] = set()
        for term in key.thing:
            found.update(shelf.stated.get((term, statement), ())[-self.EXAMPLES :])
        return sorted(found)

    def candidates(self, key: ClaimKey, *, short: bool) -> list[int]:
        """Return the claims that may fit a claim, in their order."""
        shelf = self._sorts.get(key.sort)
        if shelf is None:
            return []
        found: set[int] = set()
        for term in key.thing:
            self._take(found, shelf.around.get(term, ()))
        for term in key.near - key.thing:
            self._take(found, shelf.things.get(term, ()))
        if key.digits is not None:
            self._take(found, shelf.around.get(key.digits, ()))
        if short and key.sort != "count":
            self._take(found, shelf.around.get(UNNAMED, ()))
        return sorted(found)

    def _take(self, found: set[int], numbers: Sequence[int]) -> None:
        if self.few and len(numbers) > self.WINDOW:
            self.overflowed = True
            numbers = numbers[-self.WINDOW :]
        found.update(numbers)
