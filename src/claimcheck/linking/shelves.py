"""The claims of one sort that some documents make, where those that may fit together are found without looking at the others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import ClassVar

from attrs import define, field

from claimcheck.linking.keys import ClaimKey

UNNAMED = ""
"""Where claims of short texts stand that may leave it to their surroundings what they measure."""


@define
class Shelf:
    """Claims by the terms that two must share: what one of them measures stands around the other.

    `terms` are those of what any of the claims measures: no other is looked for. Figures of the same digits are looked at
    whatever they measure. With `few`, a claim meets only the last claims under each term.
    """

    terms: AbstractSet[str]
    few: bool
    overflowed: bool = False
    _around: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    _things: defaultdict[str, list[int]] = field(factory=lambda: defaultdict[str, list[int]](list))
    _stated: dict[int, dict[str, list[int]]] = field(factory=dict[int, dict[str, list[int]]])

    EXAMPLES: ClassVar[int] = 3
    """Claims that state the same and are held against all others; further ones only join them."""
    WINDOW: ClassVar[int] = 8
    """Claims under one term that a further one meets where there are too many."""

    @classmethod
    def of(cls, keys: Iterable[ClaimKey], *, few: bool) -> "Shelf":
        """Make an empty one for some claims of one sort."""
        return cls(frozenset[str]().union(*(key.thing for key in keys)), few)

    def put(self, number: int, key: ClaimKey, state: int, *, short: bool) -> None:
        """Add a claim; its state stands for all that it states."""
        for term in self.terms & key.near:
            self._around[term].append(number)
        if key.thing:
            stated = self._stated.setdefault(state, {})
            for term in key.thing:
                self._things[term].append(number)
                stated.setdefault(term, []).append(number)
        if key.digits is not None:
            self._around[key.digits].append(number)
        if short and key.sort != "count":
            self._around[UNNAMED].append(number)

    def alike(self, key: ClaimKey, state: int) -> list[int]:
        """Return some claims that state the same of a thing of the same name, the first ones first."""
        stated = self._stated.get(state)
        if stated is None:
            return []
        return sorted({number for term in key.thing for number in stated.get(term, ())[-self.EXAMPLES :]})

    def candidates(self, key: ClaimKey, *, short: bool) -> list[int]:
        """Return the claims that may fit a claim, in their order."""
        found: set[int] = set()
        for term in key.thing:
            self._take(found, self._around.get(term, ()))
        for term in self.terms & key.near:
            if term not in key.thing:
                self._take(found, self._things.get(term, ()))
        if key.digits is not None:
            self._take(found, self._around.get(key.digits, ()))
        if short and key.sort != "count":
            self._take(found, self._around.get(UNNAMED, ()))
        return sorted(found)

    def _take(self, found: set[int], numbers: Sequence[int]) -> None:
        if self.few and len(numbers) > self.WINDOW:
            self.overflowed = True
            numbers = numbers[-self.WINDOW :]
        found.update(numbers)
