"""So many of so much each, against what they make."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.arithmetic.rows import Row, number, same_unit, spread, value
from claimcheck.model import Analysis, Claim, Interval, Quantity
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.lengths import length_of

NEAR = 3
"""Claims on either side among which a product is looked for."""


def product(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Multiply what a text has several of: "12 payments of €150, €1,900 in all", "nine tankers, each with 2,000 litres".

    A result that comes out may stand anywhere near; one that does not must be called the total.
    """
    for row in rows:
        for first, second in row.pairs():
            factors = _instalments(row, first, second) or _over_time(row, first, second)
            if factors is None:
                continue
            place = analysis.claims.index(second, bisect_left(analysis.claims, second.mention.start, key=_start))
            near = [
                *analysis.claims[place + 1 : place + 1 + NEAR],
                *reversed(analysis.claims[max(0, place - 1 - NEAR) : place - 1]),
            ]
            yield from _products(row, *factors, [claim for claim in near if _alike(factors[1], claim)])


def _start(claim: Claim) -> int:
    return claim.mention.start


def _products(row: Row, count: Claim, each: Claim, near: Sequence[Claim]) -> Iterator[Finding]:
    found = [_product(count, each, claim) for claim in near if claim is not count]
    right = next((finding for finding in found if finding is not None and finding.holds), None)
    if right is not None:
        yield right
        return
    for finding in found:
        if finding is not None and _is_total(
            row, each if each.mention.start > count.mention.start else count, finding.stated
        ):
            yield finding


def _instalments(row: Row, count: Claim, each: Claim) -> tuple[Claim, Claim] | None:
    """Return a count and what each of it is: "62 turbines of 11 MW", "two shifts of 13", "4 x 105 MW"."""
    quantity, amount = count.mention.quantity, each.mention.quantity
    if quantity is None or amount is None or quantity.kind != "number" or quantity.unit:
        return None
    if amount.kind not in ("currency", "quantity", "number") or amount.per:
        return None
    if value(count) is None or _worth(each) is None:
        return None
    between = row.between(count, each)
    if _is_mean(each):
        return (count, each) if _verb().fullmatch(between) and row.after(each).split(",")[0].endswith("each") else None
    if _each().fullmatch(between) or (_noun().fullmatch(between) and row.after(each).lstrip().startswith("each")):
        return (count, each)
    form = _groups() if amount.kind == "number" else _of()
    return (count, each) if form.fullmatch(between) else None


def _is_mean(claim: Claim) -> bool:
    modifier = claim.mention.modifier
    return modifier is not None and modifier.text.lower() in ("an average of", "a mean of")


def _worth(each: Claim) -> Decimal | None:
    """Return what each is worth: an exact amount, or a mean of several."""
    quantity = each.mention.quantity
    return quantity.amount.low if quantity is not None and quantity.amount.is_point and _is_mean(each) else value(each)


def _over_time(row: Row, each: Claim, lasting: Claim) -> tuple[Claim, Claim] | None:
    amount = each.mention.quantity
    length = length_of(lasting.mention) if amount is not None and amount.per is not None else None
    if amount is None or length is None or value(each) is None or lasting.mention.modifier or length.approximate:
        return None
    if amount.per != length.unit or not length.amount.is_point or row.between(each, lasting).split()[-1:] != ["for"]:
        return None
    return (lasting, each)


def _is_total(row: Row, last: Claim, total: Claim) -> bool:
    """Tell whether the text says that an amount behind the factors is what they make."""
    if total.mention.start < last.mention.end or value(total) is None:
        return False
    between = row.between(last, total)
    if total.sentence != last.sentence:
        opening = row.text[total.sentence.start : total.mention.start]
        return len(opening) <= 30 and _total_label().match(opening) is not None
    if len(between) > 60:
        return False
    return bool(_summed().search(between) or _in_all().match(row.after(total)) or _carried().fullmatch(between))


def _alike(each: Claim, total: Claim) -> bool:
    one, other = each.mention.quantity, total.mention.quantity
    if one is None or other is None or other.per is not None or value(total) is None or other.role == "by":
        return False
    return same_unit(_whole(one), _whole(other))


def _whole(quantity: Quantity) -> Quantity:
    return Quantity(quantity.kind, quantity.amount, quantity.unit, quantity.unit_candidates)


def _product(count: Claim, each: Claim, total: Claim) -> Finding | None:
    length = length_of(count.mention)
    times = length.amount.low if length else value(count)
    one, stated, exact = spread(each), spread(total), _worth(each)
    if times is None or one.low is None or one.high is None or exact is None:
        return None
    is_count = (
        not _is_mean(each)
        and each.mention.quantity is not None
        and each.mention.quantity.kind == "number"
        and exact == int(exact)
    )
    result = Interval.point(times * exact) if is_count else Interval(times * one.low, times * one.high)
    names = {"count": count.mention.text, "each": each.mention.text, "stated": total.mention.text}
    text = number(times * exact, total)
    return reckoned(total, (count, each), "product", holds=result.meets(stated), **names, result=text)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[A-Za-z-]+\s+){1,4}(?:of|at)\s+(?:just |exactly )?|\s*[×x]\s*")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:[A-Za-z-]+\s+){0,3}[A-Za-z-]+,?\s+each (?:with|of|carrying|holding|worth|costing|paying)\s+"
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[A-Za-z-]+\s+){1,3}")


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(r"\s+(?:shifts|groups|teams|rows|batches|sets|boxes|packs|squads|crews)\s+of\s+")


@cache
def _verb() -> re.Pattern[str]:
    """Match what stands between several and their mean: "boats carried", "households paid"."""
    return re.compile(r"\s+(?:[A-Za-z-]+\s+){1,4}")


@cache
def _summed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:totall?ing|a total of|total capacity of|combined capacity of|in all,?|altogether,?|making)\s*$"
    )


@cache
def _in_all() -> re.Pattern[str]:
    return re.compile(r"(?:\s+[a-z-]+){0,2}\s*,?\s*(?:in all|in total|altogether)\b")


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(r",\s+(?:brought|carried|held|delivered|supplied|moved|took)\s+")


@cache
def _total_label() -> re.Pattern[str]:
    return re.compile(r"[\s*•-]*[Tt]otal\b")
