"""Holidays: on which day of a year each falls."""

from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from claimcheck.reckoning.days import add_days, day, nth_weekday
from claimcheck.reckoning.hindu import hindu_feast
from claimcheck.reckoning.lunar import lunar_feast

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
LUNAR = frozenset({"hebrew", "islamic", "chinese"})
PARSI_NEW_YEAR = date(2018, 8, 17)
"""The new year of a calendar whose years have 365 days, always."""


def easter(year: int) -> date | None:
    """Return Easter Sunday of the western churches (Meeus, Jones, Butcher).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    century, rest = divmod(year, 100)
    cycle = year % 19
    leap, lag = divmod(century, 4)
    moon = (19 * cycle + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarters, years = divmod(rest, 4)
    sunday = (32 + 2 * lag + 2 * quarters - moon - years) % 7
    drift = (cycle + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * drift + 114, 31)
    return day(year, month, number + 1)


def orthodox_easter(year: int) -> date | None:
    """Return Easter Sunday of the eastern churches, in the Gregorian calendar (Meeus).

    >>> orthodox_easter(2018)
    datetime.date(2018, 4, 8)
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + sunday + 114, 31)
    julian = day(year, month, number + 1)
    return add_days(julian, year // 100 - year // 400 - 2) if julian else None


@lru_cache(maxsize=4096)
def feast(rule: str, year: int) -> date | None:
    """Return the day on which a holiday falls in a year by its rule, None where that is not known."""
    if not MINYEAR < year < MAXYEAR or rule == "moveable":
        return None
    kind, *terms = rule.split()
    if kind in LUNAR:
        return lunar_feast(kind, terms, year)
    if kind == "hindu":
        return hindu_feast(terms, year) if 1900 <= year <= 2100 else None
    if kind == "parsi":
        return add_days(PARSI_NEW_YEAR, 365 * (year - PARSI_NEW_YEAR.year))
    if kind in ("easter", "orthodox"):
        sunday = easter(year) if kind == "easter" else orthodox_easter(year)
        return add_days(sunday, int(terms[0])) if sunday else None
    if "-" in kind:
        month, number = kind.split("-")
        return _off_weekend(day(year, int(month), int(number)), terms)
    found = nth_weekday(year, int(kind), WEEKDAYS[terms[1]], int(terms[0]))
    return add_days(found, int(terms[2])) if found and len(terms) > 2 else found


def _off_weekend(found: date | None, terms: list[str]) -> date | None:
    """Move a day of the year that falls on one of some weekdays: `sat -1 sun 1`."""
    for name, off in zip(terms[::2], terms[1::2], strict=True):
        if found and found.weekday() == WEEKDAYS[name]:
            return add_days(found, int(off))
    return found
