"""Dates of birth and death in brackets after a name: "Ada Brenn (3 April 1921, Marn – 17 November 2009)"."""

from datetime import date, timedelta

from claimcheck.claims.phrases import NounPhrase, core_at, phrase_before
from claimcheck.claims.sentences import Sentence
from claimcheck.model import Grain, Mention, Period, Timex
from claimcheck.model.internal import evolve

REACH = 24
"""How many tokens a bracket may hold before or after a date."""


def lifespan(sentence: Sentence, first: int, last: int, timex: Timex) -> tuple[tuple[str, ...], NounPhrase] | None:
    """Return what a date in brackets after a name gives, "birth", "death" or both, and the name."""
    tags = sentence.tags
    opened = tags.rfind("(", max(0, first - REACH), first)
    closed = tags.find(")", last, last + REACH)
    if opened < 1 or closed < 0 or ")" in tags[opened:first] or tags[opened - 1] not in "N,":
        return None
    name = phrase_before(sentence, opened) if tags[opened - 1] == "N" else core_at(sentence, 0)
    if name is None or tags[name.head] != "N":
        return None
    entity = next(sentence.named(name.head, name.head + 1), None)
    born = "born" in sentence.norms[opened + 1 : first]
    person = born or (entity is not None and entity.type == "person")
    if (entity is not None and entity.type not in ("person", "unknown")) or not (person or timex.grain == "day"):
        return None
    kinds = _ends(tags[opened + 1 : first], tags[last:closed], timex, born=born)
    return (kinds, name) if kinds else None


def _ends(before: str, after: str, timex: Timex, *, born: bool) -> tuple[str, ...]:
    """Tell which ends of a life a date gives, by the tags around it within the bracket."""
    if "/" in (timex.value or ""):
        return ("birth", "death")
    if _dash(before) and "t" in before:
        return ("death",)
    return ("birth",) if (_dash(after) and "t" in after) or (born and "t" not in before) else ()


def _dash(tags: str) -> bool:
    return "–" in tags or "*" in tags


def end_of(mention: Mention, kind: str) -> Mention:
    """Return a mention of a whole life with the value of one of its ends, `birth` or `death`; others as they are.

    >>> end_of(Mention("a#m1", "a", 0, 9, "1912–1999", Timex("DATE", "1912/1999")), "death").timex.value
    '1999'
    """
    timex = mention.timex
    values = (timex.value or "").split("/") if timex else []
    if timex is None or len(values) != 2:
        return mention
    value = values[0 if kind == "birth" else 1]
    bounds = _bounds(value)
    if bounds is None:
        return mention
    period, grain = bounds
    return evolve(mention, value=evolve(timex, value=value, edtf=value, period=period, grain=grain, length=None))


LIMITS = frozenset({"until", "till", "before", "after"})
"""Words before a moment that is named for what happens on its day."""


def day_of(mention: Mention) -> Mention:
    """Return a mention of a limit with the day that it names: "shortly before midnight on Saturday", "put off until"."""
    timex = mention.timex
    if timex is None or mention.modifier is None or mention.modifier.text.lower() not in LIMITS:
        return mention
    bounds = _bounds((timex.value or "").partition("T")[0])
    if bounds is None or bounds[1] != "day":
        return mention
    return evolve(mention, value=evolve(timex, mod=None, period=bounds[0], grain="day"))


def _bounds(value: str) -> tuple[Period, Grain] | None:
    """Return the period and grain of a plain ISO date, month or year."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = (*(int(part) for part in parts), 1, 1)[:3]
    try:
        start = date(year, month, day)
        if len(parts) == 3:
            return Period(start, start + timedelta(1)), "day"
        if len(parts) == 2:
            return Period(start, date(year + month // 12, month % 12 + 1, 1)), "month"
        return Period(start, date(year + 1, 1, 1)), "year"
    except (ValueError, OverflowError):
        return None
