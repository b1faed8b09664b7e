"""Whether a figure is asserted, expected, planned, asked for, supposed or denied."""

from collections.abc import Mapping

from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.claims.words import WordClasses
from claimcheck.model import Attribution, Modality, Polarity

MODALS: dict[str, Modality] = {
    "will": "forecast", "would": "forecast", "shall": "planned", "could": "hypothetical", "may": "hypothetical",
    "might": "hypothetical", "should": "requested", "must": "requested", "won't": "forecast", "wouldn't": "forecast",
    "we'll": "forecast", "they'll": "forecast", "it'll": "forecast", "i'll": "forecast", "he'll": "forecast",
    "she'll": "forecast", "'ll": "forecast",
}  # fmt: skip
GROUPS: tuple[tuple[str, Modality], ...] = (
    ("forecasting", "forecast"), ("planning", "planned"), ("requesting", "requested"), ("denying", "denied"),
)  # fmt: skip
PAST_INTENTIONS = frozenset(
    {"agree", "decide", "estimate", "fear", "order", "need", "require", "call", "rule", "commit"}
)
"""Verbs of those groups that govern a figure without taking its factuality, unless an infinitive stands between."""


PERMITTED = frozenset({"notice"})
"""Measures of what a contract allows: "may end it on nine weeks' notice" says how long that notice is."""


def moods(words: WordClasses) -> dict[str, Modality]:
    """Return the modality that verbs give what they govern."""
    return {lemma: modality for name, modality in reversed(GROUPS) for lemma in words.groups[name]}


def modality_of(
    sentence: Sentence,
    relation: Relation,
    moods: Mapping[str, Modality],
    basis: tuple[str, ...],
    measure: str | None,
) -> Modality:
    """Return the modality that a figure's verb, its auxiliaries and the verb above it give it."""
    if measure in PERMITTED:
        return "asserted"
    if basis and "forecast" in basis:
        return "forecast"
    if basis and "planned" in basis:
        return "planned"
    return "asserted" if relation.verb is None else _of_verb(sentence, relation.verb, moods)


def _of_verb(sentence: Sentence, verb: Verb, moods: Mapping[str, Modality]) -> Modality:
    first, norms = verb.first, sentence.norms
    if first < verb.main:
        above = _above(sentence, verb) if sentence.tags[first] == "K" else None
        if above is not None:
            if above.lemma in moods:
                return moods[above.lemma]
            if above.lemma in ("be", "set"):
                return "planned"
        for norm in norms[first : verb.main]:
            if norm in MODALS:
                return MODALS[norm]
    if "if" in norms[first - 6 if first > 6 else 0 : first]:
        return "hypothetical"
    return "asserted" if verb.lemma in PAST_INTENTIONS else moods.get(verb.lemma, "asserted")


def _above(sentence: Sentence, verb: Verb) -> Verb | None:
    """Return the verb that an infinitive depends on: "expected to open", "is to open"."""
    index = sentence.verbs.index(verb)
    if index == 0:
        return None
    before = sentence.verbs[index - 1]
    gap = sentence.tags[before.last : verb.first]
    return before if len(gap) <= 8 and not set(gap) & set(";:.w,") else None


def factuality(own: Modality, polarity: Polarity, attribution: Attribution) -> tuple[Modality, Polarity]:
    """Join a clause's own modality and polarity with what its attributions give it."""
    modality = attribution.modality if attribution.modality != "asserted" else own
    flipped = attribution.polarity == "negative"
    return modality, ("positive" if polarity == "negative" else "negative") if flipped else polarity


def polarity_of(sentence: Sentence, relation: Relation) -> Polarity:
    """Return "negative" where the figure's verb is negated."""
    verb = relation.verb
    if verb is None:
        return "positive"
    norms, last = sentence.norms, verb.last
    if not verb.bare:
        for norm in norms[verb.first : last]:
            if norm in ("not", "never") or norm.endswith("n't"):
                return "negative"
    return "negative" if last < len(norms) and norms[last] == "not" else "positive"
