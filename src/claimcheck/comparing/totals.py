"""Figures that are no other figure for the same thing but the sum of those of one sentence: 80 rooms and suites, "74 rooms and 6 suites"."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.comparing.figures import point_of
from claimcheck.comparing.setting import BEGINNING
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Quantity
from claimcheck.model.precision import margin, written
from claimcheck.model.steps import Account, told

MOST = 4
"""Figures of one sentence that are added up at most."""
ADDED = frozenset({"number", "currency", "quantity"})
"""Kinds of amounts that add up."""


def summed(left: Claim, right: Claim, tools: Tools) -> Account | None:
    """Return how the larger of two figures is made of the smaller one and its neighbours, if it is."""
    one, other = left.mention.quantity, right.mention.quantity
    if one is None or other is None or one.kind not in ADDED or one.unit != other.unit or one.per != other.per:
        return None
    mine, theirs = point_of(one), point_of(other)
    if mine is None or theirs is None or mine == theirs or min(mine, theirs) <= 0:
        return None
    part, whole = (left, right) if mine < theirs else (right, left)
    if part.sentence == whole.sentence and part.document == whole.document:
        return None
    row = _beside(part, tools.analyses[part.document].claims)
    exact = margin(one if whole is left else other, whole.mention.text)
    listed = _adding_up(row, row.index(part), max(mine, theirs), exact) if len(row) > 1 else ()
    if not listed:
        return None
    return told("sum-of", whole=written(whole.mention), terms=" and ".join(written(claim.mention) for claim in listed))


def _beside(part: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a sentence whose amounts are of one kind and unit."""
    row: list[Claim] = []
    like, start = part.mention.quantity, part.sentence.start
    for place in range(bisect_left(claims, start, key=BEGINNING), len(claims)):
        claim = claims[place]
        if claim.sentence.start != start:
            break
        if _is_like(claim.mention.quantity, like):
            row.append(claim)
    return row


def _is_like(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per and one.role == other.role


def _adding_up(row: Sequence[Claim], place: int, total: Decimal, exact: Decimal) -> Sequence[Claim]:
    """Return the run of figures around one that makes a total, to within what its last digit tells."""
    values = [None if claim.mention.quantity is None else point_of(claim.mention.quantity) for claim in row]
    for first in range(max(0, place - MOST + 1), place + 1):
        result = Decimal(0)
        for last in range(first, min(first + MOST, len(row))):
            value = values[last]
            if value is None or value <= 0:
                break
            result += value
            if last > first and last >= place and abs(result - total) <= exact:
                return row[first : last + 1]
    return ()
