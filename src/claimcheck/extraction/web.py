"""HTML: what a reader sees, in paragraphs and table rows."""

from collections.abc import Callable, Mapping
from functools import cache

import regex
from attrs import define, field

from claimcheck.extraction.building import TextBuilder
from claimcheck.extraction.content import Content
from claimcheck.extraction.markup import attributes_of, character, entity_pattern, tag_pattern
from claimcheck.extraction.metadata import MetadataCollector
from claimcheck.extraction.remarks import Remark, read_remark, suppressions_of
from claimcheck.extraction.webtables import data_tables

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_RAW = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp", "title"})
"""What stands in these is no markup."""
_UNSEEN = frozenset({"nav", "footer", "template", "noscript", "svg", "math", "button", "select", "object", "canvas"})
"""Machinery and navigation."""
_STRUCK = frozenset({"del", "s", "strike"})
_CLOSED = frozenset(
    {"div", "section", "span", "ul", "ol", "table", "article", "aside", "header", "main", "figure", "dialog", "form"}
)
"""Elements that always have an end tag, so that a hidden one ends where it says."""
SUPERSCRIPTS = {ord(digit): power for digit, power in zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True)}
_LONGEST_MARK = 200


def read_html(source: str) -> Content:
    """Return the text of a page, in linear time.

    Scripts, styles, navigation, page footers, what is struck out or hidden, and footnote marks are left out; blocks become
    paragraphs, rows of data tables lines of cells between bars; other tables only arrange blocks.
    """
    reader = _Reader(source, TextBuilder(source), data_tables(source))
    reader.read()
    text = reader.builder.text()
    return Content(
        text=text,
        source_map=reader.builder.source_map("html"),
        metadata=reader.metadata.metadata(),
        suppressions=suppressions_of(reader.remarks, text),
        warnings=tuple(reader.warnings),
    )


def declared_charset(data: bytes) -> str | None:
    """Return the charset that the head of a page declares; Latin-1 means Windows-1252, as browsers have it."""
    match = _charset().search(data[:4096].decode("latin-1"))
    if match is None:
        return None
    name = match[1].lower()
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name


@define
class _Reader:
    """Walks over the tags of a page."""

    source: str
    builder: TextBuilder
    tables: frozenset[int]
    metadata: MetadataCollector = field(factory=MetadataCollector)
    remarks: list[Remark] = field(factory=list[Remark])
    warnings: list[str] = field(factory=list[str])
    pending: str = ""
    """White space that comes before the next word: nothing, a space, a line break, a paragraph's end."""
    prefix: str = ""
    """What is written before the next word besides: the dash of a list item."""
    space: tuple[int, int] = (0, 0)
    skipped: str = ""
    depth: int = 0
    preformatted: int = 0
    superscript: bool = False
    in_table: list[bool] = field(factory=list[bool])
    """The tables that are open: whether their rows are written as rows."""
    row: bool = False
    columns: int = 1
    """How many columns the open cell spans."""

    def read(self) -> None:
        done, size = 0, len(self.source)
        while done < size:
            match = tag_pattern().search(self.source, done)
            self.text(done, match.start() if match else size)
            if match is None:
                break
            done = match.end()
            if match["comment"] is not None:
                self.comment(match["comment"])
            elif match["name"] is not None:
                name = match["name"].lower()
                if match["close"]:
                    self.close(name, match.start())
                elif name in _RAW:
                    done = self.raw(name, match["attributes"], done)
                else:
                    self.open(name, match["attributes"], match.start(), done)

    def comment(self, comment: str) -> None:
        ahead = len(self.pending) > 1 or not self.builder.length
        remark = read_remark(comment.removesuffix("-->"), self.builder.length, ahead=ahead)
        if isinstance(remark, Remark):
            self.remarks.append(remark)
        elif remark:
            self.warnings.append(remark)

    def raw(self, name: str, written: str, start: int) -> int:
        """Pass over an element without markup inside, and return where it ends."""
        match = _end_of(name).search(self.source, start)
        end = match.start() if match else len(self.source)
        if name == "title" and self.metadata.title is None and not self.skipped:
            title = character(self.source[start:end])
            self.metadata.title = " ".join(title.split()) or None
        elif name == "script" and "ld+json" in attributes_of(written).get("type", ""):
            self.metadata.linked_data(self.source[start:end])
        return match.end() if match else end

    def open(self, name: str, written: str, start: int, end: int) -> None:
        if self.skipped:
            self.depth += name == self.skipped
            return
        attributes: Mapping[str, str] = attributes_of(written) if written.strip(" /") else {}
        if name == "meta":
            self.metadata.meta(attributes)
        elif name == "time":
            self.metadata.time(attributes)
        if name in _UNSEEN or name in _STRUCK or (name in _CLOSED and _hidden(attributes)) or self.is_mark(name, end):
            self.skipped, self.depth = name, 1
            if name in _BLOCKS or name in ("nav", "footer"):
                self.block(start)
            elif name in _UNSEEN:
                self.wait(" ", start, end)
            return
        if (opened := _OPENED.get(name)) is not None:
            opened(self, attributes, start, end)
        elif name in _BLOCKS:
            self.block(start)
        if name == "pre":
            self.preformatted += 1
        self.superscript = self.superscript or name == "sup"

    def close(self, name: str, start: int) -> None:
        if self.skipped:
            self.depth -= name == self.skipped
            self.skipped = self.skipped if self.depth else ""
            return
        if name == "pre":
            self.preformatted = max(0, self.preformatted - 1)
        self.superscript = self.superscript and name != "sup"
        if self.row and name == "tr":
            self.end_row(start)
        elif name == "table" and self.in_table:
            self.end_row(start)
            self.in_table.pop()
            self.block(start)
        elif name == "q":
            self.write("”", start, start)
        elif name in _BLOCKS:
            self.block(start)

    def is_mark(self, name: str, end: int) -> bool:
        """Tell whether a superscript is a footnote mark: a link, or in brackets."""
        if name != "sup":
            return False
        close = self.source.find("</sup", end, end + _LONGEST_MARK)
        inside = self.source[end:close] if close >= 0 else ""
        return "<a" in inside or inside.lstrip().startswith(("[", "("))

    def block(self, at: int) -> None:
        """End the paragraph; within a row the cell goes on."""
        if self.row:
            self.wait(" ", at, at)
        else:
            self.wait("\n\n", at, at)

    def line_break(self, _: Mapping[str, str], start: int, end: int) -> None:
        self.wait(" " if self.row else "\n\n" if self.pending.endswith("\n") else "\n", start, end)

    def item(self, _: Mapping[str, str], start: int, end: int) -> None:
        self.block(start)
        self.prefix = "" if self.row else "- "

    def quote(self, _: Mapping[str, str], start: int, end: int) -> None:
        self.write("“", start, end)

    def table(self, _: Mapping[str, str], start: int, end: int) -> None:
        self.block(start)
        self.in_table.append(start in self.tables)

    def begin_row(self, _: Mapping[str, str], start: int, end: int) -> None:
        self.end_row(start)
        if not (self.in_table and self.in_table[-1]):
            self.block(start)

    def cell(self, attributes: Mapping[str, str], start: int, end: int) -> None:
        if not (self.in_table and self.in_table[-1]):
            self.block(start)
            return
        if self.row:
            self.bar(start)
            self.builder.put(" ", start, start)
        else:
            self.pending = self.pending if len(self.pending) > 1 else "\n" if self.builder.length else ""
            self.flush(start)
            self.builder.put("| ", start, start)
            self.row = True
        span = attributes.get("colspan", "")
        self.columns = int(span) if span.isascii() and span.isdigit() and 0 < len(span) < 3 else 1

    def end_row(self, at: int) -> None:
        if self.row:
            self.bar(at)
            self.pending = "\n"
        self.row = False

    def bar(self, at: int) -> None:
        """End a cell: a wide one leaves the columns after its first empty."""
        self.pending = self.prefix = ""
        self.builder.put(" |" * self.columns, at, at)

    def text(self, start: int, end: int) -> None:
        if self.skipped or start == end:
            return
        for match in _pieces().finditer(self.source, start, end):
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
        lines = piece.count("\n") if self.preformatted else 0
        self.wait("\n\n" if lines > 1 else "\n" if lines else " ", start, end)

    def wait(self, pending: str, start: int, end: int) -> None:
        """Let white space wait for the next word: of several the widest counts."""
        if len(pending) > len(self.pending) or (pending == "\n" and self.pending == " "):
            self.pending = pending
        self.space = (start, end)

    def write(self, text: str, start: int, end: int) -> None:
        if text:
            self.flush(start)
            self.builder.put(text, start, end)

    def flush(self, at: int) -> None:
        """Write what waits: a space where it stands, a break where the next word begins."""
        if self.pending and self.builder.length and not (self.pending == " " and self.builder.ends_blank):
            self.builder.put(self.pending, *(self.space if self.pending == " " else (at, at)))
        self.builder.put(self.prefix, at, at)
        self.pending = self.prefix = ""


_OPENED: Mapping[str, Callable[[_Reader, Mapping[str, str], int, int], None]] = {
    "br": _Reader.line_break,
    "li": _Reader.item,
    "q": _Reader.quote,
    "table": _Reader.table,
    "tr": _Reader.begin_row,
    "td": _Reader.cell,
    "th": _Reader.cell,
}


def _hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_not_shown().search(attributes.get("style", "")))


@cache
def _not_shown() -> regex.Pattern[str]:
    return regex.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", regex.IGNORECASE)


@cache
def _end_of(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"</{name}(?=[\s/>])[^>]*+>?+", regex.IGNORECASE)


@cache
def _pieces() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<space>[ \t\n\r\f]++)|(?P<entity>{entity_pattern().pattern})|(?P<words>[^ \t\n\r\f&]++(?: [^ \t\n\r\f&]++)*+|&)"
    )


@cache
def _charset() -> regex.Pattern[str]:
    return regex.compile(r"""<meta[^>]{1,200}?charset\s*+=\s*+["']?+([\w-]++)""", regex.IGNORECASE)
