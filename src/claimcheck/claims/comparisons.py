"""Figures of two times in one sentence: which time is that of a comparison alone, and when the other figure holds."""

import re
from datetime import date
from functools import cache

from claimcheck.claims.figures import Figure
from claimcheck.claims.sentences import Sentence
from claimcheck.model import ClaimTime, Mention, Period
from claimcheck.model.internal import maker

make_time = maker(ClaimTime)

COMPARING = frozenset({"than", "against", "versus", "compared", "down", "up", "vs", "v"})
"""Words before a figure that another one is compared with."""

ANOTHER = frozenset({"than", "against", "versus", "compared", "vs"})
"""Those before a figure of another time."""

LEVELS = ANOTHER | {"up", "down"}
"""Words that with one of `LINKS` stand before a time of comparison."""

LINKS = frozenset({"on", "in", "for", "with", "to", "from"})

BESIDE = LINKS | {"against", "versus", "vs", "(", ","}
"""What stands just before a figure or time with which another figure is compared; after "than" it may be a bound."""

ITS_OWN = frozenset({"the", "this", "its"})
"""What may stand between those and the time."""

NOWHERE = -1
"""Where no figure stands."""

CLOSE = 8
"""How many tokens before what it is compared with a figure may stand."""

STOPS = frozenset("w;.")
"""Tags over which a comparison does not reach."""


def compared_at(sentence: Sentence, first: int, last: int, time: ClaimTime | None, day: date | None) -> int | None:
    """Return the first token of the figure that a time alone belongs to, as another one is compared with it.

    `time` is the period, if it is known, and `day` that of the document.
    """
    tags = sentence.tags
    if tags[first - 1 : first] == "(" and tags[last : last + 1] in (":", ","):  # (2029: 382 crowns)
        return next((index for index in range(last + 1, min(last + 4, len(tags))) if tags[index] == "#"), None)
    if _elsewhen(sentence, first):
        return last + 1 if tags[last : last + 2] == "'#" else NOWHERE  # this year's 204 crowns
    before = tags[:first].rstrip("nNjuzopd(-'")
    if before[-1:] != "#":
        return None
    norms, index = sentence.norms, len(before.rstrip("#"))
    if index and norms[index - 1] == "from":
        if "to" in norms[last : last + 3] or _dated_itself().search(tags, 0, index - 1):
            return index
        if _moved_to().search(tags, 0, index - 1):
            return _level_at(index, time, day)
    return None if COMPARING.isdisjoint(norms[index - 4 if index > 4 else 0 : index]) else index


def _elsewhen(sentence: Sentence, first: int) -> bool:
    """Tell whether a time is one that figures are compared with: "two up on early March", "more than for 2024"."""
    norms, index, stop = sentence.norms, first - 1, first - 3 if first > 3 else 0
    while norms[index] in ITS_OWN:
        index -= 1
        if index < stop:
            return False
    if norms[index] == "over":
        return "#" in sentence.tags[first - 6 if first > 6 else 0 : first]
    return norms[index] in ANOTHER or (norms[index] in LINKS and index > stop and norms[index - 1] in LEVELS)


@cache
def _moved_to() -> re.Pattern[str]:
    """Compile the end of "rose to 5 million (4 euros)," as tags."""
    return re.compile(r"[pT]#+[nuz]{0,2}(?:\(#+\))?,?$")


@cache
def _dated_itself() -> re.Pattern[str]:
    """Compile the end of "rose to 5 million euros in May," as tags."""
    return re.compile(r"#[nuz]{0,2}[pd]*t+,?$")


def _level_at(index: int, time: ClaimTime | None, day: date | None) -> int | None:
    """Return whose the time of "rose to 5 from 4 in May" is: in a report of May both may be meant, later the former."""
    start, end = (None, None) if time is None else (time.period.start, time.period.end)
    if type(start) is not date or type(end) is not date:
        return None
    if day is None:
        return NOWHERE
    return None if day - start <= 2 * (end - start) else index


def is_level(figure: Figure) -> bool:
    """Tell whether a figure is one from which another moved: its time is not that of the rest."""
    quantity = figure.mention.quantity
    return quantity is not None and quantity.role == "from"


def later_time(sentence: Sentence, figure: Figure) -> ClaimTime | None:
    """Return when a figure holds that is compared with one of an earlier time: "5 million, up from 4 million in 2029"."""
    if is_level(figure):
        return None
    for item in sentence.times:
        if item.time is None or item.compared in (None, figure.first) or type(item.time.period.end) is not date:
            continue
        first = item.first if item.compared == NOWHERE else min(item.first, item.compared or 0)
        if _is_beside(sentence, figure, first, item.last):
            return make_time(item.mention.id, Period(item.time.period.end, None))
    return None


def _is_beside(sentence: Sentence, figure: Figure, first: int, last: int) -> bool:
    """Tell whether a figure is compared with what stands at tokens `first` up to `last`: it is the last of its kind before."""
    norms, tags = sentence.norms, sentence.tags
    if norms[figure.first - 1] == "to" and last < figure.first <= last + 2:  # from 5 in May to 6
        return True
    opens = norms[0] == "compared" and first < CLOSE  # Compared with 4 million in 2029, sales were 5 million.
    begin, end = (last, figure.first) if opens else (figure.last, first)
    if norms[first - 1] not in BESIDE or not begin <= end <= begin + CLOSE:
        return False
    if not STOPS.isdisjoint(tags[begin:end]):
        return False
    kind = _kind(figure.mention)
    return all(_kind(other) != kind for other, place, _ in sentence.figures if begin <= place < end)


def _kind(mention: Mention) -> str | None:
    return None if mention.quantity is None else mention.quantity.kind
