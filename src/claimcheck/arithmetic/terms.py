"""Contract terms: when something that lasts so long from one day must end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from claimcheck.arithmetic.rows import Row
from claimcheck.model import Analysis, Claim, Mention
from claimcheck.model.findings import Finding
from claimcheck.model.steps import step

REACH = 500
"""Characters within which the end of a term is looked for behind its beginning."""
WITHIN = 40
"""Claims among which it is looked for."""
SLACK = 4
"""Days by which inclusive and exclusive ends, and leap years, may differ."""
LONGEST = 10
"""Years by which a slip may miss; what is further off is another date."""


def term_end(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare a term with its end: "five years from 1 October 2025" against "by 30 September 2031".

    Speaks only where the day and month of the end are right and the year is not: another day may be meant otherwise.
    """
    text, claims = analysis.document.text, analysis.claims
    for mention in analysis.mentions:
        due = None if mention.timex is None or mention.modifier is not None else _due(mention)
        written = _term().fullmatch(mention.text) if due is not None else None
        if written is None or due is None:
            continue
        place = bisect_left(claims, mention.start, key=lambda claim: claim.mention.start)
        if not place:
            continue
        held = claims[place] if place < len(claims) and claims[place].mention.id == mention.id else claims[place - 1]
        if held.sentence.end <= mention.start:
            continue
        for end in claims[place : place + WITHIN]:
            if end.mention.start - mention.end > REACH:
                break
            if end.mention.id != mention.id and _day(end.mention) and _ending().search(_ahead(text, end)):
                yield from _slip(written, held, end, due)
                break


def _ahead(text: str, claim: Claim) -> str:
    """Return the text of the sentence just ahead of a date, its modifier included."""
    return text[max(claim.sentence.start, claim.mention.start - 60) : claim.mention.start]


def _due(mention: Mention) -> date | None:
    """Return the day on which a term is over."""
    timex = mention.timex
    if timex is None or timex.length is None or timex.period is None:
        return _day(mention)
    return timex.period.end if isinstance(timex.period.end, date) else None


def _day(mention: Mention) -> date | None:
    timex = mention.timex
    if timex is None or timex.grain != "day" or timex.readings or timex.value is None or "/" in timex.value:
        return None
    try:
        return date.fromisoformat(timex.value)
    except ValueError:
        return None


def _slip(written: re.Match[str], held: Claim, end: Claim, due: date) -> Iterator[Finding]:
    stop = _day(end.mention)
    days = 0 if stop is None else (stop - due).days
    years = round(days / 365.25)
    if not 0 < abs(years) <= LONGEST or abs(days - years * 365.25) > SLACK:
        return
    result = f"{due.year - int(written['year']) + years} years"
    names = {"start": written["start"], "end": end.mention.text, "stated": written["lasting"]}
    yield Finding(end, (held,), step("span", **names, result=result))


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        r"(?P<lasting>[^.;]{1,30}\byears?)\s+(?:from|after)\s+(?P<start>[^.;]{0,30}?(?P<year>[0-9]{4}))", re.IGNORECASE
    )


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:repaid|expir\w+|ends?|ending|terminat\w+|matur\w+|lapses?|runs?)\b[^.;]{0,30}\b(?:by|on|until|till)\s*$",
        re.IGNORECASE,
    )
