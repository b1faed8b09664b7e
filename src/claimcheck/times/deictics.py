"""Times that point from where the text stands: today, the next day, this morning, recently, the end of the year."""

from decimal import Decimal

from claimcheck.lexicons.calendar import TimeUnit
from claimcheck.reckoning.meanings import Extent, Fields, Found, Offset, Vague, away
from claimcheck.times.reader import Reader


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
    found = reader.words.deictics.longest(reader.norms, first)
    if found is None:
        return None
    first, last, entry = found
    if reader.norms[last - 1] in ("after", "before") and _begins_day(reader, last):
        return Found(first, last - 1, Extent(((Decimal(1), reader.words.grains[entry.unit]),)), latent=True)
    if reader.norms[last - 1] in ("after", "before", "previous") and not _closes(reader, last):
        return None
    if reader.norms[last - 1] == "end" and not _ends_year(reader, first, last):
        return None
    if entry.code:
        return Found(first, last, Vague(entry.code), strong=False) if _stands_alone(reader, first, last) else None
    part = reader.words.dayparts["night"] if entry.daypart else None
    if last - first > 2 and reader.norms[last - 1] == "morning":
        part = reader.words.dayparts["morning"]
    fields = away(entry.unit, entry.shift, context=entry.context or None)
    return Found(first, last, fields if part is None else fields.having(daypart=part))


def _ends_year(reader: Reader, first: int, last: int) -> bool:
    """Tell whether "year-end" is a time: "by year-end", but "the year-end list"."""
    before = reader.before(first)
    return before in ("by", "at", "until", "till", "before", "since") or (
        before == "the" and reader.kinds[last] not in "aAU"
    )


def _closes(reader: Reader, at: int) -> bool:
    """Tell whether nothing here is what "the day after" counts from: "the day after they left"."""
    return reader.kinds[at] not in "aAUInx$" or reader.norms[at] in (
        "in",
        "at",
        "on",
        "and",
        "but",
        "with",
        "by",
        "as",
        "it",
    )


def _begins_day(reader: Reader, at: int) -> bool:
    """Tell whether a holiday, month or day of one stands here, from which "the day after" counts."""
    words, norm = reader.words, reader.norms[at]
    day = reader.number(at, 1, 31) is not None and reader.norms[at + 1] in words.months
    return day or norm in words.months or words.holidays.after(reader.norms, at) is not None


def _stands_alone(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a vague word points to a time: not "in the past nine days", "now that", "as soon as", "the future of", "present-day"."""
    counted = last in reader.numerals or reader.is_in("several", last) or reader.unit(last) is not None
    if counted and reader.norms[last - 1] == "past":
        return False
    if reader.norms[last] in ("that", "-", "as", "of", "after", "before", "thereafter") or reader.before(first) in (
        "as",
        "-",
        "how",
    ):
        return False
    return reader.kinds[first] != "A" or reader.opens_sentence(first)


YEAR_ENDS = frozenset({"to", "ended", "ending", "through"})
"""What follows "the year" where the day or month is named that ends it."""


YEAR_BACK = frozenset({
    ("a", "year", "ago"), ("a", "year", "earlier"), ("a", "year", "before"), ("one", "year", "ago"), ("the", "year", "before"),
    ("the", "previous", "year"), ("the", "prior", "year"), ("one", "year", "earlier"), ("of", "last", "year"),
})  # fmt: skip


def _same(reader: Reader, first: int, unit: TimeUnit) -> Found:
    """Read the same month, which the text has named, and the same month a year ago."""
    same = Fields(shift=(unit.grain, 0), context=True)
    last = first + 1
    size = 2 if reader.norms[last : last + 2] == ("last", "year") else 3
    if unit.grain == "year" or (size == 3 and reader.norms[last : last + 3] not in YEAR_BACK):
        return Found(first - 1, last, same)
    begin = first - 2 if reader.before(first, 2) == "the" else first - 1
    return Found(begin, last + size, Offset(((Decimal(1), reader.words.grains["year"]),), -1, same))


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
        return _same(reader, first, unit)
    if unit.key == "weekend" and before in ("the", "over") and reader.norms[first] == "weekend":
        return Found(first - (before == "the"), first + 1, Fields(weekend=True, shift=("weekend", 0)))
    if (
        unit.key == "day"
        and before == "the"
        and second in ("for", "end", "ended", "ending", "finish", "finished", "closed")
    ):
        closed = reader.norms[first + 1] in (",", ".", "at", "", "with", "down", "up", "on")
        return Found(first - 1, first + 1, Fields(shift=("day", 0), context=True)) if closed else None
    fiscal = before in ("fiscal", "financial")
    if (
        (second if fiscal else before) == "the"
        and unit.key in ("year", "quarter", "month", "week")
        and reader.norms[first + 1] in YEAR_ENDS
    ):
        part = (
            Decimal(3 if unit.key == "quarter" else 1),
            reader.words.grains["month" if unit.key == "quarter" else unit.key],
        )
        return Found(first - 2 if fiscal else first - 1, first + 1, Extent((part,)), latent=True)
    if reader.norms[first] in ("days", "weeks", "months", "years", "nights", "night"):
        return None
    of_part = before == "the" and second == "of" and reader.is_in("parts", first - 3)
    bare_part = before == "of" and reader.is_in("parts", first - 2)
    within = (
        before == "the"
        and second in ("in", "for", "during")
        and unit.key in ("year", "week", "month", "quarter")
        and reader.norms[first + 1] in (".", "", ",", "?")
    )
    if of_part or bare_part or within:
        return Found(first - 1 if before == "the" else first, first + 1, away(unit.grain, 0))
    return None
