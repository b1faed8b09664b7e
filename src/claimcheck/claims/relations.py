"""How a figure hangs in its sentence: the noun that it counts, the noun that it measures, the verb that governs it."""

from claimcheck.claims.agents import subject_of_verb
from claimcheck.claims.figures import Figure
from claimcheck.claims.governors import left_of
from claimcheck.claims.phrases import NounPhrase, core_at, phrase_after, phrase_of
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.model import Mention

THINKING = frozenset(
    {"say", "think", "believe", "insist", "argue", "warn", "add", "admit", "allege", "suggest", "fear", "claim", "mean"}
)
"""Verbs that take a clause rather than a thing as their object."""

SAYING = THINKING | {"report", "announce", "confirm", "state", "note", "estimate", "show", "reveal", "write", "hear"}
"""Verbs that take either."""


RIGHT = 24
"""How many tokens after a figure's noun its verb is looked for."""


SCALES = frozenset({"magnitude"})
"""Nouns beside a number that count nothing."""


INSERTING = frozenset({"including", "among", "most", "mostly", "mainly", "many", "some", "all"})
"""Words with which commas insert who is among those counted."""


REACH = 5
"""How many tokens after a mark or a relative pronoun the verb of its clause is looked for."""


COUNTS = frozenset({"count", "order"})
"""Amounts whose figure counts what comes after it, whatever that is."""

COUNTED = "onNuz-j'k"
"""Tags of what must come after any other figure that counts something: "of", a noun."""


def relate(sentence: Sentence, mention: Mention, first: int, last: int, amount: str) -> Figure:
    """Read the surroundings of a figure."""
    tag = sentence.tag[last]
    scale = _scale(sentence.norms, first, last) if amount == "count" else None
    if scale is not None:
        return Figure(mention, first, last, amount, None, scale, None, None, "none", None, None, None, False, None)
    counted = phrase_after(sentence, last + 1 if tag in "-'k" else last) if amount in COUNTS or tag in COUNTED else None
    end, after = (last, last) if counted is None else (counted.last, counted.core)
    noun, verb, role, preposition, compared = left_of(sentence, first)
    state = subject = clause = inside = None
    passive = False
    if sentence.tag[after] in "rjp":
        state, after = _state(sentence, after)
    state = compared or state
    if role == "none" or (
        (counted is not None or last in sentence.starting)
        and (_follows_a_mark(sentence, first) if role == "label" else noun is None and _says(verb, preposition))
    ):
        right, clause = _right(sentence, max(after, end))
        if right is not None and (verb is None or _governs(right, verb)):
            noun = preposition = None
            verb, role, passive = right, "subject", _is_passive(sentence, right)
            if state is None and sentence.tag[right.last] in "rjp":
                state, _ = _state(sentence, right.last)
    if verb is not None and role != "subject":
        subject = subject_of_verb(sentence, verb)
        if clause is None and counted is not None:
            clause = _clause(sentence, end)
    if counted is None and sentence.norms[last] == "in":
        inside = core_at(sentence, last + 1)
    return Figure(
        mention, first, last, amount, counted, noun, subject, verb, role, preposition, state, clause, passive, inside
    )


def _scale(norms: tuple[str, ...], first: int, last: int) -> NounPhrase | None:
    """Return the noun of a scale that a number is a degree of, beside it: "of magnitude 6.4", "a 6.4-magnitude quake"."""
    if norms[first - 1] in SCALES:
        return phrase_of(first - 1, first - 1, first)
    place = last + 1 if norms[last] == "-" else last
    return phrase_of(place, place, place + 1) if norms[place] in SCALES else None


def _follows_a_mark(sentence: Sentence, first: int) -> bool:
    """Tell whether a figure may be the subject of what follows: after a colon or dash."""
    return sentence.tags[:first].rstrip("dr")[-1:] in tuple(":–")


def _says(verb: Verb | None, preposition: str | None) -> bool:
    """Tell whether a figure may be the subject of what follows: after a verb of saying."""
    return preposition is None and verb is not None and verb.lemma in SAYING


def _governs(verb: Verb, before: Verb) -> bool:
    """Tell whether the verb after a phrase has it as its subject, not the verb before it as its object.

    A bare participle may modify the object: "confirmed 12 cases linked to the yard", but "said 12 men died".
    """
    return not verb.bare or before.lemma in THINKING


def _right(sentence: Sentence, end: int) -> tuple[Verb | None, Verb | None]:
    """Find the verb of which the phrase before `end` is the subject, and the verb of a relative clause between."""
    tag = sentence.tag
    index, clause = end, None
    while index < end + RIGHT:
        verb = sentence.starting.get(index)
        if verb is not None:
            return verb, clause
        if tag[index] == "w" and clause is None:
            clause = _clause(sentence, index)
            if clause is None:
                return None, None
            if sentence.starting.get(index + 1) is clause:
                return clause, None
            index = clause.last
            continue
        behind = _past_insertion(sentence, index) if tag[index] == "," else 0
        if behind:
            index = behind
            continue
        if tag[index] not in "rpoTdnNuzj0't-y#":
            break
        index += 1
    return None, clause


def _past_insertion(sentence: Sentence, comma: int) -> int:
    """Return where a sentence goes on behind what commas insert of those counted ("nine men, most of them sailors, died"), else 0."""
    tags = sentence.tags
    inserts = sentence.norms[comma + 1] in INSERTING or tags[comma + 1 : comma + 3] == "#o"
    closing = tags.find(",", comma + 1, comma + RIGHT) if inserts else -1
    return closing + 1 if closing > 0 and sentence.starting.get(closing + 1) is not None else 0


def _clause(sentence: Sentence, end: int) -> Verb | None:
    """Return the verb of the relative clause or participle that begins at a token."""
    tag = sentence.tag
    if tag[end] in "ef":
        return sentence.starting.get(end)
    if tag[end] not in "w,":
        return None
    begin = end + 2 if tag[end + 1] in "w," else end + 1
    for index in range(begin, begin + REACH):
        verb = sentence.starting.get(index)
        if verb is not None:
            return verb
    return None


def _state(sentence: Sentence, end: int) -> tuple[str | None, int]:
    """Return the adjective that stands after a figure, its noun or its verb, adverbs skipped, and where it ends."""
    tag = sentence.tag
    index = end
    while tag[index] == "r" and index < end + 3:
        if sentence.norms[index] in ("long", "far", "away"):
            return sentence.norms[index], index + 1
        index += 1
    if tag[index] == "j":
        return sentence.norms[index], index + 1
    if tag[index] == "p":
        norm = sentence.norms[index]
        if norm in ("aboard", "off", "from", "behind"):
            return norm, index + 1
        if norm in ("over", "above") and sentence.norms[index + 1 : index + 2] == ("budget",):
            return f"{norm} budget", index + 2
    return None, end


def _is_passive(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb's subject suffers it: a passive, or a bare participle that no object follows."""
    if verb.passive:
        return True
    return verb.bare and sentence.tag[verb.main] in "ef" and sentence.tag[verb.last] not in "dnNus#0Kj"
