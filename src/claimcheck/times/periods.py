"""Decades, centuries, quarters, halves, seasons and fiscal years."""

from claimcheck.reckoning.meanings import Fields, Found, Range
from claimcheck.times.reader import Reader, century_of
from claimcheck.times.vocabulary import Vocabulary
from claimcheck.times.years import closing, year_range


def read_decade(reader: Reader, first: int) -> Found | None:
    """Read 1990s, 1990's, '90s, 90s, and the nineties."""
    kind = reader.kinds[first]
    if kind == "k":
        value = reader.number(first + 1, 10, 99) if reader.glued(first + 1) else None
        return _decade(reader, first, first + 2, value) if value is not None else None
    if kind == "n" and reader.kind_before(first) != "$":
        norm = reader.norms[first]
        if not norm.isdecimal() or norm[-1] != "0":
            return None
        if len(norm) == 4 and 1000 <= int(norm) <= 2990:
            return _decade(reader, first, first + 1, int(norm))
        cued = reader.before(first) in ("the", "mid", "early", "late", "and", "-")
        return _decade(reader, first, first + 1, int(norm)) if len(norm) == 2 and cued else None
    tens = reader.words.numbers.get(reader.norms[first][:-3] + "y")
    if tens is not None and reader.norms[first].endswith("ies") and tens.role == "ten":
        decade = 190 + int(tens.value) // 10
        return (
            Found(first, first + 1, Fields(decade=decade))
            if reader.before(first) in ("the", "early", "late", "mid", "in")
            else None
        )
    return None


def _decade(reader: Reader, first: int, last: int, value: int) -> Found | None:
    if reader.norms[last] != "'s" and (reader.norms[last] != "s" or not reader.glued(last)):
        return None
    if reader.norms[last] == "'s" and (
        value % 100 == 0 or reader.before(first) not in ("the", "mid", "-", "early", "late")
    ):
        return None
    year = value if value > 99 else 1900 + value
    if year % 100 == 0 and year % 1000:
        return Found(first, last + 1, Fields(century=year // 100))
    return Found(first, last + 1, Fields(decade=year // 10))


def decade_words(words: Vocabulary) -> list[str]:
    """Return the plurals of the tens: twenties to nineties."""
    return [word[:-1] + "ies" for word, item in words.numbers.items() if item.role == "ten" and word.endswith("ty")]


def read_ordinal_period(reader: Reader, first: int) -> Found | None:
    """Read the 17th century, the second quarter of 2017, the first half of last year."""
    found = reader.ordinal(first, 99)
    if found is None and reader.norms[first] in ("final", "last"):
        found = {"quarter": 4, "half": 2}.get(reader.norms[first + 1], 0), first + 1
    if found is None:
        return None
    value, last = found
    centuries = _centuries(reader, first, value, last)
    if centuries is not None:
        return centuries
    last = reader.skip(last, "-")
    noun = reader.norms[last]
    if not value:
        return None
    if noun == "century" or noun == "centuries":
        year, end = reader.era(value, last + 1)
        century = value - 1 if year > 0 else -value
        return Found(first, end, Fields(century=century))
    fields = _part(noun, value)
    if fields is None:
        return _before_another(reader, first, value, last)
    if noun in PLURALS and reader.before(first) != "and":
        return None
    return _part_of_year(
        reader, first, last + 1, fields, named=reader.norms[last - 1] == "-" and _accounts(reader, last + 1)
    )


PLURALS = {"quarters": "quarter", "halves": "half"}
"""Nouns of two parts of a year: "the first and second quarters of 2031"."""


def _part(noun: str, value: int) -> Fields | None:
    """Return the part of a year that a noun and its number name."""
    singular = PLURALS.get(noun, noun)
    if singular == "quarter" and value <= 4:
        return Fields(quarter=value)
    return Fields(half=value) if singular == "half" and value <= 2 else None


def _before_another(reader: Reader, first: int, value: int, last: int) -> Found | None:
    """Read a quarter or half whose noun and year stand behind another: "the first [and second quarters of 2031]"."""
    if reader.norms[last] != "and":
        return None
    other = reader.ordinal(last + 1, 4)
    if other is None or reader.norms[other[1]] not in PLURALS:
        return None
    fields, following = _part(reader.norms[other[1]], value), read_ordinal_period(reader, last + 1)
    if fields is None or following is None or not isinstance(following.meaning, Fields):
        return None
    own = following.meaning.having(quarter=fields.quarter, half=fields.half)
    return Found(first, last, own, strong=following.strong)


def _accounts(reader: Reader, at: int) -> bool:
    """Tell whether a company or a country accounts for what follows: "third-quarter net profit", no "second-half goal"."""
    return any(reader.is_in("accounts", place) for place in range(at, at + 4))


def _centuries(reader: Reader, first: int, start: int, last: int) -> Found | None:
    """Read the 17th-18th century, the seventeenth and eighteenth centuries."""
    if reader.norms[last] not in ("-", "–", "to", "and", "or"):
        return None
    end = reader.ordinal(last + 1, 99)
    if end is None or end[0] <= start or reader.norms[end[1]] not in ("century", "centuries"):
        return None
    return Found(first, end[1] + 1, Range(Fields(century=start - 1), Fields(century=end[0] - 1)))


def read_quarter(reader: Reader, first: int) -> Found | None:
    """Read Q2 2017, 2Q17, H1 2019, 2019 Q3."""
    norm = reader.norms[first]
    at, fields = first, None
    if norm in ("q", "h") and reader.glued(first + 1):
        value = reader.number(first + 1, 1, 4 if norm == "q" else 2, width=1)
        fields, at = _lettered(norm, value), first + 2
    elif reader.kinds[first] == "n" and reader.norms[first + 1] in ("q", "h") and reader.glued(first + 1):
        letter = reader.norms[first + 1]
        fields, at = _lettered(letter, reader.number(first, 1, 4 if letter == "q" else 2, width=1)), first + 2
        short = reader.number(at, 0, 99) if reader.glued(at) else None
        if fields and short is not None:
            return Found(first, at + 1, fields.having(year=century_of(short)))
    elif (
        reader.number(first, 1500, 2999, width=4) and reader.norms[first + 1] in ("q", "h") and reader.glued(first + 2)
    ):
        value = reader.number(first + 2, 1, 4, width=1)
        fields = _lettered(reader.norms[first + 1], value)
        return Found(first, first + 3, fields.having(year=int(norm))) if fields else None
    if fields is None or (reader.glued(at) and reader.kinds[at] in "aAUIm"):  # "H1N1"
        return None
    written = fields.half is None or "I" in reader.kinds[first:at]
    return _part_of_year(reader, first, at, fields, named=written, lettered=True)


def _lettered(letter: str, value: int | None) -> Fields | None:
    if value is None:
        return None
    return Fields(quarter=value) if letter == "q" else Fields(half=value)


def _part_of_year(
    reader: Reader, first: int, last: int, fields: Fields, *, named: bool, lettered: bool = False
) -> Found | None:
    """Read the year of a quarter, half or season; without one it must be plain that the noun is a part of a year."""
    at = reader.skip(last, ",", "of", "the", "fiscal", "financial")
    fiscal = True if "fiscal" in reader.norms[last:at] or "financial" in reader.norms[last:at] else None
    year = reader.year_behind(at if fiscal else last)
    short = _fiscal_prefix(reader, reader.skip(last, ",", "of"))
    if short:
        return Found(first, short[1], fields.having(year=short[0], fiscal=True))
    if year:
        return Found(first, year[1], fields.having(year=year[0], fiscal=fiscal))
    if reader.norms[first] in ("final", "last") or (lettered and not named):
        return None
    if named or reader.before(first) in ("the", "in", "its", "'s") and fields.quarter:
        return Found(first, last, fields, strong=named)
    of_relative = reader.norms[last] in ("of", "this", "last", "next") and fields.slots
    return Found(first, last, fields, strong=False) if of_relative and _relative_year(reader, last) else None


def _relative_year(reader: Reader, at: int) -> bool:
    if reader.norms[at : at + 3] == ("of", "the", "year"):
        return True
    at = reader.skip(at, "of", "the")
    return reader.norms[at] in ("this", "last", "next", "year", "current", "previous") and reader.norms[at + 1] in (
        "year",
        "",
    )


def _fiscal_prefix(reader: Reader, at: int) -> tuple[int, int] | None:
    """Return the year of FY2019 and FY19."""
    if reader.norms[at] != "fy":
        return None
    at += 1
    short = reader.number(at, 0, 99)
    return reader.year(at) or (
        (century_of(short), at + 1) if short is not None and len(reader.norms[at]) == 2 else None
    )


def read_fiscal_year(reader: Reader, first: int) -> Found | None:
    """Read FY2019, fiscal 2019, the fiscal year 2008, the 2019 financial year."""
    found = _fiscal_prefix(reader, first)
    if found is None and reader.norms[first] in ("fiscal", "financial"):
        at = reader.skip(first + 1, "year", "years", "of")
        found = reader.year(at) if at > first + 1 or reader.norms[first] == "fiscal" else None
    if found is None:
        return None
    year, last = found
    joined = reader.norms[last] in ("-", "/", "–") and reader.glued(last + 1)
    ranged = year_range(reader, first, year, last) if joined else None
    return Found(first, ranged.last if ranged else last, Fields(year=closing(ranged, year), fiscal=True))


def read_season(reader: Reader, first: int) -> Found | None:
    """Read spring 2017, the summer of 1969, winter 2010-11, in the autumn."""
    season = reader.words.seasons.get(reader.norms[first])
    if season is None:
        return None
    year = reader.year_behind(first + 1)
    fields = Fields(season=season)
    if year:
        ranged = year_range(reader, first, year[0], year[1])
        return Found(first, ranged.last if ranged else year[1], fields.having(year=year[0]))
    before = reader.before(first)
    cued = before in ("this", "last", "next", "mid", "early", "late", "of", "until", "since") or (
        before == "the" and reader.before(first, 2) in ("in", "during", "of", "by", "until", "since")
    )
    related = reader.norms[first + 1] == "of" and reader.norms[first + 2] in ("last", "this", "next")
    plain = reader.norms[first] not in reader.words.guarded or before in ("in", "by")
    if related or (reader.kinds[first] != "A" or cued) and (plain or cued) and reader.norms[first + 1] != "of":
        return Found(first, first + 1, fields, strong=cued)
    return None
