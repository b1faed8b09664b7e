"""Dates that are not prose: metadata in any form and language, and month names of other languages."""

from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcheck.model import DateOrder

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi", "tr", "ru", "uk", "ro", "hu")
"""The languages whose dates are read; each costs time on every date that is not read."""

LONGEST = 60
"""Characters that a date may have."""


@cache
def _parser(order: str) -> "DateDataParser":
    """Build the one parser of a date order; it knows absolute dates only, so that no clock is ever read."""
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=list(LANGUAGES),
        settings={
            "DATE_ORDER": order.upper(),
            "PARSERS": ["absolute-time"],
            "STRICT_PARSING": True,
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def read_metadata_date(text: str, order: DateOrder | None = None) -> date | None:
    """Return the day of a metadata date, None where it is none or not whole.

    `order` says how 03/04/2017 is read; without it the month comes first, as in most metadata of that form.

    >>> read_metadata_date("2019-02-16T09:30:00Z"), read_metadata_date("16. Februar 2019")
    (datetime.date(2019, 2, 16), datetime.date(2019, 2, 16))
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return _parsed(text, order or "mdy")


def _parsed(text: str, order: str) -> date | None:
    try:
        found = _parser(order).get_date_data(text).date_obj
    except (ValueError, OverflowError, RecursionError):
        return None
    return found.date() if found is not None else None


@lru_cache(maxsize=2048)
def foreign_month(word: str) -> int | None:
    """Return the month that a word names in another language.

    >>> foreign_month("février"), foreign_month("kilns")
    (2, None)
    """
    found = _parsed(f"15 {word} 2000", "dmy") if word.isalpha() and 3 <= len(word) <= 14 else None
    return found.month if found is not None and (found.year, found.day) == (2000, 15) else None
