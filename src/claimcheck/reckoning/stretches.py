"""Lengths that end or begin with the reference: the last two weeks, the next 48 hours."""

from datetime import date, datetime, timedelta

from claimcheck.model import Period, Timex
from claimcheck.model.internal import evolve
from claimcheck.reckoning import days
from claimcheck.reckoning.clocks import FINE, later_by
from claimcheck.reckoning.lengths import code_of, is_whole, length_of, stretched
from claimcheck.reckoning.meanings import Stretch
from claimcheck.reckoning.places import as_date


def placed(stretch: Stretch, reference: date | datetime | None) -> Timex:
    """Place the last or next units; without the reference only their length is known."""
    base = as_date(reference)
    count = stretch.count
    length = None if count is None else length_of(((count, stretch.unit),))
    length_only = Timex(
        "DURATION", code_of(count, stretch.unit), length=length, grain=stretch.unit.grain, resolved=base is not None
    )
    if base is None or count is None or not is_whole(count) or stretch.lasting:
        return length_only
    if stretch.unit.grain in FINE:
        start, end = _fine(stretch, int(count), reference)
    else:
        floor = stretch.unit.grain in ("quarter", "season", "decade", "century", "weekend", "millennium")
        begin = days.floor(base, stretch.unit.grain) if floor else base
        size = int(count) * (stretch.unit.factor if stretch.unit.key == "fortnight" else 1)
        start, end = stretched(begin, stretch.unit.grain, size, stretch.sign, floor=floor)
    if start is None or end is None:
        return evolve(length_only, resolved=False)
    span = f"{_iso(start)}/{_iso(end)}"
    return Timex(
        "DATE",
        span,
        edtf=span,
        period=Period(start, end),
        length=length,
        grain=stretch.unit.grain,
        anchored=True,
    )


def _fine(stretch: Stretch, count: int, reference: date | datetime | None) -> tuple[date | None, date | None]:
    if not isinstance(reference, datetime):
        base = as_date(reference)
        return base, days.add_days(base, 1) if base else None
    now = reference.replace(tzinfo=None)
    moved = later_by(now, timedelta(seconds=stretch.sign * count * FINE[stretch.unit.grain]))
    return (moved, now) if stretch.sign < 0 else (now, moved)


def _iso(moment: date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
