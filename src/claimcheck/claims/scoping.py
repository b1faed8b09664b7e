"""The scope of a figure: what its words, names and verbs say that it is about."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.claims.measures import GENERIC, Measured, Measures, lemma_of
from claimcheck.claims.phrases import NounPhrase, core_at
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons.inflection import singular
from claimcheck.model import Quantity, Scope
from claimcheck.model.quantities import Direction

CONTENT = frozenset("nNjuzefi0")
WIDE = frozenset(
    {"worldwide", "globally", "nationwide", "nationally", "domestically", "internationally", "abroad", "overseas"}
)
PLACE_NOUNS = frozenset(
    {"territory", "region", "country", "state", "city", "capital", "district", "world", "province", "town", "village", "county", "area", "market"}
)  # fmt: skip
PLACE_PREPOSITIONS = frozenset({"in", "at", "across", "throughout", "near", "outside", "within", "from"})
PART_NOUNS = frozenset({"which", "them", "those", "these", "whom"})


@frozen
class Surroundings:
    """What lies around one figure; `phrases` say what it is about."""

    sentence: Sentence
    relation: Relation
    measured: Measured | None
    amount: str
    phrases: tuple[NounPhrase, ...]

    @classmethod
    def of(cls, sentence: Sentence, relation: Relation, measured: Measured | None, amount: str) -> "Surroundings":
        """Gather the phrases around a figure, without repetition."""
        found = (measured.phrase if measured else None, relation.counted, relation.measured)
        phrases = tuple({phrase.first: phrase for phrase in found if phrase is not None}.values())
        return cls(sentence, relation, measured, amount, phrases)

    def names_in(self, phrase: NounPhrase | None) -> Iterator[str]:
        """Yield the canonical names in a phrase."""
        if phrase is not None:
            yield from (name.canonical for name in self.sentence.named(phrase.first, phrase.last))

    def elsewhere(self, close: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the sentence that are not close."""
        return tuple(_distinct(name.canonical for _, _, name in self.sentence.names if name.canonical not in close))


def scope_of(around: Surroundings, measures: Measures, quantity: Quantity | None) -> Scope:
    """Gather the scope of a figure."""
    sentence, relation = around.sentence, around.relation
    verb = relation.verb
    close = _distinct(
        (*(name for phrase in around.phrases for name in around.names_in(phrase)), *around.names_in(relation.subject))
    )
    words = tuple(_distinct(word for phrase in around.phrases for word in _words(around, phrase)))
    known = around.measured is not None and around.measured.entry is not None
    return Scope(
        head=_head(around),
        words=words,
        names=tuple(close),
        context=around.elsewhere(close),
        event=verb.lemma if verb else None,
        events=(relation.clause.lemma,) if relation.clause else (),
        holder=_holder(around),
        place=_place(around),
        basis=_basis(around, measures.basis_of(sentence, relation, words, quantity)),
        group=_group(sentence, relation),
        whole=_whole(sentence, relation, around.amount),
        known=known,
        amount=around.amount,
        direction=(around.measured.change if around.measured else None) or _direction(relation, measures, quantity),
    )


def participants_of(
    around: Surroundings, subject: NounPhrase | None, theme: NounPhrase | None, measures: Measures
) -> Scope:
    """Gather the scope of a dated event: who and what takes part in it."""
    sentence, relation = around.sentence, around.relation
    phrases = [phrase for phrase in (subject, theme) if phrase is not None]
    if relation.verb is None:
        phrases = list(around.phrases)
    names = _distinct(name for phrase in phrases for name in around.names_in(phrase))
    words = tuple(_distinct(word for phrase in phrases for word in _words(around, phrase)))
    return Scope(
        head=None,
        words=words,
        names=tuple(names),
        context=around.elsewhere(names),
        event=relation.verb.lemma if relation.verb else None,
        holder=_called(around, phrases[0]) if phrases else None,
        participants=tuple(_distinct(_called(around, phrase) for phrase in phrases)),
        place=_place(around),
        basis=measures.basis_of(sentence, relation, words, None),
        known=around.measured is not None and around.measured.entry is not None,
        amount="date",
    )


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def _words(around: Surroundings, phrase: NounPhrase) -> Iterator[str]:
    """Yield the lemmas of a phrase's words beside its head, names left out."""
    sentence = around.sentence
    for index in range(phrase.first, phrase.last):
        if index != phrase.head and sentence.tags[index] in CONTENT and sentence.tags[index] != "N":
            yield singular(sentence.norm(index))


def _head(around: Surroundings) -> str | None:
    """Return the lemma of what is counted, or of what has the measure."""
    sentence, relation, measured = around.sentence, around.relation, around.measured
    if around.amount in ("count", "order"):
        entry = measured.entry if measured else None
        if relation.counted is None or measured is None:
            return entry.counts if entry and entry.counts else measured.measure if measured and not entry else None
        head = lemma_of(sentence, relation.counted)
        if entry is None:
            return head
        generic = head in GENERIC or head in entry.nouns or head == entry.counts
        return (entry.counts or head) if generic else head
    if measured is None or measured.phrase is None:
        return None
    bearer = _bearer(around, measured)
    return None if bearer is None or sentence.tags[bearer.head] == "N" else lemma_of(sentence, bearer)


def _bearer(around: Surroundings, measured: Measured) -> NounPhrase | None:
    """Return what has a measure: the complement of its noun, else the subject of the verb that gives the amount."""
    sentence, phrase = around.sentence, measured.phrase
    assert phrase is not None
    entry = measured.entry
    names_measure = (
        entry is None or lemma_of(sentence, phrase) in entry.nouns or sentence.norm(phrase.head) in entry.nouns
    )
    if not names_measure:
        return phrase
    if phrase.core < phrase.last and sentence.tags[phrase.core] == "o":
        return core_at(sentence, phrase.core + 1)
    if around.relation.subject is not None and around.relation.subject.head != phrase.head:
        return around.relation.subject
    return None


def _holder(around: Surroundings) -> str | None:
    """Return who has or does it: the possessor in the phrase, else the subject of the verb, by name or by lemma."""
    sentence, relation = around.sentence, around.relation
    for phrase in around.phrases:
        clitic = sentence.tags.find("'", phrase.first, phrase.head)
        if clitic > phrase.first:
            return _called(around, NounPhrase(phrase.first, clitic - 1, clitic, clitic))
    measured = around.measured
    if measured is not None and measured.phrase is not None and around.amount not in ("count", "order"):
        bearer = _bearer(around, measured)
        if bearer is not None:
            return _called(around, bearer)
    subject = relation.subject
    if subject is None or relation.role not in ("object", "copula") or (measured and measured.phrase == subject):
        return None
    return _called(around, subject)


def _called(around: Surroundings, phrase: NounPhrase) -> str:
    """Return the canonical name of a phrase's head, else its lemma."""
    found = next(around.sentence.named(phrase.head, phrase.head + 1), None)
    return found.canonical if found else lemma_of(around.sentence, phrase)


def _place(around: Surroundings) -> str | None:
    """Return the place of the clause: a name of a place, a place phrase, an adverb like "worldwide"."""
    tags, first, last = around.sentence.tags, around.relation.first, around.relation.last
    ends = [tags.find(mark, last) for mark in ";:.#"] + [tags.find(mark, last + 2) for mark in "c,"]
    found = _place_in(around, last, min((end for end in ends if end >= 0), default=len(tags)))
    if found is None:
        found = _place_in(around, max(tags.rfind(mark, 0, first) for mark in ";:.w#") + 1, first)
    if found is None and tags[:1] == "p":
        found = _place_in(around, 0, min(first, 8))
    return found


def _place_in(around: Surroundings, first: int, last: int) -> str | None:
    sentence = around.sentence
    for index, norm in enumerate(sentence.norms(first, last), first):
        if norm in WIDE:
            return norm
        if norm not in PLACE_PREPOSITIONS or sentence.tags[index] != "p":
            continue
        phrase = core_at(sentence, index + 1)
        if phrase is None:
            continue
        named = next(sentence.named(phrase.first, phrase.last), None)
        if named is not None and named.type in ("place", "unknown") and sentence.tags[phrase.head] == "N":
            return named.canonical
        lemma = lemma_of(sentence, phrase)
        if named is None and (lemma in PLACE_NOUNS or sentence.tags[phrase.head] == "N"):
            return " ".join((*sentence.norms(phrase.first, phrase.head), lemma))
    return None


def _group(sentence: Sentence, relation: Relation) -> str | None:
    """Return the whole of which a count is a part: "of the 484 members, 262", "of which 12", "including 12 children"."""
    tags, first = sentence.tags, relation.first
    if first and tags[first - 1] == "p" and sentence.norm(first - 1) in ("including", "among"):
        return "part"
    start = max(0, first - 8)
    for index in range(first - 1, start - 1, -1):
        if tags[index] in "o" or sentence.norm(index) == "among":
            if index + 1 < first and sentence.norm(index + 1) in PART_NOUNS:
                return "part"
            whole = core_at(sentence, index + 2) if tags[index + 1 : index + 2] == "#" else None
            inner = tags.find("#", index, first)
            if tags[index] == "o" and index and tags[index - 1] in ",(c;:" or index == 0:
                after = core_at(sentence, inner + 1) if inner > 0 else whole
                return lemma_of(sentence, after) if after is not None else "part" if inner > 0 else None
        elif tags[index] not in "wsd#nNjuz',0":
            break
    return None


def _whole(sentence: Sentence, relation: Relation, amount: str) -> str | None:
    """Return the noun that a share is of: "30 % of voters"."""
    if amount != "percent" or relation.counted is None or sentence.tags[relation.last : relation.last + 1] != "o":
        return None
    return lemma_of(sentence, relation.counted)


def _basis(around: Surroundings, basis: tuple[str, ...]) -> tuple[str, ...]:
    changes = around.measured is not None and around.measured.change is not None
    return tuple(sorted({*basis, "change"})) if changes else basis


def _direction(relation: Relation, measures: Measures, quantity: Quantity | None) -> Direction | None:
    if quantity is not None and quantity.direction is not None:
        return quantity.direction
    if relation.preposition in ("up", "down") and relation.verb is None:
        return "up" if relation.preposition == "up" else "down"
    return None if relation.verb is None or relation.role == "subject" else measures.change_of(relation.verb.lemma)
