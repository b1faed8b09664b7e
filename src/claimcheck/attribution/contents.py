"""Contents of reporting verbs after the verb, in the constructions it takes."""

from claimcheck.attribution.clauses import (
    clause_end,
    content_end,
    figure_in_phrase,
    is_clause,
    is_headline,
    quote_chain,
)
from claimcheck.attribution.complements import Right
from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import CueWord

LOOSE = frozenset(["believed"])
"""Grades whose cues govern one clause: what follows ", but he ..." is the writer's again."""

PHRASAL, POINTED = frozenset(["np", "of", "for"]), frozenset(["at", "figure"])
"""Frames of a content that is a noun phrase, and of one that is a value."""
GOVERNED = PHRASAL | {"to", "at"}
"""Frames of a content that a preposition may open, or none."""
FAR = frozenset(["at", "to", "from"])
"""Prepositions before a value."""

LONGEST_INNER = 200
"""Tokens of the longest quote within a quote."""
SPEAKING = frozenset(["i", "we", "you"])
"""Sources whose cues are as loose."""
FIGURED = frozenset(["estimated", "predicted", "believed", "promised"])
"""Grades that a phrase with a figure suffices for in the first person."""


def content_after(reading: Reading, right: Right, last: int, *, loose: bool = False) -> tuple[Reach, ...]:
    """Return the pieces of what follows a cue; a loose cue ("I think") governs no more than its clause."""
    assert right.begin is not None
    begin = right.begin
    if right.quoted:
        number = reading.quote_of[begin]
        quote = reading.quotes[number]
        if reading.quote_of[begin - 1] == number:
            return ((begin, _inner_end(reading, begin, quote.last)),)
        rest = content_end(reading, quote.last, last) if quote.last < last else last
        tail = rest - quote.last - quote.closed
        if (
            tail > 2
            and reading.kinds[quote.last - 1] not in ",.?!"
            and reading.norms[quote.last + 1] not in reading.grammar.after_quotes
        ):
            return ((begin, rest),)
        return quote_chain(reading, number)
    begin += reading.norms[begin] == "that"
    end = content_end(reading, begin, last)
    if loose:
        end = clause_end(reading, begin, end)
    return ((begin, end),) if begin < end else ()


def _inner_end(reading: Reading, begin: int, last: int) -> int:
    """Return where single marks close within a quote: "He told me, 'Forty boats are gone,' and ran"."""
    tokens = reading.tokens
    ceiling = min(last, tokens.size - 1, begin + LONGEST_INNER)
    loose = ceiling
    mark = reading.kinds.find("k", begin, ceiling)
    while mark > 0:
        if tokens.glued(mark) and reading.kinds[mark - 1] in ".,?!":
            return mark
        ended = not tokens.glued(mark + 1) or reading.kinds[mark + 1] in ".,;"
        if loose == ceiling and tokens.glued(mark) and ended:
            loose = mark
        mark = reading.kinds.find("k", mark + 1, ceiling)
    return loose


def taken_content(reading: Reading, right: Right, cue: CueWord, source: Reach, last: int) -> tuple[Reach, ...]:
    """Return the content after a verb in one of the constructions it takes, nothing where none fits."""
    if right.begin is None:
        return ()
    frames, begin = cue.verb.frames, right.begin
    loose = cue.verb.grade in LOOSE or reading.norms[source[0]] in SPEAKING
    if right.quoted:
        return content_after(reading, right, last, loose=loose) if _speaks_quote(reading, frames, begin, last) else ()
    if "bare" in frames and reading.norms[source[0] - 1] in ("which", "who") and _is_relative(reading, source, begin):
        comma = reading.kinds.find(",", begin, last)
        return ((begin, comma if comma > 0 else content_end(reading, begin, last)),)
    if right.explicit and _takes_clause(reading, cue, begin, last):
        return content_after(reading, right, last, loose=loose)
    if right.explicit and frames.isdisjoint(GOVERNED):
        return ()
    if "bare" in frames and _is_bare(reading, cue, begin, last):
        return content_after(reading, right, last, loose=loose)
    if (
        _takes_phrase(reading, frames, begin, last)
        and not _reports_act(reading, cue, source, begin)
        and figure_in_phrase(reading, begin, last)
        and is_source(reading, source)
    ):
        return content_after(reading, right, last, loose=loose)
    return _labelled(reading, frames, begin, last)


def _is_relative(reading: Reading, source: Reach, begin: int) -> bool:
    """Tell whether a relative clause holds the cue behind "which" or "who": "40 boats, which Lund says sank in May"."""
    word, grammar = reading.norms[begin], reading.grammar
    return source[0] > 0 and (word in grammar.auxiliaries or word in grammar.finite)


def _reports_act(reading: Reading, cue: CueWord, source: Reach, begin: int) -> bool:
    """Tell whether a verb with a mere phrase tells what somebody did: "I wanted 40 boats", "she showed us 40 boats"."""
    word = reading.norms[source[0]]
    if cue.verb.acts and not set(cue.verb.acts).isdisjoint(reading.norms[begin : begin + 8]):
        return True
    if cue.verb.grade == "found" and word in ("he", "she"):
        return True
    return cue.verb.grade not in FIGURED and word in SPEAKING


def _speaks_quote(reading: Reading, frames: frozenset[str], begin: int, last: int) -> bool:
    quote = reading.quotes[reading.quote_of[begin]]
    long = quote.last - quote.first > 3 or reading.kinds[quote.last - 1] in ",.?!"
    return ("quote" in frames and long) or ("bare" in frames and is_clause(reading, begin - 1, last))


def _takes_clause(reading: Reading, cue: CueWord, begin: int, last: int) -> bool:
    word, frames = reading.norms[begin], cue.verb.frames
    if word == "that":
        return "that" in frames or "bare" in frames
    if word in ("whether", "if") or "whether" in frames:
        return "whether" in frames or "that" in frames
    return ("that" in frames or "bare" in frames) and (
        word != "what" or cue.verb.grade != "believed" or is_clause(reading, begin, last)
    )


def _is_bare(reading: Reading, cue: CueWord, begin: int, last: int) -> bool:
    """Tell whether a clause without "that" follows; only "say" and "tell" take one with a verb far away."""
    frames = cue.verb.frames
    if "to" in frames and _has_to(reading, begin, last):
        return False
    if is_clause(reading, begin, last, strict=cue.verb.key not in ("say", "tell")):
        return True
    return "inverted" in frames and is_headline(reading, begin, last) and reading.kinds[begin] != "a"


def _takes_phrase(reading: Reading, frames: frozenset[str], begin: int, last: int) -> bool:
    """Tell whether a noun phrase, an infinitive or a thing with its figure follows a verb that takes it."""
    norms = reading.norms
    if reading.quote_of[begin] >= 0:
        return False  # "we counted 40 boats" in a quote reports an act
    if "to" in frames and _has_to(reading, begin, last):
        return True
    if not frames.isdisjoint(PHRASAL) and norms[begin] not in reading.grammar.no_start:
        return True
    return not (frames.isdisjoint(POINTED) or FAR.isdisjoint(norms[begin : min(last, begin + 12)]))


def _labelled(reading: Reading, frames: frozenset[str], begin: int, last: int) -> tuple[Reach, ...]:
    """Return the content of "called it "a day of shame"": the thing and its label."""
    if "label" not in frames or not reading.quotes:
        return ()
    for at in range(begin, min(last, begin + 30)):
        number = reading.quote_of[at]
        if number >= 0:
            quote = reading.quotes[number]
            return ((begin, quote.last),) if quote.last - quote.first > 3 else ()
    return ()


def _has_to(reading: Reading, begin: int, last: int) -> bool:
    norms, stop = reading.norms, min(last, begin + 12)
    if "to" not in norms[begin:stop]:
        return False
    return any(norms[at] == "to" and reading.kinds[at + 1 : at + 2] == "a" for at in range(begin, stop))
