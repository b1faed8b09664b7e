"""Lengths of time: their values, their amounts, and the day that lies a length away."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicons.calendar import TimeUnit
from claimcheck.model import Grain, Interval, Length, Timex
from claimcheck.model.wire import decimal_text
from claimcheck.reckoning import days
from claimcheck.reckoning.meanings import Extent


def extent(meaning: Extent) -> Timex:
    """Return a length."""
    low = meaning.low
    count, unit = low[0]
    if meaning.high is None and count is not None and len(low) == 1:
        return _counted(str(count), unit)
    if meaning.high is not None:
        high, unit = meaning.high[0]
        value = f"{code_of(count, unit)}/{code_of(high, unit)}"
        amount = None if count is None or high is None else Interval(count * unit.factor, high * unit.factor)
        return Timex("DURATION", value, length=Length(amount, unit.ucum) if amount else None, grain=unit.grain)
    return Timex("DURATION", _codes(low), length=length_of(low), grain=low[-1][1].grain)


@lru_cache(maxsize=1 << 12)
def _counted(digits: str, unit: TimeUnit) -> Timex:
    """Return a number of units, which texts name again and again; of equal numbers each keeps its own digits."""
    parts = ((Decimal(digits), unit),)
    return Timex("DURATION", code_of(*parts[0]), length=length_of(parts), grain=unit.grain)


ZERO = Decimal(0)

SECONDS = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800}


def length_of(parts: tuple[tuple[Decimal | None, TimeUnit], ...]) -> Length | None:
    """Return parts as one amount of the first unit; None where a count is vague or months meet days."""
    first = parts[0][1]
    total = ZERO
    for count, unit in parts:
        if count is None:
            return None
        if unit.ucum == first.ucum:
            total += count * unit.factor
        elif unit.code in SECONDS and first.code in SECONDS:
            share = count * unit.factor * SECONDS[unit.code] / Decimal(SECONDS[first.code])
            total += share.quantize(Decimal("0.000000001")).normalize()
        elif first.ucum == "a" and unit.ucum == "mo":
            total += (count * unit.factor / Decimal(12)).quantize(Decimal("0.000000001")).normalize()
        else:
            return None
    return Length(Interval.point(total), first.ucum)


def _codes(parts: tuple[tuple[Decimal | None, TimeUnit], ...]) -> str:
    """Return a length's value; parts of one unit are added up: P1.5Y."""
    if len(parts) == 1:
        return code_of(*parts[0])
    totals: dict[str, tuple[Decimal | None, TimeUnit]] = {}
    for count, unit in parts:
        before = totals.get(unit.key)
        totals[unit.key] = (count if before is None or before[0] is None or count is None else before[0] + count, unit)
    codes = [code_of(count, unit) for count, unit in totals.values()]
    date_part = "".join(code[1:] for code in codes if not code.startswith("PT"))
    times = "".join(code[2:] for code in codes if code.startswith("PT"))
    return f"P{date_part}T{times}" if times else f"P{date_part}"


def code_of(count: Decimal | None, unit: TimeUnit) -> str:
    """Return TIMEX3's value of a number of units that may be broken, or vague: P1.5Y, PXW."""
    size = unit.factor
    if unit.key == "weekend":
        code, size = "WE", size // 2
    else:
        code = OF_COARSE.get(unit.key, unit.code)
    text = "X" if count is None else decimal_text(count * size) or "0"
    return f"PT{text}{code[1]}" if code[0] == "T" else f"P{text}{code}"


def moved_by(start: date, unit: TimeUnit, count: Decimal) -> date | None:
    """Step whole units, and the rest of a broken count in the next finer unit."""
    if abs(count) > 10_000_000:
        return None
    entire = int(count)
    size = unit.factor if unit.key == "fortnight" else 1
    moved = days.step(start, unit.grain, entire * size)
    rest = count - entire
    if moved is None or not rest:
        return moved
    if unit.grain in days.MONTHS:
        months = days.MONTHS[unit.grain] * rest
        return days.add_months(moved, int(months)) if months == int(months) else days.add_days(moved, int(months * 30))
    return days.add_days(moved, int(rest * days.DAYS.get(unit.grain, 0)))


def stretched(base: date, grain: Grain, count: int, sign: int, *, floor: bool) -> tuple[date | None, date | None]:
    if sign < 0:
        return days.step(base, grain, -count), base
    begin = days.step(base, grain, 1) if floor else days.add_days(base, 1)
    return begin, days.step(begin, grain, count) if begin else None


def is_whole(count: Decimal) -> bool:
    return count == int(count) and abs(count) < 100_000


OF_COARSE = {
    "quarter": "M", "half": "M", "season": "M", "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
"""The letters in which units without one of their own are given."""


def period_value(count: int, unit: TimeUnit) -> str:
    """Return TIMEX3's value of a number of units, P2W or PT3H."""
    count *= unit.factor
    if unit.key == "weekend":
        return f"P{count // 2}WE"
    code = OF_COARSE.get(unit.key, unit.code)
    return f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}"
