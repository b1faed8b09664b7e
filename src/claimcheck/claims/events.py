"""Dated events: what happened on a date, and whether the date is a claim of its own."""

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.claims.agents import subject_of_verb
from claimcheck.claims.figures import Figure, Measured
from claimcheck.claims.gazetteer import Gazetteer
from claimcheck.claims.governors import left_of
from claimcheck.claims.lifespans import day_of, end_of, lifespan
from claimcheck.claims.phrases import NounPhrase, complemented, core_at, lemma_of, subject_before
from claimcheck.claims.relations import relate
from claimcheck.claims.sentences import Dated, Sentence, Verb
from claimcheck.reckoning.bounds import limit_of

SAYING = frozenset(
    {"say", "tell", "announce", "report", "state", "add", "note", "claim", "argue", "warn", "write", "tweet"}
)
"""Verbs whose date is that of speaking."""


STATIVE = frozenset(
    {"be", "have", "do", "remain", "stand", "stay", "total", "number", "exceed", "amount", "own", "contain", "include",
     "comprise", "consist", "need", "cost", "weigh", "want", "base", "estimate", "value", "account", "cover", "mean"}
)  # fmt: skip
"""Verbs whose date says when something holds."""


MAKING = frozenset({"announce", "write", "tweet"})
"""Those that may tell what was done on the date: "the prize was announced in May"."""


HAPPENING = frozenset({"occur", "happen"})
"""Verbs that say only that their subject took place."""


CALLING = frozenset(
    {"schedule", "set", "plan", "slate", "book", "fix", "call", "postpone", "delay", "defer", "reserve"}
)
"""Verbs that say for when something is to be."""


REPORTS = frozenset({"report", "review", "account", "result", "bulletin", "figure", "minute", "statement", "summary"})
"""Nouns of documents, whose titles name the time that they are about: "Annual report 2030"."""


@cache
def _amount_after() -> re.Pattern[str]:
    return re.compile(r"(?:[pT]?r?|d?[jnuzN'-]{1,5}[oT][dr]?)#")


Event = tuple[Figure, NounPhrase | None, NounPhrase | None]
"""What a date says when it happened, with its subject and its object."""


def events_of(sentence: Sentence, item: Dated, known: Gazetteer) -> Iterator[Event]:
    """Yield the events that a date gives the time of.

    There is none where the date only says when something else holds, and two for a life in brackets.
    """
    timex = item.mention.timex
    if timex is None or item.state or timex.value is None or timex.value.endswith("_REF"):
        return
    if item.compared is not None and sentence.tags[item.first - 1] == "(":  # profit of 58 crowns (2030: 51 crowns)
        return
    life = lifespan(sentence, item.first, item.last, timex) if "(" in sentence.tags else None
    if life is not None:
        kinds, name = life
        for kind in kinds:
            figure = _of_noun(item, Measured(kind, known.named(kind), name), name)
            figure.mention = end_of(item.mention, kind)
            yield figure, name, None
        return
    event = _noun_event(sentence, item, known) or _verb_event(sentence, item, known)
    if event is not None:
        figure = event[0]
        near = item.first > 0 and sentence.norms[item.first - 1] in ("shortly", "just", "moments")
        if near or (figure.measured is not None and figure.measured.measure == "postponement"):
            figure.mention = day_of(item.mention)
        yield event


def _of_noun(item: Dated, measured: Measured, noun: NounPhrase | None) -> Figure:
    """Return an event that a noun alone names."""
    figure = Figure(item.mention, item.first, item.last, "date", None, noun)
    figure.measured, figure.about = measured, measured.phrase
    return figure


def _of_verb(item: Dated, measured: Measured, verb: Verb, subject: NounPhrase | None) -> Figure:
    """Return an event that a verb tells."""
    figure = Figure(item.mention, item.first, item.last, "date", None, None, subject, verb, "object")
    figure.measured, figure.about = measured, measured.phrase
    return figure


def _verb_event(sentence: Sentence, item: Dated, known: Gazetteer) -> Event | None:
    verb = None if item.verb is None else sentence.starting.get(item.verb)
    if verb is None or verb.lemma == "do" or (verb.lemma in SAYING and not _makes(sentence, verb)):
        return None
    if verb.lemma in STATIVE:
        return _state_event(sentence, item, verb, known)
    if _governs_amount(sentence, verb) or _is_of_object(sentence, item, verb):
        return None
    entry = None
    if sentence.tags[verb.last] in "pr":
        entry = known.dated.get(f"{verb.lemma} {sentence.norms[verb.last]}")
    entry = entry or known.dated.get(verb.lemma)
    subject = subject_of_verb(sentence, verb)
    numbered = sentence.tags[verb.last : verb.last + 2] == "d#"  # sent its first power
    theme = core_at(sentence, verb.last + 2 if numbered else verb.last)
    if subject is not None and entry is None and _happens(sentence, verb):  # the funeral was held on
        entry = known.event_noun(sentence, subject)
        found = Measured(entry.key if entry else lemma_of(sentence, subject), entry, subject)
    else:
        found = Measured(entry.key if entry else known.happening(verb.lemma), entry, subject or theme)
    return _of_verb(item, found, verb, subject), subject, theme


def _is_of_object(sentence: Sentence, item: Dated, verb: Verb) -> bool:
    """Tell whether a time is that of what something is done to: "adopted a budget for 2030", not "set the vote for 4 May"."""
    index = item.first - 1
    if index > verb.last and sentence.tags[index] == "d":
        index -= 1
    for_time = index > verb.last and sentence.norms[index] == "for" and sentence.tags[index - 1] in "nz#"
    return for_time and verb.lemma not in CALLING


def _makes(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb of saying tells what was made: "the prize was announced", "she wrote a novel"."""
    return verb.lemma in MAKING and (verb.passive or sentence.tags[verb.last : verb.last + 2] in ("dn", "dj", "du"))


def _state_event(sentence: Sentence, item: Dated, verb: Verb, known: Gazetteer) -> Event | None:
    """Read when a state began or ended: "has been treasurer since 2019", "owned the mill until 1981"."""
    mention, timex = item.mention, item.mention.timex
    ranges = mention.modifier is None and timex is not None and "/" in (timex.value or "")
    if not (ranges or limit_of(mention)) or _governs_amount(sentence, verb):
        return None
    theme = core_at(sentence, verb.last)
    if theme is None:
        return None
    subject = subject_of_verb(sentence, verb)
    if subject is None:
        return None
    name = lemma_of(sentence, theme) if verb.lemma == "be" else known.happening(verb.lemma)
    return _of_verb(item, Measured(name, None, subject), verb, subject), subject, theme


def _happens(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb only says that its subject is: "was held", "took place"."""
    if verb.lemma == "hold":
        return verb.passive
    return verb.lemma in HAPPENING or (verb.lemma == "take" and sentence.norms[verb.last : verb.last + 1] == ("place",))


def _noun_event(sentence: Sentence, item: Dated, known: Gazetteer) -> Event | None:
    """Read "her death in 1912", "Built: 2019", "the election on 22 May", "the election is on 22 May"."""
    phrase, verb, role, _, _ = left_of(sentence, item.first)
    owned = _owned(sentence, item.last) if sentence.tags[item.last : item.last + 1] == "'" else None
    if owned is not None:
        entry = known.event_noun(sentence, owned)
        if entry is None:
            return None
        after = owned.core + 1
        subject = core_at(sentence, after) if after < len(sentence.tags) else None
        return _of_noun(item, Measured(entry.key, entry, owned), owned), subject, None
    if phrase is not None:
        entry = known.event_noun(sentence, phrase)
        if entry is None and (role != "label" or lemma_of(sentence, phrase) in REPORTS):
            return _situated(sentence, item, known)
    elif verb is not None and verb.lemma == "be" and verb.last >= item.first - 2:
        phrase = subject_before(sentence, verb.first)
        if phrase is None:
            return None
        entry = known.event_noun(sentence, phrase)
    else:
        return _situated(sentence, item, known)
    return _noun_dated(sentence, item, Measured(entry.key if entry else lemma_of(sentence, phrase), entry, phrase))


def _noun_dated(sentence: Sentence, item: Dated, measured: Measured) -> Event:
    figure = relate(sentence, item.mention, item.first, item.last, "date")
    figure.measured, figure.about = measured, measured.phrase
    return figure, None, None


def _situated(sentence: Sentence, item: Dated, known: Gazetteer) -> Event | None:
    """Read an event that is said to be somewhere on the date: "the premiere was at the mill in Marn on 3 May"."""
    verb = None if item.verb is None else sentence.starting.get(item.verb)
    if verb is None or verb.lemma != "be" or _places().fullmatch(sentence.tags, verb.last, item.first) is None:
        return None
    phrase = subject_before(sentence, verb.first)
    entry = None if phrase is None else known.event_noun(sentence, phrase)
    return None if entry is None else _noun_dated(sentence, item, Measured(entry.key, entry, phrase))


@cache
def _places() -> re.Pattern[str]:
    return re.compile(r"(?:pd?[jnuzN]+)+p?")


def _owned(sentence: Sentence, clitic: int) -> NounPhrase | None:
    """Return what a date before a clitic has: "Saturday's sinking of the ferry"."""
    phrase = core_at(sentence, clitic + 1)
    return None if phrase is None else complemented(sentence, phrase)


def _governs_amount(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb's next phrase is an amount, or a noun with its amount: "made a profit of 5 crowns in 2029".

    The date then only says when the amount holds.
    """
    tags, last = sentence.tags, verb.last
    return "#" in tags[last : last + 9] and _amount_after().match(tags, last) is not None
