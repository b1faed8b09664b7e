"""The scope of a figure: what its words, names and verbs say that it is about."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from claimcheck.claims.bases import Bases
from claimcheck.claims.figures import Figure, Measured
from claimcheck.claims.governors import COMPARISONS
from claimcheck.claims.measures import GENERIC, Measures
from claimcheck.claims.phrases import NounPhrase, core_at, lemma_of, phrase_before, phrase_of
from claimcheck.claims.places import nearest_place
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.wholes import group_of, whole_of
from claimcheck.lexicons.inflection import singular
from claimcheck.model import Scope
from claimcheck.model.internal import maker
from claimcheck.model.quantities import Direction

CONTENT = frozenset("njuzefi0")
"""Tags of words with a meaning of their own; names are kept apart."""

make_scope = maker(Scope)

UNNAMED: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
"""The names in the phrases and in the rest of a sentence that has none."""

WAYS: Mapping[str, Direction] = {"up": "up", "down": "down"}
"""Words between a verb and an amount that say which way it went."""

BEYOND = frozenset({"more", "less", "longer", "shorter", "later", "earlier", "sooner", "faster", "slower", "ahead"})
"""Words behind a time with which another one is compared."""

ADDED = frozenset({"extra", "additional", "further"})
"""Adjectives before a time that comes on top of another."""

BEATING = frozenset({"win", "beat", "lose", "lead", "miss"})
"""Verbs behind which "by" gives a margin."""

COUNTING = frozenset({"put", "estimate", "count", "reckon", "calculate"})
"""Verbs whose subject says how many there are, and has none of them."""


@frozen
class Scopes:
    """Tells what figures and dated events are about."""

    measures: Measures
    bases: Bases

    def of_figure(self, sentence: Sentence, figure: Figure) -> Scope:
        """Gather the scope of a figure."""
        measured, amount, quantity = figure.measured, figure.amount, figure.mention.quantity
        verb, first, last = figure.verb, figure.first, figure.last
        own = None if measured is None else measured.phrase
        phrases = _phrases(figure, own)
        names, context = _names(sentence, phrases, figure.subject) if sentence.names else UNNAMED
        words = _words(sentence, phrases)
        head = bearer = None
        if amount in ("count", "order"):
            head = _counted_head(sentence, figure, measured)
        elif measured is not None and own is not None:
            bearer = _bearer(sentence, figure, measured, own)
            if bearer is not None and sentence.tag[bearer.head] != "N":
                head = lemma_of(sentence, bearer)
        basis = self.bases.of(sentence, figure, words, quantity)
        change = None if measured is None else measured.change
        difference = _difference(sentence, last) if last - first > 2 else None
        beyond = amount == "time" and _is_beyond(sentence, figure)
        if (change or difference or beyond) and "change" not in basis:
            basis = tuple(sorted((*basis, "change")))
        said = difference if quantity is None else quantity.direction
        # By position, in the order of the fields: for an object of so many that is a third cheaper.
        return make_scope(
            head,
            words,
            names,
            None if verb is None else verb.lemma,
            nearest_place(sentence, first, last) if sentence.places else None,
            basis,
            group_of(sentence, first),
            measured is not None and measured.entry is not None,
            amount,
            _holder(sentence, figure, own, phrases, bearer),
            context,
            () if figure.clause is None else (figure.clause.lemma,),
            (),
            whole_of(sentence, figure) if amount == "percent" else None,
            change or said or _direction(sentence, figure, self.measures),
        )

    def of_event(
        self, sentence: Sentence, figure: Figure, subject: NounPhrase | None, theme: NounPhrase | None
    ) -> Scope:
        """Gather the scope of a dated event with its subject and its object."""
        measured = figure.measured
        if figure.verb is None:
            phrases = _phrases(figure, None if measured is None else measured.phrase)
        elif subject is not None:
            phrases = (subject,) if theme is None else (subject, theme)
        else:
            phrases = () if theme is None else (theme,)
        names, context = _names(sentence, phrases, None) if sentence.names else UNNAMED
        words = _words(sentence, phrases)
        participants = tuple(dict.fromkeys([_called(sentence, phrase) for phrase in phrases]))
        return make_scope(
            None,
            words,
            names,
            figure.verb.lemma if figure.verb else None,
            nearest_place(sentence, figure.first, figure.last) if sentence.places else None,
            self.bases.of(sentence, figure, words, None),
            None,
            measured is not None and measured.entry is not None,
            "date",
            participants[0] if participants else None,
            context,
            (),
            participants,
        )


def _phrases(figure: Figure, own: NounPhrase | None) -> Sequence[NounPhrase]:
    """Return the phrases around a figure that say what it is about, that of its measure among them, without repetition."""
    counted, before = figure.counted, figure.noun
    if (counted is None or counted is own) and (before is None or before is own):
        return () if own is None else (own,)
    return list({phrase.first: phrase for phrase in (own, counted, before) if phrase is not None}.values())


def _names(
    sentence: Sentence, phrases: Sequence[NounPhrase], subject: NounPhrase | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the canonical names in some phrases and in the subject, and the others of the sentence."""
    named = sentence.names
    close: dict[str, None] = {}
    others: dict[str, None] = {}
    for phrase in phrases if subject is None else (*phrases, subject):
        first, last = phrase.first, phrase.last
        for begin, end, name in named:
            if begin < last and first < end:
                close[name.canonical] = None
    for _, _, name in named:
        if name.canonical not in close:
            others[name.canonical] = None
    return tuple(close), tuple(others)


def _words(sentence: Sentence, phrases: Sequence[NounPhrase]) -> tuple[str, ...]:
    """Return the lemmas of the words of some phrases beside their heads, names left out."""
    tag, norms = sentence.tag, sentence.norms
    found: dict[str, None] = {}
    for phrase in phrases:
        first, last, head = phrase.first, phrase.last, phrase.head
        if last - first > 1:
            for index in range(first, last):
                if tag[index] in CONTENT and index != head:
                    found[singular(norms[index])] = None
    return tuple(found) if found else ()


def _counted_head(sentence: Sentence, figure: Figure, measured: Measured | None) -> str | None:
    """Return the lemma of what is counted."""
    entry = measured.entry if measured else None
    if figure.counted is None or measured is None:
        return entry.counts if entry and entry.counts else measured.measure if measured and not entry else None
    head = singular(sentence.norms[figure.counted.head])
    if entry is None:
        return head
    generic = head in GENERIC or head in entry.nouns or head == entry.counts
    return (entry.counts or head) if generic else head


def _bearer(sentence: Sentence, figure: Figure, measured: Measured, phrase: NounPhrase) -> NounPhrase | None:
    """Return what has a measure: the complement of its noun, else the subject of the verb that gives the amount."""
    entry = measured.entry
    if entry is None and measured.measure.startswith("time "):
        return phrase  # the strike lasted
    noun = sentence.norms[phrase.head]
    if entry is not None and singular(noun) not in entry.nouns and noun not in entry.nouns:
        return phrase
    if phrase.core < phrase.last and sentence.tag[phrase.core] == "o":
        return core_at(sentence, phrase.core + 1)
    if figure.subject is not None and figure.subject.head != phrase.head:
        return figure.subject
    first = len(sentence.tags[: phrase.first].rstrip("d")) - 1
    return phrase_before(sentence, first) if first > 0 and sentence.norms[first] == "with" else None


def _holder(
    sentence: Sentence,
    figure: Figure,
    own: NounPhrase | None,
    phrases: Sequence[NounPhrase],
    bearer: NounPhrase | None,
) -> str | None:
    """Return who has or does it: the possessor in the phrase, else the bearer or the subject of the verb."""
    for phrase in phrases if "'" in sentence.tags else ():
        if phrase.head - phrase.first > 1:
            clitic = sentence.tags.find("'", phrase.first, phrase.head)
            if clitic > phrase.first:
                return _called(sentence, phrase_of(phrase.first, clitic - 1, clitic))
    if bearer is not None:
        return _called(sentence, bearer)
    subject = figure.subject
    if subject is None or figure.role not in ("object", "copula") or own is subject or own == subject:
        return None
    if figure.amount == "count" and figure.verb is not None and figure.verb.lemma in COUNTING:
        return None
    return _called(sentence, subject)


def _called(sentence: Sentence, phrase: NounPhrase) -> str:
    """Return the canonical name of a phrase's head or apposition, else its lemma behind the name that modifies it: "Arn plant"."""
    head, modifier = phrase.head, ""
    for begin, end, name in sentence.names:
        if begin <= head < end:
            return name.canonical
        if end == head and phrase.first <= begin:
            modifier = name.canonical + " "
        if begin == head + 2 and _is_apposed(sentence, head, end):
            return name.canonical
    return modifier + lemma_of(sentence, phrase)


def _is_apposed(sentence: Sentence, head: int, end: int) -> bool:
    """Tell whether commas set a name that ends at a token behind a noun: "her son, Jack Lund, was born"."""
    tag = sentence.tag
    return tag[head] != "N" and tag[head + 1] == "," == tag[end] and end + 1 in sentence.starting


def _difference(sentence: Sentence, last: int) -> Direction | None:
    """Return the direction of an amount that says before its end that it is a difference: "4.2 more days"."""
    word = sentence.norms[last - 2]
    return COMPARISONS[word] if word in ("more", "fewer", "less") else None


def _is_beyond(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a time is by how much something took longer or was nearer: "two hours more than planned", "won by a minute"."""
    norms, first, last = sentence.norms, figure.first, figure.last
    if norms[last] in BEYOND and norms[last + 1] in ("than", "of"):
        return True
    return norms[first - 1] in ADDED or (
        norms[first - 1] == "by" and figure.verb is not None and figure.verb.lemma in BEATING
    )


def _direction(sentence: Sentence, figure: Figure, measures: Measures) -> Direction | None:
    norms, last, verb = sentence.norms, figure.last, figure.verb
    if norms[last] in COMPARISONS and norms[last + 1] == "than":
        return COMPARISONS[norms[last]]  # 6 percent less than
    if verb is None:
        return WAYS.get(figure.preposition or "")
    if figure.role == "subject":
        return None
    went = WAYS.get(norms[verb.last]) if verb.lemma in ("go", "come") else None
    return went or measures.directions.get(verb.lemma)
