"""Which way something is said to have moved, against the levels before and after: no "rose to $28m from $30m"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.rows import Row, same_unit, spreads
from claimcheck.model import Claim, Interval
from claimcheck.model.findings import Finding
from claimcheck.model.precision import written
from claimcheck.model.steps import step

NEAR = 60
"""How many characters may stand between the two levels of one move."""


def course(row: Row) -> Iterator[Finding]:
    """Compare which way two neighbouring levels moved with the verb that they share."""
    for left, right in pairwise(row.amounts()):
        one, other = left.mention.quantity, right.mention.quantity
        if one is None or other is None or {one.role, other.role} != {"to", "from"} or one.direction != other.direction:
            continue
        old, new = (left, right) if one.role == "from" else (right, left)
        if _comparable(old, new) and _is_level(old, new) and _is_one_move(row, left, right) and _went_back(old, new):
            words = {"left": written(new.mention), "right": written(old.mention)}
            yield Finding(new, (old,), step("rose-to-less" if one.direction == "up" else "fell-to-more", **words))


def _comparable(old: Claim, new: Claim) -> bool:
    """Tell whether the levels are of one unit, which the first may leave to the second: "from 7 to 6 per cent"."""
    one, other = old.mention.quantity, new.mention.quantity
    if one is None or other is None:
        return False
    shared = one.unit is None and one.kind == "number" and old.mention.start < new.mention.start
    return same_unit(one, other) or (shared and other.unit is not None and one.per == other.per)


def _is_level(old: Claim, new: Claim) -> bool:
    """Tell whether both are levels of money, of a share or of a measure, or counts of the same: no places in a ranking."""
    quantity = new.mention.quantity
    if quantity is None or quantity.dimension == "time" or quantity.kind == "ordinal":
        return False
    return quantity.kind != "number" or (old.scope.head == new.scope.head is not None)


def _is_one_move(row: Row, left: Claim, right: Claim) -> bool:
    """Tell whether nothing parts the two levels, and the verb is of amounts: a time that improved has become less."""
    between = row.between(left, right)
    if len(between) > NEAR or _parting().search(between):
        return False
    return not _judging().search(row.before(left, 2 * NEAR)) and not _judging().search(row.after(right))


def _went_back(old: Claim, new: Claim) -> bool:
    """Tell whether the level went the other way than is said, whatever their digits leave open."""
    before, after = _spreads(old, new)
    quantity = new.mention.quantity
    if quantity is None or None in (before.low, before.high, after.low, after.high):
        return False
    lower, higher = (after, before) if quantity.direction == "up" else (before, after)
    return lower.high is not None and higher.low is not None and 0 <= lower.high <= higher.low


def _spreads(old: Claim, new: Claim) -> tuple[Interval, Interval]:
    """Return both levels with their rounding; whole numbers are both as exact as the finer one: "from $30 to $28"."""
    one, other = old.mention.quantity, new.mention.quantity
    if one is None or other is None or min(one.step, other.step) < 1:
        before, after = spreads(old, new)
        return before, after
    width = min(one.step, other.step) / 2
    return one.amount.widened(width), other.amount.widened(width)


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(r"[;:(]|\b(?:and|but|while|whereas|with|as|after|although|or)\b")


@cache
def _judging() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:improv|strengthen|weaken|worsen|advanc|apprecia|deprecia|upgrad|downgrad|rank|loss|losses|deficit|debt"
        r"|world list|chart|standings|minus|negative)",
        re.IGNORECASE,
    )
