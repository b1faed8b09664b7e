"""The sentences that have mentions, and which of those are times, which are figures."""

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.claims.reading import read_sentences
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.tagging import Piece, Placed
from claimcheck.claims.timing import dated
from claimcheck.claims.words import WordClasses
from claimcheck.model import Mention, Names, Tokens

WINDOW = 160
"""A sentence of more tokens than this is read in pieces of as many, so that no text costs more than its length."""

MARGIN = 30
"""How many tokens before and after its piece of a long sentence a figure sees."""


def survey(
    tokens: Tokens, mentions: Sequence[Mention], names: Names, speaking: frozenset[str], words: WordClasses
) -> list[Sentence]:
    """Return the sentences that have mentions, in order of the text; `speaking` are the ids of times of speaking."""
    sentences = read_sentences(tokens, _pieces(tokens, mentions), words, names)
    for sentence in sentences:
        tags, told = sentence.tags, sentence.figures
        if speaking:
            told = [item for item in told if item[0].id not in speaking]
        if "t" in tags:
            figures = [item for item in told if tags[item[1]] != "t"]
            beside = bool(figures)
            sentence.times = [
                dated(sentence, mention, first, last, beside) for mention, first, last in told if tags[first] == "t"
            ]
            told = figures
        sentence.figures = told
    return sentences


def _pieces(tokens: Tokens, mentions: Sequence[Mention]) -> list[Piece]:
    """Return the sentences that have mentions, a long one in pieces.

    A mention's tokens include its modifier where that stands just before it.
    """
    starts, total = tokens.starts, tokens.size
    sentences = (*tokens.sentence_starts, total)
    pieces: list[Piece] = []
    placed: list[Placed] = []
    number = first = last = index = close = opening = closing = 0
    for mention in mentions:
        start, stop, modifier = mention.start, mention.end, mention.modifier
        index = begin = bisect_right(starts, start, index) - 1
        if index >= close:
            while sentences[number + 1] <= index:
                number += 1
            first, last = sentences[number], sentences[number + 1]
            close, opening, closing = last, starts[first], tokens.ends[last - 1]
            if last - first > WINDOW:
                first, last, close = _window(index, first, last)
            placed = []
            pieces.append((number, opening, closing, first, last, placed))
        end = index + 1
        while end < total and starts[end] < stop:
            end += 1
        if modifier is not None and modifier.end <= start <= modifier.end + 2:
            while begin and starts[begin] > modifier.start:
                begin -= 1
        placed.append((mention, begin - first if begin > first else 0, end - first))
    return pieces


def _window(index: int, begin: int, end: int) -> tuple[int, int, int]:
    """Return which tokens of a long sentence are read with one of its own, and up to which that is done at once."""
    opening = begin + (index - begin) // WINDOW * WINDOW
    close = min(end, opening + WINDOW)
    return max(begin, opening - MARGIN), min(end, close + MARGIN), close
