"""A sentence in the width of a screen, with the figure marked under it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.model import Span
from claimcheck.reporting.display import graphemes, neutral, width

_MOST_CHARACTERS = 2_000  # of a sentence on either side of the figure


@frozen
class Cell:
    """A character as it is shown, how wide it is, and whether it belongs to a figure."""

    text: str
    columns: int
    marked: bool


@frozen
class ExcerptLine:
    """A line of an excerpt as runs of text that are marked or not."""

    runs: tuple[tuple[str, bool], ...]

    @property
    def underline(self) -> str:
        """The carets under the marked runs; empty if nothing is marked."""
        return "".join(("^" if marked else " ") * width(text) for text, marked in self.runs).rstrip()


def excerpt(text: str, sentence: Span, marks: Sequence[Span], *, columns: int, most: int = 3) -> list[ExcerptLine]:
    """Lay out a sentence in lines of at most `columns`, `most` lines around the first mark, with marks known.

    White space, line breaks included, is shown as one space; cut ends as an ellipsis.
    """
    focus = min((mark.start for mark in marks), default=sentence.start)
    start = max(sentence.start, focus - _MOST_CHARACTERS)
    end = min(max(sentence.end, focus + 1), focus + _MOST_CHARACTERS, len(text))
    lines = _broken(_cells(text, start, end, marks), max(columns - 2, 8))
    first = next((number for number, line in enumerate(lines) if any(cell.marked for cell in line)), 0)
    low = max(0, min(first - most // 2, len(lines) - most))
    shown = [_line(line) for line in lines[low : low + most]]
    if shown and (low > 0 or start > sentence.start):
        shown[0] = ExcerptLine((("…", False), *shown[0].runs))
    if shown and (low + most < len(lines) or end < sentence.end):
        shown[-1] = ExcerptLine((*shown[-1].runs, ("…", False)))
    return shown


def _cells(text: str, start: int, end: int, marks: Sequence[Span]) -> list[Cell]:
    cells: list[Cell] = []
    offset = start
    for grapheme in graphemes(text[start:end]):
        begun, offset = offset, offset + len(grapheme)
        shown = neutral(grapheme)
        if shown.isspace():
            if not cells or cells[-1].text == " ":
                continue
            shown = " "
        if shown:
            marked = any(mark.start < offset and begun < mark.end for mark in marks)
            cells.append(Cell(shown, width(shown), marked))
    while cells and cells[-1].text == " ":
        cells.pop()
    return cells


def _broken(cells: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Break cells into lines: at the last space that fits, within a word that is longer than a line."""
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    used = 0
    for cell in cells:
        line.append(cell)
        used += cell.columns
        if used <= columns:
            continue
        cut = next((at for at in range(len(line) - 1, 0, -1) if line[at].text == " "), None)
        head, tail = (line[:-1], line[-1:]) if cut is None else (line[:cut], line[cut + 1 :])
        lines.append(head)
        line = tail
        used = sum(item.columns for item in line)
    return [*lines, line] if line else lines


def _line(cells: Iterable[Cell]) -> ExcerptLine:
    runs: list[tuple[str, bool]] = []
    for cell in cells:
        if runs and runs[-1][1] == cell.marked:
            runs[-1] = (runs[-1][0] + cell.text, cell.marked)
        else:
            runs.append((cell.text, cell.marked))
    return ExcerptLine(tuple(runs))
