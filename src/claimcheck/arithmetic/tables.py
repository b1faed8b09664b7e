"""Columns of simple tables against their total row."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from claimcheck.arithmetic.parts import summed
from claimcheck.arithmetic.rows import Row, same_unit, value
from claimcheck.model import Analysis, Claim, Span
from claimcheck.model.findings import Finding

Line = tuple[Span, ...]
"""The cells of a table row."""


def table_total(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Add up the columns of tables with bars whose last row is called the total."""
    text = analysis.document.text
    if "|" not in text:
        return
    starts = [claim.mention.start for claim in analysis.claims]
    for lines in _tables(text):
        labels = [line[0].of(text).strip(" *_").lower() for line in lines]
        if not _total().fullmatch(labels[-1]) or any(_partial().search(label) for label in labels[:-1]):
            continue
        for column in range(1, len(lines[-1])):
            cells = [line[column] for line in lines if column < len(line)]
            figures = [_figure(cell, analysis.claims, starts, text) for cell in cells]
            yield from _column(figures)


def _tables(text: str) -> Iterator[list[Line]]:
    """Return runs of lines that have bars, with their cells, the rule below the head left out."""
    place, lines = 0, list[tuple[str, int]]()
    for line in text.splitlines(keepends=True):
        lines.append((line, place))
        place += len(line)
    for barred, run in groupby(lines, key=lambda line: line[0].count("|") >= 2):
        table = [_cells(line, start) for line, start in run if barred and line.strip("|-: \t\r\n")]
        if len(table) > 2:
            yield table


def _cells(line: str, start: int) -> Line:
    bars = [place for place, letter in enumerate(line) if letter == "|"]
    edges = bars if line.lstrip().startswith("|") else [-1, *bars]
    last = len(line) if line[edges[-1] + 1 :].strip() else None
    ends = [*edges[1:], *([last] if last is not None else [])]
    return tuple(Span(start + low + 1, start + high) for low, high in zip(edges, ends, strict=False))


def _figure(cell: Span, claims: Sequence[Claim], starts: Sequence[int], text: str) -> Claim | None:
    """Return the one figure of a cell that holds nothing else."""
    place = bisect_left(starts, cell.start)
    if place == len(claims) or claims[place].mention.end > cell.end:
        return None
    claim = claims[place]
    return claim if cell.of(text).strip(" *_") == claim.mention.text and value(claim) is not None else None


def _column(figures: Sequence[Claim | None]) -> Iterator[Finding]:
    total, parts = figures[-1], figures[1:-1]  # the first row is the head
    terms = [part for part in parts if part is not None]
    if total is None or len(terms) < 2 or len(terms) != len(parts):
        return
    quantities = [claim.mention.quantity for claim in (total, *terms)]
    if not all(one and other and same_unit(one, other) for one, other in pairwise(quantities)):
        return
    yield from summed(total, tuple(terms))


@cache
def _total() -> re.Pattern[str]:
    return re.compile(r"(?:grand )?total|sum|all together")


@cache
def _partial() -> re.Pattern[str]:
    return re.compile(r"\b(?:of which|including|sub-?total|thereof|total)\b")
