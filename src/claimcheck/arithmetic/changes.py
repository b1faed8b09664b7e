"""Changes against the levels before and after them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.rows import HUNDRED, Row, decrease, shown, spread, spreads
from claimcheck.model import Claim, Interval
from claimcheck.model.findings import Finding
from claimcheck.model.precision import ZERO, written
from claimcheck.model.steps import step
from claimcheck.model.wire import decimal_text

LEAST, MOST = Decimal("0.9"), Decimal("1.15")
"""What may still be called doubled: 1.8 to 2.3 times."""


def change(row: Row) -> Iterator[Finding]:
    """Compare a change with the levels before and after it: "up 9 percent to 5.4 from 5.0"."""
    claims = row.amounts()
    for index in range(len(claims) - 2):
        trio = claims[index : index + 3]
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
    if other.kind == "number" and other.role == "from" and one.role == "to" and one.kind == "quantity":
        return other.per == one.per  # "from 8 to 12 tonnes"
    return (one.kind, one.unit, one.per) == (other.kind, other.unit, other.per)


def _change(row: Row, moved: Claim, old: Claim, new: Claim) -> Finding | None:
    quantity, level = moved.mention.quantity, new.mention.quantity
    if quantity is None or level is None:
        return None
    exact = quantity.kind == level.kind
    after, before, *moves = spreads(new, old, *((moved,) if exact else ()))
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
    stated = moves[0] if moves else spread(moved)
    if moved.mention.modifier is not None or quantity.approximate:
        stated = stated.widened((stated.high or ZERO) / 10)
    if result.meets(stated):
        return None
    text = shown(result, moved) + (" %" if code == "growth" else "")
    more, less = (old, new) if down else (new, old)
    if code == "growth":
        why = step(code, old=old.mention.text, new=new.mention.text, result=text, stated=written(moved.mention))
    else:
        why = step(code, left=more.mention.text, right=less.mention.text, result=text, stated=written(moved.mention))
    return Finding(moved, (new, old), why)


def factor(row: Row) -> Iterator[Finding]:
    """Compare "doubled", "tripled", "halved" with the levels: "doubled from 40 to 62"."""
    for place, times in enumerate(row.claims[:-1]):
        quantity = times.mention.quantity
        if quantity is None or quantity.role != "factor" or times.mention.modifier or not quantity.amount.is_point:
            continue
        levels = _levels(row, times, row.claims[place + 1 : place + 3])
        stated = quantity.amount.low
        if (
            levels is None
            or stated is None
            or not _is_bare(times.mention.text)
            or _softened().search(row.before(times))
        ):
            continue
        old, new, terms = levels
        ratio = new / old
        if stated * LEAST <= ratio <= stated * MOST:
            continue
        names = {"old": decimal_text(old) or "", "new": decimal_text(new) or "", "stated": times.mention.text}
        yield Finding(times, terms, step("multiple", **names, result=f"{ratio:.2f}"))


def _levels(row: Row, times: Claim, following: tuple[Claim, ...]) -> tuple[Decimal, Decimal, tuple[Claim, ...]] | None:
    """Return the old and the new level behind "doubled from", with the claims that give them."""
    if not following or not _from().fullmatch(row.between(times, following[0])):
        return None
    first = following[0].mention.quantity
    if first is None or first.amount.low is None or first.amount.high is None or first.approximate:
        return None
    if not first.amount.is_point:  # "from 40 to 62" is read as a range
        return (first.amount.low, first.amount.high, following[:1]) if first.amount.low > 0 else None
    if len(following) < 2 or first.role != "from" or first.amount.low <= 0:
        return None
    second = following[1].mention.quantity
    if second is None or second.role != "to" or not second.amount.is_point or second.amount.low is None:
        return None
    if second.kind != first.kind or second.unit != first.unit or second.approximate:
        return None
    return first.amount.low, second.amount.low, following


def _is_bare(text: str) -> bool:
    return text.lower() in ("doubled", "tripled", "trebled", "quadrupled", "halved")


@cache
def _softened() -> re.Pattern[str]:
    return re.compile(
        r"(?:nearly|almost|about|roughly|around|than|close to|virtually|practically|not|approximately)\s*$",
        re.IGNORECASE,
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(r"\s*,?\s*from\s*|\s*,\s*|\s*")


@cache
def _increase() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:increase|rise|jump|gain|growth|decrease|drop|fall|decline|cut|reduction)\s+(?:over|from|on)\b"
    )


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|over (?:this|last) year's|on (?:this|last) year's|compared (?:with|to))\s*$")
