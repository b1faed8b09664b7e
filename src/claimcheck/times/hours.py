"""Plain hours that something beside them makes times of day: "5 to 7 pm", "between 3 and 8 yesterday", "at 5 today"."""

from claimcheck.model.internal import evolve
from claimcheck.reckoning.meanings import Clock, Fields, Found, Range
from claimcheck.times.clock import bare_hour, read_clock
from claimcheck.times.reader import Reader


def read_hours(reader: Reader, first: int) -> Found | None:
    """Read a plain hour, or two joined ones, before a time of day or a day."""
    start = bare_hour(reader, first)
    if start is None:
        return None
    clock, at = start
    joined = reader.joiner(at)
    if joined is None and reader.norms[at] == "and" and _lead(reader, first) == "between":
        joined = at + 1
    if joined is not None:
        return _range(reader, first, clock, joined, scored=reader.norms[at] in DASHES)
    if _lead(reader, first) in ("at", "@", "around", "by") and _day_follows(reader, at):
        return Found(first, at, Fields(clock=clock))
    return None


def read_clock_to_hour(reader: Reader, first: int) -> Found | None:
    """Read a time of day joined with a plain hour, before a day: from 10:30 to 3 on Monday, from 8am-3 yesterday."""
    start = read_clock(reader, first) if _lead(reader, first) == "from" else None
    joined = reader.joiner(start.last) if start else None
    end = bare_hour(reader, joined) if joined is not None else None
    if start is None or end is None or not isinstance(start.meaning, Fields) or start.meaning.clock is None:
        return None
    if reader.norms[end[1]] != "on" and not _day_follows(reader, end[1]):
        return None
    return Found(first, end[1], _plain_range(start.meaning.clock, end[0]))


def _lead(reader: Reader, first: int) -> str:
    return reader.before(first)


DASHES = frozenset({"-", "–"})


def _range(reader: Reader, first: int, start: Clock, at: int, *, scored: bool) -> Found | None:
    """Read the end of a range; two plain numbers with a dash before a day are a score unless a word leads to hours.

    "Voted by 21 to 14 on Monday" counts votes.
    """
    end = read_clock(reader, at)
    if end is not None and isinstance(end.meaning, Fields) and end.meaning.clock is not None:
        if start.hour == 0 or start.hour > 24:
            return None
        return Found(first, end.last, Range(Fields(clock=agreeing(start, end.meaning.clock)), end.meaning))
    plain = bare_hour(reader, at)
    lead = _lead(reader, first)
    if lead == "by" or reader.is_in("contests", first - 1) or (scored and lead not in ("from", "between", "at")):
        return None
    if plain is None or not _day_follows(reader, plain[1]) or start.hour == 0:
        return None
    return Found(first, plain[1], _plain_range(start, plain[0]))


def _plain_range(start: Clock, end: Clock) -> Range:
    """Return the range of two plain hours, whose end lies after noon where it would come first: 9-5."""
    end = end.shifted() if end.loose and end.hour <= start.hour <= 12 else end
    return Range(Fields(clock=start), Fields(clock=end))


def agreeing(start: Clock, end: Clock) -> Clock:
    """Return the start of a range in the half of the day, and the zone, that its end tells."""
    zone = start.zone or end.zone
    if not start.loose or end.loose:
        return evolve(start, zone=zone)
    afternoon = start.hour % 12 + 12
    before = afternoon < end.hour or (afternoon == end.hour and (start.minute or 0) < (end.minute or 0))
    if end.hour >= 12 and before:
        return evolve(start, hour=afternoon, loose=False, zone=zone)
    return evolve(
        start, hour=start.hour % 12 if start.hour == 12 and end.hour < 12 else start.hour, loose=False, zone=zone
    )


def _day_follows(reader: Reader, at: int) -> bool:
    """Tell whether a day stands here: today, on Monday, in the evening."""
    norm = reader.norms[at]
    if (
        norm in ("today", "tomorrow", "yesterday", "tonight")
        or norm in reader.words.weekdays
        and norm not in reader.words.guarded
    ):
        return True
    after = reader.norms[at + 1]
    if norm in ("on", "this", "last") and (after in reader.words.weekdays or after in reader.words.dayparts):
        return True
    return norm == "in" and after == "the" and reader.norms[at + 2] in reader.words.dayparts


def hours_behind(reader: Reader, at: int) -> Found | None:
    """Read the plain hour or hours behind a day: (tomorrow) at 5, (Wednesday) from 10-4, (Monday) 9-5."""
    lead, first = reader.norms[at], at + 1
    if reader.kinds[at] == "n":
        if reader.norms[first] not in DASHES or not (reader.glued(first) and reader.glued(first + 1)):
            return None
        lead, first = "from", at
    elif not reader.is_in("hour_leads", at):
        return None
    if lead == "at" and reader.norms[first] in ("around", "about"):
        first += 1
    start = bare_hour(reader, first)
    if start is None:
        return None
    clock, last = start
    joined = reader.joiner(last)
    if joined is None and lead == "between" and reader.norms[last] == "and":
        joined = last + 1
    end = bare_hour(reader, joined) if joined is not None else None
    if end is not None and _closes(reader, end[1]):
        return Found(first, end[1], _plain_range(clock, end[0]))
    if lead in ("from", "between") or not _closes(reader, last):
        return None
    return Found(first, last, Fields(clock=clock))


def _closes(reader: Reader, at: int) -> bool:
    """Tell whether nothing here is counted by the number before."""
    return reader.kinds[at] in ".,;:)? " or reader.norms[at] in (
        "and",
        "or",
        "but",
        "to",
        "in",
        "for",
        "on",
        "with",
        "-",
        "please",
    )
