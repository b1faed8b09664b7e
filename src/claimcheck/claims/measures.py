"""Which measure a figure has: the lexicon's entries, and an open fallback on nouns and verbs."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.claims.entries import MeasureEntry
from claimcheck.claims.phrases import NounPhrase, core_at
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of, singular
from claimcheck.lexicons.words import WordList
from claimcheck.model import Mention, Quantity, Timex
from claimcheck.model.quantities import Direction

PEOPLE = frozenset({"person", "employee", "voter"})
"""What may itself be killed, hurt or arrested: the verb then says more than the noun."""

VAGUE = ("up", "down", "stating", "forecasting", "planning", "requesting", "denying")
"""Groups of verbs that say nothing about what is counted."""

COMPARISONS: Mapping[str, Direction] = {
    "higher": "up", "greater": "up", "larger": "up", "longer": "up", "faster": "up", "older": "up", "more": "up",
    "lower": "down", "smaller": "down", "shorter": "down", "slower": "down", "fewer": "down", "less": "down", "cheaper": "down",
}  # fmt: skip

EITHER = frozenset(first + "c" + second for first in "ef" for second in "ef")
"""Two participles with a conjunction, as tags."""

GENERIC = frozenset({"person", "other", "total", "number", "figure", "life", "one", "more"})
"""Counted nouns that say no more than the measure does."""


@frozen
class Measured:
    """What a figure measures: a measure, the lexicon's entry if there is one, and the phrase that names it.

    `change` tells that the figure is how far it rose or fell, not its level, where a noun or adjective says so.
    """

    measure: str
    entry: MeasureEntry | None
    phrase: NounPhrase | None
    change: Direction | None = None


@frozen
class Measures:
    """Looks measures up by noun, verb and state."""

    nouns: Mapping[str, tuple[MeasureEntry, ...]]
    subject_verbs: Mapping[str, tuple[MeasureEntry, ...]]
    object_verbs: Mapping[str, tuple[MeasureEntry, ...]]
    states: Mapping[str, tuple[MeasureEntry, ...]]
    phrases: Mapping[str, tuple[MeasureEntry, ...]]
    defaults: Mapping[str, MeasureEntry]
    attributive: Mapping[str, MeasureEntry]
    changing: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    vague: frozenset[str]
    bases: Mapping[str, str]

    @classmethod
    def build(cls, lexicon: Lexicon, words: WordClasses) -> "Measures":
        """Index the lexicon's measures."""
        entries = lexicon.entries("measures", MeasureEntry)
        groups = words.groups
        return cls(
            nouns=_index(entries, "nouns"),
            subject_verbs=_index(entries, "subject_verbs"),
            object_verbs=_index(entries, "object_verbs"),
            states=_index(entries, "states"),
            phrases=_index(entries, "phrases"),
            defaults={amount: entry for entry in entries if entry.default for amount in entry.amounts},
            attributive={amount: entry for entry in entries if entry.attributive for amount in entry.amounts},
            changing=groups["up"] | groups["down"] | groups["stating"] | groups["forecasting"],
            rising=groups["up"] | {"growth", "improvement"},
            falling=groups["down"] | {"reduction"},
            vague=frozenset[str]().union(*(groups[name] for name in VAGUE)) | {"have", "do"},
            bases={word: entry.key for entry in lexicon.entries("bases", WordList) for word in entry.words},
        )

    def find(self, sentence: Sentence, relation: Relation, amount: str) -> Measured | None:
        """Return what a figure measures, None where nothing around it says so."""
        if amount == "count" and relation.counted is not None:
            return self._of_count(sentence, relation, relation.counted)
        return (
            self._changed(sentence, relation)
            or self._known(sentence, relation, amount)
            or self._open(sentence, relation, amount)
        )

    def _changed(self, sentence: Sentence, relation: Relation) -> Measured | None:
        """Read "a 7 percent increase in sales", "a rise of 7 percent in sales", "sales were 7 percent lower"."""
        compared = COMPARISONS.get(relation.state or "")
        if compared is not None and relation.subject is not None and relation.role == "copula":
            return self._level(sentence, relation.subject, compared)
        for phrase in (relation.measured, relation.counted):
            change = None if phrase is None else self.change_of(lemma_of(sentence, phrase))
            if phrase is None or change is None:
                continue
            after = max(phrase.core, relation.last)
            inner = core_at(sentence, after + 1) if sentence.tags[after : after + 1] in ("p", "o") else None
            if inner is None and phrase.first < phrase.head:
                inner = NounPhrase(phrase.first, phrase.head - 1, phrase.head, phrase.head)
            if inner is not None:
                return self._level(sentence, inner, change)
        return None

    def _level(self, sentence: Sentence, phrase: NounPhrase, change: Direction) -> Measured:
        entry = self._noun(sentence, phrase, None)
        return Measured(entry.key if entry else lemma_of(sentence, phrase), entry, phrase, change)

    def change_of(self, lemma: str) -> Direction | None:
        """Return the direction of a noun or verb of change."""
        return "up" if lemma in self.rising else "down" if lemma in self.falling else None

    def basis_of(
        self, sentence: Sentence, relation: Relation, words: Sequence[str], quantity: Quantity | None
    ) -> tuple[str, ...]:
        """Return what kinds of figure it is, by the words of its phrases and next to it."""
        first, last = max(0, relation.first - 2), min(len(sentence.tags), relation.last + 2)
        near = (*sentence.norms(first, relation.first), *sentence.norms(relation.last, last))
        found = {self.bases[word] for word in (*words, *near) if word in self.bases}
        if relation.preposition in ("up", "down") and relation.verb is None:
            found.add("change")
        if quantity is not None:
            if quantity.role in ("by", "factor"):
                found.add("change")
            if quantity.per is not None:
                found.add("per-unit")
        return tuple(sorted(found))

    def event(self, lemma: str) -> MeasureEntry | None:
        """Return the dated event that a verb names."""
        found = (*self.object_verbs.get(lemma, ()), *self.subject_verbs.get(lemma, ()))
        return next((entry for entry in found if "date" in entry.amounts), None)

    def event_named(self, key: str) -> MeasureEntry | None:
        """Return the dated event of a key."""
        return next((entry for entry in self.nouns.get(key, ()) if entry.key == key), None)

    def event_noun(self, sentence: Sentence, phrase: NounPhrase) -> MeasureEntry | None:
        """Return the dated event that a noun phrase names."""
        return self._noun(sentence, phrase, "date")

    def _of_count(self, sentence: Sentence, relation: Relation, counted: NounPhrase) -> Measured:
        head = lemma_of(sentence, counted)
        either = _alternatives(sentence, relation)
        if either is not None:
            return Measured(either, None, counted)
        by_state = self._state(relation, "count")
        by_noun = self._noun(sentence, counted, "count")
        by_verb = self._phrase(relation, head) or self._verb(relation, "count")
        if by_state is not None or (by_verb is not None and (by_noun is None or by_noun.counts in PEOPLE)):
            found = by_state or by_verb
            assert found is not None
            return Measured(found.key, found, counted)
        if by_noun is not None:
            return Measured(by_noun.key, by_noun, counted)
        return Measured(self._label(sentence, relation, counted), None, counted)

    def _label(self, sentence: Sentence, relation: Relation, counted: NounPhrase) -> str:
        """Name an open count by its noun and what is done to it: "patients enrolled", "soldiers remaining"."""
        noun = sentence.norm(counted.head)
        verb = relation.verb
        if verb is not None and verb.lemma not in self.vague:
            if relation.passive or (relation.role == "object" and relation.preposition is None):
                return f"{noun} {forms_of(verb.lemma)['participle']}"
            if relation.role == "subject" and sentence.tags[verb.last : verb.last + 1] not in tuple("dnN#s"):
                return f"{noun} {forms_of(verb.lemma)['gerund']}"
        clause = relation.clause
        if clause is not None and clause.lemma not in self.vague:
            return f"{noun} {forms_of(clause.lemma)['participle']}"
        return noun

    def _known(self, sentence: Sentence, relation: Relation, amount: str) -> Measured | None:
        """Look a bare count or an amount with a unit up: by state, noun before or after it, verb, subject."""
        found = self._state(relation, amount)
        if found is not None:
            return Measured(found.key, found, relation.subject)
        for phrase in (relation.measured, relation.counted, relation.inside):
            found = self._noun(sentence, phrase, amount)
            if found is not None:
                return Measured(found.key, found, phrase)
        found = self.attributive.get(amount)
        if found is not None and relation.counted is not None and relation.measured is None:
            return Measured(found.key, found, relation.counted)
        found = self._verb(relation, amount)
        if found is not None:
            return Measured(found.key, found, relation.subject)
        phrase = self._stated(relation)
        changes = phrase is not None and relation.verb is not None and self.change_of(relation.verb.lemma) is not None
        found = self._noun(sentence, phrase, None if changes else amount) or self.defaults.get(amount)
        return Measured(found.key, found, phrase or relation.subject) if found else None

    def _open(self, sentence: Sentence, relation: Relation, amount: str) -> Measured | None:
        """Fall back on the noun around the figure, then on the verb."""
        for phrase in (relation.measured, relation.counted, self._stated(relation)):
            if phrase is not None and sentence.tags[phrase.head] not in "N":
                return Measured(lemma_of(sentence, phrase), None, phrase)
        if relation.verb is not None and relation.verb.lemma not in ("be", "have", "do"):
            passive = amount != "time" and (relation.passive or relation.role == "object")
            name = forms_of(relation.verb.lemma)["participle"] if passive else relation.verb.lemma
            return Measured(name, None, relation.subject)
        phrase = relation.measured or relation.counted or self._stated(relation)
        return Measured(amount, None, phrase) if phrase else None

    def _stated(self, relation: Relation) -> NounPhrase | None:
        """Return the subject of a verb that only states or changes an amount: "revenue was", "the toll rose to"."""
        verb = relation.verb
        if verb is None or relation.role not in ("object", "copula") or verb.lemma not in self.changing:
            return None
        return relation.subject

    def _noun(self, sentence: Sentence, phrase: NounPhrase | None, amount: str | None) -> MeasureEntry | None:
        """Return the entry that a phrase names and that admits an amount; any amount if it is None."""
        if phrase is None:
            return None
        for key in noun_keys(sentence, phrase):
            for entry in self.nouns.get(key, ()):
                if (amount is None and "date" not in entry.amounts) or (amount and entry.admits(amount)):
                    return entry
        return None

    def _verb(self, relation: Relation, amount: str) -> MeasureEntry | None:
        for verb, suffers in _frames(relation):
            index = self.object_verbs if suffers else self.subject_verbs
            for entry in index.get(verb, ()) or (
                self.subject_verbs.get(verb, ()) if relation.role == "subject" else ()
            ):
                if entry.admits(amount):
                    return entry
        return None

    def _phrase(self, relation: Relation, head: str) -> MeasureEntry | None:
        verb = relation.verb
        found = self.phrases.get(f"{verb.lemma} {head}", ()) if verb else ()
        return found[0] if found else None

    def _state(self, relation: Relation, amount: str) -> MeasureEntry | None:
        for entry in self.states.get(relation.state or "", ()):
            if entry.admits(amount):
                return entry
        return None


def _alternatives(sentence: Sentence, relation: Relation) -> str | None:
    """Return both participles of "26,000 were killed or maimed": it counts neither of the two alone."""
    verb = relation.verb if relation.role == "subject" else relation.clause
    if verb is None or not (verb.passive or verb is relation.clause):
        return None
    if sentence.tags[verb.last - 1 : verb.last + 2] not in EITHER or sentence.norm(verb.last) != "or":
        return None
    return f"{sentence.norm(verb.main)} or {sentence.norm(verb.last + 1)}"


def _frames(relation: Relation) -> Iterator[tuple[str, bool]]:
    """Yield the verbs around a figure, each with whether what is counted suffers what it says."""
    verb = relation.verb
    if verb is not None and relation.role == "subject":
        yield verb.lemma, relation.passive
    elif (
        verb is not None and relation.preposition in (None, "in", "to", "by", "at", "for") and relation.role == "object"
    ):
        yield verb.lemma, True
    if relation.clause is not None:
        yield relation.clause.lemma, relation.clause.passive or relation.clause.bare
        yield relation.clause.lemma, False


def _index(entries: Sequence[MeasureEntry], name: str) -> Mapping[str, tuple[MeasureEntry, ...]]:
    found: dict[str, tuple[MeasureEntry, ...]] = {}
    for entry in entries:
        for word in getattr(entry, name):
            found[word] = (*found.get(word, ()), entry)
    return found


def lemma_of(sentence: Sentence, phrase: NounPhrase) -> str:
    """Return the lemma of a phrase's head noun."""
    return singular(sentence.norm(phrase.head))


def noun_keys(sentence: Sentence, phrase: NounPhrase) -> Iterator[str]:
    """Yield the last three, two and one words of a phrase, the head as a lemma, then as written."""
    norms = sentence.norms(phrase.first, phrase.head + 1)
    head = lemma_of(sentence, phrase)
    for count in (3, 2, 1):
        if len(norms) >= count:
            yield " ".join((*norms[-count:-1], head))
    if norms and norms[-1] != head:
        yield norms[-1]


def amount_kind(mention: Mention) -> str:
    """Return what kind of amount a mention is, in the words of `measures.toml`."""
    value = mention.value
    if isinstance(value, Timex):
        return {"DURATION": "time", "SET": "set"}.get(value.timex_type, "date")
    if value.kind == "quantity":
        return value.dimension or "other"
    return {"number": "count", "ordinal": "order", "currency": "money", "ratio": "score"}.get(value.kind, value.kind)
