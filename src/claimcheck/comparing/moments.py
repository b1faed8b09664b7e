"""Comparing two times: half-open periods where they are known, calendar fields where only parts are."""

from datetime import datetime

from claimcheck.comparing.relations import UNCLEAR, Relation, relation
from claimcheck.model import Mention, Period, Timex
from claimcheck.model.internal import internal
from claimcheck.model.precision import written
from claimcheck.reckoning.bounds import limit_of

BOUNDS = frozenset({"BEFORE", "AFTER"})
FIELDS = ("year", "month", "day")
NOW = frozenset({"now", "currently", "at present", "nowadays"})
"""Words for the moment of writing, which places nothing."""


def compare_moments(left: Mention, right: Mention) -> Relation:
    """Compare two dates; unresolved and ambiguous ones agree or are unclear, never in conflict."""
    one, other = left.timex, right.timex
    if one is None or other is None or one.length is not None or other.length is not None:
        return UNCLEAR
    if "PRESENT_REF" in (one.value, other.value) or NOW & {left.text.lower(), right.text.lower()}:
        return UNCLEAR
    if one.readings or other.readings:
        return _readings(left, right, one, other)
    if one.period is not None and other.period is not None:
        return _periods(left, right, one.period, other.period)
    return _by_fields(left, right, one, other)


def _periods(left: Mention, right: Mention, one: Period, other: Period) -> Relation:
    if one.is_clock != other.is_clock:
        return UNCLEAR
    names = {"left": written(left), "right": written(right)}
    if one == other:
        return relation("agree", "same-period", names)
    if not one.meets(other):
        return relation("conflict", "periods-apart", names, soft=_is_soft(left) or _is_soft(right))
    if _other_ends(left, right) or _other_limits(left, right):
        return relation("conflict", "ends-apart", names, soft=_is_soft(left) or _is_soft(right))
    if other.contains(one):
        return relation("agree", "period-within", names)
    if one.contains(other):
        return relation("agree", "period-within", {"left": names["right"], "right": names["left"]})
    return relation("agree", "periods-meet", names)


def _other_ends(left: Mention, right: Mention) -> bool:
    """Tell whether two spans of time begin or end apart, as far as both are told: "1919 to 1923", "May 1919 to 1922"."""
    ends = [(mention.timex.value or "").split("/") if mention.timex else [] for mention in (left, right)]
    if any(len(parts) != 2 for parts in ends) or any(" and " in mention.text for mention in (left, right)):
        return False  # what was between 1919 and 1923 need not have taken all that time
    return any(_written_apart(one, other, YEAR) for one, other in zip(*ends, strict=True))


def _other_limits(left: Mention, right: Mention) -> bool:
    """Tell whether two states began or ended apart: "since 1983" and "since the 2000s"; neither day lies in the other."""
    limit = limit_of(left)
    if limit is None or limit != limit_of(right):
        return False
    one, other = ((mention.timex.value or "" if mention.timex else "") for mention in (left, right))
    return _written_apart(one, other, DECADE)


def _written_apart(one: str, other: str, least: int) -> bool:
    """Tell whether two TIMEX3 values differ as far as both are told, which must be so many characters."""
    width = min(len(one), len(other))
    return width >= least and one[:width] != other[:width] and (one + other).replace("-", "").isdigit()


DECADE = 3
"""Characters of a written decade: the least that two limits of a state are compared by."""

YEAR = 4
"""Characters of a written year: the least that two ends of a span are compared by."""


def _is_soft(mention: Mention) -> bool:
    return mention.timex is not None and mention.timex.mod == "APPROX"


def _readings(left: Mention, right: Mention, one: Timex, other: Timex) -> Relation:
    """Two dates of which one is ambiguous agree if one reading does; they cannot conflict."""
    mine, theirs = {one.value, *one.readings}, {other.value, *other.readings}
    if mine & theirs:
        return relation("agree", "same-period", {"left": written(left), "right": written(right)})
    return UNCLEAR


@internal
class Fields:
    """The parts of a calendar date that an expression gives."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def fields(timex: Timex) -> Fields:
    """Read the calendar fields out of a TIMEX3 value; X stands for what is not given.

    >>> fields(Timex("DATE", "XXXX-10-30"))
    Fields(year=None, month=10, day=30)
    """
    parts = (timex.value or "").partition("T")[0].split("-")
    year = _number(parts[0], 4)
    month = _number(parts[1], 2) if len(parts) > 1 else None
    day = _number(parts[2], 2) if len(parts) > 2 and month is not None else None
    return Fields(year, month, day)


def _number(text: str, width: int) -> int | None:
    return int(text) if len(text) == width and text.isascii() and text.isdigit() else None


def _by_fields(left: Mention, right: Mention, one: Timex, other: Timex) -> Relation:
    """Compare what two partial dates have in common: "October" and "30 October 2007"."""
    mine, theirs = fields(one), fields(other)
    names = {"left": written(left), "right": written(right)}
    shared = [name for name in FIELDS if getattr(mine, name) is not None and getattr(theirs, name) is not None]
    if not shared:
        return UNCLEAR
    if BOUNDS & {one.mod, other.mod}:
        return _beside(left, right, one, other)
    for name in shared:
        if getattr(mine, name) != getattr(theirs, name):
            return relation("conflict", "fields-differ", names | {"field": name})
    return relation("agree", "fields-agree", names)


def _beside(left: Mention, right: Mention, one: Timex, other: Timex) -> Relation:
    """Compare a day of the year with one that it lies before or after: "before July 20" and "July 22, 1997"."""
    limit, day = (one, other) if one.mod in BOUNDS else (other, one)
    edge, when = fields(limit), fields(day)
    if day.mod in BOUNDS or None in (edge.month, edge.day, when.month, when.day) or edge.year is not None:
        return UNCLEAR
    first, second = (edge.month or 0, edge.day or 0), (when.month or 0, when.day or 0)
    names = {"left": written(left), "right": written(right)}
    if second < first if limit.mod == "BEFORE" else second > first:
        return relation("agree", "fields-agree", names)
    return relation("conflict", "fields-differ", names | {"field": "month" if first[0] != second[0] else "day"})


def days_between(one: Period, other: Period) -> int | None:
    """Return the days from the end of the earlier period to the start of the later one, 0 where they meet."""
    (low, high), (other_low, other_high) = one.bounds(), other.bounds()
    gap = max(low - other_high, other_low - high)
    return None if datetime.max in (low, other_low) else max(0, gap.days)
