"""What governs a figure from its left: the verb or the noun before it."""

from collections.abc import Mapping
from typing import Literal

from claimcheck.claims.phrases import (
    QUANTIFIERS,
    NounPhrase,
    complemented,
    core_at,
    counted_inside,
    phrase_before,
    subject_before,
    whole_before,
)
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.model.quantities import Direction

Role = Literal["subject", "object", "copula", "label", "none"]

COMPARISONS: Mapping[str, Direction] = {
    "higher": "up", "greater": "up", "larger": "up", "longer": "up", "faster": "up", "older": "up", "more": "up",
    "lower": "down", "smaller": "down", "shorter": "down", "slower": "down", "fewer": "down", "less": "down", "cheaper": "down",
}  # fmt: skip
"""Comparatives that say which way an amount differs."""


GIVING = frozenset({"give", "take", "cost", "pay", "send", "offer", "owe", "lend", "award", "save", "grant", "earn"})
"""Verbs with two objects, of which the first is no measure of the second: "it took the crew nine hours"."""


RANGING = frozenset({"between", "about", "around", "over", "under", "up", "to"})
"""Prepositions that may stand before a figure after another one."""


PLACING = frozenset({"at", "in", "on", "aboard", "near"})
"""Prepositions that say where something is done: "taught at the school for nine years"."""


Left = tuple[NounPhrase | None, Verb | None, Role, str | None, str | None]
"""The noun that a figure is the amount of, its verb, its place with it, the preposition or adjective between: the
`measured`, `verb`, `role`, `preposition` and `state` of its `Figure`."""

NOTHING: Left = (None, None, "none", None, None)


def left_of(sentence: Sentence, first: int) -> Left:
    """Find what governs a figure from its left."""
    tags = sentence.tags
    index = first - 1
    tag = sentence.tag[index]
    if tag in "dr":
        index = len(tags[:first].rstrip("dr")) - 1
        tag = tags[index]
    verb = sentence.ending.get(index + 1)
    if verb is not None:
        return None, verb, "copula" if verb.lemma == "be" and tags[verb.main] == "b" else "object", None, None
    if tag in "poT":
        return _prepositional(sentence, index)
    if tag == "|":
        return core_at(sentence, 1 if tags[0] == "|" else 0), None, "label", None, None
    if tag in ":(" or (tag == "–" and index > 0) or (tag == "," and _follows_its_label(tags, index)):
        return _labelling(sentence, index), None, "label", None, None
    if tag == "," and tags[0] == "|" and "|" in tags[1:index]:  # another figure in a cell
        return core_at(sentence, 1), None, "label", None, None
    if tag == ")":
        opened = tags.rfind("(", 0, index)
        before = phrase_before(sentence, opened) if opened > 0 else None
        return (before, None, "label", None, None) if before and before.first == 0 else NOTHING
    if tag == "s" and index > 0:
        verb = sentence.ending.get(index)
        return (None, verb, "object", None, None) if verb else NOTHING
    return _adjacent(sentence, index + 1) if tag in "nNjuz0'" else NOTHING


def _follows_its_label(tags: str, comma: int) -> bool:
    """Tell whether all between a comma and the bracket or semicolon before it is a label: "(relative risk, 0.62)"."""
    before = tags[:comma].rstrip("nNjuz0#-")
    return len(before) < comma and before[-1:] in ("(", ";") and "(" in before


def _labelling(sentence: Sentence, end: int) -> NounPhrase | None:
    """Return the noun of a label: the first one of a line up to a colon, else the one just before a mark."""
    opening = core_at(sentence, 0) if sentence.tags[end] == ":" else None
    if opening is not None and complemented(sentence, opening).last == end:
        return opening
    return phrase_before(sentence, end) or subject_before(sentence, end) or opening


def _adjacent(sentence: Sentence, end: int) -> Left:
    """Find what governs a figure that stands right after a noun phrase: "raised output 5 percent", "Turnout 41%"."""
    tags = sentence.tags
    before = phrase_before(sentence, end)
    if before is None or tags[: before.first] == "pd":  # In this trial ten men
        return NOTHING
    verb = sentence.ending.get(len(tags[: before.first].rstrip("dr")))
    if verb is not None:
        return None if verb.lemma in GIVING else before, verb, "object", None, None
    return before, None, "label" if before.first == 0 else "none", None, None


def _prepositional(sentence: Sentence, index: int) -> Left:
    """Find the verb or noun before a preposition, over other figures: "climbed 9 percent to 428", "revenue of 5"."""
    tag = sentence.tag
    if index and sentence.norms[index] in RANGING and tag[index - 1] in "poT":  # sales of between 3 and 4
        index -= 1
    preposition = sentence.norms[index]
    before = index - 1
    while before >= 0 and tag[before] in "#yrt(":
        before -= 1
        if before >= 1 and tag[before] in "poT" and tag[before - 1] not in "nNuzj'":
            before -= 1
    if before < 0:
        return None, None, "none", preposition, None
    if sentence.norms[before] in ("up", "down") and sentence.ending.get(before) is not None:  # went up by
        before -= 1
    verb = sentence.ending.get(before + 1)
    if verb is not None:
        return None, verb, "object", preposition, None
    if tag[before] == "s" and before in sentence.ending:  # followed them for 18 months
        return None, sentence.ending[before], "object", preposition, None
    verb = sentence.ending.get(before) if preposition == "by" and tag[before] == "j" else None
    if verb is not None and verb.lemma == "be" and sentence.norms[before] in COMPARISONS:
        return None, verb, "copula", preposition, sentence.norms[before]  # was shorter by
    return _nominal(sentence, before + 1, preposition)


def _nominal(sentence: Sentence, end: int, preposition: str) -> Left:
    """Find the noun that ends before a token and that a figure after a preposition is the amount of."""
    tags = sentence.tags
    noun = phrase_before(sentence, end) if tags[end - 1] in "nNuzj0" else None
    if noun is None:
        return None, None, "none", preposition, None
    if preposition != "of":
        noun = counted_inside(sentence, whole_before(sentence, noun))
        placed = _placing(sentence, noun)
        if placed is not None:
            return None, placed, "object", preposition, None
    before = len(tags[: noun.first].rstrip("dr"))
    verb = sentence.ending.get(before)
    named = None if sentence.norms[noun.head] in QUANTIFIERS else noun
    if named is None and preposition == "of" and tags[before - 1 : before] == "T" and noun.first == noun.head:
        return _prepositional(sentence, before - 1)  # raised its guidance to a range of
    return named, verb, "object", preposition, None


def _placing(sentence: Sentence, noun: NounPhrase) -> Verb | None:
    """Return the verb that a phrase only says the place of, so that an amount after it belongs to the verb."""
    index = len(sentence.tags[: noun.first].rstrip("d")) - 1
    placing = index > 0 and sentence.tags[index] == "p" and sentence.norms[index] in PLACING
    return sentence.ending.get(index) if placing else None
