"""The two ends of a range, which lend each other what is not repeated."""

from claimcheck.reckoning.meanings import OF_DAY, Fields, Found, Offset, Range
from claimcheck.times.hours import agreeing
from claimcheck.times.reader import JOINERS, Reader


def joins(reader: Reader, left: Found, between: str) -> bool:
    """Tell whether what stands between is what joins the ends of a range."""
    words = between
    for within in WITHIN:
        words = words.removesuffix(within)
    if words in JOINERS or words in ("up to", "through to", "until the end of"):
        return True
    return words == "and" and reader.before(_begin(reader, left)) == "between"


WITHIN = (
    " the",
    " the end of",
    " the start of",
    " the beginning of",
    " the middle of",
    " late",
    " early",
    " mid",
    " mid -",
)
"""What may stand between the word that joins and the second time."""


def _begin(reader: Reader, found: Found) -> int:
    """Return where a time begins with an article and a part of it: between (the end of) March and May."""
    first = found.first
    if reader.before(first) == "of" and reader.before(first, 3) == "the":
        return first - 3
    return first - 1 if reader.before(first) in ("the", "late", "early", "mid") else first


def ranged(left: Found, right: Found) -> Range | None:
    """Return the range between two times whose ends lend each other what is not repeated."""
    start, end = left.meaning, right.meaning
    if not isinstance(start, (Fields, Offset)) or not isinstance(end, (Fields, Offset)):
        return None
    if isinstance(start, Offset) or isinstance(end, Offset):
        return Range(start, end)
    one, other = start.slots, end.slots
    if one <= OF_DAY and not other <= OF_DAY and not other & OF_DAY:
        return None
    if other <= OF_DAY:
        return _clocks(start, end) if one & OF_DAY else None
    if (one <= {"decade", "century"}) != (other <= {"decade", "century"}) or "nth" in one ^ other:
        return None
    if start.are("year") and not left.strong and not end.are("year"):
        return None
    if end.are("year") and (not one & {"year", "month"} or (start.year or 0) > (end.year or 0) > 0):
        return None
    return Range(*lent(start, end))


def _clocks(start: Fields, end: Fields) -> Range:
    if start.clock and end.clock and start.daypart is None:
        start = start.having(clock=agreeing(start.clock, end.clock))
    day = start.having(clock=None, daypart=None)
    return Range(start, day.merged(end))


def lent(start: Fields, end: Fields) -> tuple[Fields, Fields]:
    """Give each end the year that only the other names, so that the start comes first.

    >>> start, end = lent(Fields(month=11), Fields(month=2, day=5, year=2017))
    >>> start.year
    2016
    """
    backwards = (start.month or 0, start.day or 0) > (end.month or 13, end.day or 32)
    calendar = bool(start.month or start.quarter or start.season) and start.pick is None
    if start.year is None and end.year is not None and calendar and start.shift is None:
        start = start.having(year=end.year - backwards)
    elif end.year is None and start.year is not None and (end.month or end.quarter) and end.shift is None:
        end = end.having(year=start.year + backwards)
    elif start.year is None and end.shift and end.shift[0] == "year" and calendar and start.shift is None:
        start = start.having(shift=("year", end.shift[1] - backwards))
    return start, end
