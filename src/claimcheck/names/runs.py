"""Runs of capitalised words: the places where a name may stand."""

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import Tokens

LONGEST = 12
"""Runs with more words are headlines or shouting, not names."""


@cache
def _capitals() -> regex.Pattern[str]:
    return regex.compile(r"[AUIm]++")


@frozen
class Run:
    """A stretch of capitalised tokens, joined where a name joins them; `opens` tells that it begins a sentence."""

    first: int
    last: int
    opens: bool


def find_runs(tokens: Tokens, grammar: Grammar) -> list[Run]:
    """Return the runs of a text in order."""
    starts = frozenset(tokens.sentence_starts) | frozenset(tokens.paragraph_starts)
    skipped = grammar["not-names"]
    runs: list[Run] = []
    for first, last in _pieces(tokens, starts, skipped, grammar["calendar"]):
        opens = first in starts or (first - 1 in starts and tokens.kinds[first - 1] in "qk([")
        previous = runs[-1] if runs else None
        if previous and last - previous.first <= LONGEST and _joins(tokens, grammar, previous, first, starts):
            runs[-1] = Run(previous.first, last, previous.opens)
        elif last - first <= LONGEST:
            runs.append(Run(first, last, opens))
    return runs


def _pieces(
    tokens: Tokens, starts: frozenset[int], skipped: frozenset[str], calendar: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitals, cut at sentence starts and at words that belong to no name."""
    norms = tokens.norms
    for match in _capitals().finditer(tokens.kinds):
        begin, end = match.span()
        first = begin
        for index in range(begin, end):
            if _is_surname(tokens, first, index, calendar):
                continue
            if (norms[index] in skipped and not _is_acronym(tokens, index)) or (
                norms[index] == "i" and not _is_initial(tokens, index)
            ):
                if first < index:
                    yield first, index
                first = index + 1
            elif index in starts and first < index:
                yield first, index
                first = index
        if first < end:
            yield first, end


def _is_surname(tokens: Tokens, first: int, index: int, calendar: frozenset[str]) -> bool:
    """Tell whether a month's name is a person's: "Theresa May", "Jan van Dorn"."""
    if tokens.norms[index] not in calendar or tokens.kinds[index + 1 : index + 2] == "n":
        return False
    return first < index or tokens.norms[index] in ("jan", "april", "june")


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Tell whether a word in capitals stands alone: "WHO" in a line that does not shout."""
    around = tokens.kinds[max(index - 1, 0) : index] + tokens.kinds[index + 1 : index + 2]
    return tokens.kinds[index] == "U" and "U" not in around


def _is_initial(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.kinds[index + 1] == "." and tokens.glued(index + 1)


def _joins(tokens: Tokens, grammar: Grammar, previous: Run, first: int, starts: frozenset[int]) -> bool:
    """Tell whether a piece carries on the run before it, by what stands between them."""
    between = range(previous.last, first)
    if len(between) > 3 or first in starts or any(index in starts for index in between):
        return False
    words = [tokens.norms[index] for index in between]
    kinds = tokens.kinds[previous.last : first]
    if not words:
        return False
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
