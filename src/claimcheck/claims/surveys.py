"""The sentences that have mentions, and which of those are times, which are figures."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from claimcheck.claims.pairing import likened, readings
from claimcheck.claims.places import places_of
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
    tokens: Tokens,
    mentions: Sequence[Mention],
    names: Names,
    speaking: frozenset[str],
    words: WordClasses,
    day: date | None,
) -> list[Sentence]:
    """Return the sentences that have mentions, in order of the text.

    `speaking` are the ids of times of speaking, `day` is that of the document.
    """
    sentences = readings(read_sentences(tokens, _pieces(tokens, mentions), words, names), words.lemmas)
    for sentence in sentences:
        tags, sentence.places = sentence.tags, places_of(sentence)
        if "t" not in tags and (not speaking or "y" not in tags):
            continue
        figures: list[Placed] = []
        times: list[Placed] = []
        for item in sentence.figures:
            if item[0].id not in speaking:
                (times if sentence.tag[item[1]] == "t" else figures).append(item)
        sentence.figures = figures
        if times:
            beside = bool(figures)
            model = sentence.model
            for mention, first, last in times:
                time = dated(sentence, mention, first, last, beside=beside, day=day)
                sentence.times.append(time if model is None else likened(time, model))
    return sentences


def _pieces(tokens: Tokens, mentions: Sequence[Mention]) -> list[Piece]:
    """Return the sentences that have mentions, a long one in pieces.

    A mention's tokens include its modifier where that stands just before it, and none after the piece.
    """
    starts, ends = tokens.starts, tokens.ends
    sentences = (*tokens.sentence_starts, tokens.size)
    pieces: list[Piece] = []
    placed: list[Placed] = []
    number = first = last = index = close = 0
    for mention in mentions:
        index = begin = bisect_right(starts, mention.start, index) - 1
        if index >= close:
            while sentences[number + 1] <= index:
                number += 1
            first, last = sentences[number], sentences[number + 1]
            close, opening, closing, placed = last, starts[first], ends[last - 1], []
            if last - first > WINDOW:
                first, last, close = _window(index, first, last)
            pieces.append((number, opening, closing, first, last, placed))
        end, stop, modifier = index, mention.end, mention.modifier
        while ends[end] < stop:
            end += 1
        if modifier is not None and modifier.end <= mention.start <= modifier.end + 2:
            while begin > first and starts[begin] > modifier.start:
                begin -= 1
        placed.append((mention, begin - first, (end + 1 if end < last else last) - first))
    return pieces


def _window(index: int, begin: int, end: int) -> tuple[int, int, int]:
    """Return which tokens of a long sentence are read with one of its own, and up to which that is done at once."""
    opening = begin + (index - begin) // WINDOW * WINDOW
    close = min(end, opening + WINDOW)
    return max(begin, opening - MARGIN), min(end, close + MARGIN), close
