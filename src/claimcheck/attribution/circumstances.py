"""Where and when something was said, apart from where and when it happened."""

from bisect import bisect_left

from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.model import Mention, Tokens

PLACES = frozenset(["in", "on", "at", "via", "to", "during", "by"])
"""Prepositions before a medium."""
TWEETING = frozenset(["tweeted", "tweets", "tweeting"])
ASIDE = 30
"""Tokens of a clause in which the medium is looked for."""
NEAR = 5
"""Tokens from a preposition to the last one that may name its medium, and one more."""


def medium_of(reading: Reading, draft: Draft) -> str | None:
    """Return where it was said: a medium named beside the cue, or who was told."""
    if draft.aside is not None:
        first, last = draft.aside
        stop = min(last, first + ASIDE) - 1
        if not reading.grammar.media_words.isdisjoint(reading.norms[first + 1 : stop + NEAR]):
            medium = _medium_in(reading, first, stop, last)
            if medium is not None:
                return medium
    if draft.cue is not None and reading.norms[draft.cue[0]] in TWEETING:
        return "Twitter"
    if draft.audience is not None:
        first, last = draft.audience
        kinds = reading.kinds[first:last]
        if "A" in kinds or "U" in kinds:
            return reading.tokens.slice(first, last)
        return reading.words.media.get(reading.norms[last - 1])
    return None


def _medium_in(reading: Reading, first: int, stop: int, last: int) -> str | None:
    """Return the first medium named behind a preposition that stands before token `stop` of a clause."""
    for at in range(first, stop):
        if reading.norms[at] in PLACES and reading.quote_of[at] < 0:
            medium = _medium_after(reading, at, last)
            if medium is not None:
                return medium
    return None


def _medium_after(reading: Reading, preposition: int, last: int) -> str | None:
    """Return the medium in the few words after a preposition: "in a statement", "in the Port Gazette"."""
    tokens, media = reading.tokens, reading.words.media
    for at in range(preposition + 1, min(last, preposition + NEAR)):
        kind, word = reading.kinds[at], reading.norms[at]
        if kind in ",.;:":
            return None
        if kind in "AU" and reading.words.sources.get(word) == "media":
            return _name_until(tokens, at)
        if word in reading.grammar.media_first:
            medium = (media.get(f"{word} {reading.norms[at + 1]}") if at + 1 < last else None) or media.get(word)
            if medium:
                return medium
    return None


def _name_until(tokens: Tokens, index: int) -> str:
    """Return the capitals that end in a token: "Port Gazette"."""
    first = index
    while first > max(0, index - 8) and tokens.kinds[first - 1] in "AU":
        first -= 1
    return tokens.slice(first, index + 1)


def moment_of(reading: Reading, draft: Draft, times: list[Mention], starts: list[int]) -> str | None:
    """Return the id of the time beside the cue and outside of the content."""
    if draft.aside is None or draft.cue is None:
        return None
    tokens, (first, last) = reading.tokens, draft.aside
    last = min(last, tokens.size)
    if first >= last:
        return None
    high = tokens.ends[last - 1]
    number = bisect_left(starts, tokens.starts[first])
    if number == len(starts) or starts[number] > high:
        return None
    for mention in times[number : number + 4]:
        if mention.end > high:
            break
        at = tokens.at(mention.start)
        if at and reading.norms[at - 1] == "for":  # for 2031 the yard expects
            continue
        apart = (*draft.pieces, *_insertion(reading, draft))
        if not any(tokens.starts[first] <= mention.start < tokens.ends[last - 1] for first, last in apart):
            return mention.id
    return None


def _insertion(reading: Reading, draft: Draft) -> tuple[Reach, ...]:
    """Return what describes the source before the cue, whose times are none of speaking: ", who has led it since 2011,"."""
    if draft.speaker is None or draft.cue is None or draft.cue[0] - draft.speaker[1] < 4:
        return ()
    described = reading.kinds[draft.speaker[1]] == ","
    return ((draft.speaker[1], draft.cue[0]),) if described else ()
