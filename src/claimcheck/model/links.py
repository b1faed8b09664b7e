"""Which claims may be about the same thing."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from claimcheck.model.claims import Claim
from claimcheck.model.internal import internal
from claimcheck.model.reports import Diagnostic
from claimcheck.model.steps import Reason


@internal
class Link:
    """Two claims whose subjects fit together, whatever their values; `fit` runs from 0 to 1.

    Claims are numbered from 0 in the order in which their documents were given, and of the offsets.
    """

    left: Claim
    right: Claim
    fit: float
    left_number: int
    right_number: int


@internal
class Group:
    """Claims that say the same, the oldest first, with their numbers."""

    claims: tuple[Claim, ...]
    numbers: tuple[int, ...]


def _unexplained(link: Link) -> tuple[Reason, ...]:
    return ()


@frozen
class Linking:
    """What linking found.

    `groups` gives, by the number of its first claim, the claims that say the same where there are several; links are between first claims.
    `apart` counts the pairs of one affair whose subjects do not fit; `explain` says of a link what fits, asked when
    somebody wants to know.
    """

    links: tuple[Link, ...]
    groups: Mapping[int, Group]
    apart: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    explain: Callable[[Link], tuple[Reason, ...]] = field(default=_unexplained, eq=False, repr=False)
