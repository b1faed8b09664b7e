"""Whether a document writes the day or the month first."""

from collections.abc import Iterable

from claimcheck.model import DateOrder
from claimcheck.reckoning.meanings import Fields, Found, Range

MONTH_FIRST_COUNTRIES = frozenset(
    {"us", "usa", "u.s.", "american", "washington", "york", "angeles", "chicago", "boston"}
)

DAY_FIRST_COUNTRIES = frozenset({
    "uk", "british", "bbc", "guardian", "london", "irish", "australian", "sydney", "india", "indian", "zealand",
    "scotsman", "deutsche", "france", "al", "jazeera", "euronews", "african", "hindu",
})  # fmt: skip


def day_first(founds: Iterable[Found], order: DateOrder | None, publisher: str | None) -> bool | None:
    """Return whether 03/04 is 3 April: as set, as the document's other dates show, as its publisher's country does.

    None where nothing tells: then both readings stay.
    """
    if order is not None:
        return order == "dmy"
    shown = {item for found in founds for item in _shown(found)}
    if len(shown) == 1:
        return shown.pop()
    words = set((publisher or "").lower().replace(",", " ").split())
    if words & DAY_FIRST_COUNTRIES:
        return True
    return False if words & MONTH_FIRST_COUNTRIES else None


def _shown(found: Found) -> list[bool]:
    """Return what a numeric date that can be read one way only shows."""
    meaning = found.meaning
    ends = [meaning.start, meaning.end] if isinstance(meaning, Range) else [meaning]
    return [item.numeric == "dmy" for item in ends if isinstance(item, Fields) and item.numeric is not None]
