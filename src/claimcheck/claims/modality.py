"""Whether a figure is asserted, expected, planned, asked for, supposed or denied."""

from collections.abc import Mapping

from attrs import frozen

from claimcheck.claims.figures import Figure
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons.inflection import singular
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
    {"agree", "decide", "estimate", "fear", "order", "need", "require", "call", "rule", "commit", "offer"}
)
"""Verbs of those groups that govern a figure without taking its factuality, unless an infinitive stands between."""


LINKS = 3
"""Verbs that are looked back over for the one whose auxiliaries another shares."""
BARRIERS = frozenset(";:.w")
"""Word classes over which verbs share no auxiliaries."""
NOUNS = frozenset("nzu")
"""Word classes of what may be a noun."""
NEGATIONS = frozenset({"not", "never"})
"""Words that negate a verb among whose auxiliaries they stand, beside the auxiliaries in -n't."""
CONJUNCTIONS = frozenset({"and", "or", "then", ","})

PERMITTED = frozenset({"notice"})
"""Measures of what a contract allows: "may end it on nine weeks' notice" says how long that notice is."""


@frozen
class Moods:
    """The modality that verbs, by lemma, give what they govern, the nouns of what is only intended, and what negates."""

    verbs: Mapping[str, Modality]
    intents: frozenset[str]
    negations: frozenset[str]

    @classmethod
    def of(cls, words: WordClasses) -> "Moods":
        """Take them from the word classes."""
        verbs: dict[str, Modality] = {
            lemma: modality for name, modality in reversed(GROUPS) for lemma in words.groups[name]
        }
        return cls(verbs, words.intents, NEGATIONS.union([word for word in words.tags if word.endswith("n't")]))

    def of_noun(self, norm: str) -> Modality | None:
        """Return the modality of what an infinitive after a noun tells: "plans to build 300 homes", "calls to hire 40"."""
        lemma = singular(norm)
        return "planned" if lemma in self.intents else self.verbs.get(lemma)


def mood_of(
    sentence: Sentence,
    figure: Figure,
    moods: Moods,
    basis: tuple[str, ...],
    measure: str | None,
    attribution: Attribution | None,
) -> tuple[Modality, Polarity]:
    """Return the modality and polarity that a figure's verb gives it, joined with what its attribution gives it."""
    verb, negative = figure.verb, False
    modality: Modality = "asserted"
    if verb is not None:
        norms, last = sentence.norms, verb.last
        negative = norms[last] == "not" or (not verb.bare and not moods.negations.isdisjoint(norms[verb.first : last]))
    if measure not in PERMITTED:
        if "forecast" in basis:
            modality = "forecast"
        elif "planned" in basis:
            modality = "planned"
        elif verb is not None:
            modality = _of_verb(sentence, verb, moods)
    if attribution is not None:
        if attribution.modality != "asserted":
            modality = attribution.modality
        if attribution.polarity == "negative":
            negative = not negative
    return modality, "negative" if negative else "positive"


def _of_verb(sentence: Sentence, verb: Verb, moods: Moods) -> Modality:
    norms = sentence.norms
    if norms[verb.main] == verb.lemma:
        verb = _leading(sentence, verb)
    first = verb.first
    if first < verb.main:
        meant = _meant(sentence, verb, moods) if sentence.tag[first] == "K" else None
        if meant is not None:
            return meant
        for norm in norms[first : verb.main]:
            if norm in MODALS:
                return MODALS[norm]
        if sentence.tag[first] == "b" and "K" in sentence.tags[first : verb.main]:
            return "planned"  # the aim was to open
    near = first - 6 if first > 6 else 0
    if "w" in sentence.tags[near:first] and "if" in norms[near:first]:
        return "hypothetical"
    if verb.bare and sentence.tag[verb.main] in "iv" and _is_instruction(sentence, verb, moods):
        return "requested"
    return "asserted" if verb.lemma in PAST_INTENTIONS else moods.verbs.get(verb.lemma, "asserted")


def _is_instruction(sentence: Sentence, verb: Verb, moods: Moods) -> bool:
    """Tell whether a verb tells somebody what to do: "Next step: raise the fee to 40", "we recommend raising the fee"."""
    if sentence.tag[verb.main] == "i":
        above = sentence.ending.get(verb.first)
        return above is not None and moods.verbs.get(above.lemma) == "requested"
    plain = sentence.tag[verb.main] == "v" and sentence.norms[verb.main] == verb.lemma
    return plain and sentence.tags[: verb.first].strip("–")[-1:] in ("", ":") and verb.first + 1 < len(sentence.tags)


def _meant(sentence: Sentence, verb: Verb, moods: Moods) -> Modality | None:
    """Return what the noun or verb that an infinitive depends on makes of it."""
    before = verb.first - 1
    if before >= 0 and sentence.tag[before] in NOUNS:
        meant = moods.of_noun(sentence.norms[before])
        if meant is not None:
            return meant
    above = _above(sentence, verb)
    if above is None:
        return None
    return "planned" if above.lemma in ("be", "set") else moods.verbs.get(above.lemma)


def _leading(sentence: Sentence, verb: Verb) -> Verb:
    """Return the verb with whose auxiliaries a plain form joined to it stands: "will open in May and employ 400"."""
    if not _is_joined(sentence, verb):
        return verb
    index = sentence.verbs.index(verb)
    for before in reversed(sentence.verbs[max(0, index - LINKS) : index]):
        if not BARRIERS.isdisjoint(sentence.tags[before.last : verb.first]):
            break
        helped = before.first < before.main or sentence.tags[before.first] == "K"
        if helped and sentence.norms[before.main] == before.lemma and not _is_joined(sentence, before):
            aside = sentence.norms[verb.first - 1] == "," and sentence.tags[before.first - 1 : before.first] == "w"
            return verb if aside else before  # "which will open in May, employ 400"
    return verb


def _is_joined(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb in its plain form, without auxiliaries, follows a conjunction; "to" may stand before it again."""
    if sentence.norms[verb.main] != verb.lemma or (verb.first < verb.main and sentence.tags[verb.first] != "K"):
        return False
    return verb.first > 0 and sentence.norms[verb.first - 1] in CONJUNCTIONS


def _above(sentence: Sentence, verb: Verb) -> Verb | None:
    """Return the verb that an infinitive depends on: "expected to open", "is to open"."""
    index = sentence.verbs.index(verb)
    if index == 0:
        return None
    before = sentence.verbs[index - 1]
    gap = sentence.tags[before.last : verb.first]
    return before if len(gap) <= 8 and not set(gap) & set(";:.w,") else None
