"""Margins and differences against the two figures that they lie between."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.arithmetic.rows import Row, is_count, number, same_unit, spreads, value
from claimcheck.model import Claim, Interval
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.precision import ZERO


def score_margin(row: Row) -> Iterator[Finding]:
    """Compare a margin with the score before it: "won 52-45, by 9"."""
    for score, lead in row.pairs():
        quantity = score.mention.quantity
        points = _score().fullmatch(score.mention.text)
        if quantity is None or quantity.kind != "score" or points is None or value(lead) is None or not is_count(lead):
            continue
        if not _by().fullmatch(row.between(score, lead)) or _other_margin().match(row.after(lead)):
            continue
        high, low = (Decimal(point) for point in points.groups())
        names = {"left": points[1], "right": points[2], "stated": lead.mention.text, "result": str(abs(high - low))}
        yield reckoned(lead, (score,), "difference", holds=abs(high - low) == value(lead), **names)


def margin(row: Row) -> Iterator[Finding]:
    """Compare a majority or difference with the two amounts before it: "by 97 votes to 61, a majority of 46"."""
    claims = [claim for claim in row.amounts() if not _is_word(claim)]
    for left, right, lead in zip(claims, claims[1:], claims[2:], strict=False):
        one, other, stated = left.mention.quantity, right.mention.quantity, lead.mention.quantity
        if one is None or other is None or stated is None or None in (value(left), value(right), value(lead)):
            continue
        if not same_unit(one, other) or not same_unit(other, stated) or one.unit == "percent":
            continue
        if not _against().fullmatch(row.between(left, right)) or not _lead().fullmatch(row.between(right, lead)):
            continue
        if (value(left) or ZERO) < (value(right) or ZERO):
            left, right = right, left
        most, least, gap = spreads(left, right, lead)
        result = Interval(_less(most.low, least.high), _less(most.high, least.low))
        yield _difference(left, right, lead, result, holds=result.meets(gap))


def _less(one: Decimal | None, other: Decimal | None) -> Decimal:
    return (one or ZERO) - (other or ZERO)


def _difference(left: Claim, right: Claim, lead: Claim, result: Interval, *, holds: bool) -> Finding:
    middle = ((result.low or ZERO) + (result.high or ZERO)) / 2
    names = {"left": left.mention.text, "right": right.mention.text, "stated": lead.mention.text}
    return reckoned(lead, (left, right), "difference", holds=holds, **names, result=number(middle, lead))


def _is_word(claim: Claim) -> bool:
    """Tell whether it is a vague share, as "a majority of" is read."""
    quantity = claim.mention.quantity
    return quantity is not None and quantity.kind == "ratio"


@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,4})\s?[-–]\s?([0-9]{1,4})")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"\s*,?\s*(?:by|(?:by )?a (?:margin|majority|lead) of)\s*")


@cache
def _other_margin() -> re.Pattern[str]:
    return re.compile(r"\s*(?:wickets?|runs?|innings|shots?|holes?|lengths?|seconds?|minutes?)\b")


@cache
def _against() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[a-z]+\s+)?,?\s*(?:to|against|compared (?:with|to)|versus|vs?\.?)\s*")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[a-z]+)?\s*[,:;(–-]\s*a (?:majority|margin|difference|gap|lead) of\s*")
