"""Contract terms: when something that lasts so long from one day must end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from claimcheck.arithmetic.rows import Row
from claimcheck.model import Analysis, Claim, Mention
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import length_of
from claimcheck.model.steps import step

REACH = 500
"""Characters within which the end of a term is looked for behind its beginning."""
SLACK = 4
"""Days by which inclusive and exclusive ends, and leap years, may differ."""
LONGEST = 10
"""Years by which a slip may miss; what is further off is another date."""


def term_end(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare a term with its end: "five years from 1 October 2025" against "by 30 September 2031".

    Speaks only where the day and month of the end are right and the year is not: another day may be meant otherwise.
    """
    text, claims = analysis.document.text, analysis.claims
    starts = [claim.mention.start for claim in claims]
    for begin in analysis.mentions:
        start = _day(begin)
        written = _lasting().search(text[max(0, begin.start - 60) : begin.start]) if start else None
        place = bisect_left(starts, begin.start)
        if start is None or written is None or not place or begin.start - claims[place - 1].mention.end > 40:
            continue
        lasting = claims[place - 1]
        if place > 1 and text[claims[place - 2].mention.end : lasting.mention.start].strip() == "(":
            lasting = claims[place - 2]  # "five (5) years"
        months = _months(lasting, written[1])
        if months is None or lasting.mention.modifier is not None:
            continue
        for end in claims[place:]:
            if end.mention.start - begin.end > REACH:
                break
            if end.mention.id != begin.id and _day(end.mention) is not None and _ending().search(_ahead(text, end)):
                yield from _slip(begin, lasting, end, _moved(start, months), months)
                break


def _ahead(text: str, claim: Claim) -> str:
    """Return the text of the sentence just ahead of a date, its modifier included."""
    return text[max(claim.sentence.start, claim.mention.start - 60) : claim.mention.start]


def _day(mention: Mention) -> date | None:
    timex = mention.timex
    if timex is None or timex.grain != "day" or timex.readings or timex.value is None or "/" in timex.value:
        return None
    try:
        return date.fromisoformat(timex.value)
    except ValueError:
        return None


def _months(claim: Claim, unit: str) -> int | None:
    """Return a length in months; a number in brackets has lost its unit: "five (5) years"."""
    length, quantity = length_of(claim.mention), claim.mention.quantity
    amount = length.amount if length else quantity.amount if quantity else None
    if amount is None or not amount.is_point or amount.low is None or not 0 < amount.low < 100:
        return None
    if amount.low != int(amount.low) or (length is not None and length.unit != ("a" if unit == "year" else "mo")):
        return None
    return int(amount.low) * (12 if unit == "year" else 1)


def _moved(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(min(day.year + years, date.max.year), month + 1, min(day.day, 28))


def _slip(begin: Mention, lasting: Claim, end: Claim, due: date, months: int) -> Iterator[Finding]:
    stop = _day(end.mention)
    days = 0 if stop is None else (stop - due).days
    years = round(days / 365.25)
    if not 0 < abs(years) <= LONGEST or abs(days - years * 365.25) > SLACK:
        return
    total = months + 12 * years
    result = f"{total // 12} years" if total % 12 == 0 else f"{total} months"
    names = {"start": begin.text, "end": end.mention.text, "stated": lasting.mention.text}
    yield Finding(end, (lasting,), step("span", **names, result=result))


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(
        r"\b[\w-]+\s*(?:\([0-9]{1,3}\)\s*)?(year|month)s?,?\s+(?:beginning |starting |commencing )?(?:from|on|with effect from)\s+(?:and including )?$"
    )


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:repaid|expir\w+|ends?|ending|terminat\w+|matur\w+|lapses?|runs?)\b[^.;]{0,30}\b(?:by|on|until|till)\s*$",
        re.IGNORECASE,
    )
