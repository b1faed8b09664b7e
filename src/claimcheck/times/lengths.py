"""Lengths of time: three-day, an hour and a half, for years, all day."""

from decimal import Decimal

from claimcheck.reckoning.meanings import Extent, Found
from claimcheck.times.extents import read_extent
from claimcheck.times.placing import placed
from claimcheck.times.reader import Reader


def read_length(reader: Reader, first: int) -> Found | None:
    """Read a count of units, with further units behind it, and what places it: ago, later, from now, after Easter."""
    read = read_extent(reader, first)
    if read is None:
        return None
    begin, extent, last = read
    return placed(reader, begin, last, extent) or _plain(reader, begin, last, extent)


PARTS_OF_YEAR = frozenset({"quarter", "season", "half"})

AGE_LEADS = frozenset({"-", "old", "olds", "of"})
"""How begins what makes an age of a length: "years of age"."""


def _plain(reader: Reader, first: int, last: int, extent: Extent) -> Found | None:
    """Return a length that is no age and no quantity of something else."""
    if reader.norms[last] in AGE_LEADS and _is_age(reader, last):
        return None
    for _, unit in extent.low:
        if unit.key in PARTS_OF_YEAR:
            return None
    if reader.norms[first] in ("a", "an", "one") and extent.low[0][0] == 1 and not _article_counts(reader, first, last):
        return None
    begin = first - 1 if reader.before(first) in ("first", "opening", "closing", "final") else first
    return Found(begin, last, extent)


def _article_counts(reader: Reader, first: int, last: int) -> bool:
    """Tell whether "a year" is a length: "15 a year" is a rate, "a day when ..." none at all."""
    if reader.norms[last] in ("after", "before", "from") or (reader.norms[last], reader.norms[last + 1]) == (
        "-",
        "long",
    ):
        return True
    if reader.norms[first] == "one":
        return reader.norms[last] != "of" and (
            last - first > 2
            or reader.is_in("length_cues", first - 1)
            or reader.norms[first + 1] == "-"
            or reader.opens_sentence(first)
        )
    if last - first > 2:
        return True
    return reader.is_in("length_cues", first - 1) or (reader.opens_sentence(first) and last >= reader.size - 1)


def _is_age(reader: Reader, last: int) -> bool:
    at = last + 1 if reader.norms[last] == "-" else last
    return reader.norms[at] in ("old", "olds") or (reader.norms[at] == "of" and reader.norms[at + 1] == "age")


def read_lap(reader: Reader, first: int) -> Found | None:
    """Read minutes and seconds with their parts, as races are timed: "1:45.30"."""
    minutes, seconds = reader.number(first, 0, 59), reader.norms[first + 2]
    whole, stop, parts = seconds.partition(".")
    if minutes is None or reader.norms[first + 1] != ":" or not (reader.glued(first + 1) and reader.glued(first + 2)):
        return None
    if (
        not stop
        or len(whole) != 2
        or not (whole + parts).isdecimal()
        or int(whole) > 59
        or reader.kind_before(first) == ":"
    ):
        return None
    grains = reader.words.grains
    return Found(first, first + 3, Extent(((Decimal(minutes), grains["minute"]), (Decimal(seconds), grains["second"]))))


def read_vague_length(reader: Reader, first: int) -> Found | None:
    """Read for hours, in years, recent months: the plural of a unit without a count."""
    unit = reader.unit(first)
    before, after = reader.before(first), reader.norms[first + 1]
    if unit is None or not reader.norms[first].endswith("s") or unit.key in ("second", "season", "quarter"):
        return None
    vague = Extent(((None, unit),))
    if before == "recent":
        return Found(first - 1, first + 1, vague)
    lasting = before == "for" and after not in ("of", "to") and not reader.opens_sentence(first - 1)
    ended = before == "in" and after in (",", ".", "") and unit.key not in ("minute", "hour")
    return Found(first, first + 1, vague) if lasting or ended else None


def read_whole(reader: Reader, first: int) -> Found | None:
    """Read all day, all month, the whole year."""
    if reader.norms[first] not in ("all", "whole", "entire"):
        return None
    unit = reader.unit(first + 1)
    if unit is None or reader.norms[first + 1].endswith("s") or unit.key in ("second", "half", "quarter", "season"):
        return None
    return Found(first, first + 2, Extent(((Decimal(1), unit),)))
