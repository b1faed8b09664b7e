"""Dates with the name of their month: 4 January 2019, Sept. 4, 3-5 March, May 2017."""

from claimcheck.reckoning.meanings import Fields, Found, Range, of_calendar
from claimcheck.times.reader import JOINERS, ORDINAL_SUFFIXES, Reader, century_of


def read_day_first(reader: Reader, first: int) -> Found | None:
    """Read 4 January 2019, the 4th of July, 31/Oct/74, 3-5 March, from the 13th to the 15th of July."""
    start = reader.day(first) or _worded_day_before_month(reader, first)
    if start is None or reader.kind_before(first) == "$":
        return None
    value, last = start
    ends = reader.joiner(last)
    if reader.norms[last] == "and":
        ends = reader.skip(last + 1, "the")
    if ends is not None:
        end = reader.day(ends)
        if end is not None and (reader.norms[last] != "and" or _are_ends(reader, first, value, end[0])):
            month = _month_behind(reader, end[1])
            return _day_range(reader, first, value, end[0], month) if month else None
    if reader.norms[last] == "," and reader.norms[last - 1] not in ORDINAL_SUFFIXES:
        return None  # "the 5th, May 2031" is a day, "of the 5, May" a number and a name
    month = _month_behind(reader, last)
    if month is None:
        return None
    guarded = reader.norms[month[1] - 1] in reader.words.guarded and last == first + 1
    if guarded and not _month_stands(reader, month[1] - 1, numbered=True):
        return None
    return _dated(reader, first, month[1], month[0], value)


LONGEST_LIST = 6
"""How many days one month may follow: "on 7, 8 and 9 April"."""


def read_listed_day(reader: Reader, first: int) -> Found | None:
    """Read a day whose month stands behind the last of a list: "on 3 and 7 March", "on 7, 8 and 9 April"."""
    if not (reader.is_in("month_cues", first - 1) or reader.before(first) in (",", "the")):
        return None
    start = reader.day(first)
    if start is None or reader.norms[start[1]] not in (",", "and"):
        return None
    (value, last), (day, at) = start, start
    for _ in range(LONGEST_LIST):
        ending = reader.norms[at] == "and"
        following = reader.day(reader.skip(at + 1, "the")) if ending or reader.norms[at] == "," else None
        if following is None or following[0] <= day:
            return None
        day, at = following
        if ending:
            break
    month = _month_behind(reader, at)
    if month is None:
        return None
    whole = _dated(reader, first, month[1], month[0], value)
    return Found(first, last, whole.meaning)


def _are_ends(reader: Reader, first: int, start: int, end: int) -> bool:
    """Tell whether two days joined by "and" are one stretch: "between" stands before, or they are neighbours."""
    lead = reader.before(first, 2) if reader.before(first) == "the" else reader.before(first)
    return lead == "between" or end == start + 1


def _month_behind(reader: Reader, at: int) -> tuple[int, int] | None:
    """Return the month behind a day: after nothing, "of", "day of", or a glued mark."""
    if reader.norms[at] in ("/", "-", ".") and reader.glued(at):
        at += 1
    elif reader.norms[at] == "day" and reader.norms[at + 1] in ("of", "in"):
        at += 2
    else:
        at = reader.skip(at, ",", "of")
    return reader.month(at)


def _day_range(reader: Reader, first: int, start: int, end: int, month: tuple[int, int]) -> Found | None:
    if end <= start:
        return None
    whole = _dated(reader, first, month[1], month[0], end)
    if not isinstance(whole.meaning, Fields):
        return None
    return Found(first, whole.last, Range(whole.meaning.having(day=start), whole.meaning))


def with_year(reader: Reader, first: int, last: int, fields: Fields) -> Found:
    """Read the year that may follow a day and month."""
    year = _year_after(reader, last)
    return Found(first, last, fields) if year is None else Found(first, year[1], fields.having(year=year[0]))


def _dated(reader: Reader, first: int, last: int, month: int, day: int) -> Found:
    """Return a day of a month with the year that may follow it."""
    year = _year_after(reader, last)
    if year is None:
        return Found(first, last, of_calendar(None, month, day))
    return Found(first, year[1], of_calendar(year[0], month, day))


def _year_after(reader: Reader, last: int) -> tuple[int, int] | None:
    if reader.norms[last] not in ("-", "/") or not (reader.glued(last) and reader.glued(last + 1)):
        return reader.year_behind(last) or _short_year(reader, last)
    short = reader.number(last + 1, 0, 99)
    return reader.year(last + 1) or ((century_of(short), last + 2) if short is not None else None)


def _short_year(reader: Reader, at: int) -> tuple[int, int] | None:
    """Read the two digits of "15 April of 87", where they can be no day."""
    short = reader.number(at + 1, 32, 99) if reader.norms[at] == "of" else None
    return None if short is None else (century_of(short), at + 2)


def read_month_first(reader: Reader, first: int) -> Found | None:
    """Read January 12, 2016, Sept. 4, march eighteenth, July 13-15, Nov/2, May 2017, May."""
    month = reader.month(first)
    if month is None:
        return None
    value, last = month
    at = last
    if reader.norms[at] in ("/", "-") and reader.glued(at) and reader.glued(at + 1):
        at += 1
    at = reader.skip(at, "the")
    glued = _glued_day_and_year(reader, at)
    if glued and _month_stands(reader, first, numbered=True):
        return Found(first, at + 1, of_calendar(glued[1], value, glued[0]))
    number = reader.day(at) or _worded_day(reader, at)
    if number and _is_day_of_month(reader, at, number[1]) and _month_stands(reader, first, numbered=True):
        return _month_and_day(reader, first, value, *number)
    year = reader.year_behind(last) or _year_after_dash(reader, last)
    if year:
        return Found(first, year[1], of_calendar(year[0], value))
    return Found(first, last, of_calendar(None, value)) if _month_stands(reader, first, numbered=False) else None


def _glued_day_and_year(reader: Reader, at: int) -> tuple[int, int] | None:
    """Read the day and year of "May 3,1981", which a missing space makes one number."""
    day, comma, year = reader.norms[at].partition(",")
    if not comma or len(year) != 4 or not (day.isdecimal() and year.isdecimal()) or reader.kinds[at] != "n":
        return None
    return (int(day), int(year)) if len(day) < 3 and 1 <= int(day) <= 31 and 1000 <= int(year) <= 2999 else None


def _worded_day(reader: Reader, at: int) -> tuple[int, int] | None:
    """Read a day in words that a year follows: (January) twenty five nineteen eighty six."""
    found = reader.cardinal(at, 31)
    return found if found and found[0] and reader.year_behind(found[1]) else None


def _worded_day_before_month(reader: Reader, first: int) -> tuple[int, int] | None:
    """Read a day in words before a month and a year: fifteen August nineteen ninety three."""
    found = reader.cardinal(first, 31)
    month = reader.month(found[1]) if found and found[0] else None
    return found if month and reader.year_behind(month[1]) else None


def _year_after_dash(reader: Reader, at: int) -> tuple[int, int] | None:
    return reader.year(at + 1) if reader.norms[at] in ("-", "/") and reader.glued(at + 1) else None


def _is_day_of_month(reader: Reader, at: int, last: int) -> bool:
    """Tell whether a number behind a month is its day, and no clock time, percent or count of units."""
    if reader.norms[last] == ":" and reader.glued(last) and reader.kinds[last + 1] == "n" and reader.glued(last + 1):
        return False
    if reader.norms[last] in ("%", "million", "billion", "am", "pm", "percent"):
        return False
    return not (reader.kinds[at] == "n" and last == at + 1 and reader.unit(last) is not None)


def _month_and_day(reader: Reader, first: int, month: int, number: int, last: int) -> Found:
    ends = reader.joiner(last)
    if reader.norms[last] == "and" and reader.day(last + 1) == (number + 1, last + 2):
        ends = last + 1 if reader.kinds[last + 2] in ".,;) " or reader.norms[last + 2] in ("in", "at") else None
    if ends is not None:
        end = reader.day(ends)
        if end and number < end[0] and _is_day_of_month(reader, ends, end[1]) and not reader.month(end[1]):
            whole = _dated(reader, first, end[1], month, end[0])
            if isinstance(whole.meaning, Fields):
                return Found(first, whole.last, Range(whole.meaning.having(day=number), whole.meaning))
    return _dated(reader, first, last, month, number)


def _month_stands(reader: Reader, at: int, *, numbered: bool) -> bool:
    """Tell whether the name of a month is one here: "may" and "march" are verbs, April and August people."""
    guarded, capital = reader.norms[at] in reader.words.guarded, reader.kinds[at] in "AU"
    cued = reader.is_in("month_cues", at - 1)
    if numbered:
        return not guarded or capital or cued or reader.opens_sentence(at) or reader.kind_before(at) in "n"
    between = reader.norms[at + 1] == "and" and reader.before(at) == "between"
    joined = (between or reader.norms[at + 1] in JOINERS) and reader.norms[at + 2] in reader.words.months
    if guarded and not joined:
        return capital and cued and reader.kinds[at + 1] not in "A"
    if joined:
        return True
    if reader.kinds[at + 1] in "AI" and (not cued or _joins_people(reader, at)):
        return False
    return cued or reader.kind_before(at) not in "A"


def _joins_people(reader: Reader, at: int) -> bool:
    """Tell whether a month before a capital is a person behind a conjunction: "Ada Orme and April Jones", not "March and April"."""
    return reader.before(at) in ("and", "or") and (at < 2 or reader.norms[at - 2] not in reader.words.months)
