"""Calendar arithmetic: months, weeks and nth weekdays, None where a date leaves the calendar."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from claimcheck.model import Grain

MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
"""How many months a grain has that has a whole number of them."""

DAYS = {"day": 1, "weekend": 7, "week": 7}
"""By how many days a grain steps that has a whole number of them."""


def day(year: int, month: int, number: int) -> date | None:
    """Return a day, None if there is none such."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def add_days(start: date, days: int) -> date | None:
    """Return the day so many days later, None outside the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def add_months(start: date, months: int) -> date | None:
    """Return the day so many months later, the month's last day where it is shorter.

    >>> add_months(date(2019, 12, 31), 2)
    datetime.date(2020, 2, 29)
    """
    total = start.year * 12 + start.month - 1 + months
    year, month = divmod(total, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def step(start: date, unit: Grain, count: int) -> date | None:
    """Return the day a count of units later; the day itself for units finer than a day."""
    if unit in MONTHS:
        return add_months(start, MONTHS[unit] * count)
    return add_days(start, DAYS.get(unit, 0) * count)


def floor(moment: date, grain: Grain) -> date:
    """Return the first day of the unit that holds a day.

    >>> floor(date(2019, 8, 21), "quarter")
    datetime.date(2019, 7, 1)
    """
    if grain in ("week", "weekend"):
        monday = add_days(moment, -moment.weekday()) or moment
        return monday if grain == "week" else add_days(monday, 5) or monday
    if grain == "month":
        return moment.replace(day=1)
    if grain == "season":
        shifted = add_months(moment.replace(day=1), -(moment.month % 3))
        return shifted or moment
    if grain in ("quarter", "half"):
        size = MONTHS[grain]
        return date(moment.year, (moment.month - 1) // size * size + 1, 1)
    if grain in ("year", "decade", "century", "millennium"):
        size = MONTHS[grain] // 12
        return date(max(1, moment.year // size * size), 1, 1)
    return moment


def monday_of(year: int, week: int) -> date | None:
    """Return the Monday of an ISO week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """Return the nth weekday of a month, counted from its end where `count` is negative.

    >>> nth_weekday(2013, 11, 3, 4)
    datetime.date(2013, 11, 28)
    """
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if count > 0:
        first = date(year, month, 1)
        return day(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (count - 1))
    length = month_length(year, month)
    last = date(year, month, length)
    return day(year, month, length - (last.weekday() - weekday) % 7 + 7 * (count + 1))
