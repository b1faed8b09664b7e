"""Times that nobody can place ("in the first quarter", 03/04/2031) and that yet are not other ones."""

import re
from datetime import date, datetime
from functools import cache
from itertools import product

from claimcheck.model import Claim, Period
from claimcheck.model.claims import OR

MONTHS_OF_A_QUARTER = 3
LONGEST = 31
"""Days of a time that lies within a month."""


def at_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether two figures are of times that differ although one of them has no date: fiscal 2029, fiscal 2030."""
    mine, theirs = one.scope.when, other.scope.when
    if mine is not None and theirs is not None:
        pairs = product(mine.split(OR), theirs.split(OR))
        return not any(first.startswith(second) or second.startswith(first) for first, second in pairs)
    if mine is not None:
        return other.time is not None and _all_miss(mine, other.time.period)
    return theirs is not None and one.time is not None and _all_miss(theirs, one.time.period)


def _all_miss(when: str, period: Period) -> bool:
    return all(_misses(reading, period) for reading in when.split(OR))


def _misses(when: str, period: Period) -> bool:
    """Tell whether a month, quarter or fiscal year of which the year or the days are not known cannot be a period."""
    match = _known().match(when)
    start, end = period.start, period.end
    if match is None or not isinstance(start, date) or not isinstance(end, date):
        return False
    if isinstance(start, datetime) or isinstance(end, datetime):
        return False  # a time of day is left to its own comparison
    if match["day"]:
        return not start.isoformat() <= match["day"] < end.isoformat()  # it may be no day: 30 February
    if match["fiscal"]:
        return int(match["fiscal"]) not in range(start.year, end.year + 1)
    days = end.toordinal() - start.toordinal()
    if match["month"]:
        return days <= LONGEST and int(match["month"]) != start.month
    return days <= MONTHS_OF_A_QUARTER * LONGEST and int(match["quarter"]) != (start.month + 2) // MONTHS_OF_A_QUARTER


@cache
def _known() -> re.Pattern[str]:
    return re.compile(r"(?P<day>\d{4}-\d\d-\d\d)$|FY(?P<fiscal>\d{4})|XXXX-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d))")
