"""Dates in ISO 8601: 2019-02-16, 2019-W07-6, 2019-047, 20190216T0930Z."""

from claimcheck.reckoning import days
from claimcheck.reckoning.meanings import Clock, Fields, Found
from claimcheck.times.reader import Reader

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
        start = days.day(year, 1, 1)
        found = days.add_days(start, number - 1) if start else None
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
    monday = days.monday_of(year, week)
    number = int(norm[2]) if len(norm) == 3 else None
    if number is None and reader.norms[last] == "-" and reader.glued(last):
        number = reader.number(last + 1, 1, 7)
        last += 2 if number else 0
    if monday is None:
        return None
    if not number:
        return Found(first, last, Fields(year=year, week=week))
    found = days.add_days(monday, number - 1)
    return Found(first, last, Fields(year=found.year, month=found.month, day=found.day)) if found else None


def _date(year: int, month: int, number: int) -> Fields | None:
    return Fields(year=year, month=month, day=number) if days.day(year, month, number) else None


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
    return Found(first, at, fields.having(clock=clock))


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
