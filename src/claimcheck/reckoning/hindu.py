"""Feasts of the Hindu calendars: by the moon's phase in a month that the sun's sign names, or by the sun alone.

A lunar month runs from new moon to new moon and has thirty tithis, in each of which the moon gains twelve degrees on
the sun; it is named after the sign that the sun enters, and one in which it enters none is left out. A feast falls on
the day at whose hour, in India, its tithi runs. Sources: J. Meeus, Astronomical Algorithms (2nd ed.), chapters 25 and
47, the largest terms; Lahiri's ayanamsha.
"""

from datetime import date, datetime, timedelta
from math import radians, sin

from claimcheck.reckoning.days import add_days
from claimcheck.reckoning.lunar import moon_from

INDIA = timedelta(hours=5, minutes=30)

EPOCH = datetime(2000, 1, 1, 12)


def sun_longitude(moment: datetime) -> float:
    """Return the sun's place on the ecliptic in degrees, right within a hundredth, for the years 1900 to 2100."""
    days = (moment - EPOCH) / timedelta(days=1)
    anomaly = radians(357.5291 + 0.98560028 * days)
    return (280.4665 + 0.98564736 * days + 1.9146 * sin(anomaly) + 0.02 * sin(2 * anomaly)) % 360


def moon_longitude(moment: datetime) -> float:
    """Return the moon's place on the ecliptic in degrees, right within a fifth."""
    days = (moment - EPOCH) / timedelta(days=1)
    moon = radians(134.9634 + 13.06499295 * days)
    sun = radians(357.5291 + 0.98560028 * days)
    apart = radians(297.8502 + 12.19074912 * days)
    node = radians(93.2721 + 13.22935024 * days)
    terms = (
        6.2888 * sin(moon), 1.274 * sin(2 * apart - moon), 0.6583 * sin(2 * apart), 0.2136 * sin(2 * moon),
        -0.1851 * sin(sun), -0.1143 * sin(2 * node), 0.0588 * sin(2 * apart - 2 * moon),
        0.0571 * sin(2 * apart - sun - moon), 0.0533 * sin(2 * apart + moon), 0.0458 * sin(2 * apart - sun),
        -0.0409 * sin(sun - moon), -0.0347 * sin(apart), -0.0304 * sin(sun + moon),
    )  # fmt: skip
    return (218.3165 + 13.17639648 * days + sum(terms)) % 360


def sign_of(moment: datetime) -> int:
    """Return the sidereal sign in which the sun stands, 0 to 11, from Aries."""
    ayanamsha = 23.853 + 0.0000382 * ((moment - EPOCH) / timedelta(days=1))
    return int((sun_longitude(moment) - ayanamsha) % 360 // 30)


def tithi(moment: datetime) -> int:
    """Return the thirtieth of the lunar month that runs, 1 to 30."""
    return int((moon_longitude(moment) - sun_longitude(moment)) % 360 // 12) + 1


def lunar_day(month: int, number: int, hour: int, year: int) -> date | None:
    """Return the first day of a year at whose hour, in India, a tithi of a lunar month runs; months from Chaitra, 1.

    >>> [lunar_day(6, 4, 12, year).isoformat() for year in (2018, 2019, 2020)]
    ['2018-09-13', '2019-09-02', '2020-08-22']
    """
    begin = moon_from(datetime(year, 1, 1) - timedelta(days=31))
    while begin.year <= year:
        after = moon_from(begin + timedelta(days=20))
        sign = sign_of(begin)
        found = _day_of(begin, after, number, hour) if (sign + 1) % 12 + 1 == month and sign_of(after) != sign else None
        if found is not None and found.year == year:
            return found
        begin = after
    return None


def _day_of(begin: datetime, after: datetime, number: int, hour: int) -> date | None:
    """Return the day within a lunar month at whose hour a tithi runs, or in which it begins where it runs at none."""
    start = (begin + INDIA).date()
    before: date | None = None
    for step in range(32):
        day = start + timedelta(days=step)
        moment = datetime(day.year, day.month, day.day) + timedelta(hours=hour) - INDIA
        if moment < begin:
            continue
        running = tithi(moment) if moment < after else 31
        if running >= number:
            return day if running == number or before is None else before
        before = day
    return None


def solar_day(sign: int, hour: int, year: int) -> date | None:
    """Return the day of a year by whose hour, in India, the sun has entered a sidereal sign.

    >>> solar_day(9, 18, 2018), solar_day(0, 24, 2020)
    (datetime.date(2018, 1, 14), datetime.date(2020, 4, 13))
    """
    day = date(year, 1, 1) + timedelta(days=(95 + 30 * sign) % 365)
    for _ in range(30):
        moment = datetime(day.year, day.month, day.day) + timedelta(hours=hour) - INDIA
        if sign_of(moment) == sign:
            return day
        day += timedelta(days=1)
    return None


def hindu_feast(terms: list[str], year: int) -> date | None:
    """Return the day of a feast by a rule of the lexicon: `6 4 12` or `sun 9 18`, with days from it `6 4 12 1`."""
    if terms[0] == "sun":
        sign, hour, *off = map(int, terms[1:])
        found = solar_day(sign, hour, year)
    else:
        month, number, hour, *off = map(int, terms)
        found = lunar_day(month, number, hour, year)
    return add_days(found, off[0]) if found and off else found
