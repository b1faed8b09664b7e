"""Times that are a length away: two weeks ago, three days later, in five years."""

from decimal import Decimal

from claimcheck.reckoning.meanings import Extent, Fields, Found, Offset
from claimcheck.times.reader import Reader


def placed(reader: Reader, first: int, last: int, extent: Extent) -> Found | None:
    """Return the moment that a length leads to: by what follows it, or by "in" before it."""
    word = reader.norms[last]
    if extent.high is not None:
        return None
    if word in PLACING:
        found = _placed_behind(reader, first, last, extent)
        if found is not None:
            return found
    if reader.before(first) == "in" and _leads_ahead(reader, first, last):
        return Found(first - 1, last, _offset(extent, 1))
    return None


PLACING = frozenset({"ago", "back", "hence", "from", "later", "earlier", "afterwards", "afterward", "'", "'s"})
"""How begins what places a length from behind."""


def _placed_behind(reader: Reader, first: int, last: int, extent: Extent) -> Found | None:
    """Return the moment that what follows a length leads to: "ago", "from now", "later"."""
    word = reader.norms[last]
    if word == "ago" or (word in ("back", "hence") and reader.norms[last + 1] in ("", ".", ",", "?", "!")):
        return Found(first, last + 1, _offset(extent, 1 if word == "hence" else -1))
    if word == "from" and reader.norms[last + 1] in ("now", "today", "tomorrow", "yesterday"):
        moved = {"now": None, "today": 0, "tomorrow": 1, "yesterday": -1}[reader.norms[last + 1]]
        anchor = None if moved is None else Fields(shift=("day", moved))
        return Found(first, last + 2, _offset(extent, 1, anchor))
    if (
        word in ("later", "earlier", "afterwards", "afterward")
        and not reader.is_in("this", last + 1)
        and reader.norms[last + 1] != "than"
    ):
        return Found(first, last + 1, _offset(extent, -1 if word == "earlier" else 1, context=True))
    if word in ("'", "'s") and reader.norms[last + 1] == "time":
        return Found(first, last + 2, _offset(extent, 1))
    return None


def _offset(extent: Extent, sign: int, anchor: Fields | None = None, *, context: bool = False) -> Offset:
    parts = tuple((Decimal(3) if count is None else count, unit) for count, unit in extent.low)
    return Offset(parts, sign, anchor, context)


def _leads_ahead(reader: Reader, first: int, last: int) -> bool:
    """Tell whether "in two years" is a moment to come and no span: something before it looks ahead, or nothing does."""
    start, end = reader.tokens.sentence_of(first)
    if reader.norms[last] in ("of", "-"):
        return False
    if first - 1 == start:
        return (
            end - last <= 1
            or reader.norms[last] == "at"
            or any(reader.is_in("future", at) for at in range(last, min(last + 6, end)))
        )
    return any(reader.is_in("future", at) for at in range(max(start, first - 12), first - 1))
