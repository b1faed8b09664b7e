"""Fiscal years, which have days only where their first month is known."""

from datetime import date

from claimcheck.model.internal import evolve
from claimcheck.reckoning.days import add_months
from claimcheck.reckoning.meanings import Fields
from claimcheck.reckoning.places import Located

PARTS = {"quarter": 3, "half": 6}
"""Months of the parts of a year."""


def begun_in(located: Located, fields: Fields, month: int) -> Located:
    """Return a fiscal year, or a part of one, with its days, where fiscal years begin in a month.

    One is called by the year in which it ends: fiscal 2030 began in July 2029. Beyond the calendar it stays as it is.
    """
    opening = (fields.year or 0) - (month > 1)
    if not 0 < opening <= date.max.year:
        return located
    number = fields.quarter or fields.half or 1
    length = PARTS.get(located.grain, 12)
    start = add_months(date(opening, month, 1), (number - 1) * length)
    end, last = (None, None) if start is None else (add_months(start, length), add_months(start, length - 1))
    if start is None or end is None or last is None:
        return located
    return evolve(located, start=start, end=end, resolved=True, edtf=f"{start.isoformat()[:7]}/{last.isoformat()[:7]}")


def fiscal_year_of(day: date, month: int) -> int:
    """Return the fiscal year of a day, where fiscal years begin in a month."""
    return day.year + (1 < month <= day.month)
