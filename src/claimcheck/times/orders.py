"""Whether a document writes the day or the month first."""

from collections.abc import Iterable

from claimcheck.model import DateOrder
from claimcheck.reckoning.meanings import Fields, Found, Range
from claimcheck.times.vocabulary import Vocabulary


def day_first(
    founds: Iterable[Found], words: Vocabulary, order: DateOrder | None, publisher: str | None
) -> bool | None:
    """Return whether 03/04 is 3 April: as set, as the document's other dates show, as its publisher's country does.

    None where nothing tells, and both readings stay, or where no date has two.
    """
    if order is not None:
        return order == "dmy"
    meanings = [found.meaning for found in founds]
    ends = [end for one in meanings for end in ((one.start, one.end) if isinstance(one, Range) else (one,))]
    fields = [end for end in ends if isinstance(end, Fields)]
    if all(end.other is None for end in fields):
        return None  # nobody asks
    shown = {end.numeric == "dmy" for end in fields if end.numeric is not None}
    if len(shown) == 1:
        return shown.pop()
    named = set((publisher or "").lower().replace(",", " ").split())
    if named & words.classes["day_first_publishers"]:
        return True
    return False if named & words.classes["month_first_publishers"] else None
