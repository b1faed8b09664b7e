"""Contents of reporting verbs before the verb, and on both sides of it."""

from claimcheck.attribution.clauses import content_end, is_clause, is_headline, quote_chain
from claimcheck.attribution.complements import Right
from claimcheck.attribution.contents import content_after
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import CueWord


def trailing_content(reading: Reading, source: Reach, right: Right, cue: CueWord, bounds: Reach) -> tuple[Reach, ...]:
    """Return the content before "..., Lund said on Monday.", and on both sides of "The dam, Lund said, is safe"."""
    opens = source[0]
    if (
        opens - 2 < bounds[0]
        or reading.kinds[opens - 1] not in ",–"
        or "quote" not in cue.verb.frames | ({"quote"} if "bare" in cue.verb.frames else set())
    ):
        return ()
    if not is_source(reading, source) or opens - 1 - bounds[0] < 2:
        return ()
    comma = right.resume < bounds[1] and reading.kinds[right.resume] in ",–"
    rest = right.resume + 1 if comma else right.resume
    opened = reading.kinds.rfind("(", bounds[0], opens)
    begin = opened + 1 if opened >= 0 and ")" not in reading.kinds[opened:opens] else bounds[0]
    whole = is_clause(reading, begin, opens - 1) or is_headline(reading, begin, opens - 1)
    if comma and rest < bounds[1] and reading.norms[rest] not in reading.grammar.trailers and not right.quoted:
        if reading.norms[rest] in reading.grammar.subordinators or reading.norms[rest].endswith("ing"):
            return ((begin, opens - 1),) if whole else ()
        tail = content_end(reading, rest, bounds[1])
        return ((begin, opens - 1), (rest, tail)) if rest < tail else ((begin, opens - 1),)
    if right.quoted or right.explicit or not whole:
        return ()
    ended = (
        rest >= bounds[1] or reading.kinds[rest] in ".;)" or (comma and reading.norms[rest] in reading.grammar.trailers)
    )
    if "that" not in cue.verb.frames or reading.norms[rest : rest + 1] == ("to",):
        return ()
    joined = not ended and reading.norms[rest] in reading.grammar.joining
    return ((begin, opens - 1),) if ended or joined else ()


def as_said(reading: Reading, cue: Reach, source: Reach, grade: str, right: Right, bounds: Reach) -> Draft | None:
    """Read "As Lund noted, ..." and "..., as Lund noted": the content is the rest of the sentence."""
    if right.quoted and right.begin is not None:
        return Draft(
            content_after(reading, right, bounds[1]),
            cue,
            source,
            grade,
            (bounds[0], right.begin),
            right.audience,
        )
    stop = right.resume
    pieces: list[Reach] = []
    if source[0] - 1 > bounds[0]:
        pieces.append((bounds[0], source[0] - 2 if reading.kinds[source[0] - 2] == "," else source[0] - 1))
    if stop < bounds[1] and reading.kinds[stop] == ",":
        pieces.append((stop + 1, content_end(reading, stop + 1, bounds[1])))
    return Draft(tuple(pieces), cue, source, grade, (cue[1], stop), right.audience)


def with_lead(reading: Reading, number: int, first: int) -> tuple[Reach, ...]:
    """Return a quote, with the words of its sentence before it where they belong to the content."""
    pieces = quote_chain(reading, number)
    quote = reading.quotes[number]
    lead = [at for at in range(first, quote.first - 1) if reading.norms[at] not in reading.grammar.openers]
    if lead and len(lead) < 60 and reading.kinds[quote.first - 2] not in ".:," and reading.quote_of[first] < 0:
        return ((first, quote.last),)
    return pieces


def resumed_quote(reading: Reading, index: int, last: int) -> tuple[Reach, ...]:
    """Return the quote that goes on after the cue within the sentence: `..., he said, "and ..."`."""
    tokens = reading.tokens
    for at in range(index, min(index + 8, tokens.size - 1)):
        if reading.kinds[at] in ".;":
            return ()
        if reading.kinds[at] in "qk" and reading.quote_of[at + 1] >= 0:
            return quote_chain(reading, reading.quote_of[at + 1]) if reading.kinds[at - 1] in ",–:" else ()
    return ()
