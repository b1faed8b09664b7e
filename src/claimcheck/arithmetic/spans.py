"""Durations and ages against the dates that bound them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck.arithmetic.rows import Row
from claimcheck.model import Claim
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.precision import ZERO


def span(row: Row) -> Iterator[Finding]:
    """Compare a duration with the dates that bound it: "from 1911 to 1914, a term of two years"."""
    for one, other in row.pairs():
        dated, lasting = (one, other) if one.mention.timex and "/" in (one.mention.timex.value or "") else (other, one)
        timex, length = dated.mention.timex, length_of(lasting.mention)
        if timex is None or timex.period is None or "/" not in (timex.value or "") or length is None:
            continue
        if not _apposed().fullmatch(row.between(one, other)) or length.unit not in ("a", "mo", "wk", "d"):
            continue
        low, high = timex.period.bounds()
        amount, seconds = length.amount, SECONDS[length.unit]
        if amount.low is None or amount.high is None or timex.period.start is None or timex.period.end is None:
            continue
        slack = {"year": 366, "month": 62, "day": 2}.get(timex.grain or "", 366)
        actual = Decimal((high - low).days)
        tolerance = slack + Decimal("0.5") * (length.step or 0) * seconds / 86400
        stated = amount.low * seconds / 86400
        holds = abs(actual - stated) <= tolerance
        if lasting.mention.modifier and not holds:
            continue
        names = {"start": f"{low:%Y-%m-%d}", "end": f"{high:%Y-%m-%d}", "stated": lasting.mention.text}
        years = f"{actual / Decimal('365.25'):.1f} years"
        yield reckoned(lasting, (dated,), "span", holds=holds, **names, result=years)


def age(row: Row) -> Iterator[Finding]:
    """Compare an age with a birth date and the other date of the sentence: "born in 1979, died in 2019 aged 34"."""
    born = [claim for claim in row.claims if claim.measure == "birth" and _year(claim) is not None]
    died = [claim for claim in row.claims if claim.measure in ("death", "deaths") and _year(claim) is not None]
    ages = [claim for claim in row.claims if claim.mention.quantity and claim.mention.quantity.kind == "age"]
    if len(born) != 1 or len(died) != 1 or len(ages) != 1 or ages[0].mention.modifier:
        return
    first, last, quantity = _year(born[0]), _year(died[0]), ages[0].mention.quantity
    if first is None or last is None or quantity is None or not quantity.amount.is_point:
        return
    holds = last - first - (quantity.amount.low or ZERO) in (0, 1)
    names = {"born": born[0].mention.text, "year": str(last), "result": f"{last - first - 1} or {last - first}"}
    yield reckoned(ages[0], (born[0], died[0]), "age", holds=holds, **names, stated=ages[0].mention.text)


def _year(claim: Claim) -> int | None:
    timex = claim.mention.timex
    text = (timex.value or "")[:4] if timex else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        r"\s*[,(–-]?\s*(?:(?:a|an|its|his|her|the) (?:term|period|reign|spell|run|span|total|stretch|stay|tenure) of|from|or)?\s*"
    )
