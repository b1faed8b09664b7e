"""The date that a document gives itself: in its header, its byline or its dateline."""

from collections.abc import Iterable
from datetime import date, datetime

from claimcheck.model import DateOrder
from claimcheck.reckoning.meanings import Fields, Found
from claimcheck.reckoning.places import in_year
from claimcheck.times.orders import day_first
from claimcheck.times.reader import Reader

PARAGRAPHS = 8
"""How many paragraphs from the top may hold the date."""

TOKENS = 40
"""How many tokens of each are read."""


def dateline(
    reader: Reader, founds: Iterable[Found], order: DateOrder | None, publisher: str | None
) -> date | datetime | None:
    """Return the first full date of the head of a document, where it stands as a date of the document would."""
    tokens = reader.tokens
    for found in founds:
        if not _is_full(found):
            continue
        number = tokens.paragraph_index(found.first)
        if number >= PARAGRAPHS:
            break
        start, end = tokens.paragraph(number)
        if found.first < start + TOKENS and _is_own(reader, found, start, end):
            return _day(reader, found, order, publisher)
    return None


def _is_full(found: Found) -> bool:
    meaning = found.meaning
    return isinstance(meaning, Fields) and not (meaning.year is None or meaning.month is None or meaning.day is None)


def _is_own(reader: Reader, found: Found, start: int, end: int) -> bool:
    """Tell whether a date dates the document: it fills its line, follows "Published", or a dash follows it."""
    before = reader.norms[start : found.first]
    alone = end - start <= 14 and not any(
        reader.kinds[index] == "a" and len(reader.norms[index]) > 3 and not reader.is_in("dateline_leads", index)
        for index in range(start, end)
        if not found.first <= index < found.last
    )
    leads = reader.words.classes["dateline_leads"]
    if alone or any(norm in leads for norm in before[-4:]):
        return True
    dashed = reader.norms[found.last] in ("–", "-", ")", ":") and found.first - start <= 12
    return dashed and all(
        reader.kinds[index] != "a" or len(reader.norms[index]) <= 3 for index in range(start, found.first)
    )


def _day(reader: Reader, found: Found, order: DateOrder | None, publisher: str | None) -> date | None:
    fields = found.meaning
    if not isinstance(fields, Fields) or fields.year is None:
        return None
    year = fields.year
    if fields.other is not None:
        first = day_first([found], reader.words, order, publisher)
        if first is None:
            return None
        if first:
            fields = fields.having(month=fields.other[0], day=fields.other[1])
    return in_year(fields, year).start
