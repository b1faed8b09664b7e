"""Building claims."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import field, frozen

from claimcheck.claims.antecedents import in_full
from claimcheck.claims.bases import Bases, recurring
from claimcheck.claims.carrying import holder_of, known_on, time_from
from claimcheck.claims.drafts import Draft, completed, names_race, subject_of
from claimcheck.claims.events import events_of
from claimcheck.claims.frames import Frame
from claimcheck.claims.headings import Heading
from claimcheck.claims.measures import Measures, amount_kind
from claimcheck.claims.modality import factuality, modality_of, moods, polarity_of
from claimcheck.claims.relations import relate
from claimcheck.claims.scoping import Surroundings, participants_of, scope_of
from claimcheck.claims.speakers import Covering, speaker_of
from claimcheck.claims.subjects import fallback, whole_subject
from claimcheck.claims.surveys import Setting, survey
from claimcheck.claims.tables import Columns, heads_column
from claimcheck.claims.tagging import Placed
from claimcheck.claims.timing import Dated, time_of
from claimcheck.claims.topics import topic
from claimcheck.claims.words import WordClasses
from claimcheck.lexicons import Lexicon
from claimcheck.model import (
    Attribution,
    Claim,
    ClaimTime,
    Document,
    Mention,
    Modality,
    Names,
    Passage,
    Scope,
    Span,
    Tokens,
)


@frozen
class ClaimBuilder:
    """Makes claims of mentions: what each counts or measures, when, and who says so."""

    lexicon: Lexicon
    _classes: WordClasses = field(init=False, repr=False, eq=False)
    _measures: Measures = field(init=False, repr=False, eq=False)
    _bases: Bases = field(init=False, repr=False, eq=False)
    _moods: Mapping[str, Modality] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the lexicon."""
        classes = WordClasses.build(self.lexicon)
        object.__setattr__(self, "_classes", classes)
        object.__setattr__(self, "_measures", Measures.build(self.lexicon, classes))
        object.__setattr__(self, "_bases", Bases.build(self.lexicon))
        object.__setattr__(self, "_moods", moods(classes))

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
        speaking = frozenset(item.when for item in attributions if item.when is not None)
        covering = Covering.of(attributions)
        about = cache(lambda: topic(document, names))
        columns = Columns(tokens, mentions)
        frame = Frame(dated, Heading.titled(document.text))
        spoken = {item.id: item for item in mentions if item.id in speaking} if dated is not None else {}
        claims: list[Claim] = []
        # Each step reads the whole text before the next begins: the code of one stays in the processor's cache.
        settings = list(survey(tokens, mentions, names, speaking, self._classes))
        drafted = [self._drafts(setting, speaking) for setting in settings]
        for setting, drafts in zip(settings, drafted, strict=True):
            frame = frame.after(setting.sentence, setting.times, setting.number, setting.span.start)
            for draft in drafts:
                scope, named = holder_of(draft, setting, names, about)
                time = time_from(draft, setting, frame, columns)
                said = covering.innermost(draft.mention)
                if time is None and said is not None and said.when in spoken:
                    time = known_on(draft, spoken[said.when])
                claims.append(
                    self._claim(f"{document.id}#c{len(claims) + 1}", draft, setting, scope, named, time, said)
                )
        return tuple(claims)

    def _drafts(self, setting: Setting, speaking: frozenset[str]) -> list[Draft]:
        times = {item.mention.id: item for item in setting.times}
        drafts: list[Draft] = []
        previous: Draft | None = None
        for placed in setting.mentions:
            name = placed[0].id
            if name in times:
                drafts.extend(self._events(setting, times[name]))
            elif name not in speaking:
                previous = self._figure(setting, placed, previous)
                if previous is not None:
                    drafts.append(previous)
        return drafts

    def _figure(self, setting: Setting, placed: Placed, previous: Draft | None) -> Draft | None:
        mention, first, last = placed
        amount = amount_kind(mention)
        if amount == "set" or names_race(setting.sentence, mention, first, last):
            return None
        sentence = setting.sentence
        relation = relate(sentence, first, last, counts=amount in ("count", "order"))
        if amount == "money":
            mention = recurring(sentence, relation, mention)
        measured = self._measures.find(sentence, relation, amount)
        around = Surroundings.of(sentence, relation, measured, amount, setting.places)
        scope = scope_of(around, self._measures, self._bases, mention.quantity)
        time = time_of(sentence, relation, setting.times)
        draft = Draft(mention, measured, subject_of(relation, measured), scope, time, relation)
        return draft if previous is None else completed(draft, previous, sentence)

    def _events(self, setting: Setting, item: Dated) -> list[Draft]:
        sentence = setting.sentence
        drafts: list[Draft] = []
        if heads_column(sentence.tokens, sentence.offset + item.first):
            return drafts
        for mention, event in events_of(sentence, item, self._measures.known):
            around = Surroundings.of(sentence, event.relation, event.measured, "date", setting.places)
            scope = participants_of(around, event.subject, event.object, self._bases)
            drafts.append(Draft(mention, event.measured, event.measured.phrase, scope, None, event.relation))
        return drafts

    def _claim(
        self,
        name: str,
        draft: Draft,
        setting: Setting,
        scope: Scope,
        named: Passage | None,
        time: ClaimTime | None,
        attribution: Attribution | None,
    ) -> Claim:
        sentence, relation, mention, span = setting.sentence, draft.relation, draft.mention, setting.span
        measure = draft.measured.measure if draft.measured else None
        own = modality_of(sentence, relation, self._moods, scope.basis, measure)
        modality, polarity = factuality(own, polarity_of(sentence, relation), attribution)
        subject = draft.subject
        if subject is None and named is None and scope.amount not in ("count", "order"):
            subject = fallback(sentence, relation)
        if mention.start < span.start or mention.end > span.end:  # a unit on the next line belongs to its number
            span = Span(min(span.start, mention.start), max(span.end, mention.end))
        return Claim(
            id=name,
            document=mention.document,
            mention=mention,
            subject=named if named or not subject else in_full(sentence, *whole_subject(sentence, subject, relation)),
            measure=measure,
            time=time,
            attribution=attribution,
            speaker=speaker_of(attribution),
            polarity=polarity,
            modality=modality,
            sentence=span,
            scope=scope,
        )
