"""Dates with the month's name in another language: 12 février 2019, 3 de marzo de 2020, 5. Mai 2018."""

from claimcheck.times.meanings import Fields, Found
from claimcheck.times.metadata import foreign_month
from claimcheck.times.reader import Reader

MOST = 100
"""How many such words are looked up in one text: each unknown one costs a quarter of a millisecond."""


def is_foreign_date(reader: Reader, first: int) -> bool:
    """Tell whether a day, a word and a year stand here, as they do in a date."""
    return _parts(reader, first) is not None


def _parts(reader: Reader, first: int) -> tuple[int, int] | None:
    """Return the tokens of the month's name and of the year."""
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
    day = reader.number(first, 1, 31)
    parts = _parts(reader, first) if day is not None else None
    if parts is None or reader.foreign_words >= MOST:
        return None
    name, at = parts
    reader.foreign_words += 1
    month, year = foreign_month(reader.norms[name]), reader.number(at, 1500, 2099, width=4)
    if month is None or year is None:
        return None
    return Found(first, at + 1, Fields(year=year, month=month, day=day))
