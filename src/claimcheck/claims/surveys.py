"""What all figures of one sentence share: its words, times and places, read once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.claims.places import Places, places_of
from claimcheck.claims.sentences import Sentence, read_sentence
from claimcheck.claims.tagging import Placed
from claimcheck.claims.timing import Dated, dated
from claimcheck.claims.words import WordClasses
from claimcheck.model import Mention, Names, Span, Tokens
from claimcheck.model.internal import internal

WINDOW = 160
"""A sentence of more tokens than this is read in pieces of as many, so that no text costs more than its length."""

MARGIN = 30
"""How many tokens before and after its piece of a long sentence a figure sees."""


@internal
class Setting:
    """A sentence, or a piece of a long one, with its mentions.

    `number` counts the document's sentences and `span` is the whole sentence; `times` are the mentions that date
    something other than speaking.
    """

    number: int
    span: Span
    sentence: Sentence
    mentions: list[Placed]
    times: list[Dated]
    places: Places


def survey(
    tokens: Tokens, mentions: Sequence[Mention], names: Names, speaking: frozenset[str], words: WordClasses
) -> Iterator[Setting]:
    """Yield the sentences that have mentions, in order of the text; `speaking` are the ids of times of speaking."""
    for number, span, first, last, placed in _pieces(tokens, mentions):
        sentence = read_sentence(tokens, first, last, words, placed, names)
        times = [
            dated(sentence, mention, start, stop)
            for mention, start, stop in placed
            if sentence.tags[start : start + 1] == "t" and mention.id not in speaking
        ]
        yield Setting(number, span, sentence, placed, times, places_of(sentence))


def _pieces(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[tuple[int, Span, int, int, list[Placed]]]:
    """Yield the numbers and places of the sentences that have mentions, each with the tokens to read and its mentions."""
    starts, span = tokens.starts, Span(0, 0)
    number, first, last, index, close = 0, 0, 0, 0, 0
    placed: list[Placed] = []
    for mention in mentions:
        index = bisect_right(starts, mention.start, index) - 1
        if index >= close:
            if placed:
                yield number, span, first, last, placed
                placed = []
            number = tokens.sentence_index(index)
            begin, end = tokens.sentence(number)
            span = Span(starts[begin], tokens.ends[end - 1])
            opening = begin + (index - begin) // WINDOW * WINDOW
            close = min(end, opening + WINDOW)
            first, last = max(begin, opening - MARGIN), min(end, close + MARGIN)
        placed.append(_placed(tokens, mention, index, first))
    if placed:
        yield number, span, first, last, placed


def _placed(tokens: Tokens, mention: Mention, index: int, offset: int) -> Placed:
    """Return a mention with its tokens within its sentence, its modifier included where it stands just before it."""
    starts, modifier = tokens.starts, mention.modifier
    close, total = index + 1, len(starts)
    while close < total and starts[close] < mention.end:
        close += 1
    if modifier is not None and modifier.end <= mention.start <= modifier.end + 2:
        index = bisect_right(starts, modifier.start, 0, index + 1) - 1
    return mention, index - offset if index > offset else 0, close - offset
