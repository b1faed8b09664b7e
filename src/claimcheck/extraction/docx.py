"""Word documents (DOCX): paragraphs, and the rows of tables, in the order of the file.

Offsets are those of the text that is taken out; a line, for `file:line:column`, is a paragraph or a table row, counted from the
beginning of the document: a DOCX file has no lines of its own. Headers, footers, footnotes, comments and what is deleted under
revision are left out.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any
from xml.etree import ElementTree

from attrs import define, field

from claimcheck.errors import InputError
from claimcheck.extraction.content import Content, Metadata
from claimcheck.extraction.pagetext import SUPERSCRIPTS
from claimcheck.model import SourceMap

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LEFT_OUT = frozenset({"moveFrom", "Fallback", "del"})
_CHARACTERS = {"tab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}
_FAULTS = (
    zipfile.BadZipFile,
    ElementTree.ParseError,
    zlib.error,
    EOFError,
    NotImplementedError,  # zipfile's word for a compression that it does not know, or a later version of the format
    RuntimeError,  # and for an encrypted part
    ValueError,
    OSError,
)
_READ = frozenset({"word/document.xml", "docProps/core.xml", "docProps/app.xml"})


def read_docx(data: bytes, *, most: int) -> Content:
    """Return the text of a document; InputError if it is none, or unpacks to more than `most` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {item.filename: item for item in archive.infolist()}
            if "word/document.xml" not in parts:
                raise InputError("is a zip archive, but no Word document; name the files in it", code="binary")
            # The declared sizes bound what is read: zipfile reads no more than they say.
            if sum(parts[name].file_size for name in parts.keys() & _READ) > most:
                raise InputError(
                    f"unpacks to more than {most:,} bytes; split it, or raise --max-size", code="too-large"
                )
            with archive.open("word/document.xml") as part:
                blocks = list(_Body().blocks(part))
            properties = [archive.read(name) for name in ("docProps/core.xml", "docProps/app.xml") if name in parts]
    except _FAULTS as error:
        raise InputError(
            f"is no Word document that can be read ({error}); save it again as DOCX", code="unreadable"
        ) from None
    text, lines = _joined(blocks)
    return Content(text=text, source_map=SourceMap("docx", lines=lines), metadata=_metadata(properties))


@define
class _Body:
    """What is open while the body is read."""

    paragraphs: list[list[str]] = field(factory=list[list[str]])
    rows: list[list[str]] = field(factory=list[list[str]])
    """The cells of the row that is open in each table; cells of inner tables become part of the outer cell."""
    skipped: int = 0
    superscript: bool = False
    span: int = 1

    def blocks(self, part: IO[bytes]) -> Iterator[tuple[str, bool]]:
        """Return each paragraph and table row, with whether it is a row."""
        for event, element in ElementTree.iterparse(_guarded(part), events=("start", "end")):
            name = element.tag.rpartition("}")[2]
            if name in _LEFT_OUT:
                self.skipped += 1 if event == "start" else -1
            elif not self.skipped and event == "start":
                self.start(name)
            elif not self.skipped:
                yield from self.end(name, element)
            if event == "end" and name in ("p", "tbl"):
                element.clear()

    def start(self, name: str) -> None:
        if name == "p":
            self.paragraphs.append([])
        elif name == "r":
            self.superscript = False
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self.rows[-1].append("")
            self.span = 1

    def end(self, name: str, element: "ElementTree.Element") -> Iterator[tuple[str, bool]]:
        if name == "t":
            written = element.text or ""
            self.write(written.translate(SUPERSCRIPTS) if self.superscript else written)
        elif name in _CHARACTERS:
            self.write(" " if self.rows else _CHARACTERS[name])
        elif name == "vertAlign":
            self.superscript = _value(element) == "superscript"
        elif name == "numPr" and self.paragraphs and not self.rows:
            self.paragraphs[-1].insert(0, "- ")
        elif name == "gridSpan":
            self.span = min(int(_value(element)), 100)
        elif name == "tc" and self.rows and self.rows[-1]:
            self.rows[-1] += [""] * (self.span - 1)
        elif name == "p" and self.paragraphs:
            yield from self.paragraph("".join(self.paragraphs.pop()).strip())
        elif name == "tr" and self.rows:
            yield from self.row(self.rows.pop())

    def write(self, text: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1].append(text)

    def paragraph(self, text: str) -> Iterator[tuple[str, bool]]:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
        elif text not in ("", "-"):
            yield text, False

    def row(self, cells: list[str]) -> Iterator[tuple[str, bool]]:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {' '.join(cells)}".strip()
        elif any(cells):
            yield f"| {' | '.join(cells)} |", True


@define
class _guarded:
    """A part that holds no document type: no part of a Word document does, and entities that grow are declared in one."""

    part: IO[bytes]
    _last: bytes = b""

    def read(self, size: int = -1) -> bytes:
        data = self.part.read(size)
        if b"<!DOCTYPE" in self._last + data or b"<!ENTITY" in self._last + data:
            raise InputError(
                "declares a document type, which no Word document does; save it again as DOCX", code="unreadable"
            )
        self._last = data[-16:]
        return data


def _joined(blocks: list[tuple[str, bool]]) -> tuple[str, tuple[int, ...]]:
    """Join blocks, rows of one table without a blank line, and say where each begins."""
    parts, lines, length, before = list[str](), list[int](), 0, False
    for text, row in blocks:
        gap = "" if not parts else "\n" if row and before else "\n\n"
        parts += [gap, text]
        lines.append(length + len(gap))
        length += len(gap) + len(text)
        before = row
    return "".join(parts), tuple(lines) or (0,)


def _metadata(parts: list[bytes]) -> Metadata:
    found: dict[str, str] = {}
    for part in parts:
        for element in ElementTree.parse(_guarded(io.BytesIO(part))).iter():
            if element.text and element.text.strip():
                found.setdefault(element.tag.rpartition("}")[2], element.text.strip())
    dates = tuple(found[name] for name in ("modified", "created") if name in found)
    return Metadata(saved=dates, title=found.get("title"), publisher=found.get("Company"))


def _value(element: "ElementTree.Element[Any]") -> str:
    return element.get(f"{_WORD}val") or element.get(f"{_STRICT}val") or ""
