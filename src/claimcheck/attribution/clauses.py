"""Clauses: whether words can be one, where it ends, the sentence and the quotes around it."""

import re
from functools import cache

from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.grammar import CITING, ENDING

LONGEST_CHAIN = 20
"""A quote runs over at most so many paragraphs."""


def sentence_bounds(reading: Reading, index: int) -> Reach:
    """Return the sentence of a token, widened to the quotes that it cuts through."""
    first, last = reading.tokens.sentence_of(index)
    inside = reading.quote_of
    if last - 1 > index and inside[last - 1] >= 0 and inside[last - 1] != inside[index]:
        quote = reading.quotes[inside[last - 1]]
        last = quote.last + quote.closed
    if first < index and inside[first] >= 0 and inside[first] != inside[index]:
        first = reading.quotes[inside[first]].first
    return first, last


def cue_bounds(reading: Reading, index: int) -> Reach:
    """Return the sentence of a cue as far as it is read, so that a text of nothing but cues costs in proportion."""
    first, last = sentence_bounds(reading, index)
    return max(first, index - 150), min(last, index + 400)


def quote_before(reading: Reading, end: int) -> int | None:
    """Return the number of the quote that closes right before a token, a comma between them allowed."""
    index, kinds, inside = end - 1, reading.kinds, reading.quote_of
    if not reading.quotes or kinds[index] not in "qk,–-":
        return None
    while kinds[index] in ",–-" and index > 0 and end - index < 3:
        index -= 1
    if kinds[index] not in "qk" or index <= 0 or inside[index] >= 0 or inside[index - 1] < 0:
        return None
    if reading.norms[index - 1] == "." and reading.tokens.sentence_of(end)[0] > index:
        return None  # the quote ended its sentence, another begins: ".”Lund also said ..."
    return inside[index - 1]


def quote_chain(reading: Reading, number: int) -> tuple[Reach, ...]:
    """Return a quote with those that carry it on in the paragraphs after it, and those before that it carries on.

    What comes before belongs to it only if the whole stands in quotes: else the first one has a source of its own.
    """
    quotes = reading.quotes
    if quotes[number].closed and (number == 0 or quotes[number - 1].closed):
        return ((quotes[number].first, quotes[number].last),)
    last = number
    while last - number < LONGEST_CHAIN and _goes_on(reading, last):
        last += 1
    first = number
    while number - first < LONGEST_CHAIN and first > 0 and _goes_on(reading, first - 1):
        first -= 1
    opening = quotes[first].first - 1
    if reading.tokens.paragraph_of(opening)[0] != opening:
        first = number
    return tuple((quote.first, quote.last) for quote in quotes[first : last + 1])


def _goes_on(reading: Reading, number: int) -> bool:
    """Tell whether a quote is left open by its paragraph, and the next paragraph opens with a mark."""
    quotes, tokens = reading.quotes, reading.tokens
    if quotes[number].closed or number + 1 >= len(quotes):
        return False
    paragraph = tokens.paragraph_index(quotes[number].last - 1) + 1
    if paragraph >= len(tokens.paragraph_starts):
        return False
    return quotes[number + 1].first - tokens.paragraph(paragraph)[0] in (0, 1)


PRESENT = ("x", "z")
"""Tags of third persons: "employs", and "plans", which may be a noun."""
ARTICLES = frozenset({"a", "an", "the"})


def _is_finite(reading: Reading, index: int, end: int) -> bool:
    """Tell whether a word is a finite verb: in the past, or a third person with an object: "builds 300", "plans to"."""
    word, tokens = reading.norms[index], reading.tokens
    if word in reading.grammar.finite or (word.endswith("ed") and len(word) > 4):
        return True
    if tokens.tags[index : index + 1] not in PRESENT or index + 1 >= end:
        return False
    after = tokens.norms[index + 1]
    return after == "to" or after in ARTICLES or tokens.kinds[index + 1] in "n$"


def is_clause(reading: Reading, begin: int, end: int, *, strict: bool = False) -> bool:
    """Tell whether words can be a clause: a noun phrase first, and a finite verb within reach.

    A strict reading takes no verb of a relative clause: "a policy of silence which was old" is none.
    """
    grammar = reading.grammar
    norms, kinds, auxiliaries = reading.norms, reading.kinds, grammar.auxiliaries
    if begin >= end or kinds[begin] == ";":
        return False
    if norms[begin] in auxiliaries and "'" in norms[begin][1:]:
        return True  # "you're", "we've": subject and verb in one
    if kinds[begin] in "al" and norms[begin] in grammar.no_clause_start:
        return False
    for index in range(begin + 1, end if end - begin < 45 else begin + 45):
        word, kind = norms[index], kinds[index]
        if kind == "a":
            if word in auxiliaries or (kinds[index - 1] != "-" and _is_finite(reading, index, end)):
                return True  # "size-related" is no verb
        elif kind == "l" or word in auxiliaries:
            return True
        elif kind == ";":
            return False
        if strict and (
            (word in grammar.relatives and norms[index - 1] != "such")
            or (word in grammar.turns and kinds[index - 1] == ",")
        ):
            return False
    return False


def has_figure(reading: Reading, begin: int, end: int, *, reach: int = 60) -> bool:
    """Tell whether a number, percent or number word stands in the first tokens of a stretch, as many as `reach`."""
    stop = end if end - begin < reach else begin + reach
    kinds = reading.kinds[begin:stop]
    if "n" in kinds or "x" in kinds or "$" in kinds:
        return True
    return not reading.grammar.figure_words.isdisjoint(reading.norms[begin:stop])


def is_headline(reading: Reading, begin: int, end: int) -> bool:
    """Tell whether a headline without a verb holds a figure: "40 dead in ferry fire, police say"."""
    tokens = reading.tokens
    return tokens.paragraph_kinds[tokens.paragraph_index(begin)] == "h" and has_figure(reading, begin, end)


def figure_in_phrase(reading: Reading, begin: int, end: int) -> bool:
    """Tell whether a figure stands in the noun phrase or infinitive that begins at a token, before any further clause."""
    kinds, norms, inside = reading.kinds, reading.norms, reading.quote_of
    relatives, turns = reading.grammar.relatives, reading.grammar.turns
    stop, ceiling = begin + 1, min(end, begin + 40)
    if not has_figure(reading, begin, ceiling):
        return False
    while stop < ceiling and not (
        (kinds[stop] in ";:" or norms[stop] in relatives or norms[stop] in turns) and inside[stop] == inside[begin]
    ):
        stop += 1
    return has_figure(reading, begin, stop)


def clause_end(reading: Reading, begin: int, end: int) -> int:
    """Return where the first clause of a content ends: before ", but it ...", "– although ...", ", they may ..."."""
    tokens, grammar = reading.tokens, reading.grammar
    for index in range(begin + 2, end - 2):
        apart = reading.kinds[index] in ",–" or (reading.kinds[index] == "-" and not tokens.glued(index))
        if not apart or reading.quote_of[index] != reading.quote_of[begin]:
            continue
        following = index + 1
        while following < end - 1 and reading.norms[following] in grammar.clause_turns:
            following += 1
        pronoun = reading.norms[following].partition("'")[0] in grammar.personal
        turn = reading.norms[index + 1] in grammar.turns and is_clause(reading, following, end)
        if (pronoun or turn) and is_clause(reading, begin, index):
            return index
    return end


def _cites(reading: Reading, index: int) -> bool:
    """Tell whether "according" brings in a source with its article or name."""
    tokens = reading.tokens
    if reading.norms[index + 1 : index + 2] != ("to",):
        return False
    return reading.kinds[index + 2 : index + 3] in ("A", "U") or (
        index + 2 < tokens.size and reading.norms[index + 2] in reading.grammar.articles
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile("[,;]")


def content_end(reading: Reading, begin: int, ceiling: int) -> int:
    """Return where an indirect content ends: its sentence, or a comma before what is said about the saying."""
    end = ceiling
    norms, kinds, inside = reading.norms, reading.kinds, reading.quote_of
    while kinds[end - 1] == "." and end > begin:
        end -= 1
    stop = end - 1
    if not reading.cites or ENDING.isdisjoint(norms[begin + 1 : end]):
        index = kinds.find(";", begin, stop)
        while index >= 0 and inside[index] >= 0:
            index = kinds.find(";", index + 1, stop)
        return end if index < 0 else index
    if "according" in norms[begin + 2 : stop]:
        cited = next((at for at in range(begin + 2, stop) if norms[at] == "according" and _cites(reading, at)), None)
        stop, end = (stop, end) if cited is None else (cited, cited)
    for mark in _breaks().finditer(kinds, begin, stop):
        index = mark.start()
        if inside[index] < 0:
            word = norms[index + 1]
            cites = word in CITING or (word == "according" and norms[index + 2 : index + 3] == ("to",))
            if cites or kinds[index] == ";":
                return index
    return end
