"""Dates with the month's name in another language: 12 février 2019, 3 de marzo de 2020, 5. Mai 2018."""

from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcheck.reckoning.meanings import Fields, Found
from claimcheck.times.reader import Reader

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

MOST = 100
"""How many such words are looked up in one text: each unknown one costs a quarter of a millisecond."""


def _parts(reader: Reader, first: int) -> tuple[int, int] | None:
    """Return the tokens of the month's name and of the year, where a day, a word and a year stand as in a date."""
    at = first + 1
    if reader.norms[at] in (".", "er", "º", "°") and reader.glued(at):
        at += 1
    at = reader.skip(at, "de", "of")
    name = at
    at = reader.skip(at + 1, ".", "de", "del")
    is_name = reader.kinds[name] in "aA" and reader.norms[name] not in reader.words.months
    return (name, at) if is_name and reader.number(at, 1500, 2099, width=4) is not None else None


def read_foreign(reader: Reader, first: int) -> Found | None:
    """Read a date with a foreign month."""
    if reader.kinds[first + 1] not in "aA.sx":
        return None  # as in most lists and ranges of numbers
    parts = _parts(reader, first)
    day = reader.number(first, 1, 31)
    if parts is None or day is None or reader.foreign_words >= MOST:
        return None
    name, at = parts
    reader.foreign_words += 1
    month, year = foreign_month(reader.norms[name]), reader.number(at, 1500, 2099, width=4)
    if month is None or year is None:
        return None
    return Found(first, at + 1, Fields(year=year, month=month, day=day))


LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi", "tr", "ru", "uk", "ro", "hu")
"""The languages whose months are read; each costs time on every word that is none."""


@lru_cache(maxsize=2048)
def foreign_month(word: str) -> int | None:
    """Return the month that a word names in another language.

    >>> foreign_month("février"), foreign_month("kilns")
    (2, None)
    """
    if not word.isalpha() or not 3 <= len(word) <= 14:
        return None
    try:
        found = _parser().get_date_data(f"15 {word} 2000").date_obj
    except (ValueError, OverflowError, RecursionError):
        return None
    return found.month if found is not None and (found.year, found.day) == (2000, 15) else None


@cache
def _parser() -> "DateDataParser":
    """Build a parser once; it knows absolute dates only, so that no clock is ever read."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    settings |= {"RELATIVE_BASE": datetime(2000, 1, 1), "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=list(LANGUAGES), settings=settings)
