"""From the text of a document back to the file that it was taken from."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from attrs import field, frozen

Format = Literal["text", "markdown", "html", "pdf", "docx", "jsonl"]
"""The formats that documents are read from."""


@frozen
class Position:
    """Where a passage stands in its file: `page`, `line` and `column` count from 1, `start` and `end` are half-open offsets.

    In a file with pages, `line`, `start` and `end` count within the text of the page; else `page` is None.
    """

    start: int
    end: int
    line: int
    column: int
    page: int | None = None


@frozen
class SourceMap:
    """Where the characters of a text that was taken out of a file stand in the file.

    The text is a row of pieces: piece i begins at `texts[i]` and stands in the file from `starts[i]` to `ends[i]`. One that is
    as long in the file is taken character by character; any other (an entity, white space, a break that markup stands for) as
    a whole. Without pieces the file's text is the document's. `lines` and `pages` are the offsets in the file where they begin.

    >>> ampersand = SourceMap("html", texts=(0, 1, 2), starts=(3, 4, 9), ends=(4, 9, 11), lines=(0,))  # <p>R&amp;D.
    >>> ampersand.position(1, 3)
    Position(start=4, end=10, line=1, column=5, page=None)
    """

    format: Format
    texts: Sequence[int] = field(default=(), converter=tuple[int, ...], kw_only=True)
    starts: Sequence[int] = field(default=(), converter=tuple[int, ...], kw_only=True)
    ends: Sequence[int] = field(default=(), converter=tuple[int, ...], kw_only=True)
    lines: Sequence[int] = field(default=(0,), converter=tuple[int, ...], kw_only=True)
    pages: Sequence[int] = field(default=(), converter=tuple[int, ...], kw_only=True)

    def position(self, start: int, end: int) -> Position:
        """Return where the characters from `start` to `end` of the text stand, markup between them included."""
        first, last = self._character(start)
        if end > start:
            _, last = self._character(end - 1)
        line = bisect_right(self.lines, first)
        column = first - self.lines[line - 1] + 1
        if not self.pages:
            return Position(first, last, line, column)
        page = max(bisect_right(self.pages, first), 1)
        base = self.pages[page - 1]
        return Position(first - base, last - base, line - bisect_right(self.lines, base) + 1, column, page)

    def _character(self, offset: int) -> tuple[int, int]:
        """Return the span of one character in the file."""
        if not self.texts:
            return offset, offset + 1
        piece = max(bisect_right(self.texts, offset) - 1, 0)
        begin, end, inner = self.starts[piece], self.ends[piece], offset - self.texts[piece]
        length = self.texts[piece + 1] - self.texts[piece] if piece + 1 < len(self.texts) else end - begin
        return (begin + inner, begin + inner + 1) if length == end - begin else (begin, end)


@frozen
class Suppression:
    """A remark in a document that silences what is found between two offsets of its text, and says why.

    `names` are rules, verdicts or `unsupported`; none means all of them.
    """

    start: int
    end: int
    names: tuple[str, ...]
    reason: str

    def silences(self, names: set[str], start: int, end: int) -> bool:
        """Tell whether a finding of these names at these offsets is meant."""
        return self.start <= start and end <= self.end and not names.isdisjoint(self.names or names)
