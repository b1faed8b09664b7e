"""Times of day: 9:30 a.m. EST, 0900 GMT, five o'clock, half past three, noon, 19h30."""

from claimcheck.model.internal import evolve
from claimcheck.reckoning.meanings import Clock, Fields, Found
from claimcheck.times.ends import TIME_LEADS
from claimcheck.times.reader import Reader

HALVES = {"a": False, "p": True}


def read_clock(reader: Reader, first: int) -> Found | None:
    """Read a time of day that begins with its hour."""
    read = _hour_and_minute(reader, first) or _hour(reader, first) or _four_digits(reader, first)
    if read is None:
        return None
    clock, last = read
    return _zoned(reader, first, last, clock)


def _zoned(reader: Reader, first: int, last: int, clock: Clock) -> Found:
    """Read the zone behind a time of day."""
    if clock.second is not None and reader.glued(last) and reader.norms[last] in ("+", "-"):
        return _shifted(reader, first, last, clock)
    at = reader.skip(last, "(", "local")
    zone = reader.words.zones.after(reader.norms, at)
    if zone is None:
        end = reader.skip(last, "local", "time")
        return Found(first, end if end == last + 2 else last, Fields(clock=clock))
    end, entry = zone
    written = reader.tokens.word(at)
    if written.islower() and len(written) < 3:
        return Found(first, last, Fields(clock=clock))
    offset = entry.offset
    if reader.norms[end] in ("+", "-") and reader.glued(end) and reader.number(end + 1, 0, 14) is not None:
        offset, end = f"{reader.norms[end]}{reader.norms[end + 1]:0>2}:00", end + 2
    end = end + 1 if at > last and reader.norms[end] == ")" else end
    zone_name = f"{entry.offset}/{entry.summer}" if entry.summer else offset
    return Found(first, end, Fields(clock=evolve(clock, zone=zone_name)))


def _shifted(reader: Reader, first: int, last: int, clock: Clock) -> Found:
    """Read the offset that touches a time with seconds: 12:15:07-05, 12:15:07+01:00."""
    sign, hours, end = reader.norms[last], reader.norms[last + 1], last + 2
    if not reader.glued(last + 1) or len(hours) != 2 or reader.number(last + 1, 0, 14) is None:
        return Found(first, last, Fields(clock=clock))
    minutes = "00"
    if reader.norms[end] == ":":
        if sign == "-" or reader.number(end + 1, 0, 59) is None:
            return Found(first, last, Fields(clock=clock))  # 12:15:07-12:20:00 is a range
        minutes, end = reader.norms[end + 1], end + 2
    return Found(first, end, Fields(clock=evolve(clock, zone=f"{sign}{hours}:{minutes}")))


def half_of_day(reader: Reader, at: int) -> tuple[bool, int] | None:
    """Return whether a.m. or p.m. stands here (p.m. is True), and the token after it."""
    norm = reader.norms[at].replace(".", "")
    if norm in ("am", "pm"):
        return norm == "pm", at + 1
    if norm not in HALVES:
        return None
    dotted = reader.norms[at + 1] == "." and reader.norms[at + 2] == "m"
    second = at + 2 if dotted else at + 1
    if reader.norms[second] == "m" and (dotted or not reader.glued(second)):
        last = second + 1
        return HALVES[norm], last + 1 if dotted and reader.norms[last] == "." else last
    if norm in HALVES and reader.glued(at) and reader.norms[at - 1] != "." and not dotted:
        return HALVES[norm], at + 1
    return None


def with_half(hour: int, *, after_noon: bool) -> int:
    """Return the hour of the day for an hour of half a day."""
    return hour % 12 + 12 if after_noon else hour % 12


def _hour_and_minute(reader: Reader, first: int) -> tuple[Clock, int] | None:
    """Read 9:30, 14:58:07, 9.30pm, 19h30, and seven thirty p.m."""
    hour = reader.number(first, 0, 24)
    mark = reader.norms[first + 1]
    if hour is not None and mark in (":", "h") and reader.glued(first + 1) and reader.glued(first + 2):
        minute = reader.number(first + 2, 0, 59)
        if minute is None or len(reader.norms[first + 2]) != 2 or _is_ratio(reader, first):
            return None
        last, second = first + 3, None
        if reader.norms[last] == ":" and reader.glued(last + 1) and len(reader.norms[last + 1]) >= 2:
            second = reader.number(last + 1, 0, 59)
            last += 2 if second is not None else 0
        return _halved(reader, last, Clock(hour, minute, second, loose=0 < hour < 13 and mark == ":"))
    stopped = reader.norms[first].partition(".")
    if reader.kinds[first] == "n" and len(stopped[2]) == 2 and len(stopped[0]) in (1, 2) and stopped[2].isdecimal():
        half = half_of_day(reader, first + 1)
        if half and 1 <= int(stopped[0]) <= 12 and int(stopped[2]) < 60:
            return Clock(with_half(int(stopped[0]), after_noon=half[0]), int(stopped[2])), half[1]
        return None
    return _worded_time(reader, first) if reader.kinds[first] != "n" else None


def _worded_time(reader: Reader, first: int) -> tuple[Clock, int] | None:
    """Read seven thirty p.m., at three twenty, at 12 15."""
    hour = reader.cardinal(first, 12)
    if hour is None or hour[0] < 1:
        return None
    minute, worded = reader.cardinal(hour[1], 59), reader.kinds[first] != "n"
    if minute is None or minute[0] < 10 or reader.norms[minute[1]] == "%":
        return None
    if worded == (reader.kinds[hour[1]] == "n"):  # "three 12" mixes words and digits
        return None
    half = half_of_day(reader, minute[1])
    if half:
        return Clock(with_half(hour[0], after_noon=half[0]), minute[0]), half[1]
    if reader.before(first) == "at" and worded and not reader.unit(minute[1]) and reader.kinds[minute[1]] not in "a":
        return Clock(hour[0], minute[0], loose=True), minute[1]
    return None


def _halved(reader: Reader, last: int, clock: Clock) -> tuple[Clock, int]:
    half = half_of_day(reader, last)
    if half is None or not 0 < clock.hour < 13:
        return clock, half[1] if half else last
    hour = with_half(clock.hour, after_noon=half[0])
    return evolve(clock, hour=hour, loose=False), half[1]


def _is_ratio(reader: Reader, first: int) -> bool:
    """Tell whether 3:16 is a verse or an odds: a name stands before it."""
    before = first - 1
    return before >= 0 and reader.kinds[before] == "A" and reader.norms[before] not in (
        *reader.words.weekdays, *reader.words.months, "at", "from", "by", "on", "around", "until", "between", "time",
    )  # fmt: skip


def _hour(reader: Reader, first: int) -> tuple[Clock, int] | None:
    """Read 8 pm, eight a.m., five o'clock, 8 in the evening."""
    hour = reader.cardinal(first, 24)
    if hour is None or hour[0] < 1:
        return None
    value, last = hour
    half = half_of_day(reader, last)
    spelled = half is not None and _half_is_spelled(reader, last, half[1])
    if half and value <= 12 and (spelled or (reader.before(first) == "at" and reader.kinds[first] == "n")):
        return Clock(with_half(value, after_noon=half[0])), half[1]
    if reader.norms[last] == "h" and reader.glued(last) and reader.before(first) in ("at", "around"):
        return Clock(value), last + 1
    if reader.norms[last] in ("o'clock", "oclock"):
        half = half_of_day(reader, last + 1)
        if half and value <= 12:
            return Clock(with_half(value, after_noon=half[0])), half[1]
        return Clock(value, loose=value <= 12), last + 1
    if (
        value <= 12
        and reader.norms[last : last + 2] == ("in", "the")
        and reader.norms[last + 2] in reader.words.dayparts
    ):
        return (Clock(value, loose=True), last) if reader.kind_before(first) not in "n$" else None
    return None


def _half_is_spelled(reader: Reader, at: int, last: int) -> bool:
    """Tell whether "am", "pm" or "a m" was written, and no single letter: "3 p" is no time."""
    return last - at > 1 or len(reader.norms[at]) > 1


def _four_digits(reader: Reader, first: int) -> tuple[Clock, int] | None:
    """Read 0900 GMT, 1430 hours, 730pm."""
    norm = reader.norms[first]
    if reader.kinds[first] != "n" or not norm.isdecimal() or len(norm) not in (3, 4):
        return None
    hour, minute = int(norm[:-2]), int(norm[-2:])
    if hour > 24 or minute > 59:
        return None
    half = half_of_day(reader, first + 1)
    if half and 1 <= hour <= 12 and _half_is_spelled(reader, first + 1, half[1]):
        return Clock(with_half(hour, after_noon=half[0]), minute), half[1]
    if len(norm) == 4 and reader.norms[first + 1] in ("gmt", "utc", "hours", "hrs", "cet", "est", "z", "edt", "bst"):
        military = reader.norms[first + 1] in ("hours", "hrs")
        if military and norm[0] not in "01" and reader.before(first) not in ("at", "by", "from", "until"):
            return None
        return Clock(hour, minute), first + 2 if military else first + 1
    spans = reader.before(first) in ("between", "from", "-", "to")
    closed = reader.norms[first + 1] in ("-", "to", "and", "", "?", ".")
    if len(norm) == 4 and norm[0] == "0" and spans and closed:
        return Clock(hour, minute, loose=hour < 13), first + 1
    spoken = reader.before(first) in ("at", "around", "approximately")
    if spoken and reader.norms[first + 1] in ("in", "tomorrow", "today", "tonight", "", "on", ".") and hour < 13:
        return Clock(hour, minute, loose=norm[0] != "0"), first + 1
    return None


def read_led_digits(reader: Reader, first: int) -> Found | None:
    """Read "from 0930 to" and "at 7 30 pm", whose word before them tells what the digits are."""
    if first == 0 or reader.norms[first - 1] not in TIME_LEADS:
        return None
    if len(reader.norms[first]) > 2:
        read = _four_digits(reader, first)
    else:
        read = _worded_time(reader, first) if reader.kinds[first + 1] == "n" else None
    return _zoned(reader, first, read[1], read[0]) if read else None


def read_past_hour(reader: Reader, first: int) -> Found | None:
    """Read half past three, a quarter to 8pm, 20 minutes past noon, ten to eight o'clock."""
    minutes, at = _minutes(reader, first)
    if minutes is None:
        return None
    word = reader.norms[at]
    if word not in ("past", "after", "to", "before", "of", "til", "till"):
        return None
    if word not in ("past", "after") and minutes <= 12 and at == first + 1:
        return None
    target = read_clock(reader, at + 1) or read_noon(reader, at + 1)
    hour = reader.cardinal(at + 1, 12)
    loose = False
    if target is None:
        exact = word == "past" or (minutes in (15, 30) and reader.norms[first] not in ("15", "30"))
        if (
            hour is None
            or not exact
            or word == "of"
            or reader.unit(hour[1])
            or reader.norms[hour[1]] in ("%", "million")
        ):
            return None
        target, loose = Found(at + 1, hour[1], Fields(clock=Clock(hour[0]))), True
    if not isinstance(target.meaning, Fields) or target.meaning.clock is None or target.meaning.clock.minute:
        return None
    base = target.meaning.clock
    total = base.hour * 60 + (minutes if word in ("past", "after") else -minutes)
    hours, minute = divmod(total % 1440, 60)
    clock = evolve(base, hour=hours, minute=minute, loose=loose or base.loose)
    begin = first - 1 if reader.before(first) in ("a", "an") else first
    return Found(begin, target.last, Fields(clock=clock))


def _minutes(reader: Reader, first: int) -> tuple[int | None, int]:
    if reader.norms[first] in ("half", "quarter"):
        return (30 if reader.norms[first] == "half" else 15), first + 1
    found = reader.cardinal(first, 59)
    if found is None:
        return None, first
    unit = reader.unit(found[1])
    if unit is not None and unit.key != "minute":
        return None, first
    return found[0], found[1] + (unit is not None)


def read_noon(reader: Reader, first: int) -> Found | None:
    """Read noon and midnight, also as "12 noon"."""
    at = first + 1 if reader.norms[first] == "12" else first
    part = reader.words.dayparts.get(reader.norms[at])
    if part is None or part.clock is None:
        return None
    return _zoned(reader, first, at + 1, Clock(part.clock))


def bare_hour(reader: Reader, at: int) -> tuple[Clock, int] | None:
    """Read the plain hour of "at 5 today" and "5 to 7 pm", where something else says that it is one."""
    found = reader.cardinal(at, 24)
    if found is None or reader.unit(found[1]) is not None or reader.kinds[found[1]] in "%$":
        return None
    if reader.norms[found[1]] in (":", "-", "/", "%") and reader.glued(found[1]) and reader.kinds[found[1]] != "-":
        return None
    return Clock(found[0], loose=0 < found[0] < 13), found[1]
