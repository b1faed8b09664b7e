"""What is counted within a period: the first Monday of March, the last week of 2018, the week of March 4."""

from claimcheck.reckoning.lengths import period_value
from claimcheck.reckoning.meanings import Fields, Found, Frequency, Range
from claimcheck.times.directed import read_directed
from claimcheck.times.holidays import read_holiday
from claimcheck.times.named import read_day_first, read_month_first
from claimcheck.times.reader import Reader


def read_nth(reader: Reader, first: int) -> Found | None:
    """Read the first Monday of March, the last week of October 2018, the third month of 2021, the first two weeks of."""
    counted = _nth_count(reader, first)
    if counted is None:
        return None
    count, at = counted
    several = reader.cardinal(at, 99) if reader.norms[first] in ("first", "last", "final") else None
    size, at = several if several and several[0] > 1 else (1, at)
    name = _nth_name(reader, at)
    if name is None or reader.norms[at + 1] not in ("of", "in"):
        return None
    if reader.norms[at + 2] in ("every", "each") and (unit := reader.unit(at + 3)):
        return Found(first, at + 4, Frequency(period_value(1, unit), unit.grain))
    inner = _container(reader, reader.skip(at + 2, "the"))
    if inner is None or inner[0].slots & {"day", "weekday", "clock", "nth"}:
        return None
    fields, last = inner
    if size == 1:
        return Found(first, last, fields.having(nth=(count, name)))
    low, high = (1, size) if count > 0 else (-size, -1)
    return Found(first, last, Range(fields.having(nth=(low, name)), fields.having(nth=(high, name))))


def _nth_count(reader: Reader, first: int) -> tuple[int, int] | None:
    """Return which one is meant, from the end where negative, and the token after it: third, last, second last."""
    counted = reader.ordinal(first, 366)
    if counted is not None:
        return (-counted[0], counted[1] + 1) if reader.norms[counted[1]] == "last" else counted
    return (-1, first + 1) if reader.norms[first] in ("last", "final") else None


def _nth_name(reader: Reader, at: int) -> str | None:
    """Return what is counted: a unit's grain, or "weekday" with its number."""
    norm = reader.norms[at]
    if norm in reader.words.weekdays and norm not in reader.words.guarded:
        return f"weekday {reader.words.weekdays[norm]}"
    unit = reader.unit(at)
    return unit.grain if unit and unit.key in ("day", "week", "month", "weekend", "decade", "year", "quarter") else None


def _container(reader: Reader, at: int) -> tuple[Fields, int] | None:
    """Read the month or year in which something is counted."""
    month = reader.month(at)
    if month is not None:
        year = reader.year_behind(month[1])
        return (Fields(month=month[0], year=year[0]), year[1]) if year else (Fields(month=month[0]), month[1])
    year = reader.year(at)
    if year is not None:
        return Fields(year=year[0]), year[1]
    if reader.norms[at] in ("year", "month", "week"):
        grain = reader.words.units[reader.norms[at]].grain
        explicit = reader.year(reader.skip(at + 1, "of")) if reader.norms[at] == "year" else None
        return (Fields(year=explicit[0]), explicit[1]) if explicit else (Fields(shift=(grain, 0)), at + 1)
    directed = read_directed(reader, at)
    if directed is not None and isinstance(directed.meaning, Fields):
        return directed.meaning, directed.last
    return None


def read_week_number(reader: Reader, first: int) -> Found | None:
    """Read week 27 of last year, week 7 2018: alone "week 7" may be one of anything."""
    number = reader.number(first + 1, 1, 53)
    if number is None or reader.kinds[first + 2] == "%":
        return None
    year = reader.year_behind(first + 2)
    if year:
        return Found(first, year[1], Fields(week=number, year=year[0]))
    return Found(first, first + 2, Fields(week=number), latent=True)


def read_counted_weekday(reader: Reader, first: int) -> Found | None:
    """Read three Fridays from now, two Thursdays ago, the third Tuesday after Christmas 2014."""
    counted = reader.cardinal(first, 99) or reader.ordinal(first, 99)
    if counted is None or not counted[0]:
        return None
    count, at = counted
    weekday = reader.words.weekdays.get(reader.norms[at])
    if weekday is None:
        return None
    words = reader.norms[at + 1 : at + 3]
    if words[0] == "ago" or words == ("from", "now"):
        last, count = (at + 2, -count) if words[0] == "ago" else (at + 3, count)
        return Found(first, last, Fields(shift=("day", 0), nth=(count, f"after {weekday}")))
    anchor = read_holiday(reader, at + 2) if words[0] in ("after", "before") else None
    if anchor is None or anchor.first != at + 2 or not isinstance(anchor.meaning, Fields):
        return None
    count = count if words[0] == "after" else -count
    return Found(first, anchor.last, anchor.meaning.having(nth=(count, f"after {weekday}")))


def read_week_of(reader: Reader, first: int) -> Found | None:
    """Read the week of March 4, the week commencing 4 February."""
    if reader.norms[first] != "week" or reader.norms[first + 1] not in (
        "of",
        "commencing",
        "beginning",
        "starting",
        "ending",
    ):
        return None
    at = reader.skip(first + 2, "on", "the")
    date = read_month_first(reader, at) or read_day_first(reader, at)
    if date is None or not isinstance(date.meaning, Fields) or date.meaning.day is None:
        return None
    begin = first - 1 if reader.before(first) == "the" else first
    return Found(begin, date.last, date.meaning.having(nth=(0, "week")))
