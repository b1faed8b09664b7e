"""Building claims."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from attrs import evolve, field, frozen

from claimcheck.claims.antecedents import antecedent, pronoun_of
from claimcheck.claims.events import events_of
from claimcheck.claims.frames import Frame, Heading, year_of
from claimcheck.claims.measures import Measured, Measures, amount_kind
from claimcheck.claims.modality import factuality, modality_of, polarity_of
from claimcheck.claims.phrases import NounPhrase
from claimcheck.claims.relations import Relation, relate
from claimcheck.claims.scoping import Surroundings, participants_of, scope_of
from claimcheck.claims.sentences import Sentence, read_sentence
from claimcheck.claims.tables import column_year
from claimcheck.claims.timing import Dated, dated, time_of
from claimcheck.claims.topics import topic
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of
from claimcheck.model import Attribution, Claim, ClaimTime, Document, Mention, Name, Names, Passage, Scope, Span, Tokens

WINDOW = 160
"""A sentence of more tokens than this is read in pieces of as many, so that no text costs more than its length."""

MARGIN = 30
"""How many tokens before and after its piece of a long sentence a figure sees."""


def _window(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    """Return the number of a mention's sentence and of the piece of it that holds the mention."""
    index = tokens.at(mention.start)
    number = tokens.sentence_index(index)
    return number, (index - tokens.sentence_starts[number]) // WINDOW


@frozen
class Setting:
    """What is the same for all claims of one sentence."""

    sentence: Sentence
    span: Span
    times: tuple[Dated, ...]
    places: tuple[tuple[Mention, int, int], ...]


@frozen
class Draft:
    """A claim without its id and attribution."""

    mention: Mention
    measured: Measured | None
    subject: NounPhrase | None
    scope: Scope
    time: ClaimTime | None
    relation: Relation
    passage: Span | None = None


@frozen
class ClaimBuilder:
    """Makes claims of mentions: what each counts or measures, when, and who says so."""

    lexicon: Lexicon
    _classes: WordClasses = field(init=False, repr=False, eq=False)
    _measures: Measures = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the lexicon."""
        classes = WordClasses.build(self.lexicon)
        object.__setattr__(self, "_classes", classes)
        object.__setattr__(self, "_measures", Measures.build(self.lexicon, classes))

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
        speaking = frozenset(item.when for item in attributions if item.when is not None)
        covering = Covering.of(attributions)
        about = topic(document, names)
        frame = Frame(dated, Heading.titled(document.text))
        claims: list[Claim] = []
        for (number, window), group in groupby(mentions, key=lambda mention: _window(tokens, mention)):
            setting = self._setting(tokens, number, window, tuple(group), names, speaking)
            frame = frame.after(setting.sentence, setting.times, number, setting.span.start)
            for draft in self._drafts(setting, speaking):
                draft = framed(headed(resolved(draft, setting, names), about), setting, frame, number)
                claims.append(self._claim(document, setting, draft, covering.innermost(draft.mention), len(claims) + 1))
        return tuple(claims)

    def _setting(
        self,
        tokens: Tokens,
        number: int,
        window: int,
        mentions: Sequence[Mention],
        names: Names,
        speaking: frozenset[str],
    ) -> Setting:
        begin, end = tokens.sentence(number)
        first = max(begin, begin + window * WINDOW - MARGIN)
        last = min(end, begin + (window + 1) * WINDOW + MARGIN)
        sentence = read_sentence(tokens, first, last, self._classes, mentions, names)
        span = Span(tokens.starts[begin], tokens.ends[end - 1])
        places = tuple((mention, *_tokens_of(tokens, mention, first)) for mention in mentions)
        times = tuple(
            dated(sentence, mention, begin, end)
            for mention, begin, end in places
            if sentence.tags[begin : begin + 1] == "t" and mention.id not in speaking
        )
        return Setting(sentence, span, times, places)

    def _drafts(self, setting: Setting, speaking: frozenset[str]) -> Iterator[Draft]:
        times = {item.mention.id: item for item in setting.times}
        previous: Draft | None = None
        for mention, first, last in setting.places:
            if mention.id in times:
                yield from self._events(setting, times[mention.id])
            elif mention.id not in speaking:
                previous = self._figure(setting, mention, first, last, previous)
                if previous is not None:
                    yield previous

    def _figure(
        self, setting: Setting, mention: Mention, first: int, last: int, previous: Draft | None
    ) -> Draft | None:
        amount = amount_kind(mention)
        if amount == "set":
            return None
        sentence = setting.sentence
        relation = relate(sentence, first, last, counts=amount in ("count", "order"))
        measured = self._measures.find(sentence, relation, amount)
        around = Surroundings.of(sentence, relation, measured, amount)
        scope = scope_of(around, self._measures, mention.quantity)
        subject = _subject(relation, measured)
        draft = Draft(mention, measured, subject, scope, time_of(sentence, relation, setting.times), relation)
        return draft if previous is None else completed(draft, previous, sentence)

    def _events(self, setting: Setting, item: Dated) -> Iterator[Draft]:
        sentence = setting.sentence
        relation = relate(sentence, item.first, item.last, counts=False)
        for mention, event in events_of(sentence, item, relation, self._measures):
            around = Surroundings.of(sentence, event.relation, event.measured, "date")
            scope = participants_of(around, event.subject, event.object, self._measures)
            yield Draft(mention, event.measured, event.measured.phrase, scope, None, event.relation)

    def _claim(
        self, document: Document, setting: Setting, draft: Draft, attribution: Attribution | None, number: int
    ) -> Claim:
        sentence, relation = setting.sentence, draft.relation
        own = modality_of(sentence, relation, self._classes, draft.scope.basis)
        modality, polarity = factuality(own, polarity_of(sentence, relation), attribution)
        where = draft.passage
        if where is None and draft.subject is not None:
            where = sentence.span(draft.subject.first, draft.subject.last)
        return Claim(
            id=f"{document.id}#c{number}",
            document=document.id,
            mention=draft.mention,
            subject=None if where is None else Passage.cut(document.text, where.start, where.end),
            measure=draft.measured.measure if draft.measured else None,
            time=draft.time,
            attribution=attribution,
            speaker=_speaker(attribution),
            polarity=polarity,
            modality=modality,
            sentence=_holding(setting.span, draft.mention),
            scope=draft.scope,
        )


def headed(draft: Draft, about: Name | None) -> Draft:
    """Say of what the document is about an amount that is said of nothing: "Weight: 14 kg", "Revenue was 5"."""
    scope = draft.scope
    bare = scope.holder is None and scope.head is None and not scope.names and draft.passage is None
    if about is None or not bare or not scope.known or scope.amount in ("count", "order", "date"):
        return draft
    return evolve(draft, scope=evolve(scope, holder=about.canonical))


def framed(draft: Draft, setting: Setting, frame: Frame, number: int) -> Draft:
    """Give a figure whose clause names no time that of the document's heading or event."""
    if draft.time is not None or draft.scope.amount == "date":
        return draft
    measure = draft.measured.measure if draft.measured else None
    sentence = setting.sentence
    year = (
        column_year(sentence.tokens, sentence.offset + draft.relation.first) if draft.relation.role == "label" else None
    )
    if year is not None:
        return evolve(draft, time=year_of(year))
    time = frame.time(sentence, draft.relation, draft.scope, measure, number)
    return draft if time is None else evolve(draft, time=time)


def resolved(draft: Draft, setting: Setting, names: Names) -> Draft:
    """Say who a pronoun before the verb or noun of a figure stands for, where a name before it fits."""
    pronoun = pronoun_of(setting.sentence, draft.relation)
    found = None if pronoun is None else antecedent(names, pronoun, setting.span.start)
    if found is None:
        return draft
    span, name = found
    scope = evolve(draft.scope, holder=name.canonical)
    if draft.scope.amount == "date" and name.canonical not in scope.participants:
        scope = evolve(scope, participants=(name.canonical, *scope.participants))
    return evolve(draft, scope=scope, passage=span if draft.subject is None else None)


def coordinated(relation: Relation, previous: Relation, sentence: Sentence) -> bool:
    """Tell whether a figure continues a list of objects: "four Olves, seven Brins and two crowns"."""
    between = sentence.tags[previous.last : relation.first]
    return relation.verb is None and previous.role == "object" and not set(between) - set("nNjuz0'-,cdro")


def _shared(draft: Draft, previous: Draft) -> Draft:
    """Give a figure in a list the verb and holder of the one before it."""
    scope, before = draft.scope, previous.scope
    measured = draft.measured
    if measured is not None and measured.entry is None and previous.measured is not None and scope.amount == "count":
        noun, _, done = previous.measured.measure.partition(" ")
        if done and noun != previous.measured.measure and before.event == previous.relation.verb_lemma:
            measured = evolve(measured, measure=f"{measured.measure} {done}")
    return evolve(
        draft,
        measured=measured,
        scope=evolve(scope, event=before.event, holder=scope.holder or before.holder),
        relation=evolve(draft.relation, verb=previous.relation.verb, role="object", subject=previous.relation.subject),
    )


def completed(draft: Draft, previous: Draft, sentence: Sentence) -> Draft:
    """Give a figure without a noun what the one before it in the sentence counts or measures, where it continues that.

    "Of the 484 members, 262 voted no", "12 people were killed and 30 injured", "revenue of 5, up 9 percent".
    """
    scope, before = draft.scope, previous.scope
    if coordinated(draft.relation, previous.relation, sentence):
        draft = _shared(draft, previous)
        scope = draft.scope
    if scope.amount == "count" == before.amount and draft.relation.counted is None and draft.relation.measured is None:
        if scope.known and (before.head is None or scope.head != "person"):
            return draft
        measured = draft.measured if scope.known else None
        verb = draft.relation.verb
        label = before.head or ""
        if verb is not None and draft.relation.role == "subject" and verb.lemma not in ("be", "have"):
            label = f"{label} {forms_of(verb.lemma)['participle' if draft.relation.passive else 'gerund']}"
        return evolve(
            draft,
            measured=measured or Measured(label or "count", None, previous.subject),
            subject=draft.subject or previous.subject,
            scope=evolve(scope, head=before.head, names=before.names, words=before.words),
        )
    changes = "change" in scope.basis and draft.measured is None
    if changes or (draft.measured is None and scope.amount == before.amount):
        return evolve(
            draft,
            measured=previous.measured,
            subject=previous.subject,
            scope=evolve(
                before,
                basis=tuple(sorted({*before.basis, *scope.basis})),
                direction=scope.direction,
                amount=scope.amount,
            ),
        )
    return draft


@frozen
class Covering:
    """The content pieces of a document's attributions, by where they start, to look up who says what stands at a place."""

    pieces: tuple[tuple[int, int, int], ...]
    attributions: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: tuple[Attribution, ...]) -> "Covering":
        """Order the pieces."""
        pieces = [(span.start, span.end, index) for index, item in enumerate(attributions) for span in item.content]
        return cls(tuple(sorted(pieces)), attributions)

    def innermost(self, mention: Mention) -> Attribution | None:
        """Return the attribution with the shortest piece around a mention."""
        index = bisect_right(self.pieces, (mention.start, 1 << 60, 0)) - 1
        best: tuple[int, int] | None = None
        for start, end, owner in reversed(self.pieces[max(0, index - 12) : index + 1]):
            if end >= mention.end and (best is None or end - start < best[0]):
                best = (end - start, owner)
        return None if best is None else self.attributions[best[1]]


def _speaker(attribution: Attribution | None) -> str | None:
    if attribution is None:
        return None
    return attribution.name or (attribution.speaker.text if attribution.speaker else None)


def _subject(relation: Relation, measured: Measured | None) -> NounPhrase | None:
    """Return the phrase that the figure counts or measures."""
    if relation.counted is not None and (measured is None or measured.phrase is None):
        return relation.counted
    phrase = (measured.phrase if measured else None) or relation.measured
    if phrase is None or (relation.subject is not None and relation.subject.head == phrase.head):
        return relation.subject or phrase
    return phrase


def _tokens_of(tokens: Tokens, mention: Mention, offset: int) -> tuple[int, int]:
    """Return a mention's tokens within its sentence, its modifier included where it stands just before it."""
    begin = mention.start
    modifier = mention.modifier
    if modifier is not None and modifier.end <= begin <= modifier.end + 2:
        begin = modifier.start
    return max(0, tokens.at(begin) - offset), tokens.at(mention.end - 1) - offset + 1


def _holding(sentence: Span, mention: Mention) -> Span:
    """Return a sentence with all of a mention: a unit on the next line belongs to its number, whatever broke the line."""
    return Span(min(sentence.start, mention.start), max(sentence.end, mention.end))
