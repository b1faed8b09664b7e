"""Shares against the part and the whole."""

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.arithmetic.rows import HUNDRED, Row, is_count, percent, spread, value
from claimcheck.model import Claim, Interval
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.precision import ZERO


def share(row: Row) -> Iterator[Finding]:
    """Compare a share in brackets with its part and whole: "1,123 (90.0 %) of the 1,248 patients"."""
    for part, stated in row.pairs():
        quantity = stated.mention.quantity
        if quantity is None or quantity.unit != "percent" or row.between(part, stated).strip() != "(":
            continue
        others = [claim for claim in row.claims if claim is not part and claim is not stated]
        wholes = [claim for claim in others if _is_whole(row, claim)]
        smaller: Claim | None = part
        if _whole().search(row.before(part)):
            smaller, wholes = _preceding(row, part), [part]
        if smaller is None or len(wholes) != 1 or not is_count(smaller):
            continue
        finding = _share(smaller, wholes[0], stated)
        if finding is not None:
            yield finding


def _is_whole(row: Row, claim: Claim) -> bool:
    """Tell whether it is what others are a share of; what has a share in brackets itself is a part."""
    if not is_count(claim) or _whole().search(row.before(claim)) is None:
        return False
    return re.match(r"[^.,;(0-9]{0,30}\([0-9.]{1,6} ?(?:%|per ?cent)", row.after(claim)) is None


def part_of_whole(row: Row) -> Iterator[Finding]:
    """Compare a share with the counts beside it: "42 of the 60 pupils (75%)", "75%, with 42 of 60 pupils"."""
    for part, whole in row.pairs():
        if not is_count(part) or not is_count(whole) or not _of_all().fullmatch(row.between(part, whole)):
            continue
        place = row.claims.index(part)
        beside = [
            *(item for item in row.claims[place + 2 : place + 3] if _behind().fullmatch(row.between(whole, item))),
            *(item for item in row.claims[max(0, place - 1) : place] if _ahead().fullmatch(row.between(item, part))),
        ]
        for stated in beside:
            quantity = stated.mention.quantity
            if (
                len(beside) == 1
                and quantity
                and quantity.unit == "percent"
                and quantity.amount.is_point
                and not stated.mention.modifier
            ):
                finding = _share(part, whole, stated)
                if finding is not None:
                    yield finding


def over_hundred(row: Row) -> Iterator[Finding]:
    """Add up the shares that a sentence cuts one whole into: "of the voters, 46% backed A, 38% B and 27% C"."""
    shares = [claim for claim in row.amounts() if (quantity := claim.mention.quantity) and quantity.unit == "percent"]
    quantities = [claim.mention.quantity for claim in shares]
    if len(shares) < LEAST_SHARES or _cut().match(row.sentence) is None or _overlapping().search(row.sentence):
        return
    if any(value(claim) is None or (item and item.role) for claim, item in zip(shares, quantities, strict=True)):
        return
    if any(re.match(r"\s*of\b", row.after(claim)) for claim in shares):
        return
    low, high = (sum((getattr(spread(claim), end) or ZERO for claim in shares), ZERO) for end in ("low", "high"))
    if low > HUNDRED or low <= HUNDRED <= high:
        names = {"terms": " and ".join(claim.mention.text for claim in shares), "result": f"{(low + high) / 2:f} %"}
        holds = low <= HUNDRED
        yield reckoned(shares[0], tuple(shares[1:]), "over-hundred", holds=holds, **names, stated="100 %")


LEAST_SHARES = 3


def _preceding(row: Row, claim: Claim) -> Claim | None:
    index = row.claims.index(claim)
    return row.claims[index - 1] if index else None


def _share(part: Claim, whole: Claim, stated: Claim) -> Finding | None:
    top, bottom = spread(part), spread(whole)
    if not bottom.low or not bottom.high or top.low is None or top.high is None or bottom.low < top.high:
        return None
    result = Interval(top.low / bottom.high * HUNDRED, top.high / bottom.low * HUNDRED)
    names = {"part": part.mention.text, "whole": whole.mention.text, "result": percent(result, stated)}
    holds = result.meets(spread(stated))
    return reckoned(stated, (part, whole), "share", holds=holds, **names, stated=stated.mention.text)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]f (?:the |all |its |their |our )?$")


@cache
def _of_all() -> re.Pattern[str]:
    return re.compile(r"\s*(?:out )?of (?:the |all |its |their |our |a possible )?")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"\s+(?:[a-z-]+\s+){0,3}[(,–—-]\s*(?:or |that is,? |i\.e\.,? )?")


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[(:–—]|,)\s*(?:or |with |that is,? |namely )?")


@cache
def _cut() -> re.Pattern[str]:
    """Match the opening of a sentence that cuts a whole into shares."""
    return re.compile(r"\s*(?:Of (?:the|all|those|these)\b|Among (?:the|all|those|these)\b)")


@cache
def _overlapping() -> re.Pattern[str]:
    """Match what tells that shares are of different wholes, or may overlap."""
    return re.compile(
        r"\b(?:respectively|also|both|either|or|including|at least|men|women|compared|against|while|than|more|"
        r"multiple|several|last|previous|earlier|among)\b"
    )
