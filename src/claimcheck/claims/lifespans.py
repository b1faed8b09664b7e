"""Dates of birth and death in brackets after a name: "Ada Brenn (3 April 1921, Marn – 17 November 2009)"."""

from claimcheck.claims.phrases import NounPhrase, phrase_before
from claimcheck.claims.sentences import Sentence
from claimcheck.model import Timex

REACH = 24
"""How many tokens a bracket may hold before or after a date."""


def lifespan(sentence: Sentence, first: int, last: int, timex: Timex) -> tuple[str, NounPhrase] | None:
    """Return what a date in brackets after a name says: "birth", "death", or "life" for both ends in one expression."""
    tags = sentence.tags
    opened = tags.rfind("(", max(0, first - REACH), first)
    closed = tags.find(")", last, last + REACH)
    if opened < 1 or closed < 0 or tags[opened - 1] != "N" or ")" in tags[opened:first]:
        return None
    name = phrase_before(sentence, opened)
    entity = next(sentence.named(opened - 1, opened), None)
    if name is None or (entity is not None and entity.type not in ("person", "unknown")):
        return None
    person = entity is not None and entity.type == "person"
    if not person and timex.grain != "day":
        return None
    before, after = tags[opened + 1 : first], tags[last:closed]
    if "/" in (timex.value or "") and not before.strip("d"):
        return "life", name
    if _dash(after) and "t" in after:
        return "birth", name
    return ("death", name) if _dash(before) and "t" in before else None


def _dash(tags: str) -> bool:
    return "–" in tags or "*" in tags
