"""The lexicon's measures, looked up by the noun, verb, adjective or phrase that names them."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.claims.entries import MeasureEntry
from claimcheck.claims.figures import Figure
from claimcheck.claims.phrases import NounPhrase, core_at, lemma_of
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of, singular
from claimcheck.lexicons.words import WordList

EXPECTING = frozenset({"guidance", "forecast", "estimate", "target", "expectation", "outlook", "projection"})
"""Nouns that say only how sure the amount is that the noun before them names."""

Index = Mapping[str, tuple[MeasureEntry, ...]]


@frozen
class Gazetteer:
    """The entries of `measures.toml` by what names them; `heads` are the last words of `nouns`, `acting` all the verbs.

    `dated` are the dated events by verb, `events` the nouns for what a verb tells that no entry has.
    """

    nouns: Index
    heads: frozenset[str]
    subject_verbs: Index
    object_verbs: Index
    exchange_verbs: Index
    prepositions: Index
    acting: frozenset[str]
    states: Index
    phrases: Index
    phrased: frozenset[str]
    defaults: Mapping[str, MeasureEntry]
    attributive: Mapping[str, MeasureEntry]
    dated: Mapping[str, MeasureEntry]
    events: Mapping[str, str]

    @classmethod
    def build(cls, lexicon: Lexicon) -> "Gazetteer":
        """Index the lexicon's measures."""
        entries = lexicon.entries("measures", MeasureEntry)
        named = {verb: entry.key for entry in lexicon.entries("event_nouns", WordList) for verb in entry.words}
        verbs = {entry.key: entry.words for entry in lexicon.entries("verbs", WordList)}
        subject_verbs, object_verbs = _index(entries, "subject_verbs"), _index(entries, "object_verbs")
        return cls(
            nouns=_index(entries, "nouns"),
            heads=frozenset(noun.rpartition(" ")[2] for entry in entries for noun in entry.nouns),
            subject_verbs=subject_verbs,
            object_verbs=object_verbs,
            exchange_verbs=_index(entries, "exchange_verbs"),
            prepositions=_index(entries, "prepositions"),
            acting=frozenset(subject_verbs | object_verbs),
            states=_index(entries, "states"),
            phrases=_index(entries, "phrases"),
            phrased=frozenset(phrase.partition(" ")[0] for entry in entries for phrase in entry.phrases),
            defaults={amount: entry for entry in entries for amount in entry.default},
            attributive={amount: entry for entry in entries for amount in entry.attributive},
            dated=_dated(entries),
            events={verb: verb for verb in verbs["nouns_too"]} | named,
        )

    def noun(self, sentence: Sentence, phrase: NounPhrase, amount: str | None) -> MeasureEntry | None:
        """Return the entry that a phrase names and that admits an amount; any but a date if it is None."""
        norms, first, last = sentence.norms, phrase.first, phrase.head
        head = singular(norms[last])
        if head in EXPECTING and first < last:  # revenue guidance
            last -= 1
            head = singular(norms[last])
        if head not in self.heads and norms[last] not in self.heads:
            return None
        for key in (head, norms[last]) if first == last else _noun_keys(norms[first : last + 1], head):
            for entry in self.nouns.get(key, ()):
                if (amount is None and "date" not in entry.amounts) or (amount and entry.admits(amount)):
                    return entry
        return None

    def verb(self, figure: Figure, amount: str) -> MeasureEntry | None:
        """Return the entry that the verbs around a figure name."""
        governing, clause = figure.verb, figure.clause
        if (governing is None or governing.lemma not in self.acting) and (
            clause is None or clause.lemma not in self.acting
        ):
            return None
        for verb, suffers in _frames(figure):
            index = self.object_verbs if suffers else self.subject_verbs
            for entry in index.get(verb, ()) or (self.subject_verbs.get(verb, ()) if figure.role == "subject" else ()):
                if entry.admits(amount):
                    return entry
        return None

    def exchange(self, figure: Figure, amount: str) -> MeasureEntry | None:
        """Return the entry of what something changes hands for or is worth: "sold the mill for $5m", "worth $40"."""
        preposition, verb = figure.preposition, figure.verb
        entries = self.prepositions.get(preposition or "", ())
        if preposition == "for" and verb is not None:
            entries = self.exchange_verbs.get(verb.lemma, ())
        for entry in entries:
            if entry.admits(amount):
                return entry
        return None

    def phrase(self, sentence: Sentence, figure: Figure, head: str) -> MeasureEntry | None:
        """Return the entry that a verb with its object names: "claimed 35 lives", "35 took part"."""
        verb = figure.verb
        if verb is None or verb.lemma not in self.phrased:
            return None
        if figure.role == "subject":
            found = self.phrases.get(f"{verb.lemma} {sentence.norms[verb.last]}", ())  # fell ill, were confirmed with
            if found:
                return found[0]
            theme = core_at(sentence, verb.last)
            head = "" if theme is None else lemma_of(sentence, theme)
        found = self.phrases.get(f"{verb.lemma} {head}", ())
        return found[0] if found else None

    def state(self, adjective: str, amount: str) -> MeasureEntry | None:
        """Return the entry that the adjective after a figure names: "35 dead"."""
        for entry in self.states.get(adjective, ()):
            if entry.admits(amount):
                return entry
        return None

    def happening(self, lemma: str) -> str:
        """Return the noun for what a verb tells: "conviction", "visit", "reading"."""
        return self.events.get(lemma) or forms_of(lemma)["gerund"]

    def named(self, key: str) -> MeasureEntry | None:
        """Return the entry of a key that is also its noun."""
        return next((entry for entry in self.nouns.get(key, ()) if entry.key == key), None)

    def event_noun(self, sentence: Sentence, phrase: NounPhrase) -> MeasureEntry | None:
        """Return the dated event that a noun phrase names."""
        return self.noun(sentence, phrase, "date")


def _frames(figure: Figure) -> Iterator[tuple[str, bool]]:
    """Yield the verbs around a figure, each with whether what is counted suffers what it says."""
    verb = figure.verb
    if verb is not None and figure.role == "subject":
        yield verb.lemma, figure.passive
    elif verb is not None and figure.preposition in (None, "in", "to", "by", "at", "for") and figure.role == "object":
        yield verb.lemma, True
    if figure.clause is not None and figure.clause.lemma != "age":  # 40 adults aged 60
        yield figure.clause.lemma, figure.clause.passive or figure.clause.bare
        yield figure.clause.lemma, False


def _index(entries: Sequence[MeasureEntry], name: str) -> dict[str, tuple[MeasureEntry, ...]]:
    found: dict[str, tuple[MeasureEntry, ...]] = {}
    for entry in entries:
        for word in getattr(entry, name):
            found[word] = (*found.get(word, ()), entry)
    return found


def _dated(entries: Sequence[MeasureEntry]) -> dict[str, MeasureEntry]:
    """Index the dated events by verb, the first one of what is done before the first one of who does it."""
    found: dict[str, MeasureEntry] = {}
    for name in ("object_verbs", "subject_verbs"):
        for entry in entries:
            if "date" in entry.amounts:
                for verb in getattr(entry, name):
                    found.setdefault(verb, entry)
    return found


def _noun_keys(norms: tuple[str, ...], head: str) -> Iterator[str]:
    """Yield the last three, two and one words of a phrase of several, the head as a lemma, then as written."""
    joined = norms[-2:-1] == ("-",)  # the farm-gate price is no crowd
    for count in (3, 2, 1):
        if len(norms) >= count and not (joined and count == 1):
            yield " ".join((*norms[-count:-1], head))
    if norms[-1] != head and not joined:
        yield norms[-1]
