"""Putting neighbours together: a weekday and a date, a day and a time, a day and hours."""

from claimcheck.model.internal import evolve
from claimcheck.reckoning.meanings import OF_DAY, Closing, Extent, Fields, Found, Frequency, Offset, Opening, Range
from claimcheck.times.anchored import DAY_GAPS, with_length
from claimcheck.times.hours import hours_behind
from claimcheck.times.ranges import joins, ranged
from claimcheck.times.reader import Reader

DAYS = frozenset({"day", "weekday", "holiday"})

PARTS_OF_YEAR = frozenset({"month", "quarter", "half", "season", "holiday", "week"})

GAPS = {
    "date weekday": {"", ","},
    "date time": DAY_GAPS,
    "time date": {"", ",", "on", "of", "on the", "in", ", on", "the"},
    "time time": {"", "at", ",", "in the", "around"},
    "weekday date": {"", ",", "the", ", the", ", on", "- ", "("},
    "week weekday": {"", "on", "'s", ","},
    "weekday week": {"", "of", "from", "in"},
    "part year": {"", "of", ",", "in"},
    "day month": {"of", "of the", "in", ""},
}
"""What may stand between two expressions that are one, by what they are."""


FARTHEST = 5
"""How many tokens may stand between two expressions that are one."""


def join(reader: Reader, founds: list[Found]) -> list[Found]:
    """Return the expressions with those put together that are one."""
    joined: list[Found] = []
    norms, kinds, leads = reader.norms, reader.kinds, reader.words.classes["hour_leads"]
    for found in founds:
        if joined and joined[-1].last > found.first:
            continue
        item = found
        while joined and item.first - joined[-1].last <= FARTHEST:
            both = _both(reader, joined[-1], item)
            if both is None:
                break
            joined.pop()
            item = both
        hours = norms[item.last] in leads or kinds[item.last] == "n"
        joined.append(_with_hours(reader, item) if hours else item)
    return [item for item in joined if not item.latent]


def _with_hours(reader: Reader, found: Found) -> Found:
    """Take in the hours behind a day, or the plain ones behind a weekday."""
    plain = reader.kinds[found.last] == "n"
    if not isinstance(found.meaning, Fields) or (plain and _is_contest(reader, found.first)):
        return found
    is_day = found.meaning.are("weekday") if plain else _is_day(found.meaning) or found.meaning.are("daypart")
    behind = hours_behind(reader, found.last) if is_day else None
    if behind is None:
        return found
    if isinstance(behind.meaning, Fields):
        return evolve(found, last=behind.last, meaning=found.meaning.merged(behind.meaning))
    ranged = _dated(found.meaning, behind.meaning) if isinstance(behind.meaning, Range) else None
    return evolve(found, last=behind.last, meaning=ranged) if ranged else found


def _is_contest(reader: Reader, at: int) -> bool:
    """Tell whether a word right before a day speaks of a contest: "won Monday 7-2" has a score."""
    return any(reader.is_in("contests", before) for before in range(max(0, at - 6), at))


def _is_day(fields: Fields) -> bool:
    slots = fields.slots
    return bool(slots & DAYS) and "clock" not in slots


def _both(reader: Reader, left: Found, right: Found) -> Found | None:
    between = " ".join(reader.norms[left.last : right.first])
    meaning = _merged(reader, left, right, between)
    if meaning is None and joins(reader, left, between):
        meaning = ranged(left, right)
    both = _bounded_time(reader, left, right, between) if meaning is None else None
    if (meaning is None and both is None) or reader.tokens.paragraph_of(left.first)[1] <= right.first:
        return None
    if meaning is None:
        return both
    first, last = left.first, right.last
    if isinstance(meaning, Closing) and reader.before(first) == "the" and reader.norms[first] != "the":
        first -= 1
    if between == "(" and reader.norms[last] == ")":
        last += 1
    return Found(first, last, meaning, strong=True)


def _bounded_time(reader: Reader, left: Found, right: Found, between: str) -> Found | None:
    """Return a day with a time that is bounded: Thursday before 5pm."""
    day, clock = left.meaning, right.meaning
    if between not in ("before", "after", "until", "till"):
        return None
    if not isinstance(day, Fields) or not isinstance(clock, Fields) or _kind(day, clock) != "date time":
        return None
    _, entry = next(iter(reader.words.modifiers.before(reader.norms, right.first - 1)))
    return Found(left.first, right.last, day.merged(clock), bounds=(entry,))


def _merged(
    reader: Reader, left: Found, right: Found, between: str
) -> "Fields | Offset | Closing | Opening | Range | Frequency | None":
    match left.meaning, right.meaning:
        case Fields() as one, Fields() as other:
            kind = _kind(one, other)
            if kind == "weekday date":  # the date tells which week "this Friday (June 15)" means
                one = one.having(pick=None)
            return one.merged(other) if kind and between in GAPS[kind] else None
        case (Range() as one, Fields() as other) | (Fields() as other, Range() as one):
            return _day_and_hours(other, one, between, day_first=other is left.meaning)
        case (Extent() | Offset(), _) | (_, Extent() | Offset()):
            return with_length(reader, left, right, between)
        case Range(start=Fields() as start), Frequency() as other if start.slots <= OF_DAY:
            return other if between in ("", "on", ",") else None
        case Frequency() as one, Range(start=Fields() as start) if start.slots <= OF_DAY:
            return one if between in ("from", "between", "", ",") else None
        case Frequency() as one, Fields() as other:
            return one if other.slots <= OF_DAY and between in ("at", "", ",", "in the") else None
        case Fields() as one, Frequency() as other:
            gaps = ("", "on", "of") if one.slots <= OF_DAY else ("of", "") if one.are("day") else ()
            return other if between in gaps else None
        case _:
            return None


def _day_and_hours(day: Fields, hours: Range, between: str, *, day_first: bool) -> Range | None:
    """Return the hours of a day, or the hours of a part of the day that stands behind them."""
    if day_first:
        fits = between in GAPS["date time"] or between in ("from", "between", ", from")
        return _dated(day, hours) if fits and _is_day(day) else None
    if day.are("daypart"):
        return _in_daypart(hours, day) if between in ("", ",") else None
    return _dated(day, hours) if _is_day(day) and between in GAPS["time date"] else None


def _in_daypart(clocks: Range, part: Fields) -> Range | None:
    """Put a part of the day to the two ends of a range of clock times: between 5 and 6 in the afternoon."""
    start, end = clocks.start, clocks.end
    if not isinstance(start, Fields) or not isinstance(end, Fields) or "clock" not in start.slots & end.slots:
        return None
    return Range(start.merged(part), end.merged(part))


def _dated(day: Fields, clocks: Range) -> Range | None:
    """Put a day to the two ends of a range of clock times."""
    if not isinstance(clocks.start, Fields) or not isinstance(clocks.end, Fields):
        return None
    if not clocks.start.slots <= OF_DAY or not clocks.end.slots <= OF_DAY:
        return None
    return Range(day.merged(clocks.start), day.merged(clocks.end))


def _kind(left: Fields, right: Fields) -> str | None:
    """Return what two expressions are to each other if they can be one."""
    one, other = left.slots, right.slots
    if one & other:
        return None
    if one <= OF_DAY or other <= OF_DAY:
        return _time_kind(one, other)
    if right.are("weekday") and {"month", "day"} <= one <= {"month", "day", "year"}:
        return "date weekday"
    if "weekday" in one and one <= {"weekday", "clock", "daypart"}:
        if "day" in other and ("month" in other or right.are("day")):
            return "weekday date"
        return "weekday week" if right.are("week") and right.shift else None
    if left.are("week") and left.shift and right.are("weekday"):
        return "week weekday"
    if left.are("day") and "month" in other and not other & DAYS and left.shift is None:
        return "day month"
    part = one & PARTS_OF_YEAR and "year" not in one and right.are("year")
    return "part year" if part and (right.shift or one & {"quarter", "half"}) else None


def _time_kind(one: frozenset[str], other: frozenset[str]) -> str | None:
    """Return what a time of day and its neighbour are to each other."""
    if one <= OF_DAY and other <= OF_DAY:
        return "time time"
    if other <= OF_DAY:
        return "date time" if one & DAYS else None
    return "time date" if other & DAYS else None
