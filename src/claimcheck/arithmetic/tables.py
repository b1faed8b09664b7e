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


def column_in_text(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Add up the columns of tables without a total row where the text gives what they make: "we spent £4.2m"."""
    text = analysis.document.text
    if "|" not in text:
        return
    starts = [claim.mention.start for claim in analysis.claims]
    for lines in _tables(text):
        labels = [line[0].of(text).strip(" *_").lower() for line in lines]
        if any(_partial().search(label) for label in labels[1:]) or not labels[0]:
            continue
        for column in range(1, len(lines[0])):
            cells = [line[column] for line in lines[1:] if column < len(line)]
            terms = [claim for cell in cells if (claim := _figure(cell, analysis.claims, starts, text)) is not None]
            if len(terms) >= LEAST_PARTS and len(terms) == len(cells) == len(lines) - 1:
                yield from _in_text(analysis, labels[0], terms)


LEAST_PARTS = 3
"""Figures from which on a column may be the parts of something."""


def _in_text(analysis: Analysis, label: str, terms: Sequence[Claim]) -> Iterator[Finding]:
    """Compare what a column makes with the one amount of the text that has the measure of the table's head."""
    first, last = terms[0].mention.start, terms[-1].mention.end
    named = [
        claim
        for claim in analysis.claims
        if claim.measure == label and value(claim) is not None and not first <= claim.mention.start <= last
    ]
    if len({value(claim) for claim in named}) == 1 and all(_is_like(claim, terms[0]) for claim in named):
        for claim in named:
            yield from summed(claim, tuple(terms))


def _is_like(claim: Claim, cell: Claim) -> bool:
    """Tell whether an amount of the text may be made of cells."""
    one, other = claim.mention.quantity, cell.mention.quantity
    return one is not None and other is not None and one.role != "by" and same_unit(one, other)


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
