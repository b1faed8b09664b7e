"""Holidays: on which day of a year each falls."""

from datetime import MAXYEAR, MINYEAR, date

from claimcheck.reckoning.days import add_days, day, nth_weekday
from claimcheck.reckoning.lunar import lunar_feast

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
LUNAR = frozenset({"hebrew", "islamic", "chinese", "diwali"})


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


def feast(rule: str, year: int) -> date | None:
    """Return the day on which a holiday falls in a year by its rule, None where that is not known."""
    if not MINYEAR < year < MAXYEAR or rule == "moveable":
        return None
    parts = rule.split()
    if parts[0] in LUNAR:
        return lunar_feast(parts[0], parts[1:], year)
    if len(parts) == 1:
        month, number = rule.split("-")
        return day(year, int(month), int(number))
    if parts[0] in ("easter", "orthodox"):
        sunday = easter(year) if parts[0] == "easter" else orthodox_easter(year)
        return add_days(sunday, int(parts[1])) if sunday else None
    found = nth_weekday(year, int(parts[0]), WEEKDAYS[parts[2]], int(parts[1]))
    return add_days(found, int(parts[3])) if found and len(parts) > 3 else found
