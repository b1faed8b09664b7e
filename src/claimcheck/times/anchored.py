"""A time and a length that are one: three days after Easter, the year to March, 10 am for 3 hours."""

from claimcheck.model.internal import evolve
from claimcheck.reckoning.meanings import OF_DAY, Closing, Extent, Fields, Found, Offset, Opening, Range
from claimcheck.times.reader import JOINERS, Reader

TODAY = Fields(shift=("day", 0))

DAY_GAPS = frozenset({
    "", ",", "at", ", at", "@", "around", "about", "in the", "- ", "–", "-", "at about", "at around", "by", "early",
    "late", "in",
})  # fmt: skip
"""What may stand between a day and a time of it."""


def with_length(reader: Reader, left: Found, right: Found, between: str) -> Closing | Opening | Offset | Range | None:
    """Return a time told by a length: three days after Easter, 10 am for 3 hours, Monday two weeks from now."""
    match left.meaning, right.meaning:
        case Extent() as one, Fields() as other:
            if between.startswith("end") or (between in CLOSINGS and "the" in reader.norms[left.first - 1 : left.last]):
                return _closing(one, other)
            return _from(reader, left, right, between, one, other)
        case Fields() as one, Extent() as other:
            return _lasting(one, other) if between == "for" else None
        case Fields() as one, Offset() as other:
            return _in_week(one, other) if between in ("", ",") else None
        case Offset() as one, Fields() as other:
            if not between and other == TODAY:
                return one
            if between == "on" and other.are("weekday"):
                return _in_week(other, one)
            if other.slots <= OF_DAY and between in DAY_GAPS:
                return evolve(one, clock=other.clock or one.clock, daypart=other.daypart or one.daypart)
            return None
        case _:
            return None


CLOSINGS = frozenset({"to", "to the end of", "through", "up to", "to end"})
"""What joins a length, besides "ended", with the time that it ends with: "the year to March", but "two weeks to May"."""


def _closing(length: Extent, end: Fields) -> Closing | None:
    """Return the stretch of a length that ends with a month or day: the three months ended 31 March."""
    (count, unit), *more = length.low
    if count is None or more or length.high or unit.grain not in ("day", "week", "month", "year"):
        return None
    return Closing(count, unit, end) if end.month is not None and end.clock is None else None


def _from(
    reader: Reader, left: Found, right: Found, between: str, length: Extent, anchor: Fields
) -> Opening | Offset | None:
    """Return what begins with a time or lies a length from it: a term of two years from May, two weeks after Easter."""
    if between == "from" and reader.norms[right.last] in JOINERS:
        return None
    if between in OPENINGS or (between == "from" and _lasts(reader, left.first)):
        return _opening(length, anchor)
    return _from_anchor(length, anchor, between)


OPENINGS = frozenset({
    "starting", "starting on", "beginning", "beginning on", "commencing", "commencing on", "with effect from",
})  # fmt: skip
"""What joins a length with the time that it begins with, besides "from" behind "for" or a word that lasts."""


def _lasts(reader: Reader, first: int) -> bool:
    """Tell whether the words before a length say that it goes on and is no distance: "for", "a term of"."""
    before = reader.before(first)
    return before == "for" or (before == "of" and reader.is_in("lasting", first - 2))


def _opening(length: Extent, start: Fields) -> Opening | None:
    """Return the stretch of a length that begins with a month or day."""
    (count, unit), *more = length.low
    if count is None or more or length.high or unit.grain not in ("day", "week", "month", "year"):
        return None
    return Opening(count, unit, start) if start.month is not None and start.clock is None else None


def _from_anchor(length: Extent, anchor: Fields, between: str) -> Offset | None:
    """Return the day that lies a length before or after another: three days after Easter."""
    sign = {"before": -1, "after": 1, "from": 1, "following": 1, "prior to": -1, "since": 1}.get(between)
    parts = [(count, unit) for count, unit in length.low if count is not None]
    if sign is None or len(parts) < len(length.low) or length.high or anchor.are("year") or anchor.slots <= OF_DAY:
        return None
    return Offset(tuple(parts), sign, anchor)


def _in_week(day: Fields, offset: Offset) -> Offset | None:
    """Return the weekday of the week to which a length of weeks or more leads: Monday two weeks from now."""
    coarse = all(unit.grain in ("week", "month", "year") for _, unit in offset.parts)
    return evolve(offset, weekday=day.weekday) if day.are("weekday") and coarse and not offset.context else None


def _lasting(start: Fields, length: Extent) -> Range | None:
    """Return the hours that begin with a time of day: 10 am for 3 hours."""
    (count, unit), clock = length.low[0], start.clock
    if clock is None or count is None or length.high or len(length.low) > 1 or unit.grain not in ("hour", "minute"):
        return None
    minutes = clock.hour * 60 + (clock.minute or 0) + count * (60 if unit.grain == "hour" else 1)
    if minutes >= 24 * 60 or minutes != int(minutes):
        return None
    rest = int(minutes) % 60
    minute = rest if rest or clock.minute is not None else None
    end = evolve(clock, hour=int(minutes) // 60, minute=minute, second=None, loose=False)
    return Range(start.having(clock=evolve(clock, loose=False)), start.having(clock=end))
