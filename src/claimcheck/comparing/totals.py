"""Figures that are the sum of those of one sentence, and no other figure for the same: 80 rooms and suites, "74 rooms and 6 suites"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from claimcheck.comparing.figures import point_of
from claimcheck.comparing.operands import Operand, Sum
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Quantity
from claimcheck.model.precision import margin, written
from claimcheck.model.steps import Account, told

MOST = 4
"""Figures of one sentence that are added up at most."""
AROUND = 12
"""Claims before and after a figure among which those that it is added to are looked for."""
STANDING = attrgetter("mention.start")
"""Where the figure of a claim stands, by which claims are in order."""
ADDED = frozenset({"number", "currency", "quantity"})
"""Kinds of amounts that add up."""
NO_SUMS: tuple[Sum, ...] = ()


def summed(left: Operand, right: Operand, tools: Tools) -> Account | None:
    """Return how the larger of two figures is made of the smaller one and its neighbours, if it is."""
    mine, theirs = left.point, right.point
    if mine is None or theirs is None or mine == theirs:
        return None
    part, whole, total = (left, right, theirs) if mine < theirs else (right, left, mine)
    sums = part.sums if part.sums is not None else _find(part, tools)
    if not sums:
        return None
    term, stated = part.claim, whole.claim
    one, other = term.mention.quantity, stated.mention.quantity
    if one is None or other is None or one.unit != other.unit or one.per != other.per:
        return None
    if term.sentence == stated.sentence and term.document == stated.document:
        return None
    exact = margin(other, stated.mention.text)
    for result, terms in sums:
        if abs(result - total) <= exact:
            added = " and ".join(written(claim.mention) for claim in terms)
            return told("sum-of", whole=written(stated.mention), terms=added)
    return None


def _find(part: Operand, tools: Tools) -> tuple[Sum, ...]:
    """Find what a figure makes with its neighbours, and keep it: nothing for most."""
    quantity, claim = part.claim.mention.quantity, part.claim
    sums = NO_SUMS
    if quantity is not None and quantity.kind in ADDED and part.point is not None and part.point > 0:
        row = _beside(claim, quantity, tools.analyses[claim.document].claims)
        if len(row) > 1:
            sums = tuple(_sums(row, row.index(claim)))
    part.sums = sums
    return sums


def _beside(part: Claim, like: Quantity, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims around one in its sentence whose amounts are of one kind and unit."""
    place = bisect_left(claims, part.mention.start, key=STANDING)
    row: list[Claim] = []
    for claim in claims[max(0, place - AROUND) : place + AROUND]:
        quantity = claim.mention.quantity
        if claim.sentence.start == part.sentence.start and quantity is not None and _is_like(quantity, like):
            row.append(claim)
    return row


def _is_like(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per and one.role == other.role


def _sums(row: Sequence[Claim], place: int) -> Iterator[Sum]:
    """Yield what the runs of figures around one make."""
    values = [None if claim.mention.quantity is None else point_of(claim.mention.quantity) for claim in row]
    for first in range(max(0, place - MOST + 1), place + 1):
        result = Decimal(0)
        for last in range(first, min(first + MOST, len(row))):
            value = values[last]
            if value is None or value <= 0:
                break
            result += value
            if last > first and last >= place:
                yield result, tuple(row[first : last + 1])
