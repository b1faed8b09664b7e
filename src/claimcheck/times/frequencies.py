"""Sets of times: every Monday, twice a week, daily, on Mondays."""

from claimcheck.reckoning.lengths import period_value
from claimcheck.reckoning.meanings import Found, Frequency
from claimcheck.times.reader import Reader


def read_every(reader: Reader, first: int) -> Found | None:
    """Read every Monday, each two days, every other week, every weekend, every fourth year."""
    at = first + 1
    if reader.norms[first] not in ("every", "each"):
        plural = reader.norms[first] == "all" and reader.norms[at].endswith("s") and _named(reader, at)
        return Found(first, at + 1, Frequency(_named_value(reader, at))) if plural else None
    count = 1
    other = reader.norms[at] in ("other", "second") and (
        reader.unit(at + 1) is not None or reader.norms[at + 1] in reader.words.weekdays
    )
    if other:
        count, at = 2, at + 1
    elif (number := reader.cardinal(at, 99) or reader.ordinal(at, 99)) and reader.unit(number[1]) is not None:
        count, at = number
    at = reader.skip(at, "single", "few")
    unit = reader.unit(at)
    if unit is not None and unit.key != "second":
        return Found(first, at + 1, Frequency(period_value(count, unit), unit.grain))
    if not _named(reader, at):
        return None
    last = at + 1
    if reader.norms[at] in reader.words.weekdays and reader.norms[last] in reader.words.dayparts:
        last += 1
    while reader.norms[last] in (",", "and") and reader.norms[last + 1] in reader.words.weekdays:
        last += 2
    return Found(first, last, Frequency(_named_value(reader, at)))


def _named(reader: Reader, at: int) -> bool:
    norm = reader.norms[at]
    words = reader.words
    guarded = norm in words.guarded and reader.kinds[at] == "a" and norm not in words.seasons
    return not guarded and (
        norm in words.weekdays
        or norm in words.months
        or norm in words.dayparts
        or norm in words.seasons
        or norm in ("weekday", "weekdays", "weekend", "weekends", "christmas", "easter")
    )


def _named_value(reader: Reader, at: int) -> str:
    norm, words = reader.norms[at], reader.words
    if norm in words.weekdays:
        return f"XXXX-WXX-{words.weekdays[norm] + 1}"
    if norm in words.months:
        return f"XXXX-{words.months[norm]:02d}"
    if norm in words.seasons:
        return f"XXXX-{words.seasons[norm].code}"
    if norm in words.dayparts:
        return f"XXXX-XX-XXT{words.dayparts[norm].code}"
    return {"weekend": "XXXX-WXX-WE", "weekends": "XXXX-WXX-WE"}.get(norm, "XXXX-XX-XX")


def read_times_per(reader: Reader, first: int) -> Found | None:
    """Read twice a week, once every year, three times per day."""
    at = first
    if reader.norms[first] in ("once", "twice", "thrice"):
        at += 1
    else:
        counted = reader.cardinal(first, 99)
        if counted is None or reader.norms[counted[1]] != "times":
            return None
        at = counted[1] + 1
    at = at + 1 if reader.norms[at] == "in" and reader.norms[at + 1] in ("a", "every") else at
    if reader.norms[at] not in ("a", "an", "per", "each", "every"):
        return None
    unit = reader.unit(at + 1)
    if unit is None:
        return None
    return Found(first, at + 2, Frequency(period_value(1, unit), unit.grain))


def read_adverb(reader: Reader, first: int) -> Found | None:
    """Read daily, weekly, annual, quarterly."""
    unit = reader.words.adverbs.get(reader.norms[first])
    if unit is None or reader.kinds[first] == "A" and not reader.opens_sentence(first):
        return None
    return Found(first, first + 1, Frequency(period_value(1, unit), unit.grain))


def read_plural(reader: Reader, first: int) -> Found | None:
    """Read on Mondays, weekends, Tuesday afternoons, mornings."""
    norm = reader.norms[first]
    last = first + 1
    if (
        norm in reader.words.weekdays
        and reader.norms[last] in reader.words.dayparts
        and reader.norms[last].endswith("s")
    ):
        return Found(first, last + 1, Frequency(_named_value(reader, first)))
    if not norm.endswith("s") or not _named(reader, first) or norm == "christmas":
        return None
    if norm in reader.words.dayparts and reader.unit(first) is not None:
        return None
    if len(norm) <= 5:
        return None
    return Found(first, last, Frequency(_named_value(reader, first)))
