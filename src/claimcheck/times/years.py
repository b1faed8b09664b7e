"""Years, where their surroundings say that four digits are one: in 2014, 2010-15, '82, 44 BC."""

from claimcheck.reckoning.meanings import Fields, Found, Range, of_calendar
from claimcheck.times.reader import JOINERS, Reader


def read_year(reader: Reader, first: int) -> Found | None:
    """Read a year where its surroundings say that it is one, and 2010-15."""
    norms, before = reader.norms, reader.norms[first - 1]
    if before in ("ad", "a.d.") and reader.kind_before(first) == "U":
        value = reader.number(first, 1, 2999, width=4)
        return Found(first - 1, first + 1, of_calendar(value)) if value else None
    found = reader.year(first) or _era_year(reader, first)
    if found is None or reader.kinds[first] == "k":
        return None
    year, last = found
    mark, counted = norms[last], reader.kinds[first] == "n"
    if mark in JOINERS and norms[last + 1] in ("present", "now", "date") and 1500 <= year <= 2099:
        _, since = next(iter(reader.words.modifiers.before(("since",), 0)))
        return Found(first, last + 2, of_calendar(year), bounds=(since,))
    ranged = year_range(reader, first, year, last) if mark in YEAR_JOINERS else None
    named = ranged.last if ranged else last
    if norms[named] in ("fiscal", "financial") and reader.unit(named + 1) is not None and 1900 <= year <= 2099:
        return Found(first, named + 2, Fields(year=closing(ranged, year), fiscal=True))
    cued = before in reader.words.classes["strong_year_cues"]
    if counted and last == first + 1 and not _is_year(reader, first, last, year, cued=cued):
        spans = ranged is not None and 1500 <= year <= 2099 and not _is_part_of_figure(reader, first, last)
        if not (spans and ranged and _is_span(reader, first, ranged.last)):
            return None
    if not counted and not cued:
        return None
    strong = cued or last > first + 1
    return ranged or Found(first, last, of_calendar(year), strong=strong)


def _era_year(reader: Reader, first: int) -> tuple[int, int] | None:
    """Read 44 BC and AD-less short years with an era behind them."""
    value = reader.number(first, 1, 999, width=3)
    if value is None or reader.kinds[first + 1] != "U":
        return None
    found = reader.era(value, first + 1)
    return found if found[1] > first + 1 else None


def _is_span(reader: Reader, first: int, last: int) -> bool:
    """Tell whether two joined numbers that could be years are: "2014-2018", "2014/15", no counts of things."""
    short = reader.number(last - 1, 0, 99) if reader.norms[last - 2] == "/" else None
    year = None if short is None else reader.number(first, 1900, 2059, width=4)
    if year is not None and short == (year + 1) % 100 and not reader.glued(first) and reader.norms[last] != "/":
        return True  # 2029/30 is hardly ever a fraction
    dashed = (
        not reader.glued(first)
        and reader.norms[first + 1] in ("-", "–")
        and reader.kinds[last] in ".,;) "
        and last == first + 3
    )
    if dashed and reader.number(first, 1900, 2059, width=4) and reader.number(last - 1, 1900, 2059, width=4):
        return True
    return reader.before(first) in ("from", "between", "(", "in", "the", "of", "is", "") or reader.opens_sentence(first)


YEAR_JOINERS = JOINERS | {"/", "and"}
"""What may join two years."""


def year_range(reader: Reader, first: int, year: int, last: int) -> Found | None:
    """Read 2010-15, 2010/11, 2014-2018, 2014 to 2018, between 2014 and 2018."""
    mark = reader.norms[last]
    between = mark == "and" and reader.before(first) == "between"
    if mark not in YEAR_JOINERS or (mark == "and" and not between):
        return None
    end = reader.number(last + 1, year + 1, min(2999, year + 1500), width=4)
    counted = end is not None and (_is_part_of_figure(reader, last + 1, last + 2) or _counts(reader, last + 2, end))
    if end is not None and not counted:
        return Found(first, last + 2, Range(of_calendar(year), of_calendar(end)))
    if mark not in ("-", "–", "/") or not reader.glued(last) or not reader.glued(last + 1):
        return None
    short = reader.number(last + 1, 0, 99)
    if short is None or len(reader.norms[last + 1]) != 2 or short <= year % 100:
        return None
    return Found(first, last + 2, Range(of_calendar(year), Fields(year=year // 100 * 100 + short)))


def closing(ranged: Found | None, year: int) -> int:
    """Return the year by which a fiscal year is called: of one that is written as two, 2018/19, the one in which it ends."""
    end = ranged.meaning.end if ranged is not None and isinstance(ranged.meaning, Range) else None
    return year + 1 if isinstance(end, Fields) and end.year == year + 1 else year


MOVED = frozenset({"up", "down", "higher", "lower", "point", "points", "percent", "cent", "%"})
"""Words before "on 2015" that hold a year against another: "up 2.1 points on 2015"."""


def _is_year(reader: Reader, first: int, last: int, year: int, *, cued: bool) -> bool:
    """Tell whether four bare digits are a year: a preposition, brackets, a determiner with a noun, a verb of the year."""
    if len(reader.norms[first]) != 4 or _is_part_of_figure(reader, first, last):
        return False
    before, after = reader.norms[first - 1], reader.norms[last]
    if cued or (before == "-" and reader.before(first, 2) in ("mid", "pre", "post", "early", "late")):
        return not _counts(reader, last, year)
    plausible = 1500 <= year <= 2099
    if before in ("=", "<", ">", "|"):
        return plausible and (before != "|" or (after == "|" and _heads(reader, first)))
    if before == "(" or after == ")":
        return plausible and (after in (")", "-", "–", ",", ";") or before in ("(", ",", "-", "–"))
    if (plausible and _stands_as_year(reader, first, last)) or _is_led(reader, first):
        return not _counts(reader, last, year)
    if reader.is_in("year_cues", first - 1):
        if after == "in" and _resembles(reader, last + 1):
            return False
        return plausible and not _counts(reader, last, year) and not _joins_count(reader, last)
    if before in ("the", "its", "their", "his", "her", "'s", "a", "our", "this") and 1900 <= year <= 2059:
        return reader.kinds[last] in "aA" and not _counts(reader, last, year, determined=True)
    if reader.opens_sentence(first):
        return plausible and (after in ("was", "saw", "is", "and", "q", "in", "to") or first + 1 >= reader.size - 1)
    return False


def _stands_as_year(reader: Reader, first: int, last: int) -> bool:
    listed = _is_listed(reader, first, last) or _is_held_against(reader, first)
    return listed or _is_inscribed(reader, first, last) or _is_titled(reader, first, last)


def _is_titled(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a number closes the title of a report: "Annual report 2030"."""
    return reader.is_in("reports", first - 1) and reader.tokens.paragraph_of(first)[1] == last


def _is_inscribed(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a number is all that a plaque or stone says."""
    if not (reader.is_in("inscribing", first - 1) and reader.is_in("inscribed", first - 2)):
        return False
    return reader.kinds[last] not in "aAUn$" or reader.norms[last] in ("and", "or", "but", "above", "over", "in")


def _heads(reader: Reader, first: int) -> bool:
    """Tell whether what fills a cell stands at the head of a table's column or row."""
    tokens = reader.tokens
    row = tokens.paragraph_index(first)
    if tokens.paragraph_kinds[row] != "t":
        return False
    return not row or tokens.paragraph_kinds[row - 1] != "t" or tokens.paragraph(row)[0] == first - 1


def _is_listed(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a number stands in a list of years, which goes on or ends behind it: (2016,) 2017 (and 2018)."""
    if reader.before(first) not in (",", "and", "or") or not _resembles(reader, first - 2):
        return False
    after = reader.norms[last]
    return _resembles(reader, last + 1) if after in (",", "and", "or", "&") else reader.kinds[last] in ".;) "


def _resembles(reader: Reader, at: int) -> bool:
    return at >= 0 and reader.number(at, 1900, 2059, width=4) is not None


def _is_held_against(reader: Reader, first: int) -> bool:
    return reader.before(first) == "on" and reader.before(first, 2) in MOVED


def _is_led(reader: Reader, first: int) -> bool:
    """Tell whether "c." or "until at least" stands before."""
    if reader.before(first) == ".":
        return reader.before(first, 2) in ("c", "ca")
    led = reader.before(first) == "least" and reader.before(first, 2) == "at"
    return led and reader.before(first, 3) in ("until", "till", "through", "to")


def _joins_count(reader: Reader, last: int) -> bool:
    """Tell whether a number is the first of a range of counts: "to 250", "and 12"."""
    joined = reader.norms[last] in ("to", "and") and reader.kinds[last + 1] == "n"
    return joined and reader.number(last + 1, 1000, 2999, width=4) is None


def _is_part_of_figure(reader: Reader, first: int, last: int) -> bool:
    """Tell whether digits are glued into something longer, or money."""
    kinds, before = reader.kinds, reader.norms[first - 1]
    lead, kind = kinds[first - 1], kinds[last]
    if lead == "$" or before in ("no", "#", "number", "room", "rs"):
        return True
    if kind == "$" and not reader.glued(last) and reader.glued(last + 1) and kinds[last + 1] == "n":
        return False  # "in 1990 $40 bought a barrel"
    if kind in "$%" or (kind in "aAUImn" and reader.glued(last) and reader.norms[last] != "s"):
        return True
    return lead in "aAUImn.,s/" and reader.glued(first) and before not in ("=", "<", ">")


def _counts(reader: Reader, last: int, year: int, *, determined: bool = False) -> bool:
    """Tell whether what follows is counted by the number: "in 2000 cases", "2,014 people"."""
    norm, words = reader.norms[last], reader.words
    if norm in words.classes["counted"] or norm in words.units:
        return not (norm in ("or", "per", "new", "more", "other") and year % 100)
    if reader.kinds[last] != "a" or determined:
        return False
    plural = norm.endswith("s") and not norm.endswith(("ss", "us", "is", "was", "has"))
    return plural and (year % 100 == 0 or norm in ("cases", "times", "words", "votes", "miles", "dollars"))


def read_short_year(reader: Reader, first: int) -> Found | None:
    """Read '82 behind a cue."""
    found = reader.year(first)
    if found is None or reader.norms[found[1]] in ("s", "'s") or not reader.is_in("strong_year_cues", first - 1):
        return None
    return Found(first, found[1], of_calendar(found[0]))
