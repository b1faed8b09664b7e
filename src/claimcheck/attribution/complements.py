"""What opens after a cue: adverbials, who is told, a complementiser, a quote, a clause."""

from claimcheck.attribution.adverbials import after_adverbials, after_time
from claimcheck.attribution.clauses import is_clause
from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.phrases import phrase_after
from claimcheck.lexicons.reporting import CueWord
from claimcheck.model.internal import internal

TOPICAL = frozenset(["on", "about", "of", "regarding"])
"""Prepositions before what a quote is about."""


@internal
class Right:
    """What follows a cue.

    `begin` is where the content begins or None, `resume` where the adverbials end, `audience` who is told; a complementiser
    makes the content `explicit`, and a quote may open it.
    """

    begin: int | None
    resume: int
    audience: Reach | None
    explicit: bool = False
    quoted: bool = False


def right_side(reading: Reading, after: int, ceiling: int, cue: CueWord) -> Right:
    """Read what follows a cue: adverbials, who is told, a complementiser, a quote."""
    norms, frames = reading.norms, cue.verb.frames
    addressed = "addressee" in frames
    index = after
    if after < ceiling and (norms[after] in reading.grammar.adverbial_first or reading.kinds[after] == "n"):
        index = after_adverbials(reading, after, ceiling)
    audience: Reach | None = None
    window = index + (14 if addressed or index > after else 2)
    opener = _complementiser(reading, index, min(window, ceiling), ceiling) if "that" in norms[index:window] else None
    if addressed and index < ceiling and norms[index] not in reading.grammar.complements:
        audience = _audience(reading, index, ceiling if opener is None else opener)
        if audience is not None:
            index = after_adverbials(reading, audience[1], ceiling)
    if opener is not None and opener >= index:
        return Right(opener, index, audience, explicit=True)
    if index < ceiling and norms[index] == "to" and not addressed and "to" not in frames:
        told = phrase_after(reading, index + 1, ceiling)
        if told is not None:
            index = after_adverbials(reading, told[1], ceiling)
    if index < ceiling and norms[index] in TOPICAL and "quote" in frames:
        index = _past_topic(reading, index, ceiling)
    return _opening(reading, after, index, ceiling, audience)


def _past_topic(reading: Reading, index: int, ceiling: int) -> int:
    """Return the comma before the quote in 'commented on the pier, "..."', the token itself where there is none."""
    for at in range(index + 1, min(ceiling - 1, index + 14)):
        if reading.kinds[at] in ",:" and reading.kinds[at + 1] == "q":
            return at
        if reading.kinds[at] in ".;q" or reading.norms[at] in reading.grammar.auxiliaries:
            break
    return index


def _opening(reading: Reading, after: int, index: int, ceiling: int, audience: Reach | None) -> Right:
    """Tell what opens at a token after all adverbials: a quote, a clause, nothing."""
    norms, kinds = reading.norms, reading.kinds
    if index >= ceiling:
        return Right(None, index, audience)
    mark, begin = kinds[index], index
    if mark in ",:":
        begin += 1
        if mark == "," and begin < ceiling:
            begin = _past_insertion(reading, begin, ceiling)
        if begin >= ceiling:
            return Right(None, index, audience)
    word, kind = norms[begin], kinds[begin]
    if word == "that" and kinds[begin - 1] == ",":
        return Right(begin, index, audience, explicit=True)
    if kind in "qk" and begin + 1 < len(norms) and reading.quote_of[begin + 1] >= 0:
        return Right(begin + 1, index, audience, quoted=True)
    if mark == ",":
        follows = index > after and kind != "q" and is_clause(reading, begin, ceiling)
        return Right(begin if follows else None, index, audience)
    if kind in ".,;:)":
        return Right(None, index, audience)
    if mark == ":":
        return Right(begin, index, audience, explicit=True)
    points = word == "that" and begin + 1 < ceiling and _points(reading, begin, ceiling)
    return Right(begin, index, audience, word in reading.grammar.complements and not points)


def _past_insertion(reading: Reading, begin: int, ceiling: int) -> int:
    """Return the token of "that" after an insertion: "explains, in his way, that"; the token itself where there is none."""
    if reading.norms[begin] not in reading.grammar.prepositions:
        return begin
    comma = reading.kinds.find(",", begin, min(ceiling, begin + 9))
    return comma + 1 if comma > 0 and reading.norms[comma + 1 : comma + 2] == ("that",) else begin


def _points(reading: Reading, index: int, ceiling: int) -> bool:
    """Tell whether "that" is a determiner: "repeated that stance on Monday", "echoed that message"."""
    grammar = reading.grammar
    if reading.kinds[index + 1] != "a" or reading.norms[index + 1] in grammar.no_noun:
        return False
    after = index + 2
    if after >= ceiling or reading.kinds[after] in ".,;":
        return True
    return reading.norms[after] in grammar.calendar or after_time(reading, after, ceiling) > after


def _complementiser(reading: Reading, index: int, last: int, ceiling: int) -> int | None:
    """Return the token of "that" close to the cue, before any comma or quote."""
    norms = reading.norms
    for at in range(index, last):
        if reading.kinds[at] in ",;:.q–":
            return None
        if norms[at] == "that" and at + 1 < ceiling and not _points(reading, at, ceiling):
            return at if at == index or norms[at - 1] not in reading.grammar.prepositions else None
        if at > index and norms[at] in reading.grammar.auxiliaries:
            return None
    return None


def _audience(reading: Reading, index: int, ceiling: int) -> Reach | None:
    """Return who is told: a pronoun, a name, or a noun with its determiner."""
    tokens, grammar = reading.tokens, reading.grammar
    if index >= ceiling or reading.kinds[index] in ".,;:q()":
        return None
    word = reading.norms[index]
    if word in grammar.pronouns:
        return (index, index + 1)
    end = index
    while end < ceiling and reading.norms[end] in grammar.articles:
        end += 1
    begun = end
    while end < min(ceiling, index + 8) and (
        reading.kinds[end] in "AUI"
        or (
            reading.kinds[end] in ".-&"
            and tokens.glued(end)
            and reading.kinds[end - 1] in "AUI"
            and end + 1 < ceiling
            and reading.kinds[end + 1] in "AUI"
        )
    ):
        end += 1
    if end > begun and end + 1 < ceiling and reading.kinds[end] == "l" and reading.kinds[end + 1] in "AU":
        end += 2  # "told Marn Radio's Today programme"
        while end < ceiling and (reading.kinds[end] in "AU" or reading.norms[end] in reading.words.media):
            end += 1
        return (index, end)
    if end == begun or begun > index:
        while (
            end < min(ceiling, begun + 3)
            and reading.kinds[end] == "a"
            and reading.norms[end] not in grammar.edges
            and reading.norms[end] not in grammar.prepositions
        ):
            end += 1
            if reading.norms[end - 1].endswith("s") or begun > index:
                break
    return (index, end) if end > index else None
