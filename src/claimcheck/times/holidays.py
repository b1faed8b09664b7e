"""Holidays with their year: Christmas 2018, Easter Monday, the Thanksgiving weekend."""

from claimcheck.reckoning.meanings import Fields, Found
from claimcheck.times.reader import Reader


def read_holiday(reader: Reader, first: int) -> Found | None:
    """Read a holiday with its year."""
    found = reader.words.holidays.after(reader.norms, first)
    if found is None:
        return None
    last, entry = found
    fields = Fields(holiday=entry.rule)
    guarded = reader.norms[first] in reader.words.guarded
    year = reader.year_behind(last)
    if guarded and (
        reader.kinds[first] == "a"
        or not (
            year or last - first > 1 or reader.before(first) in ("for", "during", "at", "before", "after", "on", "of")
        )
    ):
        return None
    begin = first - 1 if reader.before(first) == "the" else first
    if reader.norms[last] == "weekend" and reader.kinds[first] in "aA":
        return Found(begin, last + 1, fields.having(weekend=True))
    return Found(begin, year[1], fields.having(year=year[0])) if year else Found(begin, last, fields)
