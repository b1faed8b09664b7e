"""Who answers in an interview whose speakers are only letters."""

from claimcheck.attribution.drafts import Reading
from claimcheck.model import Name, Names

INTRODUCTION = 400
"""Tokens before the first question in which the person is introduced."""
MEETINGS = frozenset(["with", "to", "interviewed", "asked", "interviews", "interview"])
"""Words before the name of the one who is asked: "spoke to Ada Lund", "an interview with Ada Lund"."""


def interviewed(reading: Reading, names: Names, index: int) -> Name | None:
    """Return who is asked: the one person that the text names before its first question, or whom somebody "spoke to"."""
    first = next(
        (at for at in range(index) if reading.norms[at] in ("q", "question") and reading.kinds[at + 1] == ":"), index
    )
    found = names.standing(max(0, first - INTRODUCTION), first)
    people = list(dict.fromkeys(name for _, _, name in found if name.type == "person" or _is_two_words(name)))
    if len(people) == 1:
        return people[0]
    met = [
        name
        for begin, _, name in found
        if (name.type == "person" or _is_two_words(name))
        and not MEETINGS.isdisjoint(reading.norms[max(0, begin - 3) : begin])
    ]
    return met[0] if len(set(met)) == 1 else None


def _is_two_words(name: Name) -> bool:
    return name.type in ("unknown", "place") and name.canonical.count(" ") == 1
