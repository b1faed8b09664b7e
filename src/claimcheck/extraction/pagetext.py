"""The text of a page as it is written down: words, what waits before the next word, and the rows of tables."""

from functools import cache

import regex
from attrs import define, field

from claimcheck.extraction.building import TextBuilder
from claimcheck.extraction.markup import character, entity_pattern

SUPERSCRIPTS = {ord(digit): power for digit, power in zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True)}
_WIDEST = 99
"""As many columns may a cell span: what a page says beyond is a fault, or an attack."""


@define
class PageText:
    """Writes paragraphs, and tables of data as lines of cells between bars; `start` and `end` are offsets of the source."""

    builder: TextBuilder
    pending: str = ""
    """White space that comes before the next word: nothing, a space, a line break, a paragraph's end."""
    prefix: str = ""
    """What is written before the next word besides: the dash of a list item."""
    space: tuple[int, int] = (0, 0)
    preformatted: int = 0
    superscript: bool = False
    tables: list[bool] = field(factory=list[bool])
    """The tables that are open: whether their rows are written as rows."""
    row: bool = False
    columns: int = 1
    """How many columns the open cell spans."""

    @property
    def between_blocks(self) -> bool:
        """Whether the last block has ended, or none has begun."""
        return len(self.pending) > 1 or not self.builder.length

    def words(self, start: int, end: int) -> None:
        """Write what stands between two tags."""
        for match in _pieces().finditer(self.builder.source, start, end):
            piece = match[0]
            if match.lastgroup == "space":
                self.white(piece, *match.span())
            elif match.lastgroup == "entity":
                meant = character(piece)
                if meant.isspace() and meant != "\xa0":
                    self.wait(" ", *match.span())
                else:
                    self.write(meant, *match.span())
            else:
                self.write(piece.translate(SUPERSCRIPTS) if self.superscript else piece, *match.span())

    def white(self, piece: str, start: int, end: int) -> None:
        """Take white space for what it is worth: line breaks count where text is preformatted."""
        lines = piece.count("\n") if self.preformatted else 0
        self.wait("\n\n" if lines > 1 else "\n" if lines else " ", start, end)

    def wait(self, pending: str, start: int, end: int) -> None:
        """Let white space wait for the next word: of several the widest counts."""
        if len(pending) > len(self.pending) or (pending == "\n" and self.pending == " "):
            self.pending = pending
        self.space = (start, end)

    def write(self, text: str, start: int, end: int) -> None:
        """Write words, after what waits for them."""
        if text:
            self.flush(start)
            self.builder.put(text, start, end)

    def flush(self, at: int) -> None:
        """Write what waits: a space where it stands, a break where the next word begins."""
        if self.pending and self.builder.length and not (self.pending == " " and self.builder.ends_blank):
            self.builder.put(self.pending, *(self.space if self.pending == " " else (at, at)))
        self.builder.put(self.prefix, at, at)
        self.pending = self.prefix = ""

    def block(self, at: int) -> None:
        """End the paragraph; within a row the cell goes on."""
        if self.row:
            self.wait(" ", at, at)
        else:
            self.wait("\n\n", at, at)

    def line_break(self, start: int, end: int) -> None:
        """Break the line; twice is a paragraph."""
        self.wait(" " if self.row else "\n\n" if self.pending.endswith("\n") else "\n", start, end)

    def item(self, at: int) -> None:
        """Begin an item of a list."""
        self.block(at)
        self.prefix = "" if self.row else "- "

    def begin_table(self, at: int, *, data: bool) -> None:
        """Begin a table: of data, or one that only arranges blocks."""
        self.block(at)
        self.tables.append(data)

    def end_table(self, at: int) -> None:
        """End the innermost table, if one is open."""
        if self.tables:
            self.end_row(at)
            self.tables.pop()
        self.block(at)

    @property
    def in_data(self) -> bool:
        """Whether the innermost table holds data."""
        return bool(self.tables) and self.tables[-1]

    def begin_row(self, at: int) -> None:
        """End the row before; the next begins with its first cell."""
        self.end_row(at)
        if not self.in_data:
            self.block(at)

    def cell(self, span: str, at: int) -> None:
        """Begin a cell, which spans as many columns as is written."""
        if not self.in_data:
            self.block(at)
            return
        if self.row:
            self.bar(at)
            self.builder.put(" ", at, at)
        else:
            self.pending = self.pending if len(self.pending) > 1 else "\n" if self.builder.length else ""
            self.flush(at)
            self.builder.put("| ", at, at)
            self.row = True
        self.columns = min(max(int(span), 1), _WIDEST) if span.isascii() and span.isdigit() and len(span) < 5 else 1

    def end_row(self, at: int) -> None:
        """End the row, if one is open."""
        if self.row:
            self.bar(at)
            self.pending = "\n"
        self.row = False

    def bar(self, at: int) -> None:
        """End a cell: a wide one leaves the columns after its first empty."""
        self.pending = self.prefix = ""
        self.builder.put(" |" * self.columns, at, at)


@cache
def _pieces() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<space>[ \t\n\r\f]++)|(?P<entity>{entity_pattern().pattern})|(?P<words>[^ \t\n\r\f&]++(?: [^ \t\n\r\f&]++)*+|&)"
    )
