"""In which month the fiscal years of a text begin, where it says so."""

from collections.abc import Iterable

from claimcheck.reckoning.meanings import Fields, Found
from claimcheck.times.reader import Reader

BEGINNING = frozenset({"begin", "begins", "began", "beginning", "start", "starts", "started", "starting", "run", "runs", "ran", "running"})  # fmt: skip
"""Verbs before the first month of a year."""

ENDING = frozenset({"end", "ends", "ended", "ending", "close", "closes", "closed"})
"""Verbs before the last one."""

BETWEEN = frozenset({"on", "in", "from", "at", "the", "of", "end", "st", "th", "day", "first", "last"})
"""What may stand between those and the month, beside the number of a day."""

REACH = 8
"""How many tokens behind "fiscal" the verb may stand: "fiscal 2028, which runs from July"."""

APART = 4
"""How many tokens behind the verb the month may stand."""


def is_fiscal(founds: Iterable[Found]) -> bool:
    """Tell whether a text speaks of fiscal years."""
    return any(isinstance(item.meaning, Fields) and item.meaning.fiscal for item in founds)


def first_month(reader: Reader) -> int | None:
    """Return the month: "fiscal 2028, which began on 1 July", "the fiscal year ended June 30"."""
    norms = reader.norms
    for index in reader.tokens.among(frozenset({"fiscal", "financial"})):
        for at in range(index + 1, min(index + REACH, reader.tokens.size)):
            if norms[at] in (".", ";"):
                break
            if norms[at] in BEGINNING or norms[at] in ENDING:
                month = _month(reader, at + 1)
                if month is not None:
                    return month if norms[at] in BEGINNING else month % 12 + 1
    return None


def _month(reader: Reader, first: int) -> int | None:
    for at in range(first, min(first + APART, reader.tokens.size)):
        month = reader.words.months.get(reader.norms[at])
        if month is not None:
            return month
        if reader.norms[at] not in BETWEEN and reader.kinds[at] != "n":
            return None
    return None
