"""One stretch of text has one reading."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from claimcheck.model import Candidate, Diagnostic, Document, Mention, Numeral, Tokens

START = attrgetter("start")


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
            mentions.append(Mention(number, name, start, end, text[start:end], value, item.modifier))
    figures = [(numeral.start, numeral.end) for numeral in numerals]
    if "x" in tokens.kinds:
        figures = sorted(chain(figures, _unread(tokens)))
    return tuple(mentions), tuple(_unclaimed(document, chosen, figures))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidates that do not overlap, in order of the offsets.

    The higher rank wins, then the longer one, then the earlier one.
    """
    chosen: list[Candidate] = []
    cluster: list[Candidate] = []
    reached = 0
    for item in sorted(candidates, key=START):
        if item.start < reached:
            cluster.append(item)
            reached = max(reached, item.end)
        else:
            chosen += cluster if len(cluster) == 1 else _best(cluster)
            cluster = [item]
            reached = item.end
    return chosen + _best(cluster)


def _best(cluster: list[Candidate]) -> list[Candidate]:
    """Choose among candidates that hang together."""
    if len(cluster) < 2:
        return cluster
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


def _unclaimed(document: Document, chosen: list[Candidate], figures: Iterable[tuple[int, int]]) -> Iterable[Diagnostic]:
    """Yield a diagnostic for every figure that no candidate covers, rejected stretches included; both are in order."""
    place, total, covered = 0, len(chosen), 0
    for start, end in figures:
        while place < total and chosen[place].start < end:
            covered = chosen[place].end
            place += 1
        if covered <= start:
            message = f"{document.text[start:end]!r} looks like a figure and was not understood"
            yield Diagnostic(document.id, start, end, "unread-figure", message)
