"""A figure as read from its own sentence, and what it takes over from the figure before it."""

from collections.abc import Sequence

from claimcheck.claims.measures import Measured
from claimcheck.claims.phrases import NounPhrase, lemma_of, phrase_of
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons.inflection import forms_of
from claimcheck.model import ClaimTime, Mention, Scope
from claimcheck.model.internal import evolve, internal


@internal
class Draft:
    """A claim as its sentence alone gives it."""

    mention: Mention
    measured: Measured | None
    subject: NounPhrase | None
    scope: Scope
    time: ClaimTime | None
    relation: Relation


def bare(measured: Measured | None) -> bool:
    """Tell whether all that a figure's phrase says is its measure: "a length of 30 m"."""
    if measured is None or measured.entry is None or measured.phrase is None or measured.exchanged:
        return False
    phrase = measured.phrase
    return phrase.first == phrase.head and phrase.core == phrase.last and "count" not in measured.entry.amounts


def names_measure(sentence: Sentence, measured: Measured | None) -> bool:
    """Tell whether a bare phrase has but the word for its measure, so that what has the measure says more."""
    if measured is None or measured.phrase is None or not bare(measured):
        return False
    return lemma_of(sentence, measured.phrase) in measured.measure.split()


def subject_of(relation: Relation, measured: Measured | None) -> NounPhrase | None:
    """Return the phrase that a figure counts or measures."""
    if relation.counted is not None and (measured is None or measured.phrase is None):
        return relation.counted
    phrase = (measured.phrase if measured else None) or relation.measured
    if bare(measured) and relation.subject is not None and relation.role in ("object", "copula"):
        return phrase if relation.verb_lemma in JUDGING and relation.preposition == "at" else relation.subject
    if phrase is None or (relation.subject is not None and relation.subject.head == phrase.head):
        return relation.subject or phrase
    return phrase


def identifies(draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """Tell whether a rank only says which one another figure is of: "the first phase cost 5 crowns", "the first 20 guests"."""
    relation = draft.relation
    if draft.scope.amount != "order":
        return False
    if sentence.tags[relation.last : relation.last + 1] == "#":
        return True
    definite = relation.role == "subject" and sentence.tags[relation.first - 1 : relation.first] in ("d", "'")
    return definite and any(
        other.scope.amount != "order" and other.relation.verb is relation.verb and other.relation.role != "subject"
        for other in drafts
    )


def tells_certainty(sentence: Sentence, last: int) -> bool:
    """Tell whether a percentage that ends before a token says only how sure a range is: "95% CI, 1 to 3"."""
    norms = sentence.norms
    return norms[last : last + 1] == ("ci",) or norms[last : last + 2] in CERTAIN


def completed(draft: Draft, previous: Draft, sentence: Sentence) -> Draft:
    """Give a figure without a noun what the one before it in the sentence counts or measures, where it continues that.

    "Of the 484 members, 262 voted no", "12 people were killed and 30 injured", "revenue of 5, up 9 percent".
    """
    scope, before = draft.scope, previous.scope
    if _takes_a_side(draft.relation, sentence):
        return draft
    if (draft.time is not None and _compares(draft, previous)) or (
        scope.direction is not None and _is_change(draft, sentence)
    ):
        draft = Draft(draft.mention, None, None, scope, draft.time, draft.relation)
    if _coordinated(draft.relation, previous.relation, sentence):
        draft = _shared(draft, previous)
        scope = draft.scope
    if scope.amount == "count" == before.amount and draft.relation.counted is None and draft.relation.measured is None:
        if scope.known and (before.head is None or scope.head != "person"):
            return draft
        verb = draft.relation.verb
        same = verb is None or (draft.relation.role == "object" and draft.relation.preposition == "to")
        measured = draft.measured if scope.known else previous.measured if same else None
        label, picked = before.head or "", _picked(draft, sentence)
        words = (
            () if picked is None else tuple(norm for norm in sentence.norms[picked.first : picked.last] if norm != "-")
        )
        if verb is not None and draft.relation.role == "subject" and verb.lemma not in ("be", "have"):
            label = f"{label} {forms_of(verb.lemma)['participle' if draft.relation.passive else 'gerund']}"
        measured = measured or Measured(label or "count", None, previous.subject)
        subject = draft.subject or picked or previous.subject
        scope = evolve(scope, head=before.head, names=before.names, words=words or before.words)
        return Draft(draft.mention, measured, subject, scope, draft.time, draft.relation)
    if draft.measured is not None:
        return draft
    shares = scope.amount == "percent" and sentence.tags[draft.relation.first - 1 : draft.relation.first] == "("
    if shares or "change" in scope.basis or scope.amount == before.amount:
        basis = tuple(sorted({*before.basis, *scope.basis}))
        scope = evolve(before, basis=basis, direction=scope.direction, amount=scope.amount)
        return Draft(draft.mention, previous.measured, previous.subject, scope, draft.time, draft.relation)
    return draft


def _takes_a_side(relation: Relation, sentence: Sentence) -> bool:
    """Tell whether a figure says by itself which side it is of: "54 percent against the plan, 38 percent for it"."""
    norms, last = sentence.norms, relation.last
    return last + 1 < len(norms) and norms[last] in SIDES and norms[last + 1] in TAKEN_UP


def _compares(draft: Draft, previous: Draft) -> bool:
    """Tell whether a figure is that of another time: "sales of 5 million, compared with 4 million a year earlier"."""
    relation, time = draft.relation, draft.time
    if relation.verb_lemma != "compare" or relation.subject is not None or time is None or previous.time is None:
        return False
    return draft.scope.amount == previous.scope.amount and not time.period.meets(previous.time.period)


def _is_change(draft: Draft, sentence: Sentence) -> bool:
    """Tell whether a figure is a change of what its clause gave the level of: "handled 5 million, a rise of 7%"."""
    measured, relation, scope = draft.measured, draft.relation, draft.scope
    if measured is None or measured.entry is not None or measured.phrase is None or scope.direction is None:
        return False
    first = measured.phrase.first
    apposed = "change" in scope.basis and sentence.tags[max(0, first - 2) : first] == ",d"
    return apposed and measured.phrase is relation.measured


def _picked(draft: Draft, sentence: Sentence) -> NounPhrase | None:
    """Return the adjective that says which part a figure counts: "of which 40 laboratory-confirmed"."""
    if draft.scope.group != "part":
        return None
    first = draft.relation.last
    last = first + len(sentence.tags[first:]) - len(sentence.tags[first:].lstrip("nj-e"))
    return phrase_of(first, last - 1, last) if last > first and sentence.tags[last - 1] in "je" else None


def _coordinated(relation: Relation, previous: Relation, sentence: Sentence) -> bool:
    """Tell whether a figure continues a list of objects: "four Olves, seven Brins and two crowns"."""
    if relation.verb is not None or previous.role != "object":
        return False
    return not sentence.tags[previous.last : relation.first].strip("nNjuz0'-,cdro")


def _shared(draft: Draft, previous: Draft) -> Draft:
    """Give a figure in a list the verb and holder of the one before it."""
    scope, before = draft.scope, previous.scope
    measured = draft.measured
    if measured is not None and measured.entry is None and previous.measured is not None and scope.amount == "count":
        noun, _, done = previous.measured.measure.partition(" ")
        if done and noun != previous.measured.measure and before.event == previous.relation.verb_lemma:
            measured = evolve(measured, measure=f"{measured.measure} {done}")
    scope = evolve(scope, event=before.event, holder=scope.holder or before.holder)
    relation = evolve(draft.relation, verb=previous.relation.verb, role="object", subject=previous.relation.subject)
    return Draft(draft.mention, measured, draft.subject, scope, draft.time, relation)


JUDGING = frozenset({"put", "estimate", "place"})
"""Verbs whose subject only tells how much of it there is: "the count put the turnout at 42 percent"."""

CERTAIN = frozenset({("confidence", "interval"), ("confidence", "intervals"), ("credible", "interval")})
"""What a percentage before it says the certainty of."""

SIDES = frozenset({"for", "against"})
"""Prepositions that say which side a share of people is on."""

TAKEN_UP = frozenset({"it", "them"})
"""What stands for the thing that there are two sides of."""

RACES = frozenset(
    {"in", "and", "at", "on", "final", "finals", "race", "title", "record", "gold", "heats", "champion", ".", ",", ";"}
)
"""What stands behind the name of a race."""


def names_race(sentence: Sentence, mention: Mention, first: int, last: int) -> bool:
    """Tell whether a length is the name of a race: "she won the 100m in 10.83 seconds"."""
    quantity = mention.quantity
    if quantity is None or quantity.unit not in ("m", "km") or " " in mention.text:
        return False
    behind = sentence.norms[last] if last < len(sentence.norms) else "."
    return sentence.norms[first - 1 : first] == ("the",) and behind in RACES
