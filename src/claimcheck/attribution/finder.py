"""Finding attributions: the rules propose, overlaps are settled, speakers are resolved."""

from typing import Literal

from attrs import Factory, evolve, field, frozen

from claimcheck.attribution.circumstances import medium_of, moment_of
from claimcheck.attribution.descriptions import read_phrase
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.grammar import source_grammar
from claimcheck.attribution.layout import quotes_in, read_layout
from claimcheck.attribution.phrasal import read_phrases
from claimcheck.attribution.quotes import find_quotes
from claimcheck.attribution.relays import find_origins
from claimcheck.attribution.speakers import resolve
from claimcheck.attribution.stage import NOBODY, Speaker, Stage
from claimcheck.attribution.verbs import read_verbs
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting
from claimcheck.model import Attribution, Document, Mention, Modality, Names, Passage, Polarity, Span, Tokens

RULES = (read_verbs, read_phrases)


@frozen
class AttributionFinder:
    """Finds who said what."""

    lexicon: Lexicon
    _words: Reporting = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: Reporting.load(self.lexicon), takes_self=True)
    )
    _grammar: Grammar = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: source_grammar(self.lexicon, self._words), takes_self=True),
    )

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return (self._grammar["cues"],)

    def find(
        self, document: Document, tokens: Tokens, mentions: tuple[Mention, ...], names: Names
    ) -> tuple[Attribution, ...]:
        """Return the attributions of a document in order of their first content piece."""
        if not tokens.size:
            return ()
        reading = Reading.of(tokens, self._words, self._grammar, find_quotes(tokens))
        drafts = [draft for rule in RULES for draft in rule(reading)]
        relays = [draft for draft in drafts if draft.cites]
        drafts += read_layout(reading, quotes_in(reading, drafts))
        if not drafts:
            return ()
        drafts = _settled(reading, drafts)
        return _attributions(document, reading, mentions, names, drafts, find_origins(reading, drafts, relays))


def _settled(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Order the drafts, cut a content where the next speaker's clause begins, and drop repeats."""
    drafts = sorted(
        (draft for draft in drafts if draft.pieces), key=lambda draft: (draft.cue or draft.pieces[0], draft.pieces)
    )
    kept: list[Draft] = []
    sourced = {draft.pieces[0][0] for draft in drafts if draft.speaker is not None}
    for draft in drafts:
        if draft.speaker is None and not draft.inherits and draft.pieces[0][0] in sourced:
            continue
        if kept:
            kept[-1] = _cut(reading, kept[-1], draft)
        kept.append(draft)
    return kept


def _cut(reading: Reading, draft: Draft, following: Draft) -> Draft:
    """End a content before the clause of the next cue, where a conjunction or a participle opens that clause."""
    if draft.cue is None or following.cue is None or not draft.pieces:
        return draft
    first, last = draft.pieces[-1]
    outer = following.pieces[0] if following.pieces else (0, 0)
    if outer[0] <= draft.cue[0] < outer[1] and first < outer[1] < last:
        return evolve(draft, pieces=(*draft.pieces[:-1], (first, outer[1])))  # "police raised it to 17, Lund said"
    opens = following.speaker[0] if following.speaker and following.speaker[0] < following.cue[0] else following.cue[0]
    if (
        not first < opens < last
        or reading.quote_of[opens] >= 0
        or (following.pieces and following.pieces[0][0] < opens)
    ):
        return draft
    tokens = reading.tokens
    at = opens
    while at > first and (
        tokens.norms[at - 1] in reading.grammar["adverbs"] or tokens.norms[at - 1] in reading.grammar["auxiliaries"]
    ):
        at -= 1
    joined = tokens.norms[at - 1]
    if joined in ("and", "but", "while", "whereas"):
        comma = tokens.kinds[at - 2] == "," if at - 2 > first else False
        if not comma and not (following.inherits and joined in ("and", "but")):
            return draft
        at -= 2 if comma else 1
    elif tokens.kinds[at - 1] == "," and following.inherits or tokens.kinds[at - 1] == ";":
        at -= 1
    else:
        return draft
    return evolve(draft, pieces=(*draft.pieces[:-1], (first, at))) if at > first else draft


def _attributions(
    document: Document,
    reading: Reading,
    mentions: tuple[Mention, ...],
    names: Names,
    drafts: list[Draft],
    origins: dict[int, Reach],
) -> tuple[Attribution, ...]:
    """Resolve the speakers in text order of the cues, then number the attributions in order of their contents."""
    stage = Stage()
    resolved: list[tuple[Draft, Speaker, Speaker | None]] = []
    speakers: dict[int, Speaker] = {}
    for at, draft in enumerate(drafts):
        number = reading.quote_of[draft.cue[0]] if draft.cue else -1
        holder = speakers.get(number) if number >= 0 else None
        speaker = resolve(reading, names, stage, draft, holder)
        origin = read_phrase(reading, names, stage, origins[at]) if at in origins else None
        if number < 0:
            stage.enter(speaker)
        for piece in draft.pieces if reading.quotes else ():
            for quote in reading.quotes_in(piece):
                speakers.setdefault(quote, speaker)
        resolved.append((draft, speaker, origin))
    ordered = sorted(resolved, key=lambda item: (item[0].pieces[0][0], -item[0].pieces[-1][1]))
    times = [mention for mention in mentions if mention.timex is not None]
    starts = [mention.start for mention in times]
    found: list[Attribution] = []
    open_: list[Attribution] = []
    tokens = reading.tokens
    for draft, speaker, origin in ordered:
        start, end = tokens.starts[draft.pieces[0][0]], tokens.ends[draft.pieces[-1][1] - 1]
        while open_ and open_[-1].content[-1].end < end:
            open_.pop()
        made = _attribution(
            document,
            reading,
            draft,
            _first_person(reading, speakers, draft, speaker),
            origin,
            number=f"{document.id}#a{len(found) + 1}",
            within=_innermost(open_, start, end) if open_ else None,
            when=moment_of(reading, draft, times, starts) if times else None,
        )
        found.append(made)
        open_.append(made)
    return tuple(found)


def _innermost(outer: list[Attribution], start: int, end: int) -> str | None:
    """Return the id of the last attribution whose content holds a stretch of text."""
    for attribution in reversed(outer[-4:]):
        if attribution.covers(start, end):
            return attribution.id
    return None


def _first_person(reading: Reading, speakers: dict[int, Speaker], draft: Draft, speaker: Speaker) -> Speaker:
    """Give "I" and "we" in a quote to the one whose words it holds, who may stand after it."""
    if draft.speaker is None or draft.cue is None or reading.tokens.norms[draft.speaker[0]] not in ("i", "we"):
        return speaker
    holder = speakers.get(reading.quote_of[draft.cue[0]], NOBODY) if reading.quote_of[draft.cue[0]] >= 0 else NOBODY
    return Speaker(speaker.reach, holder.name, speaker.type, holder.entity)


def _attribution(
    document: Document,
    reading: Reading,
    draft: Draft,
    speaker: Speaker,
    origin: Speaker | None,
    *,
    number: str,
    within: str | None,
    when: str | None,
) -> Attribution:
    tokens = reading.tokens
    pieces = tuple([Span(tokens.starts[first], tokens.ends[last - 1]) for first, last in draft.pieces])
    grade = reading.words.grades[draft.grade]
    modality: Modality = grade.modality
    polarity: Polarity = grade.polarity
    if draft.negated:
        believed = draft.grade in ("believed", "estimated", "predicted")
        modality, polarity = ("denied", "negative") if believed else ("hypothetical", polarity)
    return Attribution(
        id=number,
        document=document.id,
        kind=_kind(reading, draft),
        content=pieces,
        cue=_passage(tokens, draft.cue),
        speaker=_passage(tokens, speaker.reach),
        name=origin.name if origin else speaker.name,
        source_type=origin.type if origin else speaker.type,
        grade=draft.grade,
        medium=medium_of(reading, draft),
        when=when,
        within=within,
        relay=speaker.name if origin else None,
        polarity=polarity,
        modality=modality,
    )


def _passage(tokens: Tokens, reach: Reach | None) -> Passage | None:
    if reach is None:
        return None
    start, end = tokens.starts[reach[0]], tokens.ends[reach[1] - 1]
    return Passage(start, end, tokens.text[start:end])


def _kind(reading: Reading, draft: Draft) -> Literal["direct", "indirect", "mixed"]:
    """Tell whether the content is quoted wholly, in part or not at all; what lies in a quote is as its cue gives it."""
    if not reading.quotes:
        return "indirect"
    outer = reading.quote_of[draft.cue[0]] if draft.cue else -1
    quoted = plain = 0
    for first, last in draft.pieces:
        plain += last - first
        for number in reading.quotes_in((first, last)):
            if number != outer:
                quote = reading.quotes[number]
                quoted += min(last, quote.last) - max(first, quote.first)
    plain -= quoted
    return "indirect" if not quoted else "direct" if plain <= 2 else "mixed"
