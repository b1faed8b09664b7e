"""Counts of units of time: three days, half an hour, two years and a month, three to five weeks."""

from decimal import Decimal

from claimcheck.lexicons.calendar import TimeUnit
from claimcheck.reckoning.meanings import Extent
from claimcheck.times.reader import Reader

Part = tuple[Decimal | None, TimeUnit]

SHORTENED = frozenset({"hr", "hrs", "min", "mins", "sec", "secs", "mo", "mos", "yr", "yrs", "wk", "wks", "h", "s", "d"})
"""Units that may have the stop of an abbreviation."""

CONTINUING = frozenset({"and", ",", "half", "a", "an"})
"""How goes on what has further units behind the first, beside a number."""

LARGEST = Decimal(10) ** 12

LONGEST_IN_HOURS = 1000
"""What is counted in "h" at most: an experiment of six weeks."""


def read_extent(reader: Reader, first: int) -> tuple[int, Extent, int] | None:
    """Read counts of units at a number or an article: begin, meaning and end."""
    head = _part(reader, first)
    if head is None:
        return _ranged(reader, first)
    begin, part, last = head
    parts = [part]
    minutes = _bare_minutes(reader, last) if part[1].key == "hour" else None
    if minutes is not None:
        return begin, Extent((part, (Decimal(minutes[0]), reader.words.grains["minute"]))), minutes[1]
    while len(parts) < 6:
        mark = reader.norms[last]
        if mark not in CONTINUING and last not in reader.numerals and mark not in reader.words.classes["several"]:
            break
        more = _next_part(reader, last, parts[-1][1])
        if more is None:
            break
        parts.append(more[0])
        last = more[1]
        if more[0][1] is part[1]:
            break
    return begin, Extent(tuple(parts)), last


def _bare_minutes(reader: Reader, at: int) -> tuple[int, int] | None:
    """Read the minutes behind an hour that lack their unit: 2 hours ten."""
    found = reader.cardinal(reader.skip(at, "and"), 59)
    if found is not None and reader.norms[found[1]] == "m" and reader.glued(found[1]):
        found = found[0], found[1] + 1
    closed = found is not None and reader.kinds[found[1]] in ".;)?! " and not reader.glued(found[1] + 1)
    return found if closed else None


def _part(reader: Reader, first: int) -> tuple[int, Part, int] | None:
    """Read one count with its unit."""
    counted = _count(reader, first)
    if counted is None:
        return None
    begin, count, unit_at = counted
    norms, mark = reader.norms, reader.norms[unit_at]
    hyphened = mark in ("-", "–") and reader.glued(unit_at) and reader.glued(unit_at + 1)
    if hyphened or mark == "more":
        unit_at += 1
    if norms[unit_at] in reader.words.classes["length_fillers"]:
        unit_at += 1
    unit = _unit(reader, unit_at, count)
    if unit is None or unit.key == "half" or (hyphened and mark == "–"):
        return None
    last = unit_at + 1
    if norms[last] == "." and norms[unit_at] in SHORTENED:
        last = reader.stop(last)
    return begin, (count, unit), last


def _unit(reader: Reader, at: int, count: Decimal | None) -> TimeUnit | None:
    norm = reader.norms[at]
    unit = reader.words.units.get(norm)
    if unit is None:
        return _short_unit(reader, at, count)
    if norm == "second" and unit.key == norm and not _is_second(reader, at, count):
        return None
    if norm in ("mo", "min", "sec", "hr", "yr", "wk", "mos") and reader.kinds[at - 1] not in "nx-":
        return None
    return unit


def _short_unit(reader: Reader, at: int, count: Decimal | None) -> TimeUnit | None:
    """Return the unit of 3h, "for 24 h", 3 h 20 min, 1/2 h: small letters glued to digits, or behind a broken number."""
    norm = reader.norms[at]
    short = reader.words.short_units.get(norm)
    if short is None or reader.kinds[at] != "a" or not count:
        return None
    if reader.glued(at + 1) and reader.kinds[at + 1] not in ".,;:)?":
        return None
    broken = count < 1 and reader.kinds[at - 1] in "nx"
    glued = reader.kinds[at - 1] == "n" and reader.glued(at) and (norm != "s" or len(reader.norms[at - 1]) < 3)
    return short if broken or glued or _is_spaced_hour(reader, at, count) else None


def _is_spaced_hour(reader: Reader, at: int, count: Decimal) -> bool:
    """Tell whether a letter with a space is an hour: behind a word that lengths follow, or with minutes behind it."""
    if reader.norms[at] != "h" or reader.kinds[at - 1] != "n" or count > LONGEST_IN_HOURS:
        return False
    minutes = reader.words.units.get(reader.norms[at + 2]) if reader.kinds[at + 1] == "n" else None
    return reader.is_in("length_cues", at - 2) or (minutes is not None and minutes.key == "minute")


def _is_second(reader: Reader, at: int, count: Decimal | None) -> bool:
    """Tell whether "second" is the unit: after "one", "half a", digits or a hyphen."""
    return reader.before(at) in ("-", "one", "per") or reader.kinds[at - 1] == "n" or count == Decimal("0.5")


def _count(reader: Reader, first: int) -> tuple[int, Decimal | None, int] | None:
    """Read how many: a numeral, an article, half a, several; begin, count and end."""
    norm = reader.norms[first]
    if norm == "half":
        at = reader.skip(first + 1, "of", "a", "an", "-")
        return first, Decimal("0.5"), at
    several = reader.words.classes["several"]
    if norm in several:
        return _vague(reader, first)
    numeral = reader.numerals.get(first)
    if numeral is not None:
        if numeral.form == "ordinal" or abs(numeral.value) > LARGEST or reader.kind_before(first) == "$":
            return None
        last = numeral.last
        more = _and_part(reader, last + 1) if reader.norms[last] == "and" else None
        if more is not None and numeral.value == int(numeral.value):
            return first, numeral.value + more[0], more[1]
        last = reader.skip(last, "of", "an", "a") if numeral.form == "fraction" else last
        return first, numeral.value, last
    if norm in ("a", "an") and reader.before(first) != "-":
        after = first + 1
        if reader.norms[after] in several:
            found = _vague(reader, after)
            return (first, found[1], found[2]) if found else None
        if reader.norms[after] == "half":
            return first, Decimal("0.5"), reader.skip(after + 1, "-", "of", "an", "a")
        return first, Decimal(1), after
    return None


def _and_part(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """Read "(a) quarter", "three quarter" before a unit, behind "and"."""
    at = reader.skip(at, "a", "one")
    quarters = 3 if reader.norms[at] == "three" else 1
    at = reader.skip(at + 1, "-") if quarters == 3 else at
    if reader.norms[at] not in ("quarter", "quarters"):
        return None
    at = reader.skip(at + 1, "of", "an", "a")
    return (Decimal(quarters) / 4, at) if reader.unit(at) is not None else None


def _vague(reader: Reader, at: int) -> tuple[int, Decimal | None, int] | None:
    if reader.norms[at] == "couple":
        return at, Decimal(2), reader.skip(at + 1, "of")
    if reader.norms[at] in ("dozens", "hundreds", "thousands", "number"):
        return (at, None, at + 2) if reader.norms[at + 1] == "of" else None
    return at, None, at + 1


def _next_part(reader: Reader, last: int, unit: TimeUnit) -> tuple[Part, int] | None:
    """Read what goes on a length: "and a half", "and 30 seconds", "fifteen minutes"."""
    joined = reader.norms[last] == "and" or (reader.norms[last] == "," and reader.kinds[last + 1] == "n")
    at = last + 1 if joined else last
    if reader.norms[last] == ",":
        at = reader.skip(at, "and")
    if joined:
        half = reader.skip(at, "a", "one")
        for word, share in (("half", Decimal("0.5")), ("quarter", Decimal("0.25"))):
            if (
                reader.norms[half] == word
                and reader.unit(half + 1) is None
                and reader.norms[half + 1] not in ("of", "a", "an")
            ):
                return (share, unit), half + 1
    if not joined and reader.kinds[at] not in "na":
        return None
    found = _part(reader, at)
    if found is None or found[1][0] is None or found[0] != at:
        return None
    (count, finer), end = found[1], found[2]
    if count is None or count >= FULL.get((finer.key, unit.key), 1000):
        return None
    return ((count, finer), end) if SIZES[finer.key] < SIZES[unit.key] else None


SIZES = {
    "second": 0, "minute": 1, "hour": 2, "day": 3, "weekend": 4, "week": 5, "fortnight": 6, "month": 7, "quarter": 8,
    "season": 8, "half": 9, "year": 10, "decade": 11, "century": 12, "millennium": 13,
}  # fmt: skip

FULL = {("minute", "hour"): 60, ("second", "minute"): 60, ("second", "hour"): 3600, ("month", "year"): 12}
"""How many of a finer unit fill a coarser one: from then on it is another length."""


def _ranged(reader: Reader, first: int) -> tuple[int, Extent, int] | None:
    """Read three to five days, 3-5 years, two or three weeks; the first alone where something moved from it to the second."""
    low = reader.numerals.get(first)
    if low is None or low.form == "ordinal" or abs(low.value) > LARGEST or reader.kind_before(first) == "$":
        return None
    at = low.last
    if reader.norms[at] not in ("to", "-", "–", "or", "and") or (
        reader.norms[at] == "and" and reader.before(first) != "between"
    ):
        return None
    high = _part(reader, at + 1)
    if high is None or high[0] != at + 1:
        return None
    count, unit = high[1]
    if count is not None and reader.before(first) == "from" and reader.norms[at] == "to" and _moves(reader, first - 1):
        return first, Extent(((low.value, unit),)), at
    if count is None or count <= low.value:
        return None
    return first, Extent(((low.value, unit),), ((count, unit),)), high[2]


MOVED = 6
"""How many tokens before "from" a verb of change may stand."""


def _moves(reader: Reader, at: int) -> bool:
    """Tell whether something changed: "the wait fell [from 8 to 7 hours]"."""
    return any(reader.is_in("changes", index) for index in range(at - MOVED, at))
