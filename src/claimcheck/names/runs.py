"""Runs of capitalised words: the places where a name may stand."""

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import Tokens
from claimcheck.model.internal import internal

LONGEST = 12
"""Runs with more words are headlines or shouting, not names."""

WIDEST_GAP = 3
"""At most so many tokens stand inside a name between two capitals: "van den", "of the"."""


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"[AUIm]++")


@internal
class Run:
    """A stretch of capitalised tokens, joined where a name joins them; `opens` tells that it begins a sentence."""

    first: int
    last: int
    opens: bool


def find_runs(tokens: Tokens, grammar: Grammar) -> list[Run]:
    """Return the runs of a text in order."""
    starts = {*tokens.sentence_starts, *tokens.paragraph_starts}
    kinds, norms, joiners = tokens.kinds, tokens.norms, grammar["joiners"]
    runs: list[Run] = []
    ended = -WIDEST_GAP - 1
    for first, last in _pieces(tokens, starts, grammar):
        near = 0 < first - ended <= WIDEST_GAP and (norms[ended] in joiners or kinds[ended] in ".-")
        previous = runs[-1] if near else None
        if previous and last - previous.first <= LONGEST and _joins(tokens, grammar, previous, first, starts):
            runs[-1] = Run(previous.first, last, previous.opens)
        elif last - first <= LONGEST:
            runs.append(Run(first, last, first in starts or (first - 1 in starts and kinds[first - 1] in "qk([")))
        else:
            continue
        ended = last
    return runs


def _pieces(tokens: Tokens, starts: set[int], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitals, cut at sentence starts and at words that belong to no name."""
    norms = tokens.norms
    skipped, calendar, unusual = grammar["not-names"], grammar["calendar"], grammar["unusual"]
    for match in _capitals().finditer(tokens.kinds):
        begin, end = match.span()
        if end - begin == 1 and norms[begin] not in unusual:
            yield begin, end
            continue
        first = begin
        for index in range(begin, end):
            word = norms[index]
            if word in unusual:
                if _is_surname(tokens, first, index, calendar, grammar["month_names"]):
                    continue
                if (word in skipped and not _is_acronym(tokens, index)) or (
                    word == "i" and not _is_initial(tokens, index)
                ):
                    if first < index:
                        yield first, index
                    first = index + 1
                    continue
            if first < index and index in starts:
                yield first, index
                first = index
        if first < end:
            yield first, end


def _is_surname(tokens: Tokens, first: int, index: int, calendar: frozenset[str], given: frozenset[str]) -> bool:
    """Tell whether a month's name is a person's: "Theresa May", "Jan van Dorn"."""
    if tokens.norms[index] not in calendar or tokens.kinds[index + 1 : index + 2] == "n":
        return False
    return first < index or tokens.norms[index] in given


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Tell whether a word in capitals stands alone: "WHO" in a line that does not shout."""
    around = tokens.kinds[max(index - 1, 0) : index] + tokens.kinds[index + 1 : index + 2]
    return tokens.kinds[index] == "U" and "U" not in around


def _is_initial(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.kinds[index + 1] == "." and tokens.glued(index + 1)


def _joins(tokens: Tokens, grammar: Grammar, previous: Run, first: int, starts: set[int]) -> bool:
    """Tell whether a piece carries on the run before it, by what stands between them."""
    between = range(previous.last, first)
    if first in starts or not starts.isdisjoint(between):
        return False
    words = [tokens.norms[index] for index in between]
    kinds = tokens.kinds[previous.last : first]
    if kinds == ".":
        return tokens.glued(first - 1) and (
            tokens.kinds[first - 2] == "I" or tokens.glued(first) or tokens.norms[first - 2] in grammar["honorifics"]
        )
    if kinds == "-":
        return tokens.glued(first) == tokens.glued(first - 1)
    if kinds == "-a" or kinds == "a-":
        return any(word in grammar["particles"] for word in words)
    if words in (["&"], ["of"], ["of", "the"], ["for"], ["for", "the"]):
        return tokens.norms[previous.last - 1] in grammar["heads"]
    if words == ["and"]:
        return any(tokens.norms[index] in grammar["heads"] for index in range(previous.first, previous.last - 1)) and (
            "of" in tokens.norms[previous.first : previous.last]
            or "for" in tokens.norms[previous.first : previous.last]
        )
    return all(word in grammar["particles"] for word in words)
