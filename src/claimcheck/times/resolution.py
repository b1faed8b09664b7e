"""From what was read to what it means: TIMEX3 values and half-open periods, reckoned from the reference."""

from datetime import date, datetime
from typing import Literal

from attrs import define, evolve, frozen

from claimcheck.model import Grain, Period
from claimcheck.times import reckoning
from claimcheck.times.meanings import Fields
from claimcheck.times.reckoning import day

Tense = Literal["past", "future"]


@frozen
class Located:
    """Where a time lies: TIMEX3's value, the days that bound it, and how that was known."""

    value: str
    grain: Grain
    start: date | None = None
    end: date | None = None
    resolved: bool = True
    anchored: bool = False
    edtf: str | None = None


@define
class Locator:
    """Places calendar fields in time, from a reference day and the last day that the text named."""

    reference: date | None
    last_day: date | None = None

    def locate(self, fields: Fields, tense: Tense | None = None) -> Located:
        """Place a time of a day or more; without the reference that it needs it stays unresolved."""
        if fields.nth is not None:
            return self._nth(fields, tense)
        if fields.shift is not None:
            return self._shifted(fields, tense)
        if fields.holiday is not None:
            return self._holiday(fields, tense)
        if fields.year is not None:
            return in_year(fields, fields.year)
        if fields.decade is not None:
            return span(f"{fields.decade:03d}", "decade", fields.decade * 10, 10, edtf=f"{fields.decade:03d}X")
        if fields.century is not None:
            return century(fields.century)
        return self._yearless(fields, tense)

    def _base(self, fields: Fields) -> date | None:
        return (self.last_day or self.reference) if fields.context else self.reference

    def _yearless(self, fields: Fields, tense: Tense | None) -> Located:
        """Choose the year, month or week that is not written: the nearest past, the future where a cue says so."""
        base = self.reference
        if base is None:
            return unresolved(fields)
        if fields.month is None and fields.day is not None:
            return self._day_of_month(fields, base, tense)
        if fields.month is None and fields.weekday is not None:
            return exact(self._weekday(fields.weekday, base, fields.pick, tense), anchored=True) or unresolved(fields)
        reach = 1 if fields.weekday is None and fields.pick is None and fields.day != 29 else 4
        years = range(max(2, base.year - reach), min(9998, base.year + reach) + 1)
        chosen = choose([in_year(fields, year) for year in years], base, fields, tense)
        return evolve(chosen, anchored=True) if chosen else unresolved(fields)

    def _day_of_month(self, fields: Fields, base: date, tense: Tense | None) -> Located:
        """Place "the 15th", or the nearest month in which the 15th is that weekday."""
        months = [reckoning.add_months(base.replace(day=1), shift) for shift in range(-13, 14)]
        days = [day(month.year, month.month, fields.day or 0) for month in months if month]
        fitting = [item for item in days if item and fields.weekday in (None, item.weekday())]
        if fields.weekday is None:
            fitting = [item for item in fitting if item.year == base.year and item.month == base.month] or fitting
        past = [item for item in fitting if item <= base]
        ahead = [item for item in fitting if item > base]
        nearest = (
            (ahead[:1] or past[-1:])
            if tense == "future" or fields.weekday is not None and not past
            else (past[-1:] or ahead[:1])
        )
        if (
            fields.weekday is not None
            and past
            and ahead
            and tense is None
            and (base - past[-1]).days > 31 >= (ahead[0] - base).days
        ):
            nearest = ahead[:1]
        return exact(nearest[0] if nearest else None, anchored=True) or unresolved(fields)

    @staticmethod
    def _weekday(number: int, base: date, pick: int | None, tense: Tense | None) -> date | None:
        back = (base.weekday() - number) % 7
        if pick == 0:
            return reckoning.add_days(base, number - base.weekday())
        if pick == 1:
            return reckoning.add_days(base, 7 - base.weekday() + number)
        if pick == 2:
            return reckoning.add_days(base, 7 - back)
        if pick == -2:
            return reckoning.add_days(base, number - base.weekday() - 7)
        if pick == -1:
            return reckoning.add_days(base, -(back or 7))
        return reckoning.add_days(base, (-back) % 7 if tense == "future" else -back)

    def _holiday(self, fields: Fields, tense: Tense | None) -> Located:
        rule = fields.holiday or ""
        if fields.year is not None:
            found = reckoning.feast(rule, fields.year)
            if found is None:
                return in_year(Fields(year=fields.year), fields.year)
            return _weekend_of(found, anchored=False) if fields.weekend else exact(found) or unresolved(fields)
        base = self.reference
        if base is None or rule == "moveable":
            return unresolved(fields)
        feasts = [reckoning.feast(rule, base.year + shift) for shift in (-2, -1, 0, 1, 2)]
        placed = [item for item in (exact(found, anchored=True) for found in feasts) if item]
        chosen = choose(placed, base, fields, tense)
        if chosen and fields.weekend and chosen.start:
            return _weekend_of(chosen.start, anchored=True)
        return chosen or unresolved(fields)

    def _shifted(self, fields: Fields, tense: Tense | None) -> Located:
        """Place what counts units from the reference."""
        unit, count = fields.shift or ("day", 0)
        base = self._base(fields)
        if base is None:
            return unresolved(fields)
        if fields.fiscal:
            return unresolved(fields)
        if unit == "day":
            return exact(reckoning.add_days(base, count), anchored=True) or unresolved(fields)
        moved = reckoning.step(reckoning.floor(base, unit), unit, count)
        if moved is None:
            return unresolved(fields)
        if unit == "week" and fields.weekday is not None:
            return exact(reckoning.add_days(moved, fields.weekday), anchored=True) or unresolved(fields)
        if unit == "month" and fields.day is not None:
            return exact(day(moved.year, moved.month, fields.day), anchored=True) or unresolved(fields)
        if unit == "year" and not fields.are("year"):
            inner = self.locate(evolve(fields, shift=None, year=moved.year), tense)
            return evolve(inner, anchored=True)
        if unit == "weekend":
            shift = self._weekend_shift(base, count)
            if fields.weekend and tense != "future":
                shift = self._weekend_back(base)
            moved = reckoning.add_days(base, shift) or moved
        return evolve(whole(moved, unit), anchored=True)

    @staticmethod
    def _weekend_back(base: date) -> int:
        """Return the days to the Saturday of "the weekend": today's, else the last one."""
        return 5 - base.weekday() if base.weekday() >= 5 else -2 - base.weekday()

    @staticmethod
    def _weekend_shift(base: date, count: int) -> int:
        """Return the days to the Saturday meant: this weekend is the week's own, last weekend the one before today."""
        saturday = 5 - base.weekday()
        return saturday + 7 * count

    def _nth(self, fields: Fields, tense: Tense | None) -> Located:
        """Place the nth unit or weekday of a period; 0 is the one that holds the date."""
        count, unit = fields.nth or (0, "day")
        outer = self.locate(evolve(fields, nth=None), tense)
        if outer.start is None or outer.end is None:
            return unresolved(fields) if not outer.resolved else Located("XXXX-XX-XX", "day", resolved=False)
        if count == 0:
            return evolve(whole(reckoning.floor(outer.start, "week"), "week"), anchored=outer.anchored)
        found = _counted(outer.start, outer.end, unit, count)
        if found is None:
            return unresolved(fields)
        grain: Grain = "day" if unit.startswith("weekday") else unit  # type: ignore[assignment]
        return evolve(whole(found, grain), anchored=outer.anchored)


def _counted(start: date, end: date, unit: str, count: int) -> date | None:
    """Return the first day of the nth unit within a period; weeks are those that hold most of their days in it."""
    if unit.startswith("weekday"):
        number = int(unit.split()[1])
        if count > 0:
            found = reckoning.add_days(start, (number - start.weekday()) % 7 + 7 * (count - 1))
        else:
            last = reckoning.add_days(end, -1) or end
            found = reckoning.add_days(last, -((last.weekday() - number) % 7) + 7 * (count + 1))
    elif unit in ("week", "weekend"):
        if count > 0:
            first = reckoning.add_days(start, 3) or start
            found = reckoning.add_days(reckoning.floor(first, "week"), 7 * (count - 1))
        else:
            last = reckoning.add_days(end, -4) or end
            found = reckoning.add_days(reckoning.floor(last, "week"), 7 * (count + 1))
        if unit == "weekend" and found:
            found = reckoning.add_days(found, 5)
        return found
    elif count > 0:
        found = reckoning.step(start, unit, count - 1)  # type: ignore[arg-type]
    else:
        found = reckoning.step(end, unit, count)  # type: ignore[arg-type]
    return found if found is not None and start <= found < end else None


def choose(placed: list[Located], base: date, fields: Fields, tense: Tense | None) -> Located | None:
    """Choose among the same time of several years: last, this, next, or the nearest past unless a cue looks ahead."""
    dated = [(item, item.start, item.end) for item in placed if item.start and item.end]
    if fields.weekday is not None and fields.day is not None:
        dated = [entry for entry in dated if entry[1].weekday() == fields.weekday] or dated
    past = [item for item, start, _ in dated if start <= base]
    ahead = [item for item, start, _ in dated if start > base]
    running = [item for item, start, end in dated if start <= base < end]
    if fields.pick == 0:
        same = [item for item, start, _ in dated if start.year == base.year]
        return same[0] if same else None
    if fields.pick == -1:
        over = [item for item, _, end in dated if end <= base]
        return over[-1] if over else None
    if fields.pick in (1, 2):
        return ahead[0] if ahead else None
    if tense == "future":
        return next(iter(running or ahead or past), None)
    if fields.day is not None and tense is None and past and ahead:
        gap_back, gap_ahead = _distance(base, past[-1]), _distance(base, ahead[0])
        if gap_ahead <= 31 and gap_back > 182:
            return ahead[0]
    return past[-1] if past else ahead[0] if ahead else None


def _distance(base: date, item: Located) -> int:
    return abs((base - item.start).days) if item.start else 9999


def in_year(fields: Fields, year: int) -> Located:
    """Place what stands in a known year."""
    if fields.holiday is not None:
        return exact(reckoning.feast(fields.holiday, year)) or Located("XXXX-XX-XX", "day", resolved=False)
    if fields.month is not None and fields.day is not None:
        found = exact(day(year, fields.month, fields.day))
        text = f"{year_text(year)}-{fields.month:02d}-{fields.day:02d}"
        return found or Located(
            text, "day", edtf=f"{edtf_year(year)}-{fields.month:02d}-{fields.day:02d}", resolved=year < 1
        )
    if fields.month is not None:
        return part(year, f"{fields.month:02d}", "month", fields.month, f"{fields.month:02d}")
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
        monday = reckoning.monday_of(year, fields.week)
        return whole(monday, "week") if monday else Located(f"{year:04d}-W{fields.week:02d}", "week", resolved=False)
    if fields.fiscal:
        return Located(f"FY{year:04d}", "year", resolved=False)
    return span(year_text(year), "year", year, 1, edtf=edtf_year(year))


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


def exact(found: date | None, *, anchored: bool = False) -> Located | None:
    """Place a day."""
    if found is None:
        return None
    return Located(
        found.isoformat(), "day", found, reckoning.add_days(found, 1), anchored=anchored, edtf=found.isoformat()
    )


def part(year: int, code: str, grain: Grain, month: int, edtf: str) -> Located:
    """Place a month, quarter, half or season of a year."""
    start = day(year, month, 1)
    end = reckoning.add_months(start, reckoning.MONTHS[grain]) if start else None
    return Located(f"{year_text(year)}-{code}", grain, start, end, edtf=f"{edtf_year(year)}-{edtf}")


def span(value: str, grain: Grain, year: int, years: int, *, edtf: str) -> Located:
    """Place whole years; before the year 1 there are no days."""
    return Located(value, grain, day(year, 1, 1), day(year + years, 1, 1), edtf=edtf)


def century(number: int) -> Located:
    """Place a hundred years: 19 is the 1900s."""
    if number < 0:
        return Located(f"BC{-number - 1:02d}", "century")
    return span(f"{number:02d}", "century", number * 100, 100, edtf=f"{number:02d}XX")


def whole(start: date, grain: Grain) -> Located:
    """Place the unit that begins on a day."""
    if grain == "day":
        return exact(start) or Located("XXXX-XX-XX", "day", resolved=False)
    if grain in ("week", "weekend"):
        year, week, _ = start.isocalendar()
        value = f"{year:04d}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
        end = reckoning.add_days(start, 7 if grain == "week" else 2)
        return Located(value, grain, start, end, edtf=None if end is None else f"{start}/{reckoning.add_days(end, -1)}")
    if grain == "season":
        code = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[start.month]
        return part(start.year, code, grain, start.month, {3: "21", 6: "22", 9: "23", 12: "24"}[start.month])
    if grain == "month":
        return part(start.year, f"{start.month:02d}", grain, start.month, f"{start.month:02d}")
    if grain in ("quarter", "half"):
        size = reckoning.MONTHS[grain]
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
    return span(f"{start.year:04d}", "year", start.year, 1, edtf=f"{start.year:04d}")


def _weekend_of(found: date, *, anchored: bool) -> Located:
    saturday = reckoning.add_days(found, 5 - found.weekday() if found.weekday() > 1 else -2 - found.weekday())
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
    return Located(*OPEN.get(fields.shift[0] if fields.shift else "day", ("XXXX-XX-XX", "day")), resolved=False)


OPEN: dict[str, tuple[str, Grain]] = {
    "year": ("XXXX", "year"), "month": ("XXXX-XX", "month"), "week": ("XXXX-WXX", "week"),
    "weekend": ("XXXX-WXX-WE", "weekend"), "quarter": ("XXXX-QX", "quarter"), "half": ("XXXX-HX", "half"),
    "decade": ("XXX", "decade"), "century": ("XX", "century"),
}  # fmt: skip


def period_of(located: Located) -> Period | None:
    """Return the days that bound a time."""
    return None if located.start is None and located.end is None else Period(located.start, located.end)


def as_date(moment: date | datetime | None) -> date | None:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment
