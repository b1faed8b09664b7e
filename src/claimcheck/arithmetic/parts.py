"""Parts against their total."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.rows import TWO, Row, is_count, number, same_unit, spreads, value
from claimcheck.model import Analysis, Claim, Interval
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.precision import ZERO

SLIP = Decimal("0.2")
"""Parts that miss the total by more than this share of it are hardly meant to make it."""


LONGEST = 60
"""Figures of the longest list of parts, its total among them."""


def parts(row: Row) -> Iterator[Finding]:
    """Add up parts that a sentence lists behind their total: "12 members: 5 women and 8 men"."""
    listed = breakdown(row)
    if listed is None:
        return
    yield from summed(*listed)


def summed(total: Claim, terms: tuple[Claim, ...]) -> Iterator[Finding]:
    """Compare what parts make with their total; parts that miss it by more than a slip are hardly meant to make it."""
    stated, *amounts = spreads(total, *terms)
    result = _sum(amounts)
    holds = result.meets(stated)
    if holds or _is_slip(result, stated):
        names = {"terms": " and ".join(term.mention.text for term in terms), "stated": total.mention.text}
        yield reckoned(total, terms, "sum", holds=holds, **names, result=_middle(result, total))


def breakdown(row: Row) -> tuple[Claim, tuple[Claim, ...]] | None:
    """Return a total and the parts that the rest of its sentence lists, where the list says that it is complete."""
    if len(row.claims) <= TWO:
        return None
    claims = [claim for claim in row.claims if not _is_aside(row, claim)]
    for place in range(max(0, len(claims) - LONGEST), len(claims) - TWO):
        total, first = claims[place], claims[place + 1]
        if value(total) is None or not _is_part(first, total) or not _opens(row, total, first):
            continue
        terms = tuple(claims[place + 1 :])
        rest = row.text[total.mention.start : total.sentence.end]
        if all(_is_part(term, total) for term in terms) and _is_list(row, terms) and not _incomplete().search(rest):
            return total, terms
    return None


def restated(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare a total that its parts make with what else the document says was so many: 1,248 enrolled, then 1,284."""
    for row in rows:
        listed = breakdown(row)
        if listed is None or not all(finding.holds for finding in summed(*listed)):
            continue
        total, terms = listed
        for claim in analysis.claims:
            if _is_restatement(claim, total):
                yield from summed(claim, terms)


def _is_restatement(claim: Claim, total: Claim) -> bool:
    """Tell whether a claim counts what a total does, by the same noun and verb, and not of another time or part."""
    one, other = claim.scope, total.scope
    if claim.sentence == total.sentence or not is_count(claim) or other.head is None or other.event is None:
        return False
    if claim.time and total.time and not claim.time.period.meets(total.time.period):
        return False
    same = (one.head, one.event, one.group, one.place, one.words) == (
        other.head,
        other.event,
        other.group,
        other.place,
        other.words,
    )
    return same and claim.modality == total.modality and not one.basis


def _is_aside(row: Row, claim: Claim) -> bool:
    """Tell whether a figure in brackets is a share, or that of an earlier time: "41 staff (previous year 38): 29"."""
    quantity = claim.mention.quantity
    if quantity is not None and quantity.unit == "percent" and row.before(claim).endswith("("):
        return True
    return _earlier().search(row.before(claim)) is not None


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(
        r"\((?:the )?(?:(?:previous|last|prior) year|(?:in )?[12][0-9]{3}|a year (?:ago|before|earlier))[:,]?\s*[^\w\s(]?$"
    )


def _is_part(term: Claim, total: Claim) -> bool:
    one, other, amount = term.mention.quantity, total.mention.quantity, value(term)
    if one is None or other is None or amount is None or amount > (value(total) or ZERO):
        return False
    return same_unit(one, other) and (is_count(term) or one.kind in ("currency", "quantity"))


def _opens(row: Row, total: Claim, first: Claim) -> bool:
    """Tell whether what follows a figure announces its parts: "1,248 patients enrolled: 612", "57 staff, 41 of them"."""
    between = row.between(total, first)
    if len(between) > 80 or "." in between.strip():
        return False
    if _announced().search(between):
        return True
    return between.rstrip().endswith((",", "(", "–", "—")) and _partitive().match(row.after(first)) is not None


def _is_list(row: Row, terms: tuple[Claim, ...]) -> bool:
    gaps = [row.between(*pair) for pair in pairwise(terms)]
    if not all(len(gap) <= 60 and ";" not in gap and ":" not in gap for gap in gaps):
        return False
    return all("," in gap or re.search(r"\band\b", gap) for gap in gaps) and re.search(r"\band\b", gaps[-1]) is not None


def _sum(amounts: Sequence[Interval]) -> Interval:
    return Interval(
        sum((item.low or ZERO for item in amounts), ZERO), sum((item.high or ZERO for item in amounts), ZERO)
    )


def _is_slip(result: Interval, stated: Interval) -> bool:
    middle, whole = ((item.low or ZERO) + (item.high or ZERO) for item in (result, stated))
    return abs(middle - whole) <= SLIP * whole


def _middle(result: Interval, like: Claim) -> str:
    return number(((result.low or ZERO) + (result.high or ZERO)) / 2, like)


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(
        r"(?::|\b(?:made up of|consisting of|comprising|composed of|namely|split into|divided into))\s*(?:the |an? )?$"
    )


@cache
def _partitive() -> re.Pattern[str]:
    return re.compile(r"\s*(?:\([^()]{1,12}\)\s*)?(?:of (?:them|whom|which)|were|are|is|was)\b")


@cache
def _incomplete() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:includ\w+|among|others?|such as|at least|some|about|like|for example|e\.g\.|both|also|respectively|rest|remaining|"
        r"remainder|more|fewer|less|than|each|every|another|average|median|from|mostly|mainly|especially|notably|nearly|over|"
        r"against|versus|or|either|per|excluding|plus|not)\b",
        re.IGNORECASE,
    )
