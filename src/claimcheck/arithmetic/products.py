"""So many of so much each, against what they make."""

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.arithmetic.rows import Row, number, same_unit, spread, value
from claimcheck.model import Claim, Interval, Quantity
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.lengths import length_of


def product(row: Row) -> Iterator[Finding]:
    """Multiply what a sentence has several of: "12 payments of €150, €1,900 in all", "£500 a year for three years"."""
    for place, (first, second) in enumerate(row.pairs()):
        factors = _instalments(row, first, second) or _over_time(row, first, second)
        if factors is None:
            continue
        count, each = factors
        for total in row.claims[place + 2 : place + 3]:
            if _is_total(row, second, total) and _alike(each, total):
                yield from _product(count, each, total)


def _instalments(row: Row, count: Claim, each: Claim) -> tuple[Claim, Claim] | None:
    quantity, amount = count.mention.quantity, each.mention.quantity
    if quantity is None or amount is None or value(count) is None or value(each) is None:
        return None
    if quantity.kind != "number" or amount.kind not in ("currency", "quantity") or amount.per:
        return None
    return (count, each) if _of().fullmatch(row.between(count, each)) else None


def _over_time(row: Row, each: Claim, lasting: Claim) -> tuple[Claim, Claim] | None:
    amount, length = each.mention.quantity, length_of(lasting.mention)
    if amount is None or length is None or value(each) is None or lasting.mention.modifier or length.approximate:
        return None
    if amount.per != length.unit or not length.amount.is_point or row.between(each, lasting).split()[-1:] != ["for"]:
        return None
    return (lasting, each)


def _is_total(row: Row, last: Claim, total: Claim) -> bool:
    between = row.between(last, total)
    if len(between) > 60 or value(total) is None:
        return False
    return _summed().search(between) is not None or _in_all().match(row.after(total)) is not None


def _alike(each: Claim, total: Claim) -> bool:
    one, other = each.mention.quantity, total.mention.quantity
    return one is not None and other is not None and other.per is None and same_unit(_whole(one), _whole(other))


def _whole(quantity: Quantity) -> Quantity:
    return Quantity(quantity.kind, quantity.amount, quantity.unit, quantity.unit_candidates)


def _product(count: Claim, each: Claim, total: Claim) -> Iterator[Finding]:
    length = length_of(count.mention)
    times = length.amount.low if length else value(count)
    one, stated = spread(each), spread(total)
    if times is None or one.low is None or one.high is None:
        return
    result = Interval(times * one.low, times * one.high)
    exact = value(each)
    if exact is None:
        return
    names = {"count": count.mention.text, "each": each.mention.text, "stated": total.mention.text}
    text = number(times * exact, total)
    yield reckoned(total, (count, each), "product", holds=result.meets(stated), **names, result=text)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[A-Za-z-]+\s+){1,4}(?:of|at)\s+(?:just |exactly )?")


@cache
def _summed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:totall?ing|a total of|total capacity of|combined capacity of|in all,?|altogether,?|making)\s*$"
    )


@cache
def _in_all() -> re.Pattern[str]:
    return re.compile(r"\s*(?:in all|in total|altogether)\b")
