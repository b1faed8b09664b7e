"""The nth unit or weekday within a period, or beyond it."""

from datetime import date

from claimcheck.reckoning import days


def counted(start: date, end: date, unit: str, count: int) -> date | None:
    """Return the first day of the nth unit within a period; weeks are those that hold most of their days in it."""
    if unit.startswith("weekday"):
        number = int(unit.split()[1])
        if count > 0:
            found = days.add_days(start, (number - start.weekday()) % 7 + 7 * (count - 1))
        else:
            last = days.add_days(end, -1) or end
            found = days.add_days(last, -((last.weekday() - number) % 7) + 7 * (count + 1))
    elif unit in ("week", "weekend"):
        if count > 0:
            first = days.add_days(start, 3) or start
            found = days.add_days(days.floor(first, "week"), 7 * (count - 1))
        else:
            last = days.add_days(end, -4) or end
            found = days.add_days(days.floor(last, "week"), 7 * (count + 1))
        if unit == "weekend" and found:
            found = days.add_days(found, 5)
        return found
    elif count > 0:
        found = days.step(start, unit, count - 1)  # type: ignore[arg-type]
    else:
        found = days.step(end, unit, count)  # type: ignore[arg-type]
    return found if found is not None and start <= found < end else None


def beyond(start: date, end: date, number: int, count: int) -> date | None:
    """Return the nth weekday after a period, before it where the count is negative."""
    if count > 0:
        return days.add_days(end, (number - end.weekday()) % 7 + 7 * (count - 1))
    last = days.add_days(start, -1)
    return days.add_days(last, -((last.weekday() - number) % 7) + 7 * (count + 1)) if last else None
