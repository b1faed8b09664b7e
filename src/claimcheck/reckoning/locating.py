"""From calendar fields to the days they mean, reckoned from the reference."""

from datetime import date
from typing import Literal

from attrs import define

from claimcheck.model import Grain
from claimcheck.model.internal import evolve
from claimcheck.reckoning import days
from claimcheck.reckoning.counting import beyond, counted
from claimcheck.reckoning.days import day
from claimcheck.reckoning.fiscal import begun_in, fiscal_year_of
from claimcheck.reckoning.meanings import YEAR, Fields
from claimcheck.reckoning.places import (
    UNKNOWN_DAY,
    Located,
    calendar_year,
    century,
    exact,
    feast_in,
    in_year,
    reckoned,
    span,
    unresolved,
    weekend_of,
    whole,
)

Tense = Literal["past", "future"]

HALF_A_YEAR = 183


@define
class Locator:
    """Places calendar fields in time, from a reference day and the last day, part of a year and year that the text named.

    `fiscal` is the month in which fiscal years begin, None where nobody says it.
    """

    reference: date | None
    fiscal: int | None = None
    last_day: date | None = None
    last_part: date | None = None
    last_year: date | None = None

    def locate(self, fields: Fields, tense: Tense | None = None) -> Located:
        """Place a time of a day or more; without the reference that it needs it stays unresolved."""
        if fields.year is not None and fields.slots == YEAR and not fields.fiscal:
            return calendar_year(fields.year)  # which most are
        if fields.nth is not None:
            return self._nth(fields, tense)
        if fields.shift is not None:
            return self._shifted(fields, tense)
        if fields.holiday is not None:
            return self._holiday(fields, tense)
        if fields.year is not None:
            found = in_year(fields, fields.year)
            return begun_in(found, fields, self.fiscal) if fields.fiscal and self.fiscal else found
        if fields.decade is not None:
            return span(f"{fields.decade:03d}", "decade", fields.decade * 10, 10, edtf=f"{fields.decade:03d}X")
        if fields.century is not None:
            return century(fields.century)
        return self._yearless(fields, tense)

    def _base(self, fields: Fields) -> date | None:
        if not fields.context:
            return self.reference
        unit = fields.shift[0] if fields.shift else "day"
        part = self.last_year if unit == "year" else self.last_part if unit in ("month", "quarter", "half") else None
        return part or self.last_day or self.reference

    def _yearless(self, fields: Fields, tense: Tense | None) -> Located:
        """Choose the year, month or week that is not written: the nearest past, the future where a cue says so."""
        base = self.reference
        if base is None:
            return unresolved(fields)
        if fields.month is None:
            if fields.day is not None:
                return self._day_of_month(fields, base, tense)
            if fields.weekday is not None:
                found = self._weekday(fields.weekday, base, fields.pick, tense)
                return exact(found, anchored=True) or unresolved(fields)
        here = in_year(fields, base.year) if fields.weekday is fields.pick is None and tense != "future" else None
        if here and here.start and 0 <= (base - here.start).days < HALF_A_YEAR:
            return reckoned(here)  # what choosing among the years around would lead to
        reach = 1 if fields.weekday is None and fields.pick is None and fields.day != 29 else 4
        years = range(max(2, base.year - reach), min(9998, base.year + reach) + 1)
        chosen = choose([in_year(fields, year) for year in years], base, fields, tense)
        return reckoned(chosen) if chosen else unresolved(fields)

    def _day_of_month(self, fields: Fields, base: date, tense: Tense | None) -> Located:
        """Place "the 15th", or the nearest month in which the 15th is that weekday."""
        months = [days.add_months(base.replace(day=1), shift) for shift in range(-13, 14)]
        found = [day(month.year, month.month, fields.day or 0) for month in months if month]
        fitting = [item for item in found if item and fields.weekday in (None, item.weekday())]
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
        if pick is None:
            return days.add_days(base, (-back) % 7 if tense == "future" else -back)
        if pick == 0:
            return days.add_days(base, number - base.weekday())
        if pick == 1:
            return days.add_days(base, 7 - base.weekday() + number)
        if pick == 2:
            return days.add_days(base, 7 - back)
        if pick == -2:
            return days.add_days(base, number - base.weekday() - 7)
        return days.add_days(base, -(back or 7))

    def _holiday(self, fields: Fields, tense: Tense | None) -> Located:
        rule = fields.holiday or ""
        if fields.year is not None:
            found = feast_in(rule, fields.year)
            if found is None:
                return in_year(Fields(year=fields.year), fields.year)
            return weekend_of(found.start, anchored=False) if fields.weekend and found.start else found
        base = self.reference
        if base is None or rule == "moveable":
            return unresolved(fields)
        feasts = [feast_in(rule, base.year + shift, anchored=True) for shift in (-2, -1, 0, 1, 2)]
        placed = [item for item in feasts if item]
        chosen = choose(placed, base, fields, tense)
        if chosen and fields.weekend and chosen.start:
            return weekend_of(chosen.start, anchored=True)
        return chosen or unresolved(fields)

    def _shifted(self, fields: Fields, tense: Tense | None) -> Located:
        """Place what counts units from the reference."""
        unit, count = fields.shift or ("day", 0)
        base = self._base(fields)
        if base is None:
            return unresolved(fields)
        if fields.fiscal:
            year = fiscal_year_of(base, self.fiscal) + count if self.fiscal and unit == "year" else None
            return reckoned(self.locate(Fields(year=year, fiscal=True))) if year else unresolved(fields)
        if unit == "day":
            return exact(days.add_days(base, count), anchored=True) or unresolved(fields)
        moved = days.step(days.floor(base, unit), unit, count)
        if moved is not None and fields.context and fields.year is not None:
            moved = day(fields.year, moved.month, 1)  # the same quarter of 2018
        if moved is None:
            return unresolved(fields)
        return self._within(fields, base, moved, tense)

    def _within(self, fields: Fields, base: date, moved: date, tense: Tense | None) -> Located:
        """Place the unit that begins on a day, or what is named within it: Monday next week, the 3rd of last month."""
        unit, count = fields.shift or ("day", 0)
        if unit == "week" and fields.weekday is not None:
            return exact(days.add_days(moved, fields.weekday), anchored=True) or unresolved(fields)
        if unit == "month" and fields.day is not None:
            return exact(day(moved.year, moved.month, fields.day), anchored=True) or unresolved(fields)
        if unit == "year" and not fields.are("year"):
            return reckoned(self.locate(fields.having(shift=None, year=moved.year), tense))
        if unit == "weekend":
            back = fields.weekend and tense != "future"
            moved = days.add_days(base, self._weekend_back(base) if back else self._weekend_shift(base, count)) or moved
        return reckoned(whole(moved, unit))

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
        outer = self.locate(fields.having(nth=None), tense)
        if outer.start is None or outer.end is None:
            return unresolved(fields) if not outer.resolved else Located(UNKNOWN_DAY, "day", resolved=False)
        if count == 0:
            return evolve(whole(days.floor(outer.start, "week"), "week"), anchored=outer.anchored)
        if unit.startswith("after"):
            found = beyond(outer.start, outer.end, int(unit.split()[1]), count)
            return exact(found, anchored=outer.anchored) or unresolved(fields)
        found = counted(outer.start, outer.end, unit, count)
        if found is None:
            return unresolved(fields)
        grain: Grain = "day" if unit.startswith("weekday") else unit  # type: ignore[assignment]
        return evolve(whole(found, grain), anchored=outer.anchored)


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
