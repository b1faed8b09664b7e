"""Changes against the levels before and after them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.rows import HUNDRED, Row, decrease, shown, spread
from claimcheck.model import Claim, Interval
from claimcheck.model.findings import Finding
from claimcheck.model.precision import ZERO, written
from claimcheck.model.steps import step


def change(row: Row) -> Iterator[Finding]:
    """Compare a change with the levels before and after it: "up 9 percent to 5.4 from 5.0"."""
    for index in range(len(row.claims) - 2):
        trio = row.claims[index : index + 3]
        moved = [claim for claim in trio if _is_change(row, claim)]
        old = [claim for claim in trio if _is_old(row, claim) and claim not in moved]
        new = [claim for claim in trio if claim not in moved and claim not in old]
        listed = any("(" in row.between(*pair) for pair in pairwise(trio))
        if listed or len(moved) != 1 or len(old) != 1 or len(new) != 1 or not _comparable(new[0], old[0]):
            continue
        finding = _change(row, moved[0], old[0], new[0])
        if finding is not None:
            yield finding


def _is_change(row: Row, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    if quantity is None or not quantity.amount.is_point or quantity.role == "factor":
        return False
    return quantity.role == "by" or (quantity.kind == "percent" and _increase().match(row.after(claim)) is not None)


def _is_old(row: Row, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return quantity is not None and (quantity.role == "from" or _earlier().search(row.before(claim)) is not None)


def _comparable(new: Claim, old: Claim) -> bool:
    one, other = new.mention.quantity, old.mention.quantity
    if one is None or other is None or not one.amount.is_point or not other.amount.is_point:
        return False
    if new.scope.head and old.scope.head and new.scope.head != old.scope.head:
        return False
    return (one.kind, one.unit, one.per) == (other.kind, other.unit, other.per)


def _change(row: Row, moved: Claim, old: Claim, new: Claim) -> Finding | None:
    quantity, level = moved.mention.quantity, new.mention.quantity
    if quantity is None or level is None:
        return None
    before, after = spread(old), spread(new)
    if before.low is None or before.low <= 0 or before.high is None or after.low is None or after.high is None:
        return None
    if quantity.kind == "percent" and level.kind != "percent" and quantity.unit == "percent":
        low, high = (after.low / before.high - 1) * HUNDRED, (after.high / before.low - 1) * HUNDRED
        code = "growth"
    elif quantity.kind == level.kind:
        low, high = after.low - before.high, after.high - before.low
        code = "difference"
    else:
        return None
    down = quantity.direction == "down" or decrease().match(row.after(moved)) is not None
    result = Interval(-high, -low) if down else Interval(low, high)
    stated = spread(moved)
    if moved.mention.modifier is not None or quantity.approximate:
        stated = stated.widened((stated.high or ZERO) / 10)
    if result.meets(stated):
        return None
    text = shown(result, moved) + (" %" if code == "growth" else "")
    if code == "growth":
        why = step(code, old=old.mention.text, new=new.mention.text, result=text, stated=written(moved.mention))
    else:
        why = step(code, left=new.mention.text, right=old.mention.text, result=text, stated=written(moved.mention))
    return Finding(moved, (new, old), why)


@cache
def _increase() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:increase|rise|jump|gain|growth|decrease|drop|fall|decline|cut|reduction)\s+(?:over|from|on)\b"
    )


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|over (?:this|last) year's|on (?:this|last) year's|compared (?:with|to))\s*$")
