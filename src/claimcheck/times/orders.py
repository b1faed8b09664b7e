"""Whether a document writes the day or the month first."""

from collections.abc import Iterable

from claimcheck.model import DateOrder
from claimcheck.reckoning.meanings import Fields, Found, Range
from claimcheck.times.vocabulary import Vocabulary


def day_first(
    founds: Iterable[Found], words: Vocabulary, order: DateOrder | None, publisher: str | None
) -> bool | None:
    """Return whether 03/04 is 3 April: as set, as the document's other dates show, as its publisher's country does.

    None where nothing tells: then both readings stay.
    """
    if order is not None:
        return order == "dmy"
    shown = {item for found in founds for item in _shown(found)}
    if len(shown) == 1:
        return shown.pop()
    named = set((publisher or "").lower().replace(",", " ").split())
    if named & words.classes["day_first_publishers"]:
        return True
    return False if named & words.classes["month_first_publishers"] else None


def _shown(found: Found) -> list[bool]:
    """Return what a numeric date that can be read one way only shows."""
    meaning = found.meaning
    ends = [meaning.start, meaning.end] if isinstance(meaning, Range) else [meaning]
    return [item.numeric == "dmy" for item in ends if isinstance(item, Fields) and item.numeric is not None]
