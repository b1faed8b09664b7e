"""When a claim holds: the time mention of its clause."""

from collections.abc import Sequence

from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.model import ClaimTime, Mention
from claimcheck.model.internal import internal

COMPARING = frozenset({"than", "against", "versus", "compared", "down", "up", "vs", "v"})
"""Words before a figure that another one is compared with."""

ANOTHER = frozenset({"than", "against", "versus", "compared", "vs"})
"""Those before a figure of another time."""

LEVELS = ANOTHER | {"up", "down"}
"""Words that with one of `LINKS` stand before a time of comparison."""

LINKS = frozenset({("on",), ("in",), ("for",), ("with",), ("to",), ("from",)})

NOWHERE = -1
"""Where no figure stands."""

LEAD = 3
"""A place before this token opens the sentence."""

BREAKS = frozenset(";:.()w")
"""Tags over which a time does not reach another clause."""


@internal
class Dated:
    """A time mention of a sentence: its tokens `first` up to `last`, and the verb (by its first token) that it dates.

    `time` is its period, None where that is unresolved or only a time of day; `state` tells that it is the day as of
    which something holds, `leads` that it opens the sentence: "On Monday ..."; `compared` is the first token of a figure that this time alone belongs to: "down from [1,900 last autumn]".
    """

    mention: Mention
    first: int
    last: int
    verb: int | None
    state: bool
    time: ClaimTime | None
    leads: bool = False
    compared: int | None = None


def dated(sentence: Sentence, mention: Mention, first: int, last: int) -> Dated:
    """Read what a time mention dates."""
    state = first >= 2 and sentence.norms[first - 2 : first] in (("as", "of"), ("as", "at"), ("data", "to"))
    period = mention.timex.period if mention.timex else None
    time = None if period is None or period.is_clock else ClaimTime(mention.id, period)
    leads = first == 0 or sentence.tags[:first] in ("p", "w", "pd", "wd")
    return Dated(
        mention, first, last, governor(sentence, first, last), state, time, leads, _compared(sentence, first, last)
    )


def _compared(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the first token of the figure just before a time, if that is what another figure is compared with."""
    tags = sentence.tags
    if tags[first - 1 : first] == "(" and tags[last : last + 1] in (":", ","):  # (2029: 382 crowns)
        return next((index for index in range(last + 1, min(last + 4, len(tags))) if tags[index] == "#"), None)
    if _elsewhen(sentence, first):
        return last + 1 if tags[last : last + 2] == "'#" else NOWHERE  # this year's 204 crowns
    index = first - 1
    while index >= 0 and tags[index] in "nNjuzopd(-'":
        index -= 1
    if index < 0 or tags[index] != "#":
        return None
    while index > 0 and tags[index - 1] == "#":
        index -= 1
    before = sentence.norms[max(0, index - 4) : index]
    level = before[-1:] == ("from",) and "to" in sentence.norms[last : min(last + 3, len(tags))]
    return index if level or COMPARING.intersection(before) else None


def _elsewhen(sentence: Sentence, first: int) -> bool:
    """Tell whether a time is one that figures are compared with: "two up on early March", "more than for 2024"."""
    before = sentence.norms[max(0, first - 3) : first]
    while before and before[-1] in ("the", "this", "its"):
        before = before[:-1]
    if before[-1:] == ("over",):
        return "#" in sentence.tags[max(0, first - 6) : first]
    return not ANOTHER.isdisjoint(before[-1:]) or (before[-1:] in LINKS and not LEVELS.isdisjoint(before[-2:-1]))


def governor(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the first token of the verb that a place in a sentence belongs to: the nearest before it in its clause,
    else the next after it."""
    before = after = None
    for verb in sentence.verbs:
        if verb.first >= last:
            after = verb
            break
        if verb.last <= first and verb.lemma != "age":  # died on Friday aged 80
            before = verb
    between = "" if before is None else sentence.tags[before.last : first]
    if after is not None and after.first == last and between[-1:] == "c":  # and now has
        return after.first
    if before is not None and BREAKS.isdisjoint(between):
        return before.first
    if after is not None and _opens(sentence, first, last, after.first):
        return after.first
    return before.first if before is not None and "w" not in between else None


def _opens(sentence: Sentence, first: int, last: int, verb: int) -> bool:
    """Tell whether a place belongs to the verb after it: nothing but its subject between, or it opens the sentence."""
    between = sentence.tags[last:verb].replace("(", "")
    if not BREAKS.isdisjoint(between) or ",s" in between:
        return False
    return first < LEAD or "#" not in between or "," not in between


def time_of(sentence: Sentence, relation: Relation, times: Sequence[Dated]) -> ClaimTime | None:
    """Return the time of a figure: the nearest of its own verb, else a date as of which the whole sentence holds."""
    if not times:
        return None
    first, last = relation.first, relation.last
    own_verb = relation.verb if relation.role == "subject" else None
    verb = own_verb.first if own_verb is not None else governor(sentence, first, last)
    times = [item for item in times if item.compared in (None, first) and item.time is not None]
    if ANOTHER.intersection(sentence.norms[max(0, first - 2) : first]):
        return next((item.time for item in times if item.compared == first), None)
    own = [item for item in times if item.verb == verb]
    if own:
        return min(own, key=lambda item: _distance(sentence, item, first, last)).time
    general = next((item for item in times if item.state), None) or next((item for item in times if item.leads), None)
    return None if general is None else general.time


def _distance(sentence: Sentence, item: Dated, first: int, last: int) -> int:
    """Return how many tokens part a figure and a time, none where a preposition joins them: "4 in May and [6 in June]"."""
    if item.first < last:
        return first - item.last
    return 0 if sentence.tags[last : item.first] == "p" else item.first - last
