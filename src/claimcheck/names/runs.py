"""Runs of capitalised words: the places where a name may stand."""

from collections.abc import Set as AbstractSet
from functools import cache

from claimcheck.model import Tokens
from claimcheck.model.tokens import positions
from claimcheck.names.grammar import NameWords

LONGEST = 12
"""Runs with more words are headlines or shouting, not names."""

WIDEST_GAP = 3
"""At most so many tokens stand inside a name between two capitals: "van den", "of the"."""

LINKS = (("&",), ("of",), ("of", "the"), ("for",), ("for", "the"))
"""What joins the head of an organisation to the rest of its name."""


@cache
def _capitals() -> bytes:
    """Return the table that keeps the parts in names of capitalised words, and makes 0 of all others."""
    return bytes(part if chr(part) in "NDX" else 0 for part in range(256))


Run = tuple[int, int]
"""A half-open range of capitalised tokens, joined where a name joins them."""


def find_runs(tokens: Tokens, words: NameWords, namings: str, starts: AbstractSet[int]) -> list[Run]:
    """Return the runs of a text in order; `namings` are the parts of its words in names, `starts` begin its sentences."""
    norms, kinds, joiners = tokens.norms, tokens.kinds, words.joiners
    runs: list[Run] = []
    ended = -WIDEST_GAP - 1
    for run in _stretches(namings, starts):
        first, last = run
        size = last - first
        plain = namings[first] == "N" if size == 1 else namings.count("N", first, last) == size <= LONGEST
        if not plain:
            for piece in _cut(tokens, words, starts, first, last):
                ended = _add(tokens, words, starts, runs, ended, piece)
        elif (
            first - ended > WIDEST_GAP or first in starts or (norms[ended] not in joiners and kinds[ended] not in ".-")
        ):
            runs.append(run)
            ended = last
        else:
            ended = _add(tokens, words, starts, runs, ended, run)
    return runs


def _stretches(namings: str, starts: AbstractSet[int]) -> list[Run]:
    """Return the stretches of capitalised words in a sentence, but those of a dull word alone."""
    found: list[Run] = []
    first, last, end = 0, 0, len(namings) + 1
    for index in (*positions(namings.encode("latin-1").translate(_capitals())), end):
        if index == last and index not in starts:
            last += 1
            continue
        if last - first > 1 or (last and namings[first] != "D"):
            found.append((first, last))
        first, last = index, index + 1
    return found


def _add(tokens: Tokens, words: NameWords, starts: AbstractSet[int], runs: list[Run], ended: int, piece: Run) -> int:
    """Add a piece to the runs, or to the last of them where it carries that on, and return where the last run ends."""
    first, last = piece
    if 0 < first - ended <= WIDEST_GAP and (tokens.norms[ended] in words.joiners or tokens.kinds[ended] in ".-"):
        opened = runs[-1][0]
        if last - opened <= LONGEST and _joins(tokens, words, runs[-1], first, starts):
            runs[-1] = (opened, last)
            return last
    if last - first > LONGEST:
        return ended
    runs.append(piece)
    return last


def _cut(tokens: Tokens, words: NameWords, starts: AbstractSet[int], first: int, last: int) -> list[Run]:
    """Return what is left of a stretch of capitals, cut at sentence starts and at words that belong to no name."""
    norms, unusual, skipped = tokens.norms, words.unusual, words.skipped
    pieces: list[Run] = []
    for index in range(first, last):
        word = norms[index]
        if word in unusual:
            if _is_surname(tokens, words, first, index):
                continue
            if (word in skipped and not _is_acronym(tokens, index)) or (word == "i" and not _is_initial(tokens, index)):
                if first < index:
                    pieces.append((first, index))
                first = index + 1
                continue
        if first < index and index in starts:
            pieces.append((first, index))
            first = index
    if first < last:
        pieces.append((first, last))
    return pieces


def _is_surname(tokens: Tokens, words: NameWords, first: int, index: int) -> bool:
    """Tell whether a month's name is a person's: "Theresa May", "April Jones", not that of "the year to June"."""
    if tokens.norms[index] not in words.calendar or tokens.kinds[index + 1 : index + 2] == "n":
        return False
    if first < index or index + 1 == tokens.size or tokens.norms[index] not in words.months:
        return first < index
    return tokens.kinds[index + 1] in "AIU" or tokens.norms[index + 1] in words.particles


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Tell whether a word in capitals stands alone: "WHO" in a line that does not shout."""
    around = tokens.kinds[max(index - 1, 0) : index] + tokens.kinds[index + 1 : index + 2]
    return tokens.kinds[index] == "U" and "U" not in around


def _is_initial(tokens: Tokens, index: int) -> bool:
    return index + 1 < tokens.size and tokens.kinds[index + 1] == "." and tokens.glued(index + 1)


def _joins(tokens: Tokens, words: NameWords, run: Run, first: int, starts: AbstractSet[int]) -> bool:
    """Tell whether a piece carries on the run before it, by what stands between them."""
    opened, ended = run
    if first in starts or not starts.isdisjoint(range(ended, first)):
        return False
    between, kinds = tokens.norms[ended:first], tokens.kinds[ended:first]
    if kinds == ".":
        return tokens.glued(first - 1) and (
            tokens.kinds[first - 2] == "I" or tokens.glued(first) or tokens.norms[first - 2] in words.honorifics
        )
    if kinds == "-":
        return tokens.glued(first) == tokens.glued(first - 1)
    if kinds == "-a" or kinds == "a-":
        return any(word in words.particles for word in between)
    if between in LINKS:
        return tokens.norms[ended - 1] in words.heads
    if between == ("and",):
        before = tokens.norms[opened:ended]
        return ("of" in before or "for" in before) and not words.heads.isdisjoint(before[:-1])
    return words.particles.issuperset(between)
