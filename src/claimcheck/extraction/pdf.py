"""PDF, through PDFium (the extra `[pdf]`): the text of each page, with the page's own lines and offsets.

Running heads and page numbers are left out: lines at the edges of pages that repeat with other digits.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from claimcheck.errors import InputError, require
from claimcheck.extraction.building import line_starts
from claimcheck.extraction.content import Content, Metadata
from claimcheck.model import SourceMap

_GAP = "\n\n"
_EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""


def read_pdf(data: bytes, *, most: int) -> Content:
    """Return the text of a PDF; InputError if it is encrypted, damaged, only images, or longer than `most`; MissingExtraError."""
    pdfium: Any = require("pypdfium2", extra="pdf", purpose="reading PDF")
    try:
        document: Any = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise InputError("is encrypted; save it without a password", code="encrypted") from None
        raise InputError(f"is no PDF that can be read ({error}); save it again", code="unreadable") from None
    try:
        pages = _pages(document, most)
        metadata = _metadata(document.get_metadata_dict())
    except pdfium.PdfiumError as error:
        raise InputError(f"is damaged ({error}); save it again", code="unreadable") from None
    finally:
        document.close()
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        raise InputError(
            "holds no text, only images of it; run a text recognition such as ocrmypdf over it first", code="no-text"
        )
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + len(_GAP))
    text = _GAP.join(pages)
    source_map = SourceMap("pdf", lines=sorted({*line_starts(text), *starts}), pages=starts)
    shown = ", ".join(map(str, empty[:5])) + (", ..." if len(empty) > 5 else "")
    return Content(
        text=text,
        source_map=source_map,
        metadata=metadata,
        warnings=(f"no text on page {shown}: an image, perhaps",) if empty else (),
    )


def _pages(document: Any, most: int) -> list[str]:
    pages: list[list[str]] = []
    length = 0
    for number in range(len(document)):
        page = document[number]
        text: str = page.get_textpage().get_text_range()
        page.close()
        length += len(text)
        if length > most:
            raise InputError(f"holds more than {most:,} characters; split it, or raise --max-size", code="too-large")
        # PDFium marks a hyphen at a line's end that belongs to no word.
        text = text.replace("\x02\r\n", "").replace("\ufffe\r\n", "").replace("\x02", "").replace("\ufffe", "")
        pages.append([line.rstrip() for line in text.splitlines()])
    return without_running_heads(pages)


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the text of pages without the edge lines that stand on half of them, figures aside, and without page numbers.

    >>> without_running_heads([["Report 2030", "12 died.", "1"], ["Report 2030", "3 were hurt.", "2"]])
    ['12 died.', '3 were hurt.']
    """
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, times in seen.items() if times > 1 and times * 2 >= len(pages)}
    return ["\n".join(_body(page, running)).strip("\n") for page in pages]


def _body(page: Sequence[str], running: set[str]) -> Sequence[str]:
    lines = [line for line in page if line.strip()]
    first, last = 0, len(lines)
    while first < min(_EDGE, last) and (_key(lines[first]) in running):
        first += 1
    while last > max(first, len(lines) - _EDGE) and (_key(lines[last - 1]) in running):
        last -= 1
    return lines[first:last]


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _key(line: str) -> str:
    return _digits().sub("#", " ".join(line.split()))


def _metadata(properties: dict[str, str]) -> Metadata:
    found = _date().match(properties.get("CreationDate", ""))
    title = properties.get("Title", "").strip()
    named_by_a_program = title.startswith("Microsoft ") or title.lower().endswith((".doc", ".docx", ".indd", ".pdf"))
    return Metadata(
        saved=("-".join(found.groups()),) if found else (),
        title=None if named_by_a_program else title or None,
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"D?:?([0-9]{4})([0-9]{2})([0-9]{2})")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"[0-9]+")
