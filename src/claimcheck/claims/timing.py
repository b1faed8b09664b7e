"""When a claim holds: the time mention of its clause."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from claimcheck.claims.comparisons import ANOTHER, compared_at, is_level
from claimcheck.claims.figures import Figure
from claimcheck.claims.sentences import Dated, Sentence, Verb
from claimcheck.model import ClaimTime, Mention, Period
from claimcheck.model.claims import OR
from claimcheck.model.internal import maker

make_time = maker(ClaimTime)

AS_OF = {"of": "as", "at": "as", "to": "data"}
"""Words before a day as of which something holds, each with what stands before it."""

LAST = 9999
"""The last year of dates."""

SINCE = 12
"""How many tokens before a time "since" may stand."""

VERBS = frozenset("vefixbhm,;")
"""Tags over which it does not reach one: "since the clinic opened on 2 April" dates the opening."""

LEAD = 3
"""A place before this token opens the sentence."""

LEADING = frozenset({"", "p", "w", "pd", "wd"})
"""Tags of what stands before a time that opens a sentence."""

BREAKS = frozenset(";:.()w")
"""Tags over which a time does not reach another clause."""


def dated(sentence: Sentence, mention: Mention, first: int, last: int, *, beside: bool, day: date | None) -> Dated:
    """Read what a time mention dates; `beside` tells that there are figures beside it, `day` is the document's."""
    norms, timex, time = sentence.norms, mention.timex, None
    state = AS_OF.get(norms[first - 1]) == norms[first - 2]
    if timex is not None and timex.period is not None and not timex.readings and not timex.period.is_clock:
        period = timex.period
        time = make_time(mention.id, Period(period.start, None) if _begins(sentence, first) else period)
    leads = first < LEAD and sentence.tags[:first] in LEADING
    compared = compared_at(sentence, first, last, time, day) if beside and first else None
    taken = time if beside and "when" in norms[last : last + 2] else None
    clause = None if taken is None else _clause_of(sentence, mention, first, last, taken)
    return Dated(mention, first, last, governor(sentence, first, last), state, time, leads, compared, clause)


def _clause_of(sentence: Sentence, mention: Mention, first: int, last: int, time: ClaimTime) -> Dated | None:
    """Return a time as that of the clause that takes it up, which knows no "since": "the worst since 2019, when 21 died"."""
    norms, timex = sentence.norms, mention.timex
    begin = last + 1 if norms[last : last + 2] == (",", "when") else last
    if norms[begin] != "when":
        return None
    verb = next((verb.first for verb in sentence.verbs if verb.first > begin), None)
    start = time.period.start
    if time.period.end is None and isinstance(start, date) and timex is not None and timex.grain == "year":
        time = make_time(mention.id, Period(start, date(min(start.year + 1, LAST), 1, 1)))
    return None if verb is None else Dated(mention, first, last, verb, False, time)


def _begins(sentence: Sentence, first: int) -> bool:
    """Tell whether something has held since what happened at a time: "since the opening of the clinic in April"."""
    norms, nearest = sentence.norms, first - SINCE if first > SINCE else 0
    if first < LEAD or norms[first - 1] not in ("on", "in") or "since" not in norms[nearest:first]:
        return False
    after = first - norms[first - 1 :: -1].index("since")
    return VERBS.isdisjoint(sentence.tags[after:first])


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
    cleft = _cleft(sentence, first, last, before, after)
    if cleft is not None:
        return cleft
    if before is None:
        return after.first if after is not None and _opens(sentence, first, last, after.first) else None
    between = sentence.tags[before.last : first]
    if "w" in between:
        between = _beyond_as(sentence, between, before.last)
    if after is not None and after.first == last and between[-1:] == "c":  # and now has
        return after.first
    if BREAKS.isdisjoint(between):
        return before.first
    if after is not None and _opens(sentence, first, last, after.first):
        return after.first
    return None if "w" in between else before.first


def _cleft(sentence: Sentence, first: int, last: int, before: Verb | None, after: Verb | None) -> int | None:
    """Return the first token of the verb that a time is set before: "2031 was the year when it closed", "it was in 2031 that"."""
    if before is None and after is not None and after.first == last and after.lemma == "be":
        found = _clause().match(sentence.tags, after.last)
        clause = None if found is None else found.end()
    elif before is not None and before.lemma == "be" and sentence.norms[before.first - 1] == "it":
        close = sentence.tags[before.last : first] in ("", "p") and sentence.norms[last] in ("that", "when")
        clause = last + 1 if close else None
    else:
        return None
    return None if clause is None else next((verb.first for verb in sentence.verbs if verb.first >= clause), None)


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"(?:d[ntu])?p?w")


def _beyond_as(sentence: Sentence, between: str, first: int) -> str:
    """Return tags that no verb is among with a preposition for each "as": "was born as Orla Brenn in Marn in 1912"."""
    return "".join(
        "p" if tag == "w" and sentence.norms[first + index] == "as" else tag for index, tag in enumerate(between)
    )


def _opens(sentence: Sentence, first: int, last: int, verb: int) -> bool:
    """Tell whether a place belongs to the verb after it: nothing but its subject between, or it opens the sentence."""
    between = sentence.tags[last:verb].replace("(", "")
    if not BREAKS.isdisjoint(between) or ",s" in between:
        return False
    return first < LEAD or "#" not in between or "," not in between


def time_of(sentence: Sentence, figure: Figure) -> ClaimTime | None:
    """Return the time of a figure: the nearest of its own verb, else a date as of which the whole sentence holds."""
    first = figure.first
    times: list[Dated] = []
    level = is_level(figure)
    for item in sentence.times:
        if item.time is not None and (item.compared == first or (item.compared is None and not level)):
            times.append(item)
            if item.clause is not None:
                times.append(item.clause)
    found = _dating(sentence, figure, times) if times else None
    return None if found is None else found.time


def unplaced(sentence: Sentence, figure: Figure) -> str | None:
    """Return the TIMEX3 value of the time of a figure where nobody can place that: "in the first quarter", of which year?

    One that tells nothing ("last year") is told by its words, one that may be read in two ways (03/04/2031) by both.
    """
    first = figure.first
    times: list[Dated] = []
    for item in sentence.times:
        if (item.compared is None or item.compared == first) and _is_unplaced(item.mention):
            times.append(item)
    found = _dating(sentence, figure, times) if times else None
    timex = None if found is None else found.mention.timex
    if found is None or timex is None or timex.value is None:
        return None
    if timex.readings:
        return OR.join((timex.value, *timex.readings))
    return timex.value if timex.value.strip("X-") else found.mention.text.lower()


def _is_unplaced(mention: Mention) -> bool:
    timex = mention.timex
    if timex is None or timex.timex_type != "DATE" or timex.value is None:
        return False
    return bool(timex.readings) or (timex.period is None and not timex.value.endswith("_REF"))


def _dating(sentence: Sentence, figure: Figure, times: Sequence[Dated]) -> Dated | None:
    """Return which of some times is that of a figure; none of them is that of another figure alone."""
    first, last = figure.first, figure.last
    if not ANOTHER.isdisjoint(sentence.norms[first - 2 if first > 2 else 0 : first]):
        return next((item for item in times if item.compared is not None), None)
    own_verb = figure.verb if figure.role == "subject" else None
    verb = own_verb.first if own_verb is not None else governor(sentence, first, last)
    nearest: tuple[int, Dated] | None = None
    for item in times:
        if item.verb == verb:
            distance = _distance(sentence, item, first, last)
            if nearest is None or distance < nearest[0]:
                nearest = distance, item
    if nearest is not None:
        return nearest[1]
    return next((item for item in times if item.state), None) or next((item for item in times if item.leads), None)


def _distance(sentence: Sentence, item: Dated, first: int, last: int) -> int:
    """Return how many tokens part a figure and a time, none where a preposition joins them: "4 in May and [6 in June]"."""
    if item.first < last:
        return first - item.last
    return 0 if sentence.tags[last : item.first] == "p" else item.first - last
