"""Weekdays and days of a month that stand alone: Thursday, Tuesday the 19th, on the 15th."""

from claimcheck.reckoning.meanings import Fields, Found, of_calendar
from claimcheck.times.clock import half_of_day
from claimcheck.times.reader import Reader

FAR_WEEKS: dict[tuple[str, ...], int] = {("after", "next"): 2, ("before", "last"): -2}
"""Which week the two words behind a weekday tell, counted from this one."""


def read_weekday(reader: Reader, first: int) -> Found | None:
    """Read a weekday, with the stop of its abbreviation; "sat", "sun" and "wed" need a capital or a date beside them."""
    norm = reader.norms[first]
    number = reader.words.weekdays.get(norm)
    if number is None:
        return None
    if norm.endswith("days"):
        return None
    last = reader.stop(first + 1)
    dated = (
        reader.norms[reader.skip(last, ",", "the")] in reader.words.months
        or reader.kinds[reader.skip(last, ",")] == "n"
    )
    guarded = norm in reader.words.guarded
    dated = dated or (reader.before(first) == "," and reader.before(first, 3) in reader.words.months)
    if (
        guarded
        and not dated
        and not (
            reader.kinds[first] == "A"
            and reader.before(first)
            in ("on", "last", "next", "this", "late", "early", "week", "or", "and", "from", "to")
        )
    ):
        return None
    if (
        guarded
        and dated
        and reader.kinds[first] == "a"
        and norm in ("sat", "sun", "wed")
        and not reader.opens_sentence(first)
    ):
        return None
    if (
        reader.norms[last] in ("times", "telegraph", "mirror", "post", "herald", "express", "mail", "night's")
        and reader.kinds[last] == "A"
    ):
        return None
    away = FAR_WEEKS.get(reader.norms[last : last + 2])
    if away is not None:
        return Found(first, last + 2, Fields(weekday=number, shift=("week", away)))
    day = _day_behind(reader, last)
    return (
        Found(first, day[1], of_calendar(None, None, day[0], number))
        if day
        else Found(first, last, of_calendar(None, weekday=number))
    )


def _day_behind(reader: Reader, at: int) -> tuple[int, int] | None:
    """Read the day of the month behind a weekday that no month follows: Tuesday the 19th, Wed 13th, Sunday 31."""
    start = reader.skip(at, ",", "the")
    found = reader.ordinal(start, 31)
    plain = None if found else reader.number(start, 1, 31)
    if plain is not None:
        found = plain, start + 1
    if found is None or reader.month(reader.skip(found[1], "of", "day")) is not None or reader.norms[found[1]] == "of":
        return None
    if reader.unit(found[1]) is not None or reader.norms[found[1]] in ("-", "to", "/", ":", "%", "and"):
        return None
    if plain is not None and (reader.kinds[found[1]] not in ".,;:)?! " or half_of_day(reader, found[1])):
        return found if reader.norms[found[1]] in ("at", "between", "from") else None
    return (
        found
        if plain is not None
        or reader.kinds[found[1]] != "a"
        or start == at + 1
        or reader.norms[found[1]] in ("at", "from", "in", "for")
        else None
    )


def read_day_alone(reader: Reader, first: int) -> Found | None:
    """Read on the 15th, the 20th day of (next month), where nothing is counted by the ordinal."""
    found = reader.ordinal(first, 31)
    if found is None:
        plain = reader.number(first, 1, 31)
        found = (plain, first + 1) if plain else None
    directed = found is not None and reader.norms[found[1]] in ("of", "day")
    if found is None or (reader.before(first) != "the" and not directed):
        return None
    value, last = found
    if reader.norms[last] in ("day", "of") or reader.norms[last : last + 2] == ("day", "of"):
        at = reader.skip(last, "day", "of", "in", "the")
        if reader.is_in("last", at) or reader.is_in("next", at) or reader.is_in("this", at):
            return Found(first, last if reader.norms[last] == "of" else last + 1, Fields(day=value), strong=False)
        return None
    closed = reader.norms[last] in (".", ",", "", "?", "!", ";", "at", "to", "in") and reader.kinds[first] == "n"
    return (
        Found(first, last, Fields(day=value), strong=False)
        if closed and reader.before(first, 2) in ("on", "until", "by", "since")
        else None
    )
