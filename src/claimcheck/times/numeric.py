"""Dates of digits only: 03/04/2017, 10.31.1974, 02/2013, 10/31."""

from claimcheck.reckoning.meanings import Fields, Found, Range
from claimcheck.times.clock import half_of_day
from claimcheck.times.iso import SEPARATORS
from claimcheck.times.named import with_year
from claimcheck.times.reader import Reader, century_of


def read_numeric(reader: Reader, first: int) -> Found | None:
    """Read 03/04/2017, 3-4-17, 10.31.1974, 02/2013, and 10/31 where a cue or its shape says that it is a date."""
    if reader.kinds[first] != "n" or reader.kind_before(first) in "$/-" and reader.glued(first):
        return None
    parts, last = _numeric_parts(reader, first)
    if not parts:
        return None
    reader.numeric = True
    if len(parts) == 3:
        dotted = last == first + 1 and len(parts[2]) == 2 and not _is_cued(reader, first)
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
        whole = with_year(reader, last + 1, behind, either) if either else None
    else:
        return None
    if whole is None or not isinstance(whole.meaning, Fields) or whole.meaning.year is None:
        return None
    return Found(first, whole.last, Range(start.having(year=whole.meaning.year), whole.meaning))


def _numeric_parts(reader: Reader, first: int) -> tuple[list[str], int]:
    norm = reader.norms[first]
    if norm.count(".") == 2 and not norm.strip("0123456789."):
        return norm.split("."), first + 1
    mark = reader.norms[first + 1]
    if mark not in SEPARATORS or mark == "." or not norm.isdecimal():
        return [], first
    spaced = len(reader.norms[first + 2]) < 4 and not reader.glued(first + 1)
    if spaced and not (mark == "/" and reader.opens_sentence(first)):
        return [], first  # as scores are written: "3 – 1"
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
    return parts, at + 1


def _three_parts(first: int, last: int, parts: list[str]) -> Found | None:
    if any(len(part) > 2 for part in parts[:2]) or len(parts[2]) not in (2, 4):
        return None
    left, right = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts[2]) == 4 else century_of(int(parts[2]))
    fields = _day_and_month(left, right)
    if fields is not None and fields.other is not None and last == first + 1:  # with stops the day comes first
        fields = Fields(month=right, day=left)
    if fields is None or not 1000 <= year <= 2999:
        return None
    return Found(first, last, fields.having(year=year))


def _day_and_month(left: int, right: int) -> Fields | None:
    """Return the month-first reading where there is one, with the other reading beside it where both fit."""
    month_first, day_first = 1 <= left <= 12 and 1 <= right <= 31, 1 <= right <= 12 and 1 <= left <= 31
    if month_first and day_first and left != right:
        return Fields(month=left, day=right, other=(right, left))
    if month_first:
        return Fields(month=left, day=right, numeric=None if left == right else "mdy")
    return Fields(month=right, day=left, numeric="dmy") if day_first else None


def _is_cued(reader: Reader, first: int) -> bool:
    return reader.is_in("date_cues", first - 1) or reader.is_in("loose_date_cues", first - 1)


def _is_day_and_month(reader: Reader, first: int, last: int, parts: list[str]) -> bool:
    """Tell whether 10/31 is a date and no fraction or ratio: a cue stands before it, or nothing else in the sentence."""
    if any(len(part) > 2 for part in parts) or reader.norms[last] in ("/", "%", "of", "-"):
        return False
    left, right = int(parts[0]), int(parts[1])
    if reader.is_in("date_cues", first - 1) or _is_named_day(reader, first, last):
        return _is_uncounted(reader, last)
    if left < right < SMALLEST_DAY and not _follows_date(reader, first):
        return False
    start, end = reader.tokens.sentence_of(first)
    listed = reader.norms[last] == "," and reader.kinds[last + 1] == "n"
    alone = start == first and (end - last <= 2 or listed)
    return alone or (reader.is_in("loose_date_cues", first - 1) and _is_uncounted(reader, last))


def _is_named_day(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a weekday stands before ("Friday 5/12"), or an hour behind that bounds a day ("23/12 before 5pm")."""
    if reader.before(first) in reader.words.weekdays:
        return True
    hour = reader.number(last + 1, 1, 24)
    return hour is not None and reader.norms[last] in ("before", "after") and half_of_day(reader, last + 2) is not None


SMALLEST_DAY = 17
"""From here on the second part is a day rather than the lower part of a fraction: 3/16 of an inch."""


def _is_uncounted(reader: Reader, last: int) -> bool:
    """Tell whether nothing is measured by what was read."""
    plain = reader.unit(last) is None and reader.kinds[last] not in "a$%"
    return plain or reader.norms[last] in ("to", "and", "at", "from", "before", "after")


def _follows_date(reader: Reader, first: int) -> bool:
    """Tell whether the start of a range that cannot be a fraction stands before: 5/31 to 6/7."""
    if first < 4 or reader.before(first, 3) != "/":
        return False
    left, right = reader.number(first - 4, 1, 31), reader.number(first - 2, 1, 31)
    return left is not None and right is not None and not left < right < SMALLEST_DAY
