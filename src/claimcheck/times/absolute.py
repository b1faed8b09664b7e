"""Dates that name their calendar fields: numeric, ISO 8601, with month names, years, decades, centuries and parts of years."""

from claimcheck.times import reckoning
from claimcheck.times.meanings import Clock, Fields, Found, Meaning, Range
from claimcheck.times.reader import JOINERS, Reader, century_of
from claimcheck.times.vocabulary import Vocabulary

DATE_CUES = frozenset({
    "on", "by", "until", "till", "from", "since", "before", "after", "to", "due", "between", "through", "of", "dated",
    "date", "back", "and", "is", "this", "next",
})  # fmt: skip
SEPARATORS = frozenset({"-", "/", ".", "–"})


def read_iso(reader: Reader, first: int) -> Found | None:
    """Read 2019-02-16, 2019/02/16, 2019-W07-6, 2019-047, 20190216, with a time of day behind a T."""
    norm = reader.norms[first]
    if reader.kinds[first] != "n" or reader.kinds[first - 1 if first else first] == "$":
        return None
    if norm.isdecimal() and len(norm) == 8:
        fields = _date(int(norm[:4]), int(norm[4:6]), int(norm[6:]))
        return _timed(reader, first, first + 1, fields) if fields and 1800 <= int(norm[:4]) <= 2199 else None
    if norm.count(".") == 2 and len(norm) == 10 and norm[4] == "." == norm[7] and norm.replace(".", "").isdecimal():
        fields = _date(int(norm[:4]), int(norm[5:7]), int(norm[8:]))
        return Found(first, first + 1, fields) if fields else None
    year = reader.number(first, 1000, 2999, width=4)
    if year is None or len(norm) != 4:
        return None
    mark = reader.norms[first + 1]
    if mark == "w" and reader.glued(first + 1):
        return _iso_week(reader, first, first + 2, year)
    if mark not in SEPARATORS or not reader.glued(first + 1) or not reader.glued(first + 2):
        return None
    if mark == "-" and reader.norms[first + 2] == "w":
        return _iso_week(reader, first, first + 3, year)
    return _iso_date(reader, first, year, mark)


def _iso_date(reader: Reader, first: int, year: int, mark: str) -> Found | None:
    part = reader.norms[first + 2]
    month = reader.number(first + 2, 1, 12)
    named = reader.words.months.get(part)
    if (
        (month or named)
        and reader.norms[first + 3] == mark
        and reader.glued(first + 3)
        and (number := reader.number(first + 4, 1, 31))
    ):
        fields = _date(year, named or month or 0, number)
        return _timed(reader, first, first + 5, fields) if fields else None
    if mark != "-" or reader.kinds[first + 2] != "n" or reader.norms[first + 3] == "-":
        return None
    if month and len(part) == 2 and _is_year_month(year, month):
        return Found(first, first + 3, Fields(year=year, month=month))
    number = reader.number(first + 2, 1, 366, width=3)
    if number and len(part) == 3:
        start = reckoning.day(year, 1, 1)
        found = reckoning.add_days(start, number - 1) if start else None
        if found and found.year == year:
            return Found(first, first + 3, Fields(year=year, month=found.month, day=found.day))
    return None


def _is_year_month(year: int, month: int) -> bool:
    """Tell whether 2010-12 is a month and no span of years: the second number cannot be a later year."""
    return month <= year % 100 or year % 100 == 0 or month < 10


def _iso_week(reader: Reader, first: int, at: int, year: int) -> Found | None:
    norm = reader.norms[at]
    if not norm.isdecimal() or len(norm) not in (2, 3) or not 1 <= int(norm[:2]) <= 53:
        return None
    week, last = int(norm[:2]), at + 1
    monday = reckoning.monday_of(year, week)
    number = int(norm[2]) if len(norm) == 3 else None
    if number is None and reader.norms[last] == "-" and reader.glued(last):
        number = reader.number(last + 1, 1, 7)
        last += 2 if number else 0
    if monday is None:
        return None
    if not number:
        return Found(first, last, Fields(year=year, week=week))
    found = reckoning.add_days(monday, number - 1)
    return Found(first, last, Fields(year=found.year, month=found.month, day=found.day)) if found else None


def _date(year: int, month: int, number: int) -> Fields | None:
    return Fields(year=year, month=month, day=number) if reckoning.day(year, month, number) else None


def _timed(reader: Reader, first: int, last: int, fields: Fields) -> Found:
    """Read what may follow an ISO date: `T` and a time of day with its zone."""
    at = last + 1
    if reader.norms[last] != "t" or not reader.glued(last) or not reader.glued(at) or reader.kinds[at] != "n":
        return Found(first, last, fields)
    norm = reader.norms[at]
    digits = norm if norm.isdecimal() else ""
    parts = [int(digits[start : start + 2]) for start in range(0, min(len(digits), 6), 2)]
    at += 1
    while (
        len(parts) in (1, 2)
        and reader.norms[at] == ":"
        and reader.norms[at + 1][:2].isdecimal()
        and reader.glued(at + 1)
    ):
        parts.append(int(reader.norms[at + 1][:2]))
        at += 2
    if not parts or parts[0] > 24 or max(parts[1:], default=0) > 59:
        return Found(first, last, fields)
    zone, at = _iso_zone(reader, at)
    minute, second = [*parts[1:], None, None][:2]
    clock = Clock(parts[0], minute, second, zone=zone)
    return Found(first, at, fields.merged(Fields(clock=clock)))


def _iso_zone(reader: Reader, at: int) -> tuple[str | None, int]:
    if not reader.glued(at):
        return None, at
    if reader.norms[at] == "z":
        return "+00:00", at + 1
    if reader.norms[at] not in ("+", "-") or reader.number(at + 1, 0, 1400, width=4) is None:
        return None, at
    sign, digits = reader.norms[at], reader.norms[at + 1]
    if len(digits) == 4:
        return f"{sign}{digits[:2]}:{digits[2:]}", at + 2
    if reader.norms[at + 2] == ":" and reader.number(at + 3, 0, 59) is not None:
        return f"{sign}{digits:0>2}:{reader.norms[at + 3]}", at + 4
    return f"{sign}{digits:0>2}:00", at + 2


def read_numeric(reader: Reader, first: int) -> Found | None:
    """Read 03/04/2017, 3-4-17, 10.31.1974, 02/2013, and 10/31 where a cue or its shape says that it is a date."""
    if reader.kinds[first] != "n" or reader.kind_before(first) in "$/-" and reader.glued(first):
        return None
    parts, last = _numeric_parts(reader, first)
    if len(parts) == 3:
        dotted = last == first + 1 and len(parts[2]) == 2 and reader.before(first) not in DATE_CUES
        return None if dotted else _three_parts(first, last, parts)
    if len(parts) == 2 and len(parts[1]) == 4 and reader.norms[first + 1] in ("/", "-"):
        month, year = reader.number(first, 1, 12), int(parts[1])
        return Found(first, last, Fields(year=year, month=month)) if month and 1000 <= year <= 2999 else None
    ranged = _numeric_range(reader, first, last, parts) if len(parts) == 2 else None
    if ranged is not None:
        return ranged
    if len(parts) == 2 and reader.norms[first + 1] == "/" and _is_day_and_month(reader, first, last, parts):
        either = _day_and_month(int(parts[0]), int(parts[1]))
        return Found(first, last, either, strong=False) if either else None
    return None


def _numeric_range(reader: Reader, first: int, last: int, parts: list[str]) -> Found | None:
    """Read 5/1-5/7, 2020 and 2/28 - 3/1/2019: the end lends its year."""
    start = _day_and_month(int(parts[0]), int(parts[1])) if max(map(len, parts)) < 3 else None
    if start is None or reader.norms[last] not in ("-", "–", "to") or reader.norms[first + 1] != "/":
        return None
    ends, behind = _numeric_parts(reader, last + 1)
    if len(ends) == 3:
        whole = _three_parts(last + 1, behind, ends)
    elif len(ends) == 2 and max(map(len, ends)) < 3:
        either = _day_and_month(int(ends[0]), int(ends[1]))
        whole = _with_year(reader, last + 1, behind, either) if either else None
    else:
        return None
    if whole is None or not isinstance(whole.meaning, Fields) or whole.meaning.year is None:
        return None
    return Found(first, whole.last, Range(start.merged(Fields(year=whole.meaning.year)), whole.meaning))


def _numeric_parts(reader: Reader, first: int) -> tuple[list[str], int]:
    norm = reader.norms[first]
    if norm.count(".") == 2 and not norm.strip("0123456789."):
        return norm.split("."), first + 1
    mark = reader.norms[first + 1]
    if mark not in SEPARATORS or mark == "." or not norm.isdecimal():
        return [], first
    parts, at = [norm], first
    while len(parts) < 3 and reader.norms[at + 1] == mark and reader.kinds[at + 2] == "n":
        if not reader.norms[at + 2].isdecimal():
            return [], first
        if len(parts) < 2 and reader.glued(at + 1) != reader.glued(at + 2):
            return [], first
        if len(parts) == 2 and not (reader.glued(at + 1) and reader.glued(at + 2)):
            break
        parts.append(reader.norms[at + 2])
        at += 2
    spaced = len(parts) == 2 and not reader.glued(first + 1) and len(parts[1]) < 4
    if spaced and not (reader.opens_sentence(first) and mark == "/"):
        return [], first
    return parts, at + 1


def _three_parts(first: int, last: int, parts: list[str]) -> Found | None:
    if any(len(part) > 2 for part in parts[:2]) or len(parts[2]) not in (2, 4):
        return None
    left, right = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts[2]) == 4 else century_of(int(parts[2]))
    fields = _day_and_month(left, right)
    if fields is None or not 1000 <= year <= 2999:
        return None
    return Found(first, last, fields.merged(Fields(year=year)))


def _day_and_month(left: int, right: int) -> Fields | None:
    """Return the month-first reading where there is one, with the other reading beside it where both fit."""
    month_first, day_first = 1 <= left <= 12 and 1 <= right <= 31, 1 <= right <= 12 and 1 <= left <= 31
    if month_first and day_first and left != right:
        return Fields(month=left, day=right, other=(right, left))
    if month_first:
        return Fields(month=left, day=right, numeric=None if left == right else "mdy")
    return Fields(month=right, day=left, numeric="dmy") if day_first else None


def _is_day_and_month(reader: Reader, first: int, last: int, parts: list[str]) -> bool:
    """Tell whether 10/31 is a date and no fraction or ratio: a cue stands before it, or nothing else in the sentence."""
    if any(len(part) > 2 for part in parts) or reader.norms[last] in ("/", "%", "of", "-") or max(map(int, parts)) < 1:
        return False
    start, end = reader.tokens.sentence_of(first)
    listed = reader.norms[last] == "," and reader.kinds[last + 1] == "n"
    alone = start == first and (end - last <= 2 or listed)
    cue = reader.before(first) in DATE_CUES and reader.unit(last) is None and reader.kinds[last] not in "a$%"
    return alone or cue or (reader.before(first) in DATE_CUES and reader.norms[last] in ("to", "and", "at", "from"))


def read_day_first(reader: Reader, first: int) -> Found | None:
    """Read 4 January 2019, the 4th of July, 31/Oct/74, 3-5 March, from the 13th to the 15th of July."""
    start = reader.day(first)
    if start is None or reader.kind_before(first) == "$":
        return None
    value, last = start
    ends = reader.joiner(last)
    if reader.norms[last] == "and" and reader.before(first) in ("between", "the"):
        between = reader.before(first) == "between" or reader.before(first, 2) == "between"
        ends = reader.skip(last + 1, "the") if between else None
    if ends is not None:
        end = reader.day(ends)
        if end is not None:
            month = _month_behind(reader, end[1])
            return _day_range(reader, first, value, end[0], month) if month else None
    month = _month_behind(reader, last)
    if month is None:
        return None
    guarded = reader.norms[month[1] - 1] in reader.words.guarded and last == first + 1
    if guarded and not _month_stands(reader, month[1] - 1, numbered=True):
        return None
    return _with_year(reader, first, month[1], Fields(month=month[0], day=value))


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
    whole = _with_year(reader, first, month[1], Fields(month=month[0], day=end))
    if not isinstance(whole.meaning, Fields):
        return None
    return Found(first, whole.last, Range(whole.meaning.merged(Fields(day=start)), whole.meaning))


def _with_year(reader: Reader, first: int, last: int, fields: Fields) -> Found:
    """Read the year that may follow a day and month."""
    if reader.norms[last] in ("-", "/") and reader.glued(last) and reader.glued(last + 1):
        short = reader.number(last + 1, 0, 99)
        year = reader.year(last + 1) or ((century_of(short), last + 2) if short is not None else None)
    else:
        year = reader.year_behind(last)
    if year is None:
        return Found(first, last, fields)
    return Found(first, year[1], fields.merged(Fields(year=year[0])))


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
    number = reader.day(at)
    if number and _is_day_of_month(reader, at, number[1]) and _month_stands(reader, first, numbered=True):
        return _month_and_day(reader, first, value, *number)
    year = reader.year_behind(last) or _year_after_dash(reader, last)
    if year:
        return Found(first, year[1], Fields(month=value, year=year[0]))
    return Found(first, last, Fields(month=value)) if _month_stands(reader, first, numbered=False) else None


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
    if ends is not None:
        end = reader.day(ends)
        if end and number < end[0] and _is_day_of_month(reader, ends, end[1]) and not reader.month(end[1]):
            whole = _with_year(reader, first, end[1], Fields(month=month, day=end[0]))
            if isinstance(whole.meaning, Fields):
                return Found(first, whole.last, Range(whole.meaning.merged(Fields(day=number)), whole.meaning))
    return _with_year(reader, first, last, Fields(month=month, day=number))


MONTH_CUES = frozenset({
    "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from", "to", "through",
    "between", "before", "after", "during", "and", "or", "-", "–", "on", "for", "past", "every", "each", "around",
    "about", "throughout", "thru", "coming",
})  # fmt: skip


def _month_stands(reader: Reader, at: int, *, numbered: bool) -> bool:
    """Tell whether the name of a month is one here: "may" and "march" are verbs, April and August people."""
    guarded, capital = reader.norms[at] in reader.words.guarded, reader.kinds[at] in "AU"
    cued = reader.before(at) in MONTH_CUES
    if numbered:
        return not guarded or capital or cued or reader.opens_sentence(at) or reader.kind_before(at) in "n"
    joined = reader.norms[at + 1] in JOINERS and reader.norms[at + 2] in reader.words.months
    if guarded and not joined:
        return capital and cued and reader.kinds[at + 1] not in "A"
    if joined:
        return True
    if reader.kinds[at + 1] in "AI" and not cued:
        return False
    return cued or reader.kind_before(at) not in "A"


def read_year(reader: Reader, first: int) -> Found | None:
    """Read a year where its surroundings say that it is one, and 2010-15."""
    found = reader.year(first) or _era_year(reader, first)
    if found is None or reader.kinds[first] == "k":
        return None
    year, last = found
    ranged = _year_range(reader, first, year, last)
    spans = ranged is not None and 1500 <= year <= 2099 and not _is_part_of_figure(reader, first, last)
    if (
        last == first + 1
        and reader.kinds[first] == "n"
        and not _is_year(reader, first, last, year)
        and not (spans and _is_span(reader, first))
    ):
        return None
    if reader.kinds[first] != "n" and not reader.is_in("strong_year_cues", first - 1):
        return None
    strong = last > first + 1 or reader.is_in("strong_year_cues", first - 1)
    return ranged or Found(first, last, Fields(year=year), strong=strong)


def _era_year(reader: Reader, first: int) -> tuple[int, int] | None:
    """Read 44 BC and AD-less short years with an era behind them."""
    value = reader.number(first, 1, 999, width=3)
    if value is None or reader.kinds[first + 1] != "U":
        return None
    found = reader.era(value, first + 1)
    return found if found[1] > first + 1 else None


def _is_span(reader: Reader, first: int) -> bool:
    """Tell whether two joined numbers that could be years are: "2014-2018", no counts of things."""
    return reader.before(first) in ("from", "between", "(", "in", "the", "of", "is", "") or reader.opens_sentence(first)


def _year_range(reader: Reader, first: int, year: int, last: int) -> Found | None:
    """Read 2010-15, 2010/11, 2014-2018, 2014 to 2018, between 2014 and 2018."""
    mark = reader.norms[last]
    between = mark == "and" and reader.before(first) == "between"
    if mark not in JOINERS and mark not in ("/", "~") and not between:
        return None
    end = reader.number(last + 1, year + 1, min(2999, year + 1500), width=4)
    counted = end is not None and (_is_part_of_figure(reader, last + 1, last + 2) or _counts(reader, last + 2, end))
    if end is not None and not counted:
        return Found(first, last + 2, Range(Fields(year=year), Fields(year=end)))
    if mark not in ("-", "–", "/") or not reader.glued(last) or not reader.glued(last + 1):
        return None
    short = reader.number(last + 1, 0, 99)
    if short is None or len(reader.norms[last + 1]) != 2 or short <= year % 100:
        return None
    return Found(first, last + 2, Range(Fields(year=year), Fields(year=year // 100 * 100 + short)))


def _is_year(reader: Reader, first: int, last: int, year: int) -> bool:
    """Tell whether four bare digits are a year: a preposition, brackets, a determiner with a noun, a verb of the year."""
    if len(reader.norms[first]) != 4 or _is_part_of_figure(reader, first, last):
        return False
    before, after = reader.before(first), reader.norms[last]
    plausible = 1500 <= year <= 2099
    hyphened = before == "-" and reader.before(first, 2) in ("mid", "pre", "post", "early", "late")
    if hyphened or reader.is_in("strong_year_cues", first - 1):
        return not _counts(reader, last, year)
    if before in ("=", "<", ">"):
        return plausible
    if before == "(" or after == ")":
        return plausible and (after in (")", "-", "–", ",", ";") or before in ("(", ",", "-", "–"))
    if reader.is_in("year_cues", first - 1):
        return plausible and not _counts(reader, last, year) and not _joins_count(reader, last)
    if before in ("the", "its", "their", "his", "her", "'s", "a", "our", "this") and 1900 <= year <= 2059:
        return reader.kinds[last] in "aA" and not _counts(reader, last, year, determined=True)
    if reader.opens_sentence(first):
        return plausible and (after in ("was", "saw", "is", "and", "q", "in", "to") or first + 1 >= reader.size - 1)
    return False


def _joins_count(reader: Reader, last: int) -> bool:
    """Tell whether a number is the first of a range of counts: "to 250", "and 12"."""
    joined = reader.norms[last] in ("to", "and") and reader.kinds[last + 1] == "n"
    return joined and reader.number(last + 1, 1000, 2999, width=4) is None


def _is_part_of_figure(reader: Reader, first: int, last: int) -> bool:
    """Tell whether digits are glued into something longer, or money."""
    if reader.kind_before(first) in "$" or reader.before(first) in ("no", "#", "number", "room", "rs"):
        return True
    if reader.kinds[last] in "$%" or (
        reader.glued(last) and reader.kinds[last] in "aAUImn" and reader.norms[last] != "s"
    ):
        return True
    lead = reader.kind_before(first) in "aAUImn.,s/" and reader.before(first) not in ("=", "<", ">")
    return reader.glued(first) and lead


def _counts(reader: Reader, last: int, year: int, *, determined: bool = False) -> bool:
    """Tell whether what follows is counted by the number: "in 2000 cases", "2,014 people"."""
    norm = reader.norms[last]
    if norm in reader.words.classes["counted"] or reader.unit(last) is not None:
        return not (norm in ("or", "per", "new", "more", "other") and year % 100)
    if reader.kinds[last] != "a" or determined:
        return False
    plural = norm.endswith("s") and not norm.endswith(("ss", "us", "is", "was", "has"))
    return plural and (year % 100 == 0 or norm in ("cases", "times", "words", "votes", "miles", "dollars"))


def read_decade(reader: Reader, first: int) -> Found | None:
    """Read 1990s, 1990's, '90s, 90s, and the nineties."""
    kind = reader.kinds[first]
    if kind == "k":
        value = reader.number(first + 1, 10, 99) if reader.glued(first + 1) else None
        return _decade(reader, first, first + 2, value) if value is not None else None
    if kind == "n" and reader.kind_before(first) != "$":
        norm = reader.norms[first]
        if not norm.isdecimal() or norm[-1] != "0":
            return None
        if len(norm) == 4 and 1000 <= int(norm) <= 2990:
            return _decade(reader, first, first + 1, int(norm))
        cued = reader.before(first) in ("the", "mid", "early", "late", "and", "-")
        return _decade(reader, first, first + 1, int(norm)) if len(norm) == 2 and cued else None
    tens = reader.words.numbers.get(reader.norms[first][:-3] + "y")
    if tens is not None and reader.norms[first].endswith("ies") and tens.role == "ten":
        decade = 190 + int(tens.value) // 10
        return (
            Found(first, first + 1, Fields(decade=decade))
            if reader.before(first) in ("the", "early", "late", "mid", "in")
            else None
        )
    return None


def _decade(reader: Reader, first: int, last: int, value: int) -> Found | None:
    if reader.norms[last] not in ("s", "'s") or not reader.glued(last):
        return None
    if reader.norms[last] == "'s" and (
        value % 100 == 0 or reader.before(first) not in ("the", "mid", "-", "early", "late")
    ):
        return None
    year = value if value > 99 else 1900 + value
    if year % 100 == 0 and year % 1000:
        return Found(first, last + 1, Fields(century=year // 100))
    return Found(first, last + 1, Fields(decade=year // 10))


def read_ordinal_period(reader: Reader, first: int) -> Found | None:
    """Read the 17th century, the second quarter of 2017, the first half of last year."""
    found = reader.ordinal(first, 99)
    if found is None and reader.norms[first] in ("final", "last"):
        found = {"quarter": 4, "half": 2}.get(reader.norms[first + 1], 0), first + 1
    if found is None:
        return None
    value, last = found
    last = reader.skip(last, "-")
    noun = reader.norms[last]
    if not value:
        return None
    if noun == "century" or noun == "centuries":
        year, end = reader.era(value, last + 1)
        century = value - 1 if year > 0 else -value
        return Found(first, end, Fields(century=century))
    parts = {"quarter": "quarter", "half": "half"}
    if noun not in parts or value > (4 if noun == "quarter" else 2):
        return None
    fields = Fields(quarter=value) if noun == "quarter" else Fields(half=value)
    return _part_of_year(reader, first, last + 1, fields, named=False)


def read_quarter(reader: Reader, first: int) -> Found | None:
    """Read Q2 2017, 2Q17, H1 2019, 2019 Q3."""
    norm = reader.norms[first]
    at, fields = first, None
    if norm in ("q", "h") and reader.glued(first + 1):
        value = reader.number(first + 1, 1, 4 if norm == "q" else 2, width=1)
        fields, at = _lettered(norm, value), first + 2
    elif reader.kinds[first] == "n" and reader.norms[first + 1] in ("q", "h") and reader.glued(first + 1):
        letter = reader.norms[first + 1]
        fields, at = _lettered(letter, reader.number(first, 1, 4 if letter == "q" else 2, width=1)), first + 2
        short = reader.number(at, 0, 99) if reader.glued(at) else None
        if fields and short is not None:
            return Found(first, at + 1, fields.merged(Fields(year=century_of(short))))
    elif (
        reader.number(first, 1500, 2999, width=4) and reader.norms[first + 1] in ("q", "h") and reader.glued(first + 2)
    ):
        value = reader.number(first + 2, 1, 4, width=1)
        fields = _lettered(reader.norms[first + 1], value)
        return Found(first, first + 3, fields.merged(Fields(year=int(norm)))) if fields else None
    return _part_of_year(reader, first, at, fields, named=True) if fields else None


def _lettered(letter: str, value: int | None) -> Fields | None:
    if value is None:
        return None
    return Fields(quarter=value) if letter == "q" else Fields(half=value)


def _part_of_year(reader: Reader, first: int, last: int, fields: Fields, *, named: bool) -> Found | None:
    """Read the year of a quarter, half or season; without one it must be plain that the noun is a part of a year."""
    at = reader.skip(last, ",", "of", "the", "fiscal", "financial")
    fiscal = True if "fiscal" in reader.norms[last:at] or "financial" in reader.norms[last:at] else None
    year = reader.year_behind(at if fiscal else last)
    short = _fiscal_prefix(reader, reader.skip(last, ",", "of"))
    if short:
        return Found(first, short[1], fields.merged(Fields(year=short[0], fiscal=True)))
    if year:
        return Found(first, year[1], fields.merged(Fields(year=year[0], fiscal=fiscal)))
    if reader.norms[first] in ("final", "last"):
        return None
    if named or reader.before(first) in ("the", "in", "its", "'s") and fields.quarter:
        return Found(first, last, fields, strong=named)
    of_relative = reader.norms[last] in ("of", "this", "last", "next") and fields.slots
    return Found(first, last, fields, strong=False) if of_relative and _relative_year(reader, last) else None


def _relative_year(reader: Reader, at: int) -> bool:
    at = reader.skip(at, "of", "the")
    return reader.norms[at] in ("this", "last", "next", "year", "current", "previous") and reader.norms[at + 1] in (
        "year",
        "",
    )


def _fiscal_prefix(reader: Reader, at: int) -> tuple[int, int] | None:
    """Return the year of FY2019 and FY19."""
    if reader.norms[at] != "fy":
        return None
    at += 1
    short = reader.number(at, 0, 99)
    return reader.year(at) or (
        (century_of(short), at + 1) if short is not None and len(reader.norms[at]) == 2 else None
    )


def read_fiscal_year(reader: Reader, first: int) -> Found | None:
    """Read FY2019, fiscal 2019, the fiscal year 2008, the 2019 financial year."""
    found = _fiscal_prefix(reader, first)
    if found is None and reader.norms[first] in ("fiscal", "financial"):
        at = reader.skip(first + 1, "year", "years", "of")
        found = reader.year(at) if at > first + 1 or reader.norms[first] == "fiscal" else None
    if found is None:
        return None
    fields: Meaning = Fields(year=found[0], fiscal=True)
    if reader.norms[found[1]] in ("-", "/", "–") and reader.glued(found[1] + 1):
        ranged = _year_range(reader, first, found[0], found[1])
        return Found(first, ranged.last if ranged else found[1], fields)
    return Found(first, found[1], fields)


def read_season(reader: Reader, first: int) -> Found | None:
    """Read spring 2017, the summer of 1969, winter 2010-11, in the autumn."""
    season = reader.words.seasons.get(reader.norms[first])
    if season is None:
        return None
    year = reader.year_behind(first + 1)
    fields = Fields(season=season)
    if year:
        ranged = _year_range(reader, first, year[0], year[1])
        return Found(first, ranged.last if ranged else year[1], fields.merged(Fields(year=year[0])))
    before = reader.before(first)
    cued = before in ("this", "last", "next", "mid", "early", "late", "of", "until", "since") or (
        before == "the" and reader.before(first, 2) in ("in", "during", "of", "by", "until", "since")
    )
    related = reader.norms[first + 1] == "of" and reader.norms[first + 2] in ("last", "this", "next")
    plain = reader.norms[first] not in reader.words.guarded or before in ("in", "by")
    if related or (reader.kinds[first] != "A" or cued) and (plain or cued) and reader.norms[first + 1] != "of":
        return Found(first, first + 1, fields, strong=cued)
    return None


def read_short_year(reader: Reader, first: int) -> Found | None:
    """Read '82 behind a cue."""
    found = reader.year(first)
    if found is None or reader.norms[found[1]] in ("s", "'s") or not reader.is_in("strong_year_cues", first - 1):
        return None
    return Found(first, found[1], Fields(year=found[0]))


def decade_words(words: Vocabulary) -> list[str]:
    """Return the plurals of the tens: twenties to nineties."""
    return [word[:-1] + "ies" for word, item in words.numbers.items() if item.role == "ten" and word.endswith("ty")]
