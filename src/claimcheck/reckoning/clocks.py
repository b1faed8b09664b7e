"""Times of day and parts of days, on a known day or an unknown one."""

from datetime import date, datetime, time, timedelta

from claimcheck.lexicons.calendar import Daypart
from claimcheck.model import Grain, Period, Timex
from claimcheck.model.internal import evolve
from claimcheck.reckoning import days
from claimcheck.reckoning.meanings import Clock
from claimcheck.reckoning.places import Located

FINE = {"second": 1, "minute": 60, "hour": 3600}

LAST_MOMENT = time(23, 59, 59)


def timed(located: Located | None, clock: Clock, part: Daypart | None) -> Timex:
    """Return a time of day on a day, or of an unknown one."""
    clock = _settled(clock, part)
    hour, minute = clock.hour, clock.minute or 0
    grain: Grain = "second" if clock.second is not None else "minute" if clock.minute is not None else "hour"
    text = (
        f"T{hour:02d}"
        + ("" if grain == "hour" else f":{minute:02d}")
        + (f":{clock.second:02d}" if clock.second is not None else "")
    )
    day = located.start if located and located.grain == "day" else None
    zone = _offset(clock.zone, day)
    suffix = "" if zone is None else "Z" if zone == "+00:00" else zone
    readings = () if not clock.loose else (f"T{clock.shifted().hour:02d}" + text[3:] + suffix,)
    if day is None:
        value = (located.value if located else "") + text + suffix
        known = located is None and hour < 24
        return Timex(
            "TIME",
            value,
            edtf=None,
            period=_of_unknown_day(clock, grain) if known else None,
            grain=grain,
            resolved=located is None or located.resolved,
            readings=readings,
        )
    value = f"{day.isoformat()}{text}{suffix}"
    base = datetime.combine(day, time.min)
    start = later_by(base, timedelta(hours=hour, minutes=minute, seconds=clock.second or 0))
    end = later_by(start, timedelta(seconds=1 if grain == "second" else FINE[grain])) if start else None
    full = tuple(day.isoformat() + reading for reading in readings)
    return Timex(
        "TIME",
        value,
        edtf=value,
        period=Period(start, end),
        grain=grain,
        readings=full,
        anchored=bool(located and located.anchored),
    )


def _settled(clock: Clock, part: Daypart | None) -> Clock:
    """Return a loose hour in the half of the day that a part of the day tells."""
    if part is None or not clock.loose:
        return clock
    evening = part.code in ("AF", "EV") or (part.code == "NI" and 5 <= clock.hour < 12)
    if evening:
        return clock.shifted()
    return evolve(clock, hour=clock.hour % 12 if part.code in ("MO", "NI") else clock.hour, loose=False)


def _of_unknown_day(clock: Clock, grain: Grain) -> Period:
    start = time(clock.hour, clock.minute or 0, clock.second or 0)
    total = (
        clock.hour * 3600 + (clock.minute or 0) * 60 + (clock.second or 0) + (1 if grain == "second" else FINE[grain])
    )
    end = time(total // 3600, total // 60 % 60, total % 60) if total < 86400 else LAST_MOMENT
    return Period(start, end)


def in_daypart(located: Located | None, part: Daypart) -> Timex:
    """Return a part of a day."""
    day = located.start if located and located.grain == "day" else None
    if day is None:
        value = f"{located.value if located else ''}T{part.code}"
        period = (
            None if located else Period(time(part.start % 24), time(part.end % 24) if part.end < 24 else LAST_MOMENT)
        )
        return Timex("TIME", value, period=period, grain="daypart", resolved=located is None or located.resolved)
    base = datetime.combine(day, time.min)
    period = Period(later_by(base, timedelta(hours=part.start)), later_by(base, timedelta(hours=part.end)))
    return Timex(
        "TIME",
        f"{day.isoformat()}T{part.code}",
        period=period,
        grain="daypart",
        anchored=bool(located and located.anchored),
    )


def _offset(name: str | None, day: date | None) -> str | None:
    """Return an offset; a name for both halves of the year ("ET") takes that of the day."""
    if name is None or "/" not in name:
        return name
    winter, summer = name.split("/")
    if day is None:
        return winter
    begins, ends = days.nth_weekday(day.year, 3, 6, 2), days.nth_weekday(day.year, 11, 6, 1)
    return summer if begins and ends and begins <= day < ends else winter


def later_by(moment: datetime | None, by: timedelta) -> datetime | None:
    try:
        return None if moment is None else moment + by
    except OverflowError:
        return None
