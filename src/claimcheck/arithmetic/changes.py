"""Changes against the levels before and after them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.rows import HUNDRED, Row, decrease, percent, shown, spread, spreads
from claimcheck.model import Claim, Interval, Quantity
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.precision import ZERO, written
from claimcheck.model.wire import decimal_text

LEAST, MOST = Decimal("0.9"), Decimal("1.15")
"""What may still be called doubled: 1.8 to 2.3 times."""


def change(row: Row) -> Iterator[Finding]:
    """Compare a change with the levels before and after it: "up 9 percent to 5.4 from 5.0"."""
    claims = row.amounts()
    for index in range(len(claims) - 2):
        trio = claims[index : index + 3]
        moved = [claim for claim in trio if _is_change(row, claim)]
        if len(moved) != 1:
            continue
        old = [claim for claim in trio if _is_old(row, claim) and claim not in moved]
        new = [claim for claim in trio if claim not in moved and claim not in old]
        listed = any(not {"(", ";"}.isdisjoint(row.between(*pair)) for pair in pairwise(trio))
        if listed or len(old) != 1 or len(new) != 1 or not _comparable(new[0], old[0]):
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
    quantity = moved.mention.quantity
    down = (quantity is not None and quantity.direction == "down") or decrease().match(row.after(moved)) is not None
    return against_levels(moved, old, new, down=down)


def against_levels(moved: Claim, old: Claim, new: Claim, *, down: bool, code: str | None = None) -> Finding | None:
    """Compare a change in percent, in points or in the levels' own unit with the levels; None where they cannot give it.

    `code` says how the change is reckoned, where the units leave it open: as `growth` or as `difference`.
    """
    stated, before, after = moved.mention.quantity, *_levels_of(old, new)
    code = code or _kind_of_change(stated, new.mention.quantity, old.mention.quantity)
    if stated is None or code is None or before.low is None or before.low <= 0:
        return None
    if before.high is None or after.low is None or after.high is None:
        return None
    if code == "growth":
        low, high = (after.low / before.high - 1) * HUNDRED, (after.high / before.low - 1) * HUNDRED
    else:
        low, high = after.low - before.high, after.high - before.low
    result, own = Interval(-high, -low) if down else Interval(low, high), _own(moved, new)
    text = percent(result, moved) if code == "growth" else shown(result, moved)
    more, less = (old, new) if down else (new, old)
    names = {"old": old.mention.text, "new": new.mention.text}
    if code != "growth":
        names = {"left": more.mention.text, "right": less.mention.text}
    holds = result.meets(own)
    return reckoned(moved, (new, old), code, holds=holds, **names, result=text, stated=written(moved.mention))


def _kind_of_change(stated: Quantity | None, new: Quantity | None, old: Quantity | None) -> str | None:
    """Return how a change is reckoned from its levels: as growth in percent or as their difference."""
    if stated is None or new is None or old is None:
        return None
    shares = "percent" in (new.kind, old.kind)
    if stated.unit == "percent" and not shares:
        return "growth"
    if stated.dimension == "difference of shares":
        return "difference" if shares else None
    return "difference" if stated.kind == new.kind else None


def _levels_of(old: Claim, new: Claim) -> tuple[Interval, Interval]:
    """Return both levels as exact as the finer one: "from 2.5 to 3 per cent" means 3.0."""
    one, other = old.mention.quantity, new.mention.quantity
    before, after = spreads(old, new)
    if one is None or other is None or not (0 < min(one.step, other.step) < 1):
        return before, after
    width = min(one.step, other.step) / 2
    return one.amount.widened(width), other.amount.widened(width)


def _own(moved: Claim, new: Claim) -> Interval:
    """Return a stated change with its rounding and, where it is hedged, a tenth more; basis points as percentage points."""
    quantity, level = moved.mention.quantity, new.mention.quantity
    own = spreads(new, moved)[1] if quantity and level and quantity.kind == level.kind else spread(moved)
    if quantity is not None and (moved.mention.modifier is not None or quantity.approximate):
        own = own.widened((own.high or ZERO) / 10)
    if quantity is not None and quantity.unit == "basis point" and own.low is not None and own.high is not None:
        return Interval(own.low / HUNDRED, own.high / HUNDRED)
    return own


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
        names = {"old": decimal_text(old) or "", "new": decimal_text(new) or "", "stated": times.mention.text}
        holds = stated * LEAST <= ratio <= stated * MOST
        yield reckoned(times, terms, "multiple", holds=holds, **names, result=f"{ratio:.2f}")


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
    return re.compile(r"\b(?:over (?:this|last) year's|on (?:this|last) year's|compared (?:with|to))\s*$")
