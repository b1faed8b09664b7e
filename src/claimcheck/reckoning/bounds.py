"""What since, until, early, late, more than make of a time or a length."""

from collections.abc import Mapping
from datetime import date, time

from claimcheck.lexicons.calendar import TimeModifier
from claimcheck.model import Interval, Length, Mention, Period, Timex
from claimcheck.model.internal import evolve, maker
from claimcheck.reckoning import days
from claimcheck.reckoning.clocks import FINE

make_timex, make_period = maker(Timex), maker(Period)

LIMITS: Mapping[str, str] = {"since": "since", "until": "until", "till": "until"}
"""Words before the moment at which a state began or ended."""


def limit_of(mention: Mention) -> str | None:
    """Return "since" or "until" where a moment is that at which a state began or ended."""
    return None if mention.modifier is None else LIMITS.get(mention.modifier.text.lower())


def bounded(timex: Timex, bounds: tuple[TimeModifier, ...], today: date | None) -> Timex:
    """Return a time or length with what its modifiers make of it, the innermost first."""
    for entry in bounds:
        timex = _length_bounded(timex, entry) if timex.timex_type == "DURATION" else _point_bounded(timex, entry, today)
    return timex


def _point_bounded(timex: Timex, entry: TimeModifier, today: date | None) -> Timex:
    period, edtf, mod = timex.period, timex.edtf, entry.mod or timex.mod
    if period is None:
        return _having(timex, mod, edtf, period, timex.length)
    match entry.effect:
        case "rest" | "so_far":
            return _divided(_having(timex, mod, edtf, period, timex.length), period, entry, today)
        case "from":
            period, edtf = make_period(period.start, None), _open(edtf, "{}/..")
        case "to":
            period, edtf = make_period(None, period.end), _open(edtf, "../{}")
        case "before":
            period, edtf = Period(None, period.end if timex.mod == "END" else period.start), None
        case "after":
            at_start = timex.timex_type == "TIME" or timex.mod == "START"
            period, edtf = Period(period.start if at_start else period.end, None), None
        case "more" | "least" | "less" | "most" if today and isinstance(period.start, date):
            period, edtf = _beyond(period, entry, today), None
        case "about" if edtf and "/" not in edtf and "X" not in edtf:
            edtf += "~"
        case _:
            pass
    return _having(timex, mod, edtf, period, timex.length)


def _having(timex: Timex, mod: str | None, edtf: str | None, period: Period | None, length: Length | None) -> Timex:
    """Return a time with what bounds change; evolve takes four times as long."""
    return make_timex(
        timex.timex_type, timex.value, mod, edtf, period, length, timex.grain, timex.resolved, timex.readings,
        timex.anchored,
    )  # fmt: skip


def _beyond(period: Period, entry: TimeModifier, today: date) -> Period:
    """Return what lies farther from the reference than a day, or between the two: more than two weeks ago."""
    ahead = isinstance(period.start, date) and period.start >= today
    near, far = (period.start, period.end) if ahead else (period.end, period.start)
    match entry.effect:
        case "more" | "least":
            edge = far if entry.effect == "more" else near
            return Period(edge, None) if ahead else Period(None, edge)
        case _:
            edge = near if entry.effect == "less" else far
            return Period(today, edge) if ahead else Period(edge, today)


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
    length, mod = timex.length, entry.mod or timex.mod
    if length is not None:
        length = _bounded_length(length, entry.effect)
    return _having(timex, mod, timex.edtf, timex.period, length)


def _bounded_length(length: Length, effect: str) -> Length:
    amount, approximate = length.amount, length.approximate
    match effect:
        case "about":
            approximate = True
        case "more":
            amount = Interval(amount.high, None, low_open=True)
        case "least":
            amount = Interval(amount.low, None)
        case "less":
            amount = Interval(None, amount.low, high_open=True)
        case "most":
            amount = Interval(None, amount.high)
        case _:
            return length
    return Length(amount, length.unit, approximate, length.step)
