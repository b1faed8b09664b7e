"""Ages of people against their birth dates, also where two documents give them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache

from claimcheck.arithmetic.lives import age_on, death_day, exact_day
from claimcheck.arithmetic.rows import value
from claimcheck.model import Analysis, Claim, Name
from claimcheck.model.findings import Days, Finding, Sums, reckoned

Births = dict[Days, list[tuple[int, Claim]]]
"""When somebody was born, with the first claims that say so, by their number."""
TOLD = 2
"""Claims of one birth date that are kept, in different sentences: an age is held against one in another sentence."""


def ages(texts: Iterable[Sums]) -> Iterator[Finding]:
    """Compare what age a text gives somebody with the birth date that it or another one gives: 34 in 2019, born 1979."""
    births: defaultdict[str, Births] = defaultdict(dict)
    for number, (name, claim, days) in enumerate(birth for text in texts for birth in text.births):
        given = births[name].setdefault(days, [])
        if not given or (len(given) < TOLD and given[0][1].sentence != claim.sentence):
            given.append((number, claim))
    for text in texts if births else ():
        for names, claim, days in text.ages:
            known = [name for name in names if name in births]
            if known:
                yield from _compare(claim, days, births[known[-1]])


def births_in(analysis: Analysis, persons: AbstractSet[str]) -> Iterator[tuple[str, Claim, Days]]:
    """Yield the births that a document gives of its persons."""
    for claim in analysis.claims:
        if claim.measure == "birth" and (days := _born(claim)):
            name = _who_is_born(analysis, claim, persons)
            if name:
                yield name, claim, days


def ages_in(analysis: Analysis, persons: AbstractSet[str]) -> Iterator[tuple[tuple[str, ...], Claim, Days]]:
    """Yield the ages that a document may give its persons."""
    for claim in filter(_may_be_age, analysis.claims):
        names = _who_is_aged(analysis, claim, persons)
        days = _as_of(analysis, claim) if names else None
        if days is not None:
            yield tuple(names), claim, days


def persons_in(analysis: Analysis) -> frozenset[str]:
    """Return the full names of the persons of a document."""
    return frozenset(name.canonical for name in analysis.names if _person(name))


def _compare(claim: Claim, days: Days, births: Births) -> Iterator[Finding]:
    """Compare an age with the birth dates of somebody: it comes out by the first that it fits, else the first is shown."""
    amount = value(claim)
    if amount is None:
        return
    found: list[tuple[bool, int, Claim, str]] = []
    for born, given in births.items():
        number, birth = next(((at, item) for at, item in given if item.sentence != claim.sentence), (0, None))
        if birth is not None:
            least, most = age_on(born[1], days[0]), age_on(born[0], days[1])
            result = str(least) if least == most else f"{least} or {most}"
            found.append((not least <= amount <= most, number, birth, result))
    if found:
        missed, _, birth, result = min(found, key=lambda item: item[:2])
        names = {"born": birth.mention.text, "year": str(days[1].year), "stated": claim.mention.text}
        yield reckoned(claim, (birth,), "age", holds=not missed, **names, result=result)


def _may_be_age(claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return quantity is not None and (quantity.kind == "age" or (quantity.kind == "number" and quantity.unit is None))


def _born(claim: Claim) -> Days | None:
    """Return the day or year of a birth, also out of the dates of a life."""
    timex = claim.mention.timex
    if timex is None or timex.period is None or timex.period.start is None or timex.period.is_clock:
        return None
    if "/" not in (timex.value or ""):
        return exact_day(claim)
    low = timex.period.bounds()[0].date()
    return (low, low) if timex.grain == "day" else (date(low.year, 1, 1), date(low.year, 12, 31))


def _person(name: Name | None) -> str | None:
    """Return the full name of a person; single words are shared by too many."""
    if name is None or name.type not in ("person", "unknown") or " " not in name.canonical:
        return None
    return name.canonical


def _who_is_born(analysis: Analysis, claim: Claim, persons: AbstractSet[str]) -> str | None:
    known = [name for name in claim.scope.participants if name in persons]
    if len(known) == 1:
        return known[0]
    around = {name.canonical for _, name in analysis.names.within(claim.sentence.start, claim.sentence.end)} & persons
    return around.pop() if len(around) == 1 else None


def _who_is_aged(analysis: Analysis, claim: Claim, persons: AbstractSet[str]) -> list[str]:
    """Return who may have an age, the likeliest last: a name before it, or just behind it ("the 34-year-old Ida Holt")."""
    text, mention = analysis.document.text, claim.mention
    low, high = max(claim.sentence.start, mention.start - REACH), min(claim.sentence.end, mention.end + 40)
    apposed, old = _stops().match(text[mention.end : high]), mention.text.endswith("-old")
    found: list[str] = []
    for span, name in analysis.names.within(low, high) if apposed or old else ():
        if _person(name) not in persons:
            continue
        before = apposed and span.end <= mention.start and _aged().fullmatch(text[span.end : mention.start])
        behind = old and span.start >= mention.end and not text[mention.end : span.start].strip()
        if before or behind:
            found.append(name.canonical)
    return found


REACH = 110
"""Characters between a name and the age that a sentence gives its bearer."""


def _as_of(analysis: Analysis, claim: Claim) -> Days | None:
    """Return when somebody has an age: at death, at the time that the sentence gives, or when the text was written."""
    text = analysis.document.text[max(claim.sentence.start, claim.mention.start - REACH) : claim.mention.start]
    if _died().search(text):
        return death_day(analysis, [claim])
    if claim.time is not None:
        period = claim.time.period
        if period.is_clock or period.start is None or period.end is None:
            return None
        low, high = (moment.date() for moment in period.bounds())
        return low, date.fromordinal(max(low.toordinal(), high.toordinal() - 1))
    if _was().search(text) or analysis.dated is None:
        return None
    return analysis.dated, analysis.dated


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(
        r"(?:,?\s*(?:now\s+)?(?:aged\s+)?|(?:,\s+who)?\s+(?:is|was|turned)\s+(?:now\s+)?(?:aged\s+)?|"
        r",?\s+(?:who\s+)?(?:has\s+)?died\b[^.;:()]{0,70}?\b(?:aged|at|at the age of)\s+|\s*\(\s*(?:aged\s+)?)"
    )


@cache
def _stops() -> re.Pattern[str]:
    """Match what may follow an age: the end of the apposition, no unit or noun."""
    return re.compile(r"\s*(?:[,.;)]|$|in \d{4}|years old|when\b|was\b|has\b|is\b)")


@cache
def _died() -> re.Pattern[str]:
    return re.compile(r"\b(?:died|dies|death)\b")


@cache
def _was() -> re.Pattern[str]:
    return re.compile(r"\b(?:was|turned)\s+(?:aged\s+)?$")
