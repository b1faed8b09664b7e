"""What all figures of one sentence share: its words, times and places, read once."""

from collections.abc import Iterator, Sequence
from itertools import compress

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
    mentions: tuple[Placed, ...]
    times: tuple[Dated, ...]
    places: Places


def survey(
    tokens: Tokens, mentions: Sequence[Mention], names: Names, speaking: frozenset[str], words: WordClasses
) -> Iterator[Setting]:
    """Yield the sentences that have mentions, in order of the text; `speaking` are the ids of times of speaking."""
    plain = frozenset(compress(tokens.norms, map("a".__eq__, tokens.kinds))) if mentions else frozenset[str]()
    for number, window, group in _grouped(tokens, mentions):
        begin, end = tokens.sentence(number)
        first = max(begin, begin + window * WINDOW - MARGIN)
        last = min(end, begin + (window + 1) * WINDOW + MARGIN)
        placed = [(mention, *_tokens_of(tokens, mention, first)) for mention in group]
        sentence = read_sentence(tokens, first, last, words, placed, names, plain)
        times = [
            dated(sentence, mention, start, stop)
            for mention, start, stop in placed
            if sentence.tags[start : start + 1] == "t" and mention.id not in speaking
        ]
        span = Span(tokens.starts[begin], tokens.ends[end - 1])
        yield Setting(number, span, sentence, tuple(placed), tuple(times), places_of(sentence))


def _grouped(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """Yield the mentions of each sentence, or of each piece of a long one, with the numbers of both."""
    number, window, end = -1, 0, -1
    group: list[Mention] = []
    for mention in mentions:
        index = tokens.at(mention.start)
        if index >= end:
            if group:
                yield number, window, group
                group = []
            number = tokens.sentence_index(index)
            begin, close = tokens.sentence(number)
            window = (index - begin) // WINDOW
            end = min(close, begin + (window + 1) * WINDOW)
        group.append(mention)
    if group:
        yield number, window, group


def _tokens_of(tokens: Tokens, mention: Mention, offset: int) -> tuple[int, int]:
    """Return a mention's tokens within its sentence, its modifier included where it stands just before it."""
    begin, modifier = mention.start, mention.modifier
    if modifier is not None and modifier.end <= begin <= modifier.end + 2:
        begin = modifier.start
    return max(0, tokens.at(begin) - offset), tokens.at(mention.end - 1) - offset + 1
