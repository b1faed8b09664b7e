"""Building claims."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import field, frozen

from claimcheck.claims.antecedents import in_full
from claimcheck.claims.bases import Bases
from claimcheck.claims.carrying import holder_of, known_on, time_from
from claimcheck.claims.drafts import Draft, completed, identifies, names_race, subject_of, tells_certainty
from claimcheck.claims.events import events_of
from claimcheck.claims.fieldwork import Fieldwork
from claimcheck.claims.frames import Frame
from claimcheck.claims.headings import Heading
from claimcheck.claims.measures import Measures, amount_kind
from claimcheck.claims.modality import Moods, factuality, modality_of, polarity_of
from claimcheck.claims.relations import Relation, relate
from claimcheck.claims.scoping import Scopes
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.speakers import Covering, speaker_of
from claimcheck.claims.subjects import fallback, whole_subject
from claimcheck.claims.surveys import survey
from claimcheck.claims.tables import Columns
from claimcheck.claims.timing import time_of
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
    Polarity,
    Scope,
    Span,
    Tokens,
)

Figure = tuple[Sentence, Mention, str, Relation]
"""A mention that is no time of an event, with its sentence, its kind of amount and its neighbours."""


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
        sentences = survey(tokens, mentions, names, speaking, self._classes)
        frame = Frame(dated, Heading.titled(document.text), fieldwork=Fieldwork.of(sentences))
        alone = self._alone(sentences)
        drafted = [self._drafts(sentence, alone, columns) for sentence in sentences]
        for sentence, drafts in zip(sentences, drafted, strict=True):
            if sentence.times:
                frame = frame.after(sentence)
            if not drafts:
                continue
            span = Span(sentence.start, sentence.end)
            for draft in drafts:
                scope, named = holder_of(draft, sentence, names, head)
                time = time_from(draft, sentence, frame, columns)
                said = covering.innermost(draft.mention)
                if spoken and time is None and said is not None and said.when in spoken:
                    time = known_on(draft, spoken[said.when])
                claims.append(
                    self._claim(f"{prefix}{len(claims) + 1}", draft, sentence, span, scope, named, time, said)
                )
        return tuple(claims)

    def _alone(self, sentences: Sequence[Sentence]) -> dict[str, Draft]:
        """Return the figures of a text by the ids of their mentions, each as its own words give it."""
        figures = _figures(sentences, self._scopes.bases)
        measures = [self._measures.find(sentence, relation, amount) for sentence, _, amount, relation in figures]
        scopes = [
            self._scopes.of_figure(sentence, relation, measured, amount, mention.quantity)
            for (sentence, mention, amount, relation), measured in zip(figures, measures, strict=True)
        ]
        return {
            mention.id: Draft(
                mention,
                measured,
                subject_of(relation, measured),
                scope,
                time_of(sentence, relation) if sentence.times else None,
                relation,
            )
            for (sentence, mention, _, relation), measured, scope in zip(figures, measures, scopes, strict=True)
        }

    def _drafts(self, sentence: Sentence, alone: Mapping[str, Draft], columns: Columns) -> list[Draft]:
        """Return the figures and events of a sentence in order, a figure with what it takes from the one before it."""
        drafts: list[Draft] = []
        previous: Draft | None = None
        ranked = False
        for mention, _, _ in sentence.figures:
            draft = alone.get(mention.id)
            if draft is not None:
                if previous is not None:
                    draft = completed(draft, previous, sentence)
                drafts.append(draft)
                ranked = ranked or draft.scope.amount == "order"
            previous = draft
        if ranked and len(drafts) > 1:
            drafts = [draft for draft in drafts if not identifies(draft, drafts, sentence)]
        events = self._events(sentence, columns) if sentence.times else []
        if drafts and events:
            return sorted(drafts + events, key=lambda draft: draft.mention.start)
        return drafts or events

    def _events(self, sentence: Sentence, columns: Columns) -> list[Draft]:
        """Return the dated events of a sentence."""
        drafts: list[Draft] = []
        for item in sentence.times:
            if columns.exist and columns.heads(sentence.offset + item.first):
                continue
            for mention, event in events_of(sentence, item, self._measures.known):
                scope = self._scopes.of_event(sentence, event.relation, event.measured, (event.subject, event.object))
                drafts.append(Draft(mention, event.measured, event.measured.phrase, scope, None, event.relation))
        return drafts

    def _claim(
        self,
        name: str,
        draft: Draft,
        sentence: Sentence,
        span: Span,
        scope: Scope,
        named: Passage | None,
        time: ClaimTime | None,
        attribution: Attribution | None,
    ) -> Claim:
        relation, mention = draft.relation, draft.mention
        measure = draft.measured.measure if draft.measured else None
        modality = modality_of(sentence, relation, self._moods, scope.basis, measure)
        polarity: Polarity = "positive" if relation.verb is None else polarity_of(sentence, relation.verb)
        if attribution is not None:
            modality, polarity = factuality(modality, polarity, attribution)
        subject = draft.subject
        if subject is None and named is None and scope.amount not in ("count", "order"):
            subject = fallback(sentence, relation)
        if mention.start < span.start or mention.end > span.end:  # a unit on the next line belongs to its number
            span = Span(min(span.start, mention.start), max(span.end, mention.end))
        if named is None and subject is not None:
            first, last = whole_subject(sentence, subject, relation)
            named = in_full(sentence, first, last)
        speaker = None if attribution is None else speaker_of(attribution)
        return Claim(
            name, mention.document, mention, named, measure, time, attribution, speaker, polarity, modality, span, scope
        )


def _figures(sentences: Sequence[Sentence], bases: Bases) -> list[Figure]:
    """Return the figures of a text with their neighbours, but no repetition ("weekly") and no name of a race."""
    figures: list[Figure] = []
    for sentence in sentences:
        for mention, first, last in sentence.figures:
            amount = amount_kind(mention)
            if amount == "set" or (amount == "length" and names_race(sentence, mention, first, last)):
                continue
            if amount == "percent" and tells_certainty(sentence, last):
                continue
            relation = relate(sentence, first, last, counts=amount in ("count", "order"))
            if amount == "money":
                mention = bases.recurring(sentence, relation, mention)
            figures.append((sentence, mention, amount, relation))
    return figures
