"""Building claims."""

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen

from claimcheck.claims.antecedents import in_full
from claimcheck.claims.bases import Bases
from claimcheck.claims.carrying import holder_of, known_on, time_from
from claimcheck.claims.comparisons import is_level, later_time
from claimcheck.claims.drafts import complete, identifies, names_race, subject_of, tells_certainty
from claimcheck.claims.events import events_of
from claimcheck.claims.fieldwork import Fieldwork
from claimcheck.claims.figures import Figure
from claimcheck.claims.frames import Frame
from claimcheck.claims.headings import Heading
from claimcheck.claims.measures import Measures, amount_kind
from claimcheck.claims.modality import Moods, mood_of
from claimcheck.claims.relations import relate
from claimcheck.claims.scoping import Scopes
from claimcheck.claims.sentences import Reading, Sentence
from claimcheck.claims.speakers import Covering, speaker_of
from claimcheck.claims.subjects import fallback, whole_subject
from claimcheck.claims.surveys import survey
from claimcheck.claims.tables import Columns
from claimcheck.claims.timing import time_of, unplaced
from claimcheck.claims.topics import Head
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.model import (
    Attribution,
    Claim,
    ClaimTime,
    Document,
    Mention,
    Names,
    Passage,
    Scope,
    Span,
    Tokens,
)
from claimcheck.model.internal import evolve, maker

make_claim = maker(Claim)


@frozen
class ClaimBuilder:
    """Makes claims of mentions: what each counts or measures, when, and who says so."""

    lexicon: Lexicon
    _classes: WordClasses = field(init=False, repr=False, eq=False)
    _measures: Measures = field(init=False, repr=False, eq=False)
    _scopes: Scopes = field(init=False, repr=False, eq=False)
    _moods: Moods = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the lexicon."""
        classes = WordClasses.build(self.lexicon)
        object.__setattr__(self, "_classes", classes)
        object.__setattr__(self, "_measures", Measures.build(self.lexicon, classes))
        object.__setattr__(self, "_scopes", Scopes(self._measures, Bases.build(self.lexicon)))
        object.__setattr__(self, "_moods", Moods.of(classes))

    def tag(self, norm: str, kind: str) -> str:
        """Return the class of a word by its norm and kind, for the tokenizer to keep."""
        return self._classes.tag(norm, kind)

    def build(
        self,
        document: Document,
        tokens: Tokens,
        mentions: tuple[Mention, ...],
        attributions: tuple[Attribution, ...],
        names: Names,
        dated: date | None,
    ) -> tuple[Claim, ...]:
        """Return the claims of a document in order of the offsets."""
        if not mentions:
            return ()
        speaking = frozenset(item.when for item in attributions if item.when is not None)
        covering = Covering.of(attributions)
        head = Head(document, names)
        columns = Columns.of(tokens, mentions)
        spoken = {item.id: item for item in mentions if item.id in speaking} if speaking and dated else {}
        claims: list[Claim] = []
        prefix = document.id + "#c"
        # Each step reads the whole text before the next begins: the code of one stays in the processor's cache.
        sentences = survey(tokens, mentions, names, speaking, self._classes, dated)
        frame = Frame(dated, Heading.titled(document.text), fieldwork=Fieldwork.of(sentences))
        alone = self._alone(sentences)
        for sentence, row in zip(sentences, alone, strict=True):
            figures = self._joined(sentence, row, columns)
            if sentence.times:
                frame = frame.after(sentence)
            if not figures:
                continue
            span = Span(sentence.start, sentence.end)
            for figure in figures:
                scope, named = holder_of(figure, sentence, names, head, self._classes.relatives)
                table = columns.about(sentence.at(figure.first)) if columns.exist else None
                if table is not None:
                    scope = evolve(scope, basis=(*scope.basis, table))
                time = time_from(figure, sentence, frame, columns)
                when = unplaced(sentence, figure) if time is None and sentence.times else None
                if when is not None and scope.amount != "date":
                    scope = evolve(scope, when=when)
                said = covering.innermost(figure.mention)
                if spoken and time is None and said is not None and said.when in spoken and not is_level(figure):
                    time = known_on(figure, spoken[said.when])
                claims.append(
                    self._claim(f"{prefix}{len(claims) + 1}", figure, sentence, span, scope, named, time, said)
                )
        paired = Reading in map(type, sentences)
        return tuple(_in_order(claims, prefix) if paired else claims)

    def _alone(self, sentences: Sequence[Sentence]) -> list[list[Figure | None]]:
        """Return the figures of each sentence as their own words give them, None for what is no figure of its own."""
        bases, find, scope_of = self._scopes.bases, self._measures.find, self._scopes.of_figure
        figures: list[tuple[Sentence, Figure]] = []
        rows: list[list[Figure | None]] = []
        for sentence in sentences:
            row: list[Figure | None] = []
            for mention, first, last in sentence.figures:
                figure = _related(sentence, mention, first, last, bases)
                row.append(figure)
                if figure is not None:
                    figures.append((sentence, figure))
            rows.append(row)
        for sentence, figure in figures:
            figure.measured = find(sentence, figure)
        for sentence, figure in figures:
            figure.scope = scope_of(sentence, figure)
            figure.about = subject_of(figure)
            if sentence.times:
                figure.time = time_of(sentence, figure)
                figure.later = None if figure.time is not None else later_time(sentence, figure)
        return rows

    def _joined(self, sentence: Sentence, alone: Sequence[Figure | None], columns: Columns) -> list[Figure]:
        """Return the figures and events of a sentence in order, a figure with what it takes from the one before it."""
        figures: list[Figure] = []
        previous: Figure | None = None
        ranked = False
        for figure in alone:
            if figure is not None:
                if previous is not None:
                    complete(figure, previous, sentence)
                figures.append(figure)
                ranked = ranked or figure.scope.amount == "order"
            previous = figure
        if ranked and len(figures) > 1:
            figures = [figure for figure in figures if not identifies(figure, figures, sentence)]
        events = self._events(sentence, columns) if sentence.times else []
        if figures and events:
            return sorted(figures + events, key=lambda figure: figure.mention.start)
        return figures or events

    def _events(self, sentence: Sentence, columns: Columns) -> list[Figure]:
        """Return the dated events of a sentence."""
        events: list[Figure] = []
        for item in sentence.times:
            if item.mention.id in sentence.repeated or (columns.exist and columns.heads(sentence.at(item.first))):
                continue
            for event, subject, theme in events_of(sentence, item, self._measures.known):
                event.scope = self._scopes.of_event(sentence, event, subject, theme)
                events.append(event)
        return events

    def _claim(
        self,
        name: str,
        figure: Figure,
        sentence: Sentence,
        span: Span,
        scope: Scope,
        named: Passage | None,
        time: ClaimTime | None,
        attribution: Attribution | None,
    ) -> Claim:
        mention = figure.mention
        measure = None if figure.measured is None else figure.measured.measure
        modality, polarity = mood_of(sentence, figure, self._moods, scope.basis, measure, attribution)
        subject = figure.about
        if subject is None and named is None and scope.amount not in ("count", "order"):
            subject = fallback(sentence, figure)
        if mention.start < span.start or mention.end > span.end:  # a unit on the next line belongs to its number
            span = Span(min(span.start, mention.start), max(span.end, mention.end))
        if named is None and subject is not None:
            first, last = whole_subject(sentence, subject, figure)
            named = in_full(sentence, first, last)
        speaker = None if attribution is None else speaker_of(attribution)
        return make_claim(
            name, mention.document, mention, named, measure, time, attribution, speaker, polarity, modality, span, scope
        )


def _in_order(claims: Sequence[Claim], prefix: str) -> list[Claim]:
    """Return claims by their offsets, and numbered so: one reading of a sentence may tell what stands behind that of another."""
    ordered = sorted(claims, key=lambda claim: (claim.mention.start, claim.mention.end))
    return [evolve(claim, id=f"{prefix}{number}") for number, claim in enumerate(ordered, 1)]


def _related(sentence: Sentence, mention: Mention, first: int, last: int, bases: Bases) -> Figure | None:
    """Return a figure with its neighbours, none for a repetition ("weekly") and the name of a race."""
    amount = amount_kind(mention)
    if amount == "set" or (amount == "length" and names_race(sentence, mention, first, last)):
        return None
    if amount == "percent" and tells_certainty(sentence, last):
        return None
    figure = relate(sentence, mention, first, last, amount)
    if amount == "money":
        figure.mention = bases.recurring(sentence, figure, mention)
    return figure
