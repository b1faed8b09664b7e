"""What since, until, early, late, more than make of a time or a length."""

from datetime import date, time

from attrs import evolve

from claimcheck.lexicons.calendar import TimeModifier
from claimcheck.model import Interval, Period, Timex
from claimcheck.reckoning import days
from claimcheck.reckoning.clocks import FINE


def bounded(timex: Timex, bounds: tuple[TimeModifier, ...], today: date | None) -> Timex:
    """Return a time or length with what its modifiers make of it, the innermost first."""
    for entry in bounds:
        timex = _length_bounded(timex, entry) if timex.timex_type == "DURATION" else _point_bounded(timex, entry, today)
    return timex


def _point_bounded(timex: Timex, entry: TimeModifier, today: date | None) -> Timex:
    period = timex.period
    part = timex.mod
    timex = evolve(timex, mod=entry.mod or timex.mod)
    if period is None:
        return timex
    if entry.effect in ("rest", "so_far"):
        return _divided(timex, period, entry, today)
    if entry.effect == "from":
        return evolve(timex, period=Period(period.start, None), edtf=_open(timex.edtf, "{}/.."))
    if entry.effect in ("to",):
        return evolve(timex, period=Period(None, period.end), edtf=_open(timex.edtf, "../{}"))
    if entry.effect == "before":
        start = period.end if part == "END" else period.start
        return evolve(timex, period=Period(None, start), edtf=None)
    if entry.effect == "after":
        end = period.start if timex.timex_type == "TIME" or part == "START" else period.end
        return evolve(timex, period=Period(end, None), edtf=None)
    if entry.effect == "about" and timex.edtf and "/" not in timex.edtf and "X" not in timex.edtf:
        return evolve(timex, edtf=timex.edtf + "~")
    return timex


def _divided(timex: Timex, period: Period, entry: TimeModifier, today: date | None) -> Timex:
    """Return the part of a running period that is over ("earlier this year") or still to come ("later this week")."""
    if (
        today is None
        or isinstance(period.start, time)
        or not period.contains(Period(today, today))
        or timex.grain in FINE
    ):
        return timex
    if entry.effect == "rest" and timex.grain != "daypart":
        return evolve(timex, period=Period(today, period.end))
    tomorrow = days.add_days(today, 1)
    return evolve(timex, period=Period(period.start, tomorrow)) if timex.grain not in ("day", "daypart") else timex


def _open(edtf: str | None, pattern: str) -> str | None:
    return None if edtf is None or "/" in edtf else pattern.format(edtf)


def _length_bounded(timex: Timex, entry: TimeModifier) -> Timex:
    timex = evolve(timex, mod=entry.mod or timex.mod)
    length = timex.length
    if length is None:
        return timex
    amount = length.amount
    match entry.effect:
        case "about":
            return evolve(timex, length=evolve(length, approximate=True))
        case "more":
            return evolve(timex, length=evolve(length, amount=Interval(amount.high, None, low_open=True)))
        case "least":
            return evolve(timex, length=evolve(length, amount=Interval(amount.low, None)))
        case "less":
            return evolve(timex, length=evolve(length, amount=Interval(None, amount.low, high_open=True)))
        case "most":
            return evolve(timex, length=evolve(length, amount=Interval(None, amount.high)))
        case _:
            return timex
