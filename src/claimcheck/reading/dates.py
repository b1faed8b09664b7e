"""Publication dates as people and metadata write them: in ISO form, else in any order or language that dateparser reads."""

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
ORDERS = ("DMY", "MDY")


def date_readings(text: str) -> tuple[date, ...]:
    """Return every day that a written date may mean: none if it is no date, two if day and month may be swapped.

    >>> date_readings("2031-02-17"), date_readings("soon")
    ((datetime.date(2031, 2, 17),), ())
    >>> [reading.isoformat() for reading in date_readings("03-02-2009")]
    ['2009-02-03', '2009-03-02']
    """
    text = text.strip()
    when = iso_date(text)
    if when is not None:
        return (when,)
    if not any(character.isdigit() for character in text) or len(text) > 80:
        return ()
    found: list[date] = []
    for order in ORDERS:
        moment = _parser(order).get_date_data(text).date_obj
        if moment is not None and moment.date() not in found:
            found.append(moment.date())
    return tuple(found)


def iso_date(text: str) -> date | None:
    """Read an ISO date or datetime; None if it is none.

    >>> iso_date("2031-02-17")
    datetime.date(2031, 2, 17)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


@cache
def _parser(order: str) -> "DateDataParser":
    """Build a parser once: it takes 50 ms, and importing dateparser 70."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PREFER_LOCALE_DATE_ORDER": False,
    }
    settings |= {"RETURN_AS_TIMEZONE_AWARE": False, "PARSERS": ["absolute-time"]}  # relative ones would read the clock
    return DateDataParser(languages=list(LANGUAGES), settings=settings)
