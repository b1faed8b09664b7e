"""Where a time lies: days, weeks, months, parts of years, decades and centuries, with TIMEX3 and EDTF values."""

from datetime import date, datetime
from functools import lru_cache

from attrs import Factory, field

from claimcheck.model import Grain, Period, Timex
from claimcheck.model.internal import evolve, internal
from claimcheck.reckoning import days
from claimcheck.reckoning.days import day
from claimcheck.reckoning.feasts import feast
from claimcheck.reckoning.meanings import Fields

UNKNOWN_DAY = "XXXX-XX-XX"
"""TIMEX3's value of a day of which nothing is known."""

KEPT = 1 << 12
"""How many places are kept: texts name the same days and years again and again."""


def _timex(located: "Located") -> Timex:
    period = None if located.start is None and located.end is None else Period(located.start, located.end)
    return Timex(
        "DATE", located.value, edtf=located.edtf, period=period, grain=located.grain, resolved=located.resolved,
        anchored=located.anchored,
    )  # fmt: skip


@internal
class Located:
    """Where a time lies: TIMEX3's value, the days that bound it, how that was known, and the time itself."""

    value: str
    grain: Grain
    start: date | None = None
    end: date | None = None
    resolved: bool = True
    anchored: bool = False
    edtf: str | None = None
    timex: Timex = field(init=False, repr=False, eq=False, default=Factory(_timex, takes_self=True))


@lru_cache(maxsize=KEPT)
def reckoned(located: Located) -> Located:
    """Return the same time as one that was reckoned from the reference."""
    return Located(
        located.value, located.grain, located.start, located.end, located.resolved, anchored=True, edtf=located.edtf
    )


def in_year(fields: Fields, year: int) -> Located:
    """Place what stands in a known year."""
    if fields.holiday is not None:
        return feast_in(fields.holiday, year) or Located(UNKNOWN_DAY, "day", resolved=False)
    month, number = fields.month, fields.day
    if month is not None:
        if number is None:
            return month_of(year, month)
        return exact(day(year, month, number)) or _beyond_calendar(year, month, number)
    if fields.quarter is not None:
        return _fiscal(
            fields, part(year, f"Q{fields.quarter}", "quarter", fields.quarter * 3 - 2, str(32 + fields.quarter))
        )
    if fields.half is not None:
        return _fiscal(fields, part(year, f"H{fields.half}", "half", fields.half * 6 - 5, str(39 + fields.half)))
    if fields.season is not None:
        code = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}[fields.season.code]
        return part(year, fields.season.code, "season", fields.season.number, code)
    if fields.week is not None:
        monday = days.monday_of(year, fields.week)
        return whole(monday, "week") if monday else Located(f"{year:04d}-W{fields.week:02d}", "week", resolved=False)
    if fields.fiscal:
        return Located(f"FY{year:04d}", "year", resolved=False)
    return calendar_year(year)


def _beyond_calendar(year: int, month: int, number: int) -> Located:
    """Return a day that no calendar has, or one before our era."""
    rest = f"-{month:02d}-{number:02d}"
    return Located(year_text(year) + rest, "day", edtf=edtf_year(year) + rest, resolved=year < 1)


def _fiscal(fields: Fields, located: Located) -> Located:
    """Leave out the days of a part of a fiscal year: where that begins is not known."""
    return (
        evolve(located, value="FY" + located.value, start=None, end=None, edtf=None, resolved=False)
        if fields.fiscal
        else located
    )


def year_text(year: int) -> str:
    """Return TIMEX3's year: BC years have a prefix."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def edtf_year(year: int) -> str:
    """Return a year of ISO 8601-2, in which 1 BC is 0000."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@lru_cache(maxsize=KEPT)
def exact(found: date | None, *, anchored: bool = False) -> Located | None:
    """Place a day."""
    if found is None:
        return None
    value = found.isoformat()
    return Located(value, "day", found, days.add_days(found, 1), anchored=anchored, edtf=value)


def feast_in(rule: str, year: int, *, anchored: bool = False) -> Located | None:
    """Place a holiday; the sighting of the moon may move an Islamic one by a day, so that three days bound it."""
    rule, _, length = rule.partition(" for ")
    found = exact(feast(rule, year), anchored=anchored)
    if found is None or found.start is None or found.end is None:
        return found
    if length:
        return _lasting(found.start, int(length), anchored=anchored)
    if not rule.startswith("islamic") or rule.endswith("fri"):
        return found
    start, end = days.add_days(found.start, -1), days.add_days(found.end, 1)
    return evolve(found, start=start, end=end, edtf=f"{found.value}~")


def _lasting(start: date, length: int, *, anchored: bool) -> Located | None:
    """Place a holiday of many days."""
    last = days.add_days(start, length - 1)
    if last is None:
        return None
    value = f"{start.isoformat()}/{last.isoformat()}"
    return Located(value, "week", start, days.add_days(last, 1), anchored=anchored, edtf=value)


@lru_cache(maxsize=KEPT)
def calendar_year(year: int) -> Located:
    """Place a year."""
    return span(year_text(year), "year", year, 1, edtf=edtf_year(year))


@lru_cache(maxsize=KEPT)
def month_of(year: int, month: int) -> Located:
    """Place a month of a year."""
    return part(year, f"{month:02d}", "month", month, f"{month:02d}")


@lru_cache(maxsize=KEPT)
def part(year: int, code: str, grain: Grain, month: int, edtf: str) -> Located:
    """Place a month, quarter, half or season of a year."""
    start = day(year, month, 1)
    end = days.add_months(start, days.MONTHS[grain]) if start else None
    return Located(f"{year_text(year)}-{code}", grain, start, end, edtf=f"{edtf_year(year)}-{edtf}")


def span(value: str, grain: Grain, year: int, years: int, *, edtf: str) -> Located:
    """Place whole years; before the year 1 there are no days."""
    return Located(value, grain, day(year, 1, 1), day(year + years, 1, 1), edtf=edtf)


def century(number: int) -> Located:
    """Place a hundred years: 19 is the 1900s."""
    if number < 0:
        return Located(f"BC{-number - 1:02d}", "century")
    return span(f"{number:02d}", "century", number * 100, 100, edtf=f"{number:02d}XX")


@lru_cache(maxsize=KEPT)
def whole(start: date, grain: Grain) -> Located:
    """Place the unit that begins on a day."""
    if grain == "day":
        return exact(start) or Located(UNKNOWN_DAY, "day", resolved=False)
    if grain in ("week", "weekend"):
        year, week, _ = start.isocalendar()
        value = f"{year:04d}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
        end = days.add_days(start, 7 if grain == "week" else 2)
        return Located(value, grain, start, end, edtf=None if end is None else f"{start}/{days.add_days(end, -1)}")
    if grain == "season":
        code = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[start.month]
        return part(start.year, code, grain, start.month, {3: "21", 6: "22", 9: "23", 12: "24"}[start.month])
    if grain == "month":
        return month_of(start.year, start.month)
    if grain in ("quarter", "half"):
        size = days.MONTHS[grain]
        number = (start.month - 1) // size + 1
        return part(
            start.year,
            f"{'Q' if size == 3 else 'H'}{number}",
            grain,
            start.month,
            str((32 if size == 3 else 39) + number),
        )
    if grain == "decade":
        return span(f"{start.year // 10:03d}", "decade", start.year, 10, edtf=f"{start.year // 10:03d}X")
    if grain == "century":
        return century(start.year // 100)
    if grain == "millennium":
        return span(f"{start.year // 1000}", "millennium", start.year, 1000, edtf=f"{start.year // 1000}XXX")
    return calendar_year(start.year)


def weekend_of(found: date, *, anchored: bool) -> Located:
    saturday = days.add_days(found, 5 - found.weekday() if found.weekday() > 1 else -2 - found.weekday())
    return evolve(whole(saturday or found, "weekend"), anchored=anchored)


def unresolved(fields: Fields) -> Located:
    """Return TIMEX3's value with what is unknown left open."""
    if fields.month is not None:
        number = f"-{fields.day:02d}" if fields.day else ""
        return Located(
            f"XXXX-{fields.month:02d}{number}",
            "day" if fields.day else "month",
            resolved=False,
            edtf=f"XXXX-{fields.month:02d}{number}",
        )
    if fields.weekday is not None and fields.day is None:
        return Located(f"XXXX-WXX-{fields.weekday + 1}", "day", resolved=False)
    if fields.day is not None:
        return Located(f"XXXX-XX-{fields.day:02d}", "day", resolved=False)
    if fields.season is not None:
        return Located(f"XXXX-{fields.season.code}", "season", resolved=False)
    if fields.quarter is not None:
        return Located(f"XXXX-Q{fields.quarter}", "quarter", resolved=False)
    if fields.half is not None:
        return Located(f"XXXX-H{fields.half}", "half", resolved=False)
    return Located(*OPEN.get(fields.shift[0] if fields.shift else "day", (UNKNOWN_DAY, "day")), resolved=False)


OPEN: dict[str, tuple[str, Grain]] = {
    "year": ("XXXX", "year"), "month": ("XXXX-XX", "month"), "week": ("XXXX-WXX", "week"),
    "weekend": ("XXXX-WXX-WE", "weekend"), "quarter": ("XXXX-QX", "quarter"), "half": ("XXXX-HX", "half"),
    "decade": ("XXX", "decade"), "century": ("XX", "century"),
}  # fmt: skip


def as_date(moment: date | datetime | None) -> date | None:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment
