"""Finding attributions: the rules propose, overlaps are settled, speakers are resolved."""

from attrs import Factory, field, frozen

from claimcheck.attribution.circumstances import medium_of, moment_of
from claimcheck.attribution.descriptions import read_phrase
from claimcheck.attribution.drafts import Draft, Held, Reach, Reading
from claimcheck.attribution.grammar import Grammar
from claimcheck.attribution.layout import quotes_in, read_layout
from claimcheck.attribution.phrasal import read_phrases
from claimcheck.attribution.quotes import find_quotes
from claimcheck.attribution.relays import find_origins
from claimcheck.attribution.speakers import resolve
from claimcheck.attribution.stage import NOBODY, Speaker, Stage
from claimcheck.attribution.verbs import read_verbs
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Reporting
from claimcheck.model import (
    Attribution,
    AttributionKind,
    Document,
    Mention,
    Modality,
    Names,
    Passage,
    Polarity,
    Span,
    Tokens,
)
from claimcheck.model.internal import evolve, maker

make_attribution, make_passage = maker(Attribution), maker(Passage)

Resolved = tuple[int, int, int, Draft, list[Held], Speaker, Speaker | None]
"""Where a content begins, how far it goes (what contains another comes before it), and its number; then whose it is."""


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
        default=Factory(lambda self: Grammar.load(self.lexicon, self._words), takes_self=True),
    )

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return (self._grammar.cues,)

    def find(
        self, document: Document, tokens: Tokens, mentions: tuple[Mention, ...], names: Names
    ) -> tuple[Attribution, ...]:
        """Return the attributions of a document in order of their first content piece."""
        if not tokens.size:
            return ()
        reading = Reading.of(tokens, self._words, self._grammar, find_quotes(tokens))
        drafts = read_verbs(reading)
        drafts += read_phrases(reading)
        relays = [draft for draft in drafts if draft.cites]
        drafts += read_layout(reading, quotes_in(reading, drafts))
        if not drafts:
            return ()
        drafts = _settled(reading, drafts)
        origins = find_origins(reading, drafts, relays) if relays else {}
        return _attributions(document, reading, mentions, names, drafts, origins)


def _settled(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Order the drafts, cut a content where the next speaker's clause begins, and drop repeats."""
    drafts = sorted([draft for draft in drafts if draft.pieces], key=_order)
    kept: list[Draft] = []
    sourced = {draft.pieces[0][0] for draft in drafts if draft.speaker is not None}
    for draft in drafts:
        if draft.speaker is None and not draft.inherits and draft.pieces[0][0] in sourced:
            continue
        if kept:
            kept[-1] = _cut(reading, kept[-1], draft)
        kept.append(draft)
    return kept


def _order(draft: Draft) -> tuple[Reach, tuple[Reach, ...]]:
    return draft.cue or draft.pieces[0], draft.pieces


def _cut(reading: Reading, draft: Draft, following: Draft) -> Draft:
    """End a content before the clause of the next cue, where a conjunction or a participle opens that clause."""
    if draft.cue is None or following.cue is None:
        return draft
    first, last = draft.pieces[-1]
    begin, end = following.pieces[0]
    if first < end < last and begin <= draft.cue[0] < end:
        return evolve(draft, pieces=(*draft.pieces[:-1], (first, end)))  # "police raised it to 17, Lund said"
    opens = following.cue[0]
    if following.speaker is not None and following.speaker[0] < opens:
        opens = following.speaker[0]
    if not first < opens < last or reading.quote_of[opens] >= 0 or begin < opens:
        return draft
    at = opens
    while at > first and (
        reading.norms[at - 1] in reading.grammar.adverbs or reading.norms[at - 1] in reading.grammar.auxiliaries
    ):
        at -= 1
    joined = reading.norms[at - 1]
    if joined in ("and", "but", "while", "whereas"):
        comma = reading.kinds[at - 2] == "," if at - 2 > first else False
        if not comma and not (following.inherits and joined in ("and", "but")):
            return draft
        at -= 2 if comma else 1
    elif reading.kinds[at - 1] == "," and following.inherits or reading.kinds[at - 1] == ";":
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
    stage, quote_of = Stage(), reading.quote_of
    resolved: list[Resolved] = []
    speakers: dict[int, Speaker] = {}
    for at, draft in enumerate(drafts):
        pieces = draft.pieces
        number = quote_of[draft.cue[0]] if draft.cue else -1
        speaker = resolve(reading, names, stage, draft, speakers.get(number))
        origin = read_phrase(reading, names, stage, origins[at]) if at in origins else None
        if number < 0:
            stage.enter(speaker)
        held = reading.held(pieces) if reading.quotes else []
        for quote, _ in held:
            speakers.setdefault(quote, speaker)
        resolved.append((pieces[0][0], -pieces[-1][1], at, draft, held, speaker, origin))
    resolved.sort()
    times = [mention for mention in mentions if mention.timex is not None]
    starts = [mention.start for mention in times]
    found: list[Attribution] = []
    open_: list[tuple[int, Attribution]] = []
    token_starts, token_ends, norms = reading.tokens.starts, reading.tokens.ends, reading.norms
    for first, last, _, draft, held, speaker, origin in resolved:
        start, end = token_starts[first], token_ends[-last - 1]
        if draft.speaker is not None and norms[draft.speaker[0]] in ("i", "we"):
            speaker = _first_person(reading, speakers, draft, speaker)
        while open_ and open_[-1][0] < end:
            open_.pop()
        made = _attribution(
            document,
            reading,
            draft,
            (Span(start, end),) if len(draft.pieces) == 1 else _content(reading.tokens, draft.pieces),
            held,
            speaker,
            origin,
            f"{document.id}#a{len(found) + 1}",
            _innermost(open_, start, end) if open_ else None,
            moment_of(reading, draft, times, starts) if times else None,
        )
        found.append(made)
        open_.append((end, made))
    return tuple(found)


def _innermost(outer: list[tuple[int, Attribution]], start: int, end: int) -> str | None:
    """Return the id of the last attribution whose content holds a stretch of text."""
    for _, attribution in reversed(outer[-4:]):
        if attribution.covers(start, end):
            return attribution.id
    return None


def _first_person(reading: Reading, speakers: dict[int, Speaker], draft: Draft, speaker: Speaker) -> Speaker:
    """Give "I" and "we" in a quote to the one whose words it holds, who may stand after it."""
    if draft.cue is None:
        return speaker
    holder = speakers.get(reading.quote_of[draft.cue[0]], NOBODY) if reading.quote_of[draft.cue[0]] >= 0 else NOBODY
    return Speaker(speaker.reach, holder.name, speaker.type, holder.entity)


def _attribution(
    document: Document,
    reading: Reading,
    draft: Draft,
    content: tuple[Span, ...],
    held: list[Held],
    speaker: Speaker,
    origin: Speaker | None,
    number: str,
    within: str | None,
    when: str | None,
) -> Attribution:
    tokens, grade = reading.tokens, reading.words.grades[draft.grade]
    modality: Modality = grade.modality
    polarity: Polarity = grade.polarity
    if draft.negated:
        believed = draft.grade in ("believed", "estimated", "predicted")
        modality, polarity = ("denied", "negative") if believed else ("hypothetical", polarity)
    return make_attribution(
        number,
        document.id,
        _kind(reading, draft, held) if held else "indirect",
        content,
        draft.cue and _passage(tokens, draft.cue),
        speaker.reach and _passage(tokens, speaker.reach),
        origin.name if origin else speaker.name,
        origin.type if origin else speaker.type,
        draft.grade,
        medium_of(reading, draft),
        when,
        within,
        speaker.name if origin else None,
        polarity,
        modality,
    )


def _content(tokens: Tokens, pieces: tuple[Reach, ...]) -> tuple[Span, ...]:
    return tuple([Span(tokens.starts[first], tokens.ends[last - 1]) for first, last in pieces])


def _passage(tokens: Tokens, reach: Reach) -> Passage:
    first, last = reach
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return make_passage(start, end, tokens.text[start:end])


def _kind(reading: Reading, draft: Draft, held: list[Held]) -> AttributionKind:
    """Tell whether the content is quoted wholly, in part or not at all; what lies in a quote is as its cue gives it."""
    outer = reading.quote_of[draft.cue[0]] if draft.cue else -1
    quoted = 0
    for number, (first, last) in held:
        if number != outer:
            quote = reading.quotes[number]
            quoted += min(last, quote.last) - max(first, quote.first)
    if not quoted:
        return "indirect"
    return "direct" if sum([last - first for first, last in draft.pieces]) - quoted <= 2 else "mixed"
