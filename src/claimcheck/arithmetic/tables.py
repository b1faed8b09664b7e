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
from claimcheck.model.internal import internal

Line = tuple[Span, ...]
"""The cells of a table row."""


def table_total(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Add up the columns of tables with bars whose last row is called the total."""
    for table in _tables(analysis):
        *parts, total = table.labels
        if _total().fullmatch(total) and not any(_partial().search(label) for label in parts):
            for column in range(1, len(table.lines[-1])):
                yield from _column(table.figures(column))


def column_in_text(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Add up the columns of tables without a total row where the text gives what they make: "we spent £4.2m"."""
    for table in _tables(analysis):
        head, *parts = table.labels
        if not head or any(_partial().search(label) for label in parts):
            continue
        for column in range(1, len(table.lines[0])):
            terms = [claim for claim in table.figures(column)[1:] if claim is not None]
            if len(terms) >= LEAST_PARTS and len(terms) == len(parts):
                yield from _in_text(analysis, head, terms)


@internal
class _Table:
    """The lines of a table with bars, the rule below the head left out, and their first cells as `labels`."""

    analysis: Analysis
    lines: Sequence[Line]
    labels: Sequence[str]

    def figures(self, column: int) -> list[Claim | None]:
        """Return the figures of a column from its head down, None for a cell that is not one figure."""
        return [self._figure(line[column]) for line in self.lines if column < len(line)]

    def _figure(self, cell: Span) -> Claim | None:
        claims = self.analysis.claims
        place = bisect_left(claims, cell.start, key=lambda claim: claim.mention.start)
        if place == len(claims) or claims[place].mention.end > cell.end:
            return None
        claim = claims[place]
        written = cell.of(self.analysis.document.text).strip(" *_")
        return claim if written == claim.mention.text and value(claim) is not None else None


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


def _tables(analysis: Analysis) -> Iterator[_Table]:
    """Return runs of lines that have bars."""
    text = analysis.document.text
    if "|" not in text:
        return
    place, lines = 0, list[tuple[str, int]]()
    for line in text.splitlines(keepends=True):
        lines.append((line, place))
        place += len(line)
    for barred, run in groupby(lines, key=lambda line: line[0].count("|") >= 2):
        table = [_cells(line, start) for line, start in run if barred and line.strip("|-: \t\r\n")]
        if len(table) > 2:
            yield _Table(analysis, table, [line[0].of(text).strip(" *_").lower() for line in table])


def _cells(line: str, start: int) -> Line:
    bars = [place for place, letter in enumerate(line) if letter == "|"]
    edges = bars if line.lstrip().startswith("|") else [-1, *bars]
    last = len(line) if line[edges[-1] + 1 :].strip() else None
    ends = [*edges[1:], *([last] if last is not None else [])]
    return tuple(Span(start + low + 1, start + high) for low, high in zip(edges, ends, strict=False))


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
