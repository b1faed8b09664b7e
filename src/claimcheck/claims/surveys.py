"""What all figures of one sentence share: its words, times and places, read once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.claims.places import Places, places_of
from claimcheck.claims.sentences import Sentence, read_sentences
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
    pieces = list(_pieces(tokens, mentions))
    sentences = read_sentences(tokens, [(first, last, placed) for _, _, first, last, placed in pieces], words, names)
    for (number, span, _, _, placed), sentence in zip(pieces, sentences, strict=True):
        times = [
            dated(sentence, mention, start, stop)
            for mention, start, stop in placed
            if sentence.tags[start : start + 1] == "t" and mention.id not in speaking
        ]
        yield Setting(number, span, sentence, placed, times, places_of(sentence))


def _pieces(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[tuple[int, Span, int, int, list[Placed]]]:
    """Yield the numbers and places of the sentences that have mentions, each with the tokens to read and its mentions.

    A mention's tokens include its modifier where that stands just before it.
    """
    starts, total, span = tokens.starts, tokens.size, Span(0, 0)
    number, first, last, index, close = 0, 0, 0, 0, 0
    placed: list[Placed] = []
    for mention in mentions:
        index = begin = bisect_right(starts, mention.start, index) - 1
        if index >= close:
            if placed:
                yield number, span, first, last, placed
                placed = []
            number = tokens.sentence_index(index)
            first, close = tokens.sentence(number)
            span, last = Span(starts[first], tokens.ends[close - 1]), close
            if close - first > WINDOW:
                first, last, close = _window(index, first, close)
        end, modifier = index + 1, mention.modifier
        while end < total and starts[end] < mention.end:
            end += 1
        if modifier is not None and modifier.end <= mention.start <= modifier.end + 2:
            begin = bisect_right(starts, modifier.start, 0, index + 1) - 1
        placed.append((mention, begin - first if begin > first else 0, end - first))
    if placed:
        yield number, span, first, last, placed


def _window(index: int, begin: int, end: int) -> tuple[int, int, int]:
    """Return which tokens of a long sentence are read with one of its own, and up to which that is done at once."""
    opening = begin + (index - begin) // WINDOW * WINDOW
    close = min(end, opening + WINDOW)
    return max(begin, opening - MARGIN), min(end, close + MARGIN), close
