"""The end of a range, moved to the next time round where it would come before the start."""

from datetime import date, datetime, timedelta

from claimcheck.model import Period, Timex
from claimcheck.model.internal import evolve
from claimcheck.reckoning import days
from claimcheck.reckoning.clocks import later_by
from claimcheck.reckoning.meanings import Fields
from claimcheck.reckoning.places import whole


def is_later(start: Period, end: Period) -> bool:
    """Tell whether a period begins only after another has ended."""
    return start.bounds()[0] >= end.bounds()[1]


def moved_on(end: Timex, fields: Fields, start: Timex) -> Timex:
    """Move the end of a range to the next time round, where it would come before the start."""
    low = start.period.start if start.period else None
    if fields.slots <= {"clock", "daypart"} or "clock" in fields.slots:
        period = end.period
        if period and isinstance(period.start, datetime) and isinstance(period.end, datetime):
            later = later_by(period.start, timedelta(days=1)), later_by(period.end, timedelta(days=1))
            return evolve(
                end, period=Period(*later), value=later[0].isoformat(timespec="minutes") if later[0] else end.value
            )
        return end
    high = end.period.start if end.period else None
    if (
        not isinstance(low, date)
        or not isinstance(high, date)
        or isinstance(low, datetime)
        or isinstance(high, datetime)
    ):
        return end
    if fields.slots <= {"weekday"}:
        moved = days.add_days(high, -(-(low - high).days // 7) * 7)
    elif fields.year is None and fields.shift is None:
        moved = days.add_months(high, 12)
    else:
        return end
    if moved is None or end.grain is None:
        return end
    again = whole(moved, end.grain)
    return evolve(end, value=again.value, edtf=again.edtf, period=again.timex.period)
