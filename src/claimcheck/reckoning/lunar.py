"""Lunar calendars: new moons, the Hebrew and the tabular Islamic year, and the feasts that they set.

Sources: J. Meeus, Astronomical Algorithms (2nd ed.), chapter 49; E. Reingold and N. Dershowitz, Calendrical Calculations.
"""

from datetime import date, datetime, timedelta
from math import radians, sin

MONTH = 29.530588861
"""Days from one mean new moon to the next."""

FIRST_MOON = datetime(2000, 1, 6, 14, 20, 37)
"""The mean new moon from which others are counted, in dynamical time."""

FROM_NEW_YEAR = {"rosh_hashanah": 0, "yom_kippur": 9, "sukkot": 14, "shemini_atzeret": 21, "simchat_torah": 22}
"""Days after the Hebrew new year."""

FROM_PASSOVER = {"purim": -30, "shushan_purim": -29, "passover": 0, "lag_baomer": 33, "shavuot": 50}
"""Days after the first day of Passover, which lies 163 days before the next Hebrew new year."""


def new_moon(count: int) -> datetime:
    """Return the nth new moon after January 2000 in universal time, right within an hour for the years 1900 to 2100."""
    century = count / 1236.85
    sun = radians(2.5534 + 29.10535670 * count)
    moon = radians(201.5643 + 385.81693528 * count)
    node = radians(160.7108 + 390.67050284 * count)
    terms = (
        -0.40720 * sin(moon), 0.17241 * sin(sun), 0.01608 * sin(2 * moon), 0.01039 * sin(2 * node),
        0.00739 * sin(moon - sun), -0.00514 * sin(moon + sun), 0.00208 * sin(2 * sun),
    )  # fmt: skip
    return FIRST_MOON + timedelta(days=MONTH * count + 0.00015437 * century**2 + sum(terms), seconds=-65)


def moon_from(start: datetime) -> datetime:
    """Return the first new moon from a moment on."""
    count = round((start - FIRST_MOON) / timedelta(days=MONTH)) - 1
    while new_moon(count) < start:
        count += 1
    return new_moon(count)


def chinese_new_year(year: int) -> date:
    """Return the new year of the Chinese calendar: the day, in China, of the new moon from 21 January on.

    >>> [chinese_new_year(year).isoformat() for year in (2019, 2020, 2024)]
    ['2019-02-05', '2020-01-25', '2024-02-10']
    """
    return (moon_from(datetime(year, 1, 20, 16)) + timedelta(hours=8)).date()


def hebrew_new_year(year: int) -> int:
    """Return the ordinal of the first day of a Hebrew year."""
    before, this, after = (_molad(year + step) for step in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return this + delay - 1373427


def _molad(year: int) -> int:
    """Return the days from the epoch to the conjunction of a Hebrew year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def hebrew_feast(name: str, year: int) -> date | None:
    """Return the day of a Jewish feast in a year: its daylight, as calendars print it; it begins the evening before.

    >>> [hebrew_feast(name, 2018).isoformat() for name in ("yom_kippur", "passover", "hanukkah")]
    ['2018-09-19', '2018-03-31', '2018-12-03']
    """
    autumn = hebrew_new_year(year + 3761)
    if name in FROM_NEW_YEAR:
        return date.fromordinal(autumn + FROM_NEW_YEAR[name])
    if name in FROM_PASSOVER:
        return date.fromordinal(autumn - 163 + FROM_PASSOVER[name])
    if name == "hanukkah":
        long_autumn = (hebrew_new_year(year + 3762) - autumn) % 10 == 5
        return date.fromordinal(autumn + 83 + long_autumn)
    return None


def islamic_feast(month: int, number: int, year: int) -> date | None:
    """Return a day of the tabular Islamic calendar in a year; where the moon is watched it may be a day off.

    >>> islamic_feast(10, 1, 2018)
    datetime.date(2018, 6, 15)
    """
    guess = (year - 622) * 33 // 32
    for era in range(max(1, guess - 1), guess + 3):
        ordinal = 227014 + 354 * (era - 1) + (3 + 11 * era) // 30 + 29 * (month - 1) + month // 2 + number
        if date.fromordinal(ordinal).year == year:
            return date.fromordinal(ordinal)
    return None


def last_friday(day: date) -> date:
    """Return the last Friday up to a day."""
    return day - timedelta(days=(day.weekday() - 4) % 7)


def lunar_feast(calendar: str, terms: list[str], year: int) -> date | None:
    """Return the day of a feast by a rule of the lexicon: `hebrew purim`, `islamic 10 1` or `chinese`."""
    if not 1900 <= year <= 2100:
        return None
    match calendar:
        case "hebrew":
            return hebrew_feast(terms[0], year)
        case "islamic":
            found = islamic_feast(int(terms[0]), int(terms[1]), year)
            return last_friday(found) if found and terms[2:] == ["fri"] else found
        case _:
            return chinese_new_year(year)
