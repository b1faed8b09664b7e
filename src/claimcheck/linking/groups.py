"""Claims that say the same, gathered when somebody asks for them: of most nobody does."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

from claimcheck.linking.keys import ClaimKey
from claimcheck.model import Group


@final
class Groups(Mapping[int, Group]):
    """Groups by the number by which others know their first claim: its own, shifted as those of its document are.

    `members` are the claims for which one stands, and `homes` the document of each claim.
    """

    def __init__(
        self,
        claims: Sequence[ClaimKey],
        members: Mapping[int, Sequence[int]],
        homes: Sequence[int],
        shifts: Sequence[int],
    ) -> None:
        self._claims, self._members, self._homes, self._shifts = claims, members, homes, shifts

    @cached_property
    def _firsts(self) -> Mapping[int, int]:
        homes, shifts = self._homes, self._shifts
        return {first + shifts[homes[first]]: first for first in self._members}

    def __getitem__(self, number: int) -> Group:
        first = self._firsts[number]
        claims, homes, shifts, numbers = self._claims, self._homes, self._shifts, (first, *self._members[first])
        said = tuple([claims[member].claim for member in numbers])
        return Group(said, tuple([member + shifts[homes[member]] for member in numbers]))

    def __contains__(self, number: object) -> bool:
        return number in self._firsts

    def __iter__(self) -> Iterator[int]:
        return iter(self._firsts)

    def __len__(self) -> int:
        return len(self._firsts)
