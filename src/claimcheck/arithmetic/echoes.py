"""Results that come out of the figures around them: only agreements, for what does not come out may mean anything.

A conflict needs a form of words that says which figures make which; that a result comes out to the last digit of the
figures beside it says so by itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from claimcheck.arithmetic.rows import HUNDRED, Row, same_unit, value
from claimcheck.model import Analysis, Claim, Quantity
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.lengths import length_of

NEAR = 6
"""Claims on either side among which the terms of a result are looked for."""
SHARP = 3
"""Significant digits from which on a sum, difference or share hardly comes out by chance."""
LEAST_YEARS = 5
"""Spans shorter than this fit too many pairs of years."""


def echoes(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Find sums, differences, shares and spans of years that the figures near a result make exactly."""
    pairs = _pairs(rows)
    for place, claim in enumerate(analysis.claims):
        quantity, around = claim.mention.quantity, slice(max(0, place - NEAR), place + NEAR + 1)
        if length_of(claim.mention) is not None or (quantity is not None and quantity.kind == "age"):
            yield from _span(claim, analysis.claims[around])
        elif quantity is None or value(claim) is None:
            continue
        elif quantity.unit == "percent":
            yield from _share(analysis, claim, analysis.claims[around])
        elif pairs and (_digits(quantity) >= SHARP or _decimals(quantity)):
            yield from _sum(claim, analysis.claims[around], pairs)


def _digits(quantity: Quantity) -> int:
    """Count the digits of an amount that carry information."""
    low = quantity.amount.low
    return len(low.normalize().as_tuple().digits) if low is not None else 0


def _decimals(quantity: Quantity) -> bool:
    return 0 < quantity.step < 1 and _digits(quantity) > 1


Pairs = Mapping[Decimal, Sequence[tuple[Claim, Claim]]]
"""Neighbours of one unit in one sentence, by what they make."""


def _pairs(rows: Iterable[Row]) -> Pairs:
    pairs: defaultdict[Decimal, list[tuple[Claim, Claim]]] = defaultdict(list)
    for row in rows:
        amounts = [(claim, amount) for claim in row.claims if (amount := value(claim))]
        for place, (left, one) in enumerate(amounts):
            for right, other in amounts[place + 1 : place + 1 + 2 * NEAR]:
                if one != other and _are_alike(left, right):
                    pairs[one + other].append((left, right))
    return pairs


def _are_alike(left: Claim, right: Claim) -> bool:
    one, other = left.mention.quantity, right.mention.quantity
    return one is not None and other is not None and same_unit(one, other)


def _sum(total: Claim, around: Sequence[Claim], pairs: Pairs) -> Iterator[Finding]:
    """Find the neighbours in one sentence that make a total, or whose difference a figure is."""
    first, last, wanted = around[0].mention.start, around[-1].mention.start, value(total)
    for left, right in pairs.get(wanted, ()) if wanted is not None else ():
        near = first <= left.mention.start and right.mention.start <= last
        if near and total is not left and total is not right and _are_alike(left, total):
            text = f"{left.mention.text} and {right.mention.text}"
            yield reckoned(total, (left, right), "sum", holds=True, stated=total.mention.text, terms=text)
            return


def _share(analysis: Analysis, stated: Claim, around: Sequence[Claim]) -> Iterator[Finding]:
    """Find the count before a share in brackets, and what it is that share of: "Cast: 5,824 (turnout 58.2%)"."""
    quantity, text = stated.mention.quantity, analysis.document.text
    if quantity is None or quantity.step >= 1 or _digits(quantity) < SHARP:
        return
    counts = [
        item
        for item in around
        if item is not stated and item.mention.quantity and item.mention.quantity.kind == "number" and value(item)
    ]
    before = [item for item in counts if item.mention.end <= stated.mention.start and item.sentence == stated.sentence]
    if not before or not _bracket().search(text[before[-1].mention.end : stated.mention.start]):
        return
    part, margin = before[-1], quantity.step / 2
    for whole in counts:
        top, bottom, share = value(part), value(whole), value(stated)
        if top is None or not bottom or share is None or bottom <= top:
            continue
        if abs(top / bottom * HUNDRED - share) <= margin:
            names = {"part": part.mention.text, "whole": whole.mention.text, "stated": stated.mention.text}
            yield reckoned(stated, (part, whole), "share", holds=True, **names)
            return


def _span(lasting: Claim, around: Sequence[Claim]) -> Iterator[Finding]:
    """Find the two years that lie so many years apart, one of them in the sentence: "in 1983, after 31 years"."""
    length = length_of(lasting.mention)
    if (
        length is None
        or length.unit != "a"
        or not length.amount.is_point
        or length.approximate
        or lasting.mention.modifier
    ):
        return
    years, dated = length.amount.low, [(item, _year(item)) for item in around if item is not lasting]
    if years is None or years < LEAST_YEARS:
        return
    known = [(item, year) for item, year in dated if year is not None]
    for (one, first), (other, last) in combinations(known, 2):
        if abs(last - first) == years and lasting.sentence in (one.sentence, other.sentence):
            start, end = (one, other) if first < last else (other, one)
            names = {"start": start.mention.text, "end": end.mention.text, "stated": lasting.mention.text}
            yield reckoned(lasting, (start, end), "span", holds=True, **names)
            return


def _year(claim: Claim) -> int | None:
    timex = claim.mention.timex
    text = (timex.value or "")[:4] if timex and timex.timex_type == "DATE" and not timex.readings else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"^[^().;]{0,40}\([^()0-9]{0,30}$")
