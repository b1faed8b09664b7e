"""The scope of a figure: what its words, names and verbs say that it is about."""

from collections.abc import Sequence

from claimcheck.claims.bases import Bases
from claimcheck.claims.governors import COMPARISONS
from claimcheck.claims.measures import GENERIC, Measured, Measures
from claimcheck.claims.phrases import NounPhrase, core_at, lemma_of
from claimcheck.claims.places import Places, place_of
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons.inflection import singular
from claimcheck.model import Quantity, Scope
from claimcheck.model.internal import internal
from claimcheck.model.quantities import Direction

CONTENT = frozenset("njuzefi0")
"""Tags of words with a meaning of their own; names are kept apart."""

COUNTING = frozenset({"put", "estimate", "count", "reckon", "calculate"})
"""Verbs whose subject says how many there are, and has none of them."""

PART_NOUNS = frozenset({"which", "them", "those", "these", "whom"})


@internal
class Surroundings:
    """What lies around one figure; `phrases` say what it is about, `places` are those of its sentence."""

    sentence: Sentence
    relation: Relation
    measured: Measured | None
    amount: str
    places: Places
    phrases: tuple[NounPhrase, ...]

    @classmethod
    def of(
        cls, sentence: Sentence, relation: Relation, measured: Measured | None, amount: str, places: Places
    ) -> "Surroundings":
        """Gather the phrases around a figure, without repetition."""
        phrases: dict[int, NounPhrase] = {}
        for phrase in (measured.phrase if measured else None, relation.counted, relation.measured):
            if phrase is not None:
                phrases[phrase.first] = phrase
        return cls(sentence, relation, measured, amount, places, tuple(phrases.values()))

    def names(self, phrases: Sequence[NounPhrase | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the canonical names in some phrases, and the others of the sentence."""
        named = self.sentence.names
        if not named:
            return (), ()
        close: dict[str, None] = {}
        for phrase in phrases:
            if phrase is not None:
                first, last = phrase.first, phrase.last
                for begin, end, name in named:
                    if begin < last and first < end:
                        close[name.canonical] = None
        others = {name.canonical: None for _, _, name in named if name.canonical not in close}
        return tuple(close), tuple(others)

    def words(self, phrases: Sequence[NounPhrase]) -> tuple[str, ...]:
        """Return the lemmas of the words of some phrases beside their heads, names left out."""
        tags, norms = self.sentence.tags, self.sentence.norms
        found: dict[str, None] = {}
        for phrase in phrases:
            first, last, head = phrase.first, phrase.last, phrase.head
            if last - first > 1:
                for index in range(first, last):
                    if tags[index] in CONTENT and index != head:
                        found[singular(norms[index])] = None
        return tuple(found)


def scope_of(around: Surroundings, measures: Measures, bases: Bases, quantity: Quantity | None) -> Scope:
    """Gather the scope of a figure."""
    sentence, relation, measured = around.sentence, around.relation, around.measured
    names, context = around.names((*around.phrases, relation.subject))
    words = around.words(around.phrases)
    counts = around.amount in ("count", "order")
    bearer = None if counts else _bearer(around)
    basis = bases.of(sentence, relation, words, quantity)
    change, difference = measured.change if measured else None, _difference(sentence, relation)
    if (change or difference) and "change" not in basis:
        basis = tuple(sorted((*basis, "change")))
    said = difference if quantity is None else quantity.direction
    # By position, in the order of the fields: for an object of so many that is a third cheaper.
    return Scope(
        _counted_head(around) if counts else _bearing_head(sentence, bearer),
        words,
        names,
        relation.verb.lemma if relation.verb else None,
        place_of(around.places, sentence.tags, relation.first, relation.last),
        basis,
        _group(sentence, relation),
        measured is not None and measured.entry is not None,
        around.amount,
        _holder(around, bearer),
        context,
        (relation.clause.lemma,) if relation.clause else (),
        (),
        _whole(sentence, relation, around.amount),
        change or said or _direction(sentence, relation, measures),
    )


def participants_of(around: Surroundings, subject: NounPhrase | None, theme: NounPhrase | None, bases: Bases) -> Scope:
    """Gather the scope of a dated event: who and what takes part in it."""
    sentence, relation = around.sentence, around.relation
    phrases = [phrase for phrase in (subject, theme) if phrase is not None]
    if relation.verb is None:
        phrases = list(around.phrases)
    names, context = around.names(phrases)
    words = around.words(phrases)
    participants = tuple(dict.fromkeys([_called(sentence, phrase) for phrase in phrases]))
    return Scope(
        None,
        words,
        names,
        relation.verb.lemma if relation.verb else None,
        place_of(around.places, sentence.tags, relation.first, relation.last),
        bases.of(sentence, relation, words, None),
        None,
        around.measured is not None and around.measured.entry is not None,
        "date",
        participants[0] if participants else None,
        context,
        (),
        participants,
    )


def _counted_head(around: Surroundings) -> str | None:
    """Return the lemma of what is counted."""
    relation, measured = around.relation, around.measured
    entry = measured.entry if measured else None
    if relation.counted is None or measured is None:
        return entry.counts if entry and entry.counts else measured.measure if measured and not entry else None
    head = lemma_of(around.sentence, relation.counted)
    if entry is None:
        return head
    generic = head in GENERIC or head in entry.nouns or head == entry.counts
    return (entry.counts or head) if generic else head


def _bearing_head(sentence: Sentence, bearer: NounPhrase | None) -> str | None:
    return None if bearer is None or sentence.tags[bearer.head] == "N" else lemma_of(sentence, bearer)


def _bearer(around: Surroundings) -> NounPhrase | None:
    """Return what has a measure: the complement of its noun, else the subject of the verb that gives the amount."""
    sentence, measured = around.sentence, around.measured
    if measured is None or measured.phrase is None:
        return None
    phrase, entry = measured.phrase, measured.entry
    names_measure = (
        entry is None or lemma_of(sentence, phrase) in entry.nouns or sentence.norms[phrase.head] in entry.nouns
    )
    if not names_measure:
        return phrase
    if phrase.core < phrase.last and sentence.tags[phrase.core] == "o":
        return core_at(sentence, phrase.core + 1)
    if around.relation.subject is not None and around.relation.subject.head != phrase.head:
        return around.relation.subject
    return None


def _holder(around: Surroundings, bearer: NounPhrase | None) -> str | None:
    """Return who has or does it: the possessor in the phrase, else the bearer or the subject of the verb."""
    sentence, relation = around.sentence, around.relation
    for phrase in around.phrases:
        clitic = sentence.tags.find("'", phrase.first, phrase.head)
        if clitic > phrase.first:
            return _called(sentence, NounPhrase(phrase.first, clitic - 1, clitic, clitic))
    if bearer is not None:
        return _called(sentence, bearer)
    subject, measured = relation.subject, around.measured
    if subject is None or relation.role not in ("object", "copula") or (measured and measured.phrase == subject):
        return None
    if around.amount == "count" and relation.verb_lemma in COUNTING:
        return None
    return _called(sentence, subject)


def _called(sentence: Sentence, phrase: NounPhrase) -> str:
    """Return the canonical name of a phrase's head, else its lemma."""
    head = phrase.head
    for begin, end, name in sentence.names:
        if begin <= head < end:
            return name.canonical
    return lemma_of(sentence, phrase)


def _group(sentence: Sentence, relation: Relation) -> str | None:
    """Return the whole of which a count is a part: "of the 484 members, 262", "of which 12", "including 12 children"."""
    tags, first = sentence.tags, relation.first
    if first and tags[first - 1] == "p" and sentence.norms[first - 1] in ("including", "among"):
        return "part"
    start = first - 8 if first > 8 else 0
    if "o" not in tags[start:first] and "among" not in sentence.norms[start:first]:
        return None
    for index in range(first - 1, start - 1, -1):
        if tags[index] in "o" or sentence.norms[index] == "among":
            if index + 1 < first and sentence.norms[index + 1] in PART_NOUNS:
                return "part"
            whole = core_at(sentence, index + 2) if tags[index + 1 : index + 2] == "#" else None
            inner = tags.find("#", index, first)
            if tags[index] == "o" and index and tags[index - 1] in ",(c;:" or index == 0:
                after = core_at(sentence, inner + 1) if inner > 0 else whole
                if after is not None:
                    return lemma_of(sentence, after)
                if inner > 0 and tags[inner + 1] in "ej":
                    return sentence.norms[inner + 1]  # of the 43 injured, 12
                return "part" if inner > 0 else None
        elif tags[index] not in "wsd#nNjefuz',0":
            break
    return None


def _whole(sentence: Sentence, relation: Relation, amount: str) -> str | None:
    """Return the noun that a share is of: "30 % of voters"."""
    if amount != "percent" or relation.counted is None or sentence.tags[relation.last : relation.last + 1] != "o":
        return None
    return lemma_of(sentence, relation.counted)


def _difference(sentence: Sentence, relation: Relation) -> Direction | None:
    """Return the direction of an amount that says in its middle that it is a difference: "4.2 more days"."""
    first, last = relation.first, relation.last
    word = sentence.norms[last - 2] if last - first > 2 and last <= len(sentence.norms) else ""
    return COMPARISONS[word] if word in ("more", "fewer", "less") else None


def _direction(sentence: Sentence, relation: Relation, measures: Measures) -> Direction | None:
    norms = sentence.norms
    after = COMPARISONS.get(norms[relation.last]) if relation.last < len(norms) else None
    if after is not None and norms[relation.last + 1 : relation.last + 2] == ("than",):
        return after  # 6 percent less than
    if relation.preposition in ("up", "down") and relation.verb is None:
        return "up" if relation.preposition == "up" else "down"
    verb = relation.verb
    if verb is None or relation.role == "subject":
        return None
    went = norms[verb.last] if verb.lemma in ("go", "come") and verb.last < len(norms) else ""
    return "up" if went == "up" else "down" if went == "down" else measures.change_of(verb.lemma)
