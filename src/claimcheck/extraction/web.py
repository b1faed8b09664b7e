"""HTML: what a reader sees, in paragraphs and table rows."""

from collections.abc import Mapping
from functools import cache

import regex
from attrs import define, field

from claimcheck.extraction.building import TextBuilder
from claimcheck.extraction.content import Content
from claimcheck.extraction.elements import BLOCKS, CLOSED, FOREIGN, RAW, STRUCK, UNSEEN
from claimcheck.extraction.markup import attributes_of, character, tag_pattern
from claimcheck.extraction.metadata import MetadataCollector
from claimcheck.extraction.pagetext import PageText
from claimcheck.extraction.remarks import Remark, read_remark, suppressions_of
from claimcheck.extraction.webtables import data_tables

_LONGEST_MARK = 200


def read_html(source: str) -> Content:
    """Return the text of a page, in linear time.

    Scripts, styles, navigation, page footers, what is struck out or hidden, and footnote marks are left out; blocks become
    paragraphs, rows of data tables lines of cells between bars; other tables only arrange blocks. An element that is never closed
    hides nothing: what follows it is read, with a warning.
    """
    reader = _Reader(source, PageText(TextBuilder(source)), data_tables(source))
    reader.read()
    builder = reader.page.builder
    text = builder.text()
    return Content(
        text=text,
        source_map=builder.source_map("html"),
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
    page: PageText
    data: frozenset[int]
    """Where the tables of data begin."""
    metadata: MetadataCollector = field(factory=MetadataCollector)
    remarks: list[Remark] = field(factory=list[Remark])
    warnings: list[str] = field(factory=list[str])
    skipped: str = ""
    """The element that is passed over, how deep its like are nested in it, and where its tag ends."""
    depth: int = 0
    begun: int = 0
    unclosed: frozenset[int] | None = None
    """Where the tags end whose elements do not: known once one has been met."""
    endless: set[str] = field(factory=set[str])
    """Elements without markup inside that no end tag follows any more."""

    def read(self) -> None:
        done, size = 0, len(self.source)
        while done < size:
            match = tag_pattern().search(self.source, done)
            self.text(done, match.start() if match else size)
            done = self.tag(match) if match else size
            if done >= size and self.skipped and self.unclosed is None:
                done = self.resumed()

    def tag(self, match: regex.Match[str]) -> int:
        """Read a piece of markup, and return where the next text begins."""
        done = match.end()
        if done == len(self.source) and not match[0].endswith(">"):
            self.warn(match.start(), "here a tag or comment is not closed; what follows is not read")
        if match["comment"] is not None:
            self.comment(match["comment"])
        elif match["name"] is not None:
            name = match["name"].lower()
            if match["close"]:
                self.close(name, match.start())
            elif name in RAW:
                return self.raw(name, match["attributes"], match.start(), done)
            else:
                self.open(name, match["attributes"], match.start(), done)
        return done

    def resumed(self) -> int:
        """Go back to an element that the page does not close: it hides nothing."""
        self.unclosed = _unclosed(self.source)
        self.warn(self.begun, f"<{self.skipped}> is not closed; what follows it is read")
        self.skipped = ""
        return self.begun

    def warn(self, at: int, message: str) -> None:
        self.warnings.append(f"line {self.source.count(chr(10), 0, at) + 1}: {message}")

    def comment(self, comment: str) -> None:
        remark = read_remark(comment.removesuffix("-->"), self.page.builder.length, ahead=self.page.between_blocks)
        if isinstance(remark, Remark):
            self.remarks.append(remark)
        elif remark:
            self.warnings.append(remark)

    def raw(self, name: str, written: str, start: int, end: int) -> int:
        """Pass over an element without markup inside, and return where it ends."""
        close = None if name in self.endless else _end_tag(name).search(self.source, end)
        if close is None:
            if name not in self.endless:
                self.warn(start, f"<{name}> is not closed; what follows it is read")
            self.endless.add(name)
            return end
        inside = self.source[end : close.start()]
        if name == "title" and self.metadata.title is None and not self.skipped:
            self.metadata.title = " ".join(character(inside).split()) or None
        elif name == "script" and "ld+json" in attributes_of(written).get("type", ""):
            self.metadata.linked_data(inside)
        return close.end()

    def open(self, name: str, written: str, start: int, end: int) -> None:
        if self.skipped:
            self.depth += name == self.skipped and not _is_empty(name, written)
            return
        attributes: Mapping[str, str] = attributes_of(written) if written.strip(" /") else {}
        if name == "meta":
            self.metadata.meta(attributes)
        elif name == "time":
            self.metadata.time(attributes)
        if self.is_unseen(name, attributes, end):
            if not _is_empty(name, written):
                self.skipped, self.depth, self.begun = name, 1, end
            if name in BLOCKS:
                self.page.block(start)
            elif name in UNSEEN:
                self.page.wait(" ", start, end)
        else:
            self.begin(name, attributes, start, end)

    def is_unseen(self, name: str, attributes: Mapping[str, str], end: int) -> bool:
        """Tell whether an element is passed over."""
        if self.unclosed and end in self.unclosed:
            return False
        return name in UNSEEN or name in STRUCK or (name in CLOSED and _hidden(attributes)) or self.is_mark(name, end)

    def is_mark(self, name: str, end: int) -> bool:
        """Tell whether a superscript is a footnote mark: a link, or in brackets."""
        if name != "sup":
            return False
        close = self.source.find("</sup", end, end + _LONGEST_MARK)
        inside = self.source[end:close] if close >= 0 else ""
        return "<a" in inside or inside.lstrip().startswith(("[", "("))

    def begin(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """Begin an element that is read."""
        page = self.page
        if name == "br":
            page.line_break(start, end)
        elif name == "li":
            page.item(start)
        elif name == "q":
            page.write("“", start, end)
        elif name == "table":
            page.begin_table(start, data=start in self.data)
        elif name == "tr":
            page.begin_row(start)
        elif name in ("td", "th"):
            page.cell(attributes.get("colspan", ""), start)
        elif name in BLOCKS:
            page.block(start)
        page.preformatted += name == "pre"
        page.superscript = page.superscript or name == "sup"

    def close(self, name: str, start: int) -> None:
        if self.skipped:
            self.depth -= name == self.skipped
            self.skipped = self.skipped if self.depth else ""
            return
        page = self.page
        if name == "pre":
            page.preformatted = max(0, page.preformatted - 1)
        page.superscript = page.superscript and name != "sup"
        if page.row and name == "tr":
            page.end_row(start)
        elif name == "table":
            page.end_table(start)
        elif name == "q":
            page.write("”", start, start)
        elif name in BLOCKS:
            page.block(start)

    def text(self, start: int, end: int) -> None:
        if not self.skipped and start < end:
            self.page.words(start, end)


def _unclosed(source: str) -> frozenset[int]:
    """Return where the tags end whose elements have no end tag, each name's counted by itself as the reader does."""
    stacks: dict[str, list[int]] = {}
    endless: set[str] = set()
    done = 0
    while (match := tag_pattern().search(source, done)) is not None:
        done, name = match.end(), (match["name"] or "").lower()
        if not name:
            continue
        if match["close"]:
            if stacks.get(name):
                stacks[name].pop()
        elif name not in RAW:
            stacks.setdefault(name, []).extend([] if _is_empty(name, match["attributes"]) else [done])
        elif name not in endless:
            close = _end_tag(name).search(source, done)
            endless |= set() if close else {name}
            done = close.end() if close else done
    return frozenset(end for stack in stacks.values() for end in stack)


def _is_empty(name: str, written: str) -> bool:
    """Tell whether a tag is also its end tag: a slash says so only in drawings and formulas, elsewhere browsers ignore it."""
    return name in FOREIGN and written.endswith("/")


def _hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_not_shown().search(attributes.get("style", "")))


@cache
def _not_shown() -> regex.Pattern[str]:
    return regex.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", regex.IGNORECASE)


@cache
def _end_tag(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"</{name}(?=[\s/>])[^>]*+>?+", regex.IGNORECASE)


@cache
def _charset() -> regex.Pattern[str]:
    return regex.compile(r"""<meta[^>]{1,200}?charset\s*+=\s*+["']?+([\w-]++)""", regex.IGNORECASE)
