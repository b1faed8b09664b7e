"""Last, this and next: last week, this past weekend, next Tuesday, the coming three months."""

from decimal import Decimal

from claimcheck.reckoning.meanings import Fields, Found, Stretch, away
from claimcheck.times.reader import Reader

ROLLING = {"decade": 10, "century": 100, "millennium": 1000}
"""Units of so many years that "the past decade" counts from the reference."""


def read_directed(reader: Reader, first: int) -> Found | None:
    """Read last week, this past weekend, next Tuesday, the coming three months, the 2 next days."""
    sign, at = _direction(reader, first)
    if sign is None:
        return None
    pick, sign = sign, min(sign, 1)
    begin = first - 1 if reader.before(first) in ("the", "these", "those") else first
    counted = _counted(reader, begin, at, sign)
    if counted is not None:
        return counted
    fiscal = reader.norms[at] in ("fiscal", "financial")
    unit = reader.unit(at + fiscal)
    if fiscal:
        named = unit is not None and unit.key in ("year", "quarter")
        return Found(first, at + 2, Fields(shift=(unit.grain, sign), fiscal=True)) if unit and named else None
    if unit is not None:
        return _unit(reader, first, at, sign)
    if reader.norms[first] in ("past", "prior", "preceding") and first + 1 == at and reader.before(first) != "this":
        return None
    return _named(reader, first, at, pick)


def _direction(reader: Reader, at: int) -> tuple[int | None, int]:
    """Return the direction of last, this or next, and the token after it; of two the second counts ("this past")."""
    sign: int | None = None
    for _ in range(2):
        if reader.is_in("last", at):
            sign = -1
        elif reader.is_in("next", at):
            sign = 2 if reader.norms[at] in ("coming", "upcoming") else 1
        elif reader.is_in("this", at) and sign is None:
            sign = 0
        else:
            break
        at += 1
    return sign, at


def _counted(reader: Reader, begin: int, at: int, sign: int) -> Found | None:
    """Read a number of units behind a direction."""
    if sign == 0 or (reader.norms[at - 1] == "last" and reader.is_in("auxiliaries", begin - 1)):
        return None
    start = reader.skip(at, "a")
    numeral = reader.numerals.get(start)
    plain = reader.cardinal(start, 99)
    count: Decimal | None
    if plain is not None and plain[0] and (numeral is None or numeral.form == "fraction"):
        count, last = Decimal(plain[0]), plain[1]
    elif numeral is not None and numeral.form != "ordinal" and 0 < numeral.value < 10000:
        count, last = numeral.value, numeral.last
    elif reader.is_in("several", start):
        count, last = (Decimal(2) if reader.norms[start] == "couple" else None), reader.skip(start + 1, "of")
    else:
        return None
    last = (
        last + 1
        if reader.norms[last] in ("-", "business", "trading", "working", "full", "calendar", "straight", "consecutive")
        else last
    )
    unit = reader.unit(last)
    if unit is None or unit.key == "half":
        return None
    if unit.key == "season" or (count == 1 and unit.key == "second"):
        return None
    lasting = reader.before(begin) in ("for", "over", "within", "throughout")
    return Found(begin, last + 1, Stretch(count, unit, sign, lasting))


def _unit(reader: Reader, first: int, at: int, sign: int) -> Found | None:
    """Read last week, the past year, this quarter, the week after next."""
    unit = reader.words.units[reader.norms[at]]
    last = at + 1
    if unit.key in ("second", "minute", "hour", "half"):
        if unit.key in ("minute", "hour") and sign:
            return Found(first, last, Stretch(Decimal(1), unit, sign))
        return None
    if reader.norms[at] in ("night", "nights"):
        return Found(
            first, last, Fields(shift=("day", min(sign, 0) if sign < 1 else 1), daypart=reader.words.dayparts["night"])
        )
    if reader.norms[at].endswith("s") and unit.key != "season":
        return Found(first, last, Stretch(None, unit, sign)) if sign else None
    if reader.norms[first] in ("present", "current") and unit.key == "day":
        return None
    if reader.norms[first] == "past" and unit.key in ROLLING:
        return Found(first, last, Stretch(Decimal(ROLLING[unit.key]), reader.words.grains["year"], sign))
    if reader.norms[first] in ("last", "next", "coming") and unit.key in ROLLING:
        return Found(first, last, Stretch(Decimal(1), unit, sign))
    if unit.key == "fortnight":
        return Found(first, last, Stretch(Decimal(1), unit, sign)) if sign else None
    if unit.key == "day" and sign == 0:
        return None
    return Found(first, last, away(unit.grain, sign))


def _named(reader: Reader, first: int, at: int, sign: int) -> Found | None:
    """Read last March, this Christmas, next Tuesday, this morning, next spring."""
    words, norm = reader.words, reader.norms[at]
    last = reader.stop(at + 1)
    if norm in words.weekdays and not norm.endswith("days"):
        before = reader.norms[at - 1] in ("previous", "preceding")
        return Found(first, last, Fields(weekday=words.weekdays[norm], pick=-2 if before else sign))
    holiday = words.holidays.after(reader.norms, at)
    if holiday is not None:
        return Found(first, holiday[0], Fields(holiday=holiday[1].rule, pick=sign))
    if norm in words.months and (norm not in words.guarded or reader.kinds[at] == "A"):
        number = reader.day(last)
        day = number[0] if number else None
        return Found(first, number[1] if number else last, Fields(month=words.months[norm], day=day, pick=sign))
    if norm in words.seasons:
        return Found(first, at + 1, Fields(season=words.seasons[norm], pick=sign))
    if norm in words.dayparts and words.dayparts[norm].clock is None and sign <= 0:
        return Found(first, at + 1, Fields(shift=("day", sign), daypart=words.dayparts[norm]))
    number = reader.ordinal(at, 31) or reader.cardinal(at, 31)
    if number is not None:
        month = reader.month(reader.skip(number[1], "of"))
        if month is not None:
            return Found(first, month[1], Fields(month=month[0], day=number[0], pick=sign))
    if norm in ("workweek", "work"):
        end = at + 1 if norm == "workweek" else at + 2
        return (
            Found(first, end, Fields(shift=("week", sign)))
            if norm == "workweek" or reader.norms[at + 1] == "week"
            else None
        )
    return None


def read_counted_directed(reader: Reader, first: int) -> Found | None:
    """Read the 2 next days, two upcoming weeks, 10 previous weeks."""
    numeral = reader.numerals.get(first)
    if numeral is None or numeral.form == "ordinal" or not 0 < numeral.value < 10000:
        return None
    sign, at = _direction(reader, numeral.last)
    unit = reader.unit(at)
    if not sign or unit is None or at == numeral.last or unit.key == "half":
        return None
    if not reader.norms[at].endswith("s") and numeral.value != 1 and sign < 2:
        return None
    return Found(first, at + 1, Stretch(numeral.value, unit, min(sign, 1)))
