"""Which measure a figure has: the lexicon's entries, and an open fallback on nouns and verbs."""

from collections.abc import Mapping

from attrs import frozen

from claimcheck.claims.figures import Figure, Measured
from claimcheck.claims.gazetteer import Gazetteer
from claimcheck.claims.governors import COMPARISONS
from claimcheck.claims.phrases import NounPhrase, core_at, lemma_of, phrase_before, phrase_of
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of, singular
from claimcheck.model import Mention
from claimcheck.model.internal import evolve
from claimcheck.model.quantities import Direction

PEOPLE = frozenset({"person", "employee", "voter"})
"""What may itself be killed, hurt or arrested: the verb then says more than the noun."""

BEING = frozenset({"be", "work", "live", "remain", "stay", "reside", "die"})
"""Verbs that say no more of people than that they are there."""

VAGUE = ("up", "down", "stating", "forecasting", "planning", "requesting", "denying")
"""Groups of verbs that say nothing about what is counted."""

EITHER = frozenset(first + "c" + second for first in "ef" for second in "ef")
"""Two participles with a conjunction, as tags."""

CLAUSE_ENDS = frozenset(";:.w#")
"""Tags between which and a verb nothing belongs to it."""

GENERIC = frozenset({"person", "other", "total", "number", "figure", "life", "one", "more"})
"""Counted nouns that say no more than the measure does."""


SAID = frozenset({"money", "time"})
"""Amounts that the name of a measure says with the verb that alone tells what was done: "money stolen", "time served"."""

LASTING = frozenset({"take", "run"})
"""Verbs of changing amounts that say with a time how long their subject goes on: "the crew took nine hours"."""

TIMES = {"DURATION": "time", "SET": "set"}
AMOUNTS = {
    "number": "count", "ordinal": "order", "percent": "percent", "currency": "money", "age": "age",
    "temperature": "temperature", "ratio": "score", "score": "score",
}  # fmt: skip
"""Kinds of amounts by the types of times and the kinds of quantities; those of quantities with a unit are their dimensions."""


@frozen
class Measures:
    """Tells what figures measure: by the lexicon's entries, else by the nouns and verbs around them."""

    known: Gazetteer
    changing: frozenset[str]
    directions: Mapping[str, Direction]
    """Which way the verbs and nouns of change go."""
    vague: frozenset[str]

    @classmethod
    def build(cls, lexicon: Lexicon, words: WordClasses) -> "Measures":
        """Index the lexicon's measures and the verbs that only state or change an amount."""
        groups = words.groups
        falling: dict[str, Direction] = dict.fromkeys(groups["down"] | {"reduction"}, "down")
        rising: dict[str, Direction] = dict.fromkeys(groups["up"] | {"growth", "improvement"}, "up")
        return cls(
            known=Gazetteer.build(lexicon),
            changing=groups["up"] | groups["down"] | groups["stating"] | groups["forecasting"],
            directions=falling | rising,
            vague=frozenset[str]().union(*(groups[name] for name in VAGUE)) | {"have", "do"},
        )

    def find(self, sentence: Sentence, figure: Figure) -> Measured | None:
        """Return what a figure measures, None where nothing around it says so."""
        amount = figure.amount
        if amount == "count" and figure.counted is not None:
            return self._of_count(sentence, figure, figure.counted)
        stated = self._stated(figure)
        found = (
            self._changed(sentence, figure)
            or self._known(sentence, figure, amount, stated)
            or self._open(sentence, figure, amount, stated)
        )
        if found is None:
            return self._apposed(sentence, figure) if amount == "age" else None
        if (found.measure == "age" or (figure.preposition == "at" and _bare(figure))) and _dies(sentence, figure):
            return evolve(found, measure="age at death", entry=self.known.named("age"))
        return found

    def _apposed(self, sentence: Sentence, figure: Figure) -> Measured | None:
        """Read an age between commas: "Ada Orme, 43, won"."""
        first = figure.first
        phrase = phrase_before(sentence, first - 1) if first > 1 and sentence.tags[first - 1] == "," else None
        return None if phrase is None else Measured("age", self.known.named("age"), phrase)

    def _changed(self, sentence: Sentence, figure: Figure) -> Measured | None:
        """Read "a 7 percent increase in sales", "a rise of 7 percent in sales", "sales were 7 percent lower"."""
        compared = None if figure.state is None else COMPARISONS.get(figure.state)
        if compared is not None and figure.subject is not None and figure.role == "copula":
            return self._level(sentence, figure.subject, compared)
        for phrase in (figure.noun, figure.counted):
            if phrase is None:
                continue
            change = self.directions.get(singular(sentence.norms[phrase.head]))
            if change is None:
                continue
            after = max(phrase.core, figure.last)
            inner = core_at(sentence, after + 1) if sentence.tags[after : after + 1] in ("p", "o") else None
            if inner is None and phrase.first < phrase.head:
                inner = phrase_of(phrase.first, phrase.head - 1, phrase.head)
            if inner is not None:
                return self._level(sentence, inner, change)
        return None

    def _level(self, sentence: Sentence, phrase: NounPhrase, change: Direction) -> Measured:
        entry = self.known.noun(sentence, phrase, None)
        return Measured(entry.key if entry else lemma_of(sentence, phrase), entry, phrase, change)

    def _of_count(self, sentence: Sentence, figure: Figure, counted: NounPhrase) -> Measured:
        head = singular(sentence.norms[counted.head])
        either = _alternatives(sentence, figure)
        if either is not None:
            return Measured(either, None, counted)
        known, margin, state = self.known, figure.noun, figure.state
        by_margin = None if margin is None or figure.preposition != "of" else known.noun(sentence, margin, "count")
        if by_margin is not None and (by_margin.key == "lead" or (head == by_margin.counts == "person")):
            return Measured(by_margin.key, by_margin, counted)
        by_state = None if state is None else known.state(state, "count")
        by_noun = known.noun(sentence, counted, "count")
        by_verb = known.phrase(sentence, figure, head) or known.verb(figure, "count")
        if by_state is not None or (by_verb is not None and (by_noun is None or by_noun.counts in PEOPLE)):
            found = by_state or by_verb
            assert found is not None
            return Measured(found.key, found, counted)
        if by_noun is not None and not (by_noun.counts in PEOPLE and self._done(figure)):
            return Measured(by_noun.key, by_noun, counted)
        return Measured(self._label(sentence, figure, counted), None, counted)

    def _done(self, figure: Figure) -> bool:
        """Tell whether some people are counted for what they did: "340 residents signed" is no population."""
        verb = figure.verb
        return verb is not None and figure.role == "subject" and verb.lemma not in (self.vague | BEING)

    def _label(self, sentence: Sentence, figure: Figure, counted: NounPhrase) -> str:
        """Name an open count by its noun and what is done to it: "patients enrolled", "soldiers remaining"."""
        noun = sentence.norms[counted.head]
        verb = figure.verb
        if verb is not None and verb.lemma not in self.vague:
            if figure.passive or (figure.role == "object" and figure.preposition is None):
                return f"{noun} {forms_of(verb.lemma)['participle']}"
            if figure.role == "subject" and sentence.tag[verb.last] not in "dnN#s":
                return f"{noun} {forms_of(verb.lemma)['gerund']}"
        clause = figure.clause
        if clause is not None and clause.lemma not in self.vague and clause.lemma != "age":
            return f"{noun} {forms_of(clause.lemma)['participle']}"
        return noun

    def _known(self, sentence: Sentence, figure: Figure, amount: str, stated: NounPhrase | None) -> Measured | None:
        """Look a bare count or an amount with a unit up: by state, noun before or after it, verb, subject."""
        known, state = self.known, figure.state
        found = None if state is None else known.state(state, amount)
        if found is not None:
            return Measured(found.key, found, figure.subject)
        found = None if figure.preposition is None else known.exchange(figure, amount)
        if found is not None:
            return Measured(found.key, found, figure.noun or figure.subject, exchanged=True)
        for phrase in (figure.noun, figure.counted, figure.inside):
            found = None if phrase is None else known.noun(sentence, phrase, amount)
            if found is not None:
                return Measured(found.key, found, phrase)
        found = known.attributive.get(amount)
        whole = sentence.tag[figure.last] == "o"  # 30 tonnes of rye
        if found is not None and figure.counted is not None and figure.noun is None and not whole:
            return Measured(found.key, found, figure.counted)
        found = None if amount == "order" and figure.counted else known.verb(figure, amount)
        if found is not None:
            return Measured(found.key, found, figure.subject)
        if stated is not None:
            verb = figure.verb
            changes = verb is not None and (verb.lemma == "go" or verb.lemma in self.directions)
            found = known.noun(sentence, stated, amount) or (known.noun(sentence, stated, None) if changes else None)
        found = found or known.defaults.get(amount)
        return Measured(found.key, found, stated or figure.subject) if found else None

    def _open(self, sentence: Sentence, figure: Figure, amount: str, stated: NounPhrase | None) -> Measured | None:
        """Fall back on the noun around the figure, then on the verb."""
        verb = figure.verb
        lasts = amount == "time" and verb is not None and verb.lemma in LASTING
        for phrase in (figure.noun, figure.counted, None if lasts else stated):
            if phrase is not None and (
                sentence.tag[phrase.head] != "N" or (amount == "order" and phrase is figure.counted)
            ):
                if amount == "age":  # the mayor is 43 years old, a 43-year-old mayor
                    return Measured("age", self.known.named("age"), phrase)
                return Measured(lemma_of(sentence, phrase), None, phrase)
        if verb is not None and verb.lemma not in ("be", "have", "do"):
            passive = verb.passive or (amount != "time" and (figure.passive or figure.role == "object"))
            name = forms_of(verb.lemma)["participle"] if passive or amount in SAID else verb.lemma
            return Measured(f"{amount} {name}" if amount in SAID else name, None, figure.subject)
        phrase = figure.noun or figure.counted or stated
        if amount == "age" and figure.role == "copula":  # she is 43
            return Measured("age", self.known.named("age"), phrase)
        return Measured(amount, None, phrase) if phrase else None

    def _stated(self, figure: Figure) -> NounPhrase | None:
        """Return the subject of a verb that only states or changes an amount: "revenue was", "the toll rose to"."""
        verb = figure.verb
        if verb is None or figure.role not in ("object", "copula"):
            return None
        went = verb.lemma == "go" and figure.preposition == "by"  # went up by
        states = verb.lemma in self.changing and verb.lemma != "say"
        return figure.subject if went or states else None


def _bare(figure: Figure) -> bool:
    """Tell whether a figure has no noun, so that after "at" it may be an age: "died at 92"."""
    return figure.counted is None and figure.noun is None


def _dies(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the clause of an age says that somebody died."""
    for verb in sentence.verbs:
        if verb.last <= figure.first and verb.lemma == "die":
            return CLAUSE_ENDS.isdisjoint(sentence.tags[verb.last : figure.first])
    return False


def _alternatives(sentence: Sentence, figure: Figure) -> str | None:
    """Return both participles of "26,000 were killed or maimed": it counts neither of the two alone."""
    verb = figure.verb if figure.role == "subject" else figure.clause
    if verb is None or not (verb.passive or verb is figure.clause):
        return None
    if sentence.tags[verb.last - 1 : verb.last + 2] not in EITHER or sentence.norms[verb.last] != "or":
        return None
    return f"{sentence.norms[verb.main]} or {sentence.norms[verb.last + 1]}"


def amount_kind(mention: Mention) -> str:
    """Return what kind of amount a mention is, in the words of `measures.toml`."""
    quantity = mention.quantity
    if quantity is not None:
        return AMOUNTS.get(quantity.kind) or quantity.dimension or "other"
    return TIMES.get(mention.timex.timex_type, "date") if mention.timex else "date"
