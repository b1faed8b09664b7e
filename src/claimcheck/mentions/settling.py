"""One stretch of text has one reading."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from claimcheck.model import Candidate, Diagnostic, Document, Mention, Numeral, Tokens
from claimcheck.model.internal import maker

START = attrgetter("start")

make_mention = maker(Mention)


def settle(
    document: Document, tokens: Tokens, candidates: Iterable[Candidate], numerals: tuple[Numeral, ...]
) -> tuple[tuple[Mention, ...], tuple[Diagnostic, ...]]:
    """Choose among overlapping candidates and number what is left; report numerals that nothing claimed."""
    chosen = choose(candidates)
    text, name = document.text, document.id
    mentions: list[Mention] = []
    for item in chosen:
        value = item.value
        if value is not None:
            start, end = item.start, item.end
            number = f"{name}#m{len(mentions) + 1}"
            mentions.append(make_mention(number, name, start, end, text[start:end], value, item.modifier))
    return tuple(mentions), tuple(_unclaimed(document, tokens, chosen, numerals))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidates that do not overlap, in order of the offsets.

    The higher rank wins, then the longer one, then the earlier one.
    """
    chosen: list[Candidate] = []
    first = reached = 0
    for item in sorted(candidates, key=START):
        if item.start >= reached:
            if len(chosen) > first + 1:
                chosen[first:] = _best(chosen[first:])
            first, reached = len(chosen), item.end
        elif item.end > reached:
            reached = item.end
        chosen.append(item)
    if len(chosen) > first + 1:
        chosen[first:] = _best(chosen[first:])
    return chosen


def _best(cluster: list[Candidate]) -> list[Candidate]:
    """Choose among candidates that hang together, in order of their starts."""
    if len(cluster) == 2:
        one, other = cluster
        longer = other.end - other.start > one.end - one.start
        return [other] if other.rank > one.rank or (longer and other.rank == one.rank) else [one]
    starts: list[int] = []
    taken: list[Candidate] = []
    for item in sorted(cluster, key=lambda item: (-item.rank, item.start - item.end, item.start)):
        place = bisect_left(starts, item.end)
        if not place or taken[place - 1].end <= item.start:
            starts.insert(place, item.start)
            taken.insert(place, item)
    return taken


def _unread(tokens: Tokens) -> Iterable[tuple[int, int]]:
    """Yield digits of other scripts, in which no number is read."""
    index = tokens.kinds.find("x")
    while index >= 0:
        if tokens.norms[index].isdecimal():
            yield tokens.starts[index], tokens.ends[index]
        index = tokens.kinds.find("x", index + 1)


def _unclaimed(
    document: Document, tokens: Tokens, chosen: list[Candidate], numerals: tuple[Numeral, ...]
) -> Iterable[Diagnostic]:
    """Yield a diagnostic for every figure that no candidate covers, rejected stretches included."""
    begun = {item.start for item in chosen}
    figures = [(numeral.start, numeral.end) for numeral in numerals if numeral.start not in begun]
    if "x" in tokens.kinds:
        figures = sorted(chain(figures, _unread(tokens)))
    starts = [item.start for item in chosen] if figures else []
    for start, end in figures:
        place = bisect_left(starts, end)
        if not place or chosen[place - 1].end <= start:
            message = f"{document.text[start:end]!r} looks like a figure and was not understood"
            yield Diagnostic(document.id, start, end, "unread-figure", message)
