"""Which measure a figure has: the lexicon's entries, and an open fallback on nouns and verbs."""

from attrs import frozen

from claimcheck.claims.entries import MeasureEntry
from claimcheck.claims.gazetteer import Gazetteer
from claimcheck.claims.governors import COMPARISONS
from claimcheck.claims.phrases import NounPhrase, core_at, lemma_of, phrase_before, phrase_of
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of
from claimcheck.model import Mention
from claimcheck.model.internal import evolve, internal
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


@internal
class Measured:
    """What a figure measures: a measure, the lexicon's entry if there is one, and the phrase that names it.

    `change` tells that the figure is how far it rose or fell, not its level, where a noun or adjective says so;
    `exchanged` that the phrase is what changes hands for it.
    """

    measure: str
    entry: MeasureEntry | None
    phrase: NounPhrase | None
    change: Direction | None = None
    exchanged: bool = False


SAID = frozenset({"money", "time"})
"""Amounts that the name of a measure says with the verb that alone tells what was done: "money stolen", "time served"."""

TIMES = {"DURATION": "time", "SET": "set"}
AMOUNTS = {"number": "count", "ordinal": "order", "currency": "money", "ratio": "score"}
"""Kinds of amounts by the types of times and the kinds of quantities."""


@frozen
class Measures:
    """Tells what figures measure: by the lexicon's entries, else by the nouns and verbs around them."""

    known: Gazetteer
    changing: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    vague: frozenset[str]

    @classmethod
    def build(cls, lexicon: Lexicon, words: WordClasses) -> "Measures":
        """Index the lexicon's measures and the verbs that only state or change an amount."""
        groups = words.groups
        return cls(
            known=Gazetteer.build(lexicon),
            changing=groups["up"] | groups["down"] | groups["stating"] | groups["forecasting"],
            rising=groups["up"] | {"growth", "improvement"},
            falling=groups["down"] | {"reduction"},
            vague=frozenset[str]().union(*(groups[name] for name in VAGUE)) | {"have", "do"},
        )

    def find(self, sentence: Sentence, relation: Relation, amount: str) -> Measured | None:
        """Return what a figure measures, None where nothing around it says so."""
        if amount == "count" and relation.counted is not None:
            return self._of_count(sentence, relation, relation.counted)
        stated = self._stated(relation)
        found = (
            self._changed(sentence, relation)
            or self._known(sentence, relation, amount, stated)
            or self._open(sentence, relation, amount, stated)
        )
        if found is None:
            return self._apposed(sentence, relation) if amount == "age" else None
        if (found.measure == "age" or (relation.preposition == "at" and _bare(relation))) and _dies(sentence, relation):
            return evolve(found, measure="age at death", entry=self.known.named("age"))
        return found

    def _apposed(self, sentence: Sentence, relation: Relation) -> Measured | None:
        """Read an age between commas: "Ada Orme, 43, won"."""
        first = relation.first
        phrase = phrase_before(sentence, first - 1) if first > 1 and sentence.tags[first - 1] == "," else None
        return None if phrase is None else Measured("age", self.known.named("age"), phrase)

    def _changed(self, sentence: Sentence, relation: Relation) -> Measured | None:
        """Read "a 7 percent increase in sales", "a rise of 7 percent in sales", "sales were 7 percent lower"."""
        compared = None if relation.state is None else COMPARISONS.get(relation.state)
        if compared is not None and relation.subject is not None and relation.role == "copula":
            return self._level(sentence, relation.subject, compared)
        for phrase in (relation.measured, relation.counted):
            if phrase is None:
                continue
            change = self.change_of(lemma_of(sentence, phrase))
            if change is None:
                continue
            after = max(phrase.core, relation.last)
            inner = core_at(sentence, after + 1) if sentence.tags[after : after + 1] in ("p", "o") else None
            if inner is None and phrase.first < phrase.head:
                inner = phrase_of(phrase.first, phrase.head - 1, phrase.head)
            if inner is not None:
                return self._level(sentence, inner, change)
        return None

    def _level(self, sentence: Sentence, phrase: NounPhrase, change: Direction) -> Measured:
        entry = self.known.noun(sentence, phrase, None)
        return Measured(entry.key if entry else lemma_of(sentence, phrase), entry, phrase, change)

    def change_of(self, lemma: str) -> Direction | None:
        """Return the direction of a noun or verb of change."""
        return "up" if lemma in self.rising else "down" if lemma in self.falling else None

    def _of_count(self, sentence: Sentence, relation: Relation, counted: NounPhrase) -> Measured:
        head = lemma_of(sentence, counted)
        either = _alternatives(sentence, relation)
        if either is not None:
            return Measured(either, None, counted)
        known, margin, state = self.known, relation.measured, relation.state
        by_margin = None if margin is None or relation.preposition != "of" else known.noun(sentence, margin, "count")
        if by_margin is not None and (by_margin.key == "lead" or (head == by_margin.counts == "person")):
            return Measured(by_margin.key, by_margin, counted)
        by_state = None if state is None else known.state(state, "count")
        by_noun = known.noun(sentence, counted, "count")
        by_verb = known.phrase(sentence, relation, head) or known.verb(relation, "count")
        if by_state is not None or (by_verb is not None and (by_noun is None or by_noun.counts in PEOPLE)):
            found = by_state or by_verb
            assert found is not None
            return Measured(found.key, found, counted)
        if by_noun is not None and not (by_noun.counts in PEOPLE and self._done(relation)):
            return Measured(by_noun.key, by_noun, counted)
        return Measured(self._label(sentence, relation, counted), None, counted)

    def _done(self, relation: Relation) -> bool:
        """Tell whether some people are counted for what they did: "340 residents signed" is no population."""
        verb = relation.verb
        return verb is not None and relation.role == "subject" and verb.lemma not in (self.vague | BEING)

    def _label(self, sentence: Sentence, relation: Relation, counted: NounPhrase) -> str:
        """Name an open count by its noun and what is done to it: "patients enrolled", "soldiers remaining"."""
        noun = sentence.norms[counted.head]
        verb = relation.verb
        if verb is not None and verb.lemma not in self.vague:
            if relation.passive or (relation.role == "object" and relation.preposition is None):
                return f"{noun} {forms_of(verb.lemma)['participle']}"
            if relation.role == "subject" and sentence.tags[verb.last : verb.last + 1] not in tuple("dnN#s"):
                return f"{noun} {forms_of(verb.lemma)['gerund']}"
        clause = relation.clause
        if clause is not None and clause.lemma not in self.vague and clause.lemma != "age":
            return f"{noun} {forms_of(clause.lemma)['participle']}"
        return noun

    def _known(self, sentence: Sentence, relation: Relation, amount: str, stated: NounPhrase | None) -> Measured | None:
        """Look a bare count or an amount with a unit up: by state, noun before or after it, verb, subject."""
        known, state = self.known, relation.state
        found = None if state is None else known.state(state, amount)
        if found is not None:
            return Measured(found.key, found, relation.subject)
        found = self.known.exchange(relation, amount)
        if found is not None:
            return Measured(found.key, found, relation.measured or relation.subject, exchanged=True)
        for phrase in (relation.measured, relation.counted, relation.inside):
            found = None if phrase is None else known.noun(sentence, phrase, amount)
            if found is not None:
                return Measured(found.key, found, phrase)
        found = known.attributive.get(amount)
        whole = sentence.tags[relation.last : relation.last + 1] == "o"  # 30 tonnes of rye
        if found is not None and relation.counted is not None and relation.measured is None and not whole:
            return Measured(found.key, found, relation.counted)
        found = None if amount == "order" and relation.counted else known.verb(relation, amount)
        if found is not None:
            return Measured(found.key, found, relation.subject)
        if stated is not None:
            verb = relation.verb
            changes = verb is not None and (verb.lemma == "go" or self.change_of(verb.lemma))
            found = known.noun(sentence, stated, None if changes else amount)
        found = found or known.defaults.get(amount)
        return Measured(found.key, found, stated or relation.subject) if found else None

    def _open(self, sentence: Sentence, relation: Relation, amount: str, stated: NounPhrase | None) -> Measured | None:
        """Fall back on the noun around the figure, then on the verb."""
        lasts = amount == "time" and relation.verb_lemma == "take"  # the crew took nine hours
        for phrase in (relation.measured, relation.counted, None if lasts else stated):
            if phrase is not None and (
                sentence.tags[phrase.head] != "N" or (amount == "order" and phrase is relation.counted)
            ):
                if amount == "age":  # the mayor is 43 years old, a 43-year-old mayor
                    return Measured("age", self.known.named("age"), phrase)
                return Measured(lemma_of(sentence, phrase), None, phrase)
        if relation.verb is not None and relation.verb.lemma not in ("be", "have", "do"):
            passive = relation.verb.passive or (amount != "time" and (relation.passive or relation.role == "object"))
            name = forms_of(relation.verb.lemma)["participle"] if passive or amount in SAID else relation.verb.lemma
            return Measured(f"{amount} {name}" if amount in SAID else name, None, relation.subject)
        phrase = relation.measured or relation.counted or stated
        return Measured(amount, None, phrase) if phrase else None

    def _stated(self, relation: Relation) -> NounPhrase | None:
        """Return the subject of a verb that only states or changes an amount: "revenue was", "the toll rose to"."""
        verb = relation.verb
        if verb is None or relation.role not in ("object", "copula"):
            return None
        went = verb.lemma == "go" and relation.preposition == "by"  # went up by
        states = verb.lemma in self.changing and verb.lemma != "say"
        return relation.subject if went or states else None


def _bare(relation: Relation) -> bool:
    """Tell whether a figure has no noun, so that after "at" it may be an age: "died at 92"."""
    return relation.counted is None and relation.measured is None


def _dies(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether the clause of an age says that somebody died."""
    for verb in sentence.verbs:
        if verb.last <= relation.first and verb.lemma == "die":
            return CLAUSE_ENDS.isdisjoint(sentence.tags[verb.last : relation.first])
    return False


def _alternatives(sentence: Sentence, relation: Relation) -> str | None:
    """Return both participles of "26,000 were killed or maimed": it counts neither of the two alone."""
    verb = relation.verb if relation.role == "subject" else relation.clause
    if verb is None or not (verb.passive or verb is relation.clause):
        return None
    if sentence.tags[verb.last - 1 : verb.last + 2] not in EITHER or sentence.norms[verb.last] != "or":
        return None
    return f"{sentence.norms[verb.main]} or {sentence.norms[verb.last + 1]}"


def amount_kind(mention: Mention) -> str:
    """Return what kind of amount a mention is, in the words of `measures.toml`."""
    quantity = mention.quantity
    if quantity is None:
        return TIMES.get(mention.timex.timex_type, "date") if mention.timex else "date"
    if quantity.kind == "quantity":
        return quantity.dimension or "other"
    return AMOUNTS.get(quantity.kind, quantity.kind)
