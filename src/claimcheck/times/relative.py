"""Times that are told from where the text stands: today, last week, next Tuesday, the past two years, the first Monday of March."""

from decimal import Decimal

from claimcheck.times.clock import half_of_day
from claimcheck.times.lengths import VAGUE
from claimcheck.times.meanings import Fields, Found, Range, Stretch, Vague
from claimcheck.times.reader import Reader

ROLLING = frozenset({"decade", "century", "millennium"})


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
    if reader.norms[last : last + 2] == ("after", "next"):
        return Found(first, last + 2, Fields(weekday=number, shift=("week", 2)))
    if reader.norms[last : last + 2] == ("before", "last"):
        return Found(first, last + 2, Fields(weekday=number, shift=("week", -2)))
    day = _day_behind(reader, last)
    return (
        Found(first, day[1], Fields(weekday=number, day=day[0])) if day else Found(first, last, Fields(weekday=number))
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


def read_daypart(reader: Reader, first: int) -> Found | None:
    """Read in the morning, morning, afternoon: a part of a day that stands beside it."""
    part = reader.words.dayparts.get(reader.norms[first])
    if part is None or part.clock is not None:
        return None
    begin = first
    if reader.before(begin) == "-" and reader.before(begin, 2) in ("mid", "early", "late"):
        begin -= 2
    begin = begin - 2 if reader.before(begin) == "the" and reader.before(begin, 2) in ("in", "during") else begin
    begin = begin - 1 if reader.before(first) in ("at", "in") and begin == first else begin
    return Found(
        begin,
        first + 1,
        Fields(daypart=part),
        latent=begin == first and reader.before(first) not in ("early", "late", "mid"),
    )


def read_deictic(reader: Reader, first: int) -> Found | None:
    """Read today, tonight, the next day, recently."""
    found = next(iter(reader.words.deictics.at(reader.norms, first)), None)
    if found is None:
        return None
    first, last, entry = found
    if entry.code:
        return Found(first, last, Vague(entry.code), strong=False) if _stands_alone(reader, first, last) else None
    part = reader.words.dayparts["night"] if entry.daypart else None
    if last - first > 2 and reader.norms[last - 1] == "morning":
        part = reader.words.dayparts["morning"]
    return Found(first, last, Fields(shift=(entry.unit, entry.shift), daypart=part, context=entry.context or None))


def _stands_alone(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a vague word points to a time: not "in the past nine days", "now that", "as soon as", "the future of", "present-day"."""
    counted = last in reader.numerals or reader.norms[last] in VAGUE or reader.unit(last) is not None
    if counted and reader.norms[last - 1] == "past":
        return False
    if reader.norms[last] in ("that", "-", "as", "of", "after", "before", "thereafter") or reader.before(first) in (
        "as",
        "-",
        "how",
    ):
        return False
    return reader.kinds[first] != "A" or reader.opens_sentence(first)


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
    if fiscal and unit is not None and unit.key in ("year", "quarter") and reader.norms[first] != "past":
        return Found(first, at + 2, Fields(shift=(unit.grain, sign), fiscal=True))
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
    if sign == 0 or (reader.norms[at - 1] == "last" and reader.before(begin) in VERBAL):
        return None
    start = reader.skip(at, "a")
    numeral = reader.numerals.get(start)
    plain = reader.cardinal(start, 99)
    count: Decimal | None
    if plain is not None and plain[0] and (numeral is None or numeral.form == "fraction"):
        count, last = Decimal(plain[0]), plain[1]
    elif numeral is not None and numeral.form != "ordinal" and 0 < numeral.value < 10000:
        count, last = numeral.value, numeral.last
    elif reader.norms[start] in VAGUE:
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


VERBAL = frozenset({
    "to", "not", "will", "would", "should", "could", "can", "may", "might", "must", "does", "did", "shouldn't", "won't",
    "wouldn't", "doesn't", "didn't", "couldn't", "can't", "don't",
})  # fmt: skip
"""Words after which "last" is the verb."""


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
    if reader.norms[first] in ("past", "last", "next", "coming") and unit.key in ROLLING:
        return Found(first, last, Stretch(Decimal(1), unit, sign))
    if unit.key == "fortnight":
        return Found(first, last, Stretch(Decimal(1), unit, sign)) if sign else None
    if unit.key == "day" and sign == 0:
        return None
    return Found(first, last, Fields(shift=(unit.grain, sign)))


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


def read_next_but_one(reader: Reader, first: int) -> Found | None:
    """Read the week after next, the year before last."""
    unit = reader.unit(first)
    if unit is None or unit.key in ("second", "minute", "hour", "half"):
        return None
    pair = reader.norms[first + 1 : first + 3]
    sign = 1 if pair == ("after", "next") else -1 if pair == ("before", "last") else 0
    return Found(first, first + 3, Fields(shift=(unit.grain, 2 * sign))) if sign else None


def read_this_unit(reader: Reader, first: int) -> Found | None:
    """Read the year, the week, the month where a part of it is meant ("the end of the year"), and the same week."""
    unit = reader.unit(first)
    if unit is None or unit.key not in ("week", "month", "quarter", "year", "decade", "century", "weekend", "day"):
        return None
    before, second = reader.before(first), reader.before(first, 2)
    if before in ("same", "that") and not reader.norms[first].endswith("s") and unit.key != "day":
        return Found(first - 1, first + 1, Fields(shift=(unit.grain, 0), context=True))
    if unit.key == "weekend" and before in ("the", "over") and reader.norms[first] == "weekend":
        return Found(first - (before == "the"), first + 1, Fields(weekend=True, shift=("weekend", 0)))
    if (
        unit.key == "day"
        and before == "the"
        and second in ("for", "end", "ended", "ending", "finish", "finished", "closed")
    ):
        closed = reader.norms[first + 1] in (",", ".", "at", "", "with", "down", "up", "on")
        return Found(first - 1, first + 1, Fields(shift=("day", 0), context=True)) if closed else None
    if reader.norms[first] in ("days", "weeks", "months", "years", "nights", "night"):
        return None
    of_part = before == "the" and second == "of" and reader.before(first, 3) in PARTS
    bare_part = before == "of" and second in PARTS
    within = (
        before == "the"
        and second in ("in", "for", "during")
        and unit.key in ("year", "week", "month", "quarter")
        and reader.norms[first + 1] in (".", "", ",", "?")
    )
    if of_part or bare_part or within:
        return Found(first - 1 if before == "the" else first, first + 1, Fields(shift=(unit.grain, 0)))
    return None


PARTS = frozenset({"end", "beginning", "start", "middle", "rest", "remainder", "close", "part", "half", "quarter"})


def read_holiday(reader: Reader, first: int) -> Found | None:
    """Read a holiday with its year."""
    found = reader.words.holidays.after(reader.norms, first)
    if found is None:
        return None
    last, entry = found
    fields = Fields(holiday=entry.rule)
    guarded = reader.norms[first] in reader.words.guarded
    year = reader.year_behind(last)
    if guarded and (
        reader.kinds[first] == "a"
        or not (
            year or last - first > 1 or reader.before(first) in ("for", "during", "at", "before", "after", "on", "of")
        )
    ):
        return None
    begin = first - 1 if reader.before(first) == "the" else first
    if reader.norms[last] == "weekend" and reader.kinds[first] in "aA":
        return Found(begin, last + 1, fields.merged(Fields(weekend=True)))
    return Found(begin, year[1], fields.merged(Fields(year=year[0]))) if year else Found(begin, last, fields)


def read_nth(reader: Reader, first: int) -> Found | None:
    """Read the first Monday of March, the last week of October 2018, the third month of 2021, the first two weeks of."""
    counted = _nth_count(reader, first)
    if counted is None:
        return None
    count, at = counted
    several = reader.cardinal(at, 99) if reader.norms[first] in ("first", "last", "final") else None
    size, at = several if several and several[0] > 1 else (1, at)
    name = _nth_name(reader, at)
    if name is None or reader.norms[at + 1] not in ("of", "in"):
        return None
    inner = _container(reader, reader.skip(at + 2, "the"))
    if inner is None or inner[0].slots & {"day", "weekday", "clock", "nth"}:
        return None
    fields, last = inner
    if size == 1:
        return Found(first, last, fields.merged(Fields(nth=(count, name))))
    low, high = (1, size) if count > 0 else (-size, -1)
    return Found(first, last, Range(fields.merged(Fields(nth=(low, name))), fields.merged(Fields(nth=(high, name)))))


def _nth_count(reader: Reader, first: int) -> tuple[int, int] | None:
    """Return which one is meant, from the end where negative, and the token after it: third, last, second last."""
    counted = reader.ordinal(first, 366)
    if counted is not None:
        return (-counted[0], counted[1] + 1) if reader.norms[counted[1]] == "last" else counted
    return (-1, first + 1) if reader.norms[first] in ("last", "final") else None


def _nth_name(reader: Reader, at: int) -> str | None:
    """Return what is counted: a unit's grain, or "weekday" with its number."""
    norm = reader.norms[at]
    if norm in reader.words.weekdays and norm not in reader.words.guarded:
        return f"weekday {reader.words.weekdays[norm]}"
    unit = reader.unit(at)
    return unit.grain if unit and unit.key in ("day", "week", "month", "weekend", "decade", "year") else None


def _container(reader: Reader, at: int) -> tuple[Fields, int] | None:
    """Read the month or year in which something is counted."""
    month = reader.month(at)
    if month is not None:
        year = reader.year_behind(month[1])
        return (Fields(month=month[0], year=year[0]), year[1]) if year else (Fields(month=month[0]), month[1])
    year = reader.year(at)
    if year is not None:
        return Fields(year=year[0]), year[1]
    if reader.norms[at] in ("year", "month", "week"):
        grain = reader.words.units[reader.norms[at]].grain
        explicit = reader.year(reader.skip(at + 1, "of")) if reader.norms[at] == "year" else None
        return (Fields(year=explicit[0]), explicit[1]) if explicit else (Fields(shift=(grain, 0)), at + 1)
    directed = read_directed(reader, at)
    if directed is not None and isinstance(directed.meaning, Fields):
        return directed.meaning, directed.last
    return None


def read_week_of(reader: Reader, first: int) -> Found | None:
    """Read the week of March 4, the week commencing 4 February."""
    if reader.norms[first] != "week" or reader.norms[first + 1] not in (
        "of",
        "commencing",
        "beginning",
        "starting",
        "ending",
    ):
        return None
    from claimcheck.times.absolute import read_day_first, read_month_first

    at = reader.skip(first + 2, "on", "the")
    date = read_month_first(reader, at) or read_day_first(reader, at)
    if date is None or not isinstance(date.meaning, Fields) or date.meaning.day is None:
        return None
    begin = first - 1 if reader.before(first) == "the" else first
    return Found(begin, date.last, date.meaning.merged(Fields(nth=(0, "week"))))


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
