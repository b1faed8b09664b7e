"""Ages at death against the birth date that a document gives."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from claimcheck.arithmetic.rows import Row, value
from claimcheck.model import Analysis, Claim
from claimcheck.model.findings import Finding, reckoned

OBITUARY = 60
"""Obituaries appear within so many days of a death that they do not date."""


def death_age(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare "died aged 91" with the only birth date of a document; silent where it has births or deaths of others."""
    text = analysis.document.text
    births = [claim for claim in analysis.claims if claim.measure == "birth" and exact_day(claim) is not None]
    born = exact_day(births[0]) if len(births) == 1 else None
    if born is None:
        return
    ages = [claim for claim in analysis.claims if _is_age_at_death(text, claim)]
    if len({value(claim) for claim in ages}) != 1 or len(births) != 1:
        return
    died = death_day(analysis, ages)
    if died is None:
        return
    least, most = age_on(born[1], died[0]), age_on(born[0], died[1])
    for claim in ages:
        amount = value(claim)
        if amount is not None:
            result = str(least) if least == most else f"{least} or {most}"
            names = {"born": births[0].mention.text, "year": str(died[1].year), "stated": claim.mention.text}
            holds = least <= amount <= most
            yield reckoned(claim, (births[0],), "age", holds=holds, **names, result=result)


def _is_age_at_death(text: str, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    if quantity is None or value(claim) is None or quantity.kind not in ("age", "number"):
        return False
    before = text[max(claim.sentence.start, claim.mention.start - 90) : claim.mention.start]
    sentence = claim.sentence.of(text)
    return _died_aged().search(before) is not None and _kin().search(sentence[: len(sentence)]) is None


def death_day(analysis: Analysis, ages: Sequence[Claim]) -> tuple[date, date] | None:
    """Return the first and last day on which the death may have been: its date, else shortly before publication."""
    deaths = [claim for claim in analysis.claims if claim.measure in ("death", "deaths") and claim.mention.timex]
    sentences = {claim.sentence for claim in ages}
    known = {days for claim in deaths if claim.sentence in sentences and (days := exact_day(claim)) is not None}
    if len(known) == 1:
        return known.pop()
    dated = analysis.dated
    if known or dated is None or any(exact_day(claim) for claim in deaths):
        return None
    return date.fromordinal(max(1, dated.toordinal() - OBITUARY)), dated


def exact_day(claim: Claim) -> tuple[date, date] | None:
    """Return the first and last day of a written day, month or year; None where the day is open."""
    timex = claim.mention.timex
    if timex is None or timex.period is None or timex.grain not in ("day", "month", "year") or claim.mention.modifier:
        return None
    if timex.period.start is None or timex.period.end is None or timex.readings or timex.period.is_clock:
        return None
    low, high = timex.period.bounds()
    return low.date(), date.fromordinal(max(low.toordinal(), high.toordinal() - 1))


def age_on(born: date, day: date) -> int:
    """Return how old someone is on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@cache
def _died_aged() -> re.Pattern[str]:
    return re.compile(r"\b(?:died|dies|has died|death)\b[^.;:()]{0,70}?\b(?:aged|at|at the age of)\s*$")


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:father|mother|wife|husband|brother|sister|son|daughter|widow|widower|parents?|uncle|aunt|cousin|friend)\b(?! of\b)"
    )
