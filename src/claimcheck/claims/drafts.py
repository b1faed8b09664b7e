"""A figure as read from its own sentence, and what it takes over from the figure before it."""

from collections.abc import Sequence

from claimcheck.claims.bases import joint
from claimcheck.claims.figures import Figure, Measured
from claimcheck.claims.phrases import NounPhrase, lemma_of, phrase_of
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons.inflection import forms_of
from claimcheck.model import Mention
from claimcheck.model.internal import evolve


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


def subject_of(figure: Figure) -> NounPhrase | None:
    """Return the phrase that a figure counts or measures."""
    measured, subject, verb = figure.measured, figure.subject, figure.verb
    own = None if measured is None else measured.phrase
    if own is None and figure.counted is not None:
        return figure.counted
    phrase = own or figure.noun
    if subject is None:
        return phrase
    if verb is not None and figure.role in ("object", "copula") and bare(measured):
        return phrase if verb.lemma in JUDGING and figure.preposition == "at" else subject
    return subject if phrase is None or subject.head == phrase.head else phrase


def identifies(figure: Figure, drafts: Sequence[Figure], sentence: Sentence) -> bool:
    """Tell whether a rank only says which one another figure is of: "the first phase cost 5 crowns", "the first 20 guests"."""
    if figure.scope.amount != "order":
        return False
    if sentence.tags[figure.last] == "#":
        return True
    definite = figure.role == "subject" and sentence.tags[figure.first - 1 : figure.first] in ("d", "'")
    return definite and any(
        other.scope.amount != "order" and other.verb is figure.verb and other.role != "subject" for other in drafts
    )


def tells_certainty(sentence: Sentence, last: int) -> bool:
    """Tell whether a percentage that ends before a token says only how sure a range is: "95% CI, 1 to 3"."""
    norms = sentence.norms
    return norms[last : last + 1] == ("ci",) or norms[last : last + 2] in CERTAIN


def complete(figure: Figure, previous: Figure, sentence: Sentence) -> None:
    """Give a figure without a noun what the one before it in the sentence counts or measures, where it continues that.

    "Of the 484 members, 262 voted no", "12 people were killed and 30 injured", "revenue of 5, up 9 percent".
    """
    scope, before = figure.scope, previous.scope
    if _takes_a_side(figure, sentence):
        return
    if scope.amount == before.amount and _is_earlier(sentence.tags[previous.last : figure.first]):
        figure.measured, figure.about = previous.measured, previous.about
        figure.scope = evolve(before, basis=scope.basis or before.basis)
        return
    if (figure.time is not None and _compares(figure, previous)) or (
        scope.direction is not None and _is_change(figure, sentence)
    ):
        figure.measured = figure.about = None
    if _coordinated(figure, previous, sentence):
        _share(figure, previous)
        scope = figure.scope
    if scope.amount == "count" == before.amount and figure.counted is None and figure.noun is None:
        if scope.known and (before.head is None or scope.head != "person"):
            return
        verb = figure.verb
        same = verb is None or (figure.role == "object" and figure.preposition == "to")
        measured = figure.measured if scope.known else previous.measured if same else None
        label, picked = before.head or "", _picked(figure, sentence)
        words = (
            () if picked is None else tuple(norm for norm in sentence.norms[picked.first : picked.last] if norm != "-")
        )
        if verb is not None and figure.role == "subject" and verb.lemma not in ("be", "have"):
            label = f"{label} {forms_of(verb.lemma)['participle' if figure.passive else 'gerund']}"
        figure.measured = measured or Measured(label or "count", None, previous.about)
        figure.about = figure.about or picked or previous.about
        figure.scope = evolve(scope, head=before.head, names=before.names, words=words or before.words)
        return
    if figure.measured is not None:
        return
    shares = scope.amount == "percent" and sentence.tags[figure.first - 1 : figure.first] == "("
    if shares or "change" in scope.basis or scope.amount == before.amount:
        basis = joint(before.basis, scope.basis)
        place = scope.place or before.place
        figure.scope = evolve(before, basis=basis, direction=scope.direction, amount=scope.amount, place=place)
        figure.measured, figure.about = previous.measured, previous.about


def _is_earlier(between: str) -> bool:
    """Tell by the tags between two figures whether one is what the other was at a time: "30 crowns (2029: 28 crowns)"."""
    return between[:2] == "(t" and between[1:-1].strip("t") == "" and between[-1] in ":,"


def _takes_a_side(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure says by itself which side it is of: "54 percent against the plan, 38 percent for it"."""
    norms, last = sentence.norms, figure.last
    return norms[last] in SIDES and norms[last + 1] in TAKEN_UP


def _compares(figure: Figure, previous: Figure) -> bool:
    """Tell whether a figure is that of another time: "sales of 5 million, compared with 4 million a year earlier"."""
    time, verb = figure.time, figure.verb
    if verb is None or verb.lemma != "compare":
        return False
    before = previous.time or previous.later
    if figure.subject is not None or time is None or before is None:
        return False
    return figure.scope.amount == previous.scope.amount and not time.period.meets(before.period)


def _is_change(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure is a change of what its clause gave the level of: "handled 5 million, a rise of 7%"."""
    measured, scope = figure.measured, figure.scope
    if measured is None or measured.entry is not None or measured.phrase is None or scope.direction is None:
        return False
    first = measured.phrase.first
    apposed = "change" in scope.basis and sentence.tags[max(0, first - 2) : first] == ",d"
    return apposed and measured.phrase is figure.noun


def _picked(figure: Figure, sentence: Sentence) -> NounPhrase | None:
    """Return the adjective that says which part a figure counts: "of which 40 laboratory-confirmed"."""
    if figure.scope.group != "part":
        return None
    first = figure.last
    last = first + len(sentence.tags[first:]) - len(sentence.tags[first:].lstrip("nj-e"))
    return phrase_of(first, last - 1, last) if last > first and sentence.tags[last - 1] in "je" else None


def _coordinated(figure: Figure, previous: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure continues a list of objects: "four Olves, seven Brins and two crowns"."""
    if figure.verb is not None or previous.role != "object":
        return False
    return not sentence.tags[previous.last : figure.first].strip("nNjuz0'-,cdro")


def _share(figure: Figure, previous: Figure) -> None:
    """Give a figure in a list the verb and holder of the one before it."""
    scope, before = figure.scope, previous.scope
    measured = figure.measured
    if measured is not None and measured.entry is None and previous.measured is not None and scope.amount == "count":
        noun, _, done = previous.measured.measure.partition(" ")
        verb = None if previous.verb is None else previous.verb.lemma
        if done and noun != previous.measured.measure and before.event == verb:
            figure.measured = evolve(measured, measure=f"{measured.measure} {done}")
    figure.scope = evolve(scope, event=before.event, holder=scope.holder or before.holder)
    figure.verb, figure.role, figure.subject = previous.verb, "object", previous.subject


JUDGING = frozenset({"put", "estimate", "place"})
"""Verbs whose subject only tells how much of it there is: "the count put the turnout at 42 percent"."""

CERTAIN = frozenset({("confidence", "interval"), ("confidence", "intervals"), ("credible", "interval")})
"""What a percentage before it says the certainty of."""

SIDES = frozenset({"for", "against"})
"""Prepositions that say which side a share of people is on."""

TAKEN_UP = frozenset({"it", "them"})
"""What stands for the thing that there are two sides of."""

RACES = frozenset(
    {"in", "and", "at", "on", "final", "finals", "race", "title", "record", "gold", "heats", "champion", ".", ",", ";", ""}
)  # fmt: skip
"""What stands behind the name of a race."""


def names_race(sentence: Sentence, mention: Mention, first: int, last: int) -> bool:
    """Tell whether a length is the name of a race: "she won the 100m in 10.83 seconds"."""
    quantity = mention.quantity
    if quantity is None or quantity.unit not in ("m", "km") or " " in mention.text:
        return False
    return sentence.norms[first - 1 : first] == ("the",) and sentence.norms[last] in RACES
