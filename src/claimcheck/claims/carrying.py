"""What a figure takes from the rest of its document: who a pronoun is, what it is about, when it holds."""

from collections.abc import Set as AbstractSet

from claimcheck.claims.antecedents import antecedent, pronoun_of
from claimcheck.claims.comparisons import is_level
from claimcheck.claims.drafts import bare, names_measure
from claimcheck.claims.figures import Figure, Measured
from claimcheck.claims.frames import TOLLS, Frame
from claimcheck.claims.phrases import NounPhrase, lemma_of
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.tables import Columns
from claimcheck.claims.topics import Head, item_topic
from claimcheck.model import ClaimTime, Mention, Names, Passage, Period, Scope, Span
from claimcheck.model.internal import evolve, maker

make_scope = maker(Scope)

UNHELD = frozenset({"count", "order", "date"})
"""Amounts that nothing has."""


def holder_of(
    figure: Figure, sentence: Sentence, names: Names, head: Head, relatives: AbstractSet[str]
) -> tuple[Scope, Passage | None]:
    """Return a figure's scope with the holder that the text before it gives, and where a subject that it lacks stands.

    That is the name that a pronoun before its verb or noun stands for; else, for an amount that is said of nothing
    ("Weight: 14 kg", "Revenue was 5"), what its item of a list or the document is about. What befalls one of his
    `relatives` does not befall him.
    """
    scope = figure.scope
    pronoun = pronoun_of(sentence, figure) if sentence.pronominal else None
    found = None
    if pronoun is not None:
        subject = figure.subject
        if subject is not None and pronoun < subject.first and lemma_of(sentence, subject) in relatives:
            return scope, None
        found = antecedent(names, sentence, pronoun, sentence.start, head)
    if found is not None:
        span, name = found
        return _held(scope, name.canonical), _passage(sentence, span) if figure.about is None or bare(
            figure.measured
        ) else None
    if scope.holder is not None or scope.head is not None or scope.amount in UNHELD:
        return scope, None
    about = None
    if not scope.names or figure.role == "label":  # "Regular Price: 50 crowns" has no name but capitals
        about = item_topic(sentence.tokens, sentence.offset, names)
    if about is not None:
        scope = evolve(scope, names=(about.name.canonical,))
    elif scope.known and not scope.names:
        about = head.topic
    if about is None:
        return scope, None
    unsaid = figure.about is None or names_measure(sentence, figure.measured)
    return _held(scope, about.name.canonical), _passage(sentence, about.span) if unsaid else None


def _passage(sentence: Sentence, span: Span) -> Passage:
    return Passage.cut(sentence.tokens.text, span.start, span.end)


def _held(scope: Scope, holder: str) -> Scope:
    """Return a scope with a holder, who also takes part in an event; by position, which costs a fifth of `evolve`."""
    participants = scope.participants
    if scope.amount == "date" and holder not in participants:
        participants = (holder, *participants)
    return make_scope(
        scope.head,
        scope.words,
        scope.names,
        scope.event,
        scope.place,
        scope.basis,
        scope.group,
        scope.known,
        scope.amount,
        holder,
        scope.context,
        scope.events,
        participants,
        scope.whole,
        scope.direction,
        scope.when,
    )


def time_from(figure: Figure, sentence: Sentence, frame: Frame, columns: Columns) -> ClaimTime | None:
    """Return the time of a figure, where its clause names none that of its column, the document's heading or event."""
    time = figure.time
    if time is None and figure.later is None and frame.silent and not (columns.exist and figure.role == "label"):
        return None
    if figure.scope.amount == "date" or (figure.counted is not None and _lasting(figure.measured, figure.counted)):
        return None
    if time is not None:
        whole = frame.heading.whole
        ends = time.period.end is not None or whole is None or whole.period.end is None
        return time if ends or whole is None else _until(time, whole)
    if figure.role == "label" and columns.exist:
        head = columns.head(sentence.at(figure.first))
        is_time, time = (False, None) if head is None else columns.dated(head)
        if is_time:
            return time
    if frame.silent or is_level(figure) or (sentence.times and _named_otherwise(figure, sentence)):
        return figure.later
    measure = figure.measured.measure if figure.measured else None
    return frame.time(sentence, figure, figure.scope, measure) or figure.later


def _until(time: ClaimTime, whole: ClaimTime) -> ClaimTime:
    """Return what "since 2 April" is in a report: up to the end of its week, or as of its day, "data to 7 July"."""
    (low, high), (first, last) = time.period.bounds(), whole.period.bounds()
    is_stretch = (last - first).days > 1 and low < first < high
    return ClaimTime(time.mention, Period(time.period.start, whole.period.end)) if is_stretch else whole


def known_on(figure: Figure, spoken: Mention) -> ClaimTime | None:
    """Return the day on which somebody gives a toll or another sum that grows, which is the day as of which it holds."""
    if figure.measured is None or figure.measured.entry is None or figure.measured.measure not in TOLLS:
        return None
    timex = spoken.timex
    if timex is None or timex.period is None or timex.grain != "day" or figure.scope.group:
        return None
    return ClaimTime(spoken.id, timex.period)


NEAR = 8
"""How many tokens from a figure a time may stand that is its own."""


def _named_otherwise(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a figure has a time of its own that is not known: "2.9 % in the first quarter"."""
    return any(
        item.time is None
        and item.mention.timex is not None
        and item.mention.timex.timex_type == "DATE"
        and figure.first - NEAR <= item.first <= figure.last + NEAR
        for item in sentence.times
    )


def _lasting(measured: Measured | None, counted: NounPhrase | None) -> bool:
    """Tell whether a figure names a size that a thing always has: "the 46-mile line opened on Monday"."""
    if measured is None or measured.entry is None:
        return False
    return bool(measured.entry.attributive) and measured.phrase == counted
