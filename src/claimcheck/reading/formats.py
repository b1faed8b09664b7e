"""Which format a file is in, and what it holds."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from attrs import evolve, frozen

from claimcheck.errors import InputError, MissingExtraError
from claimcheck.extraction import Content, declared_charset, read_html, read_markdown, read_plain
from claimcheck.model import Format
from claimcheck.reading.decoding import decode

SUFFIXES: Mapping[str, Format] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".pdf": "pdf",
        ".docx": "docx",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
    }
)
"""The format that a file's name promises; a folder's other files are left alone."""

MAX_BYTES = 64 * 1024 * 1024


@frozen(kw_only=True)
class Intake:
    """How files are read: in which format (by default what name and first bytes say), how large at most, and of web pages only the article."""

    form: Format | None = None
    article: bool = False
    max_bytes: int = MAX_BYTES


def recognise(path: str, data: bytes) -> Format:
    """Return the format of a file by its first bytes where they are plain, else by its name, else text.

    >>> recognise("-", b"<!DOCTYPE html><p>12 died."), recognise("a.md", b"12 died.")
    ('html', 'markdown')
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    named = SUFFIXES.get(PurePath(path).suffix.lower())
    if named is not None:
        return named
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "text"


def content_of(data: bytes, form: Format, path: str, intake: Intake) -> Content:
    """Return what the bytes of a file hold; InputError names the file, and so do the content's warnings."""
    try:
        return _prefixed(_content(data, form, path, intake), path)
    except MissingExtraError as error:  # other files are still read
        raise InputError(f"{path}: {error}", code="not-installed") from None
    except InputError as error:
        if str(error).startswith(f"{path}: "):
            raise
        raise InputError(f"{path}: {error}", code=error.code, line=error.line) from None


def _content(data: bytes, form: Format, path: str, intake: Intake) -> Content:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is a Word document of the old kind, or an encrypted one; save it as DOCX, without a password",
            code="binary",
        )
    if form == "pdf":
        from claimcheck.extraction.pdf import read_pdf

        return read_pdf(data, most=intake.max_bytes)
    if form == "docx":
        from claimcheck.extraction.docx import read_docx

        return read_docx(data, most=intake.max_bytes)
    declared = declared_charset(data) if form == "html" else None
    decoded = decode(data, name=path, declared=declared)
    content = _marked_up(decoded.text, form, article=intake.article)
    return evolve(content, warnings=(decoded.warning, *content.warnings)) if decoded.warning else content


def _marked_up(text: str, form: Format, *, article: bool) -> Content:
    if form == "markdown":
        return read_markdown(text)
    if form != "html":
        return read_plain(text)
    content = read_html(text)
    if article:
        from claimcheck.extraction.articles import keep_article

        return keep_article(content, text)
    return content


def _prefixed(content: Content, path: str) -> Content:
    told = (item if item.startswith(f"{path}:") else f"{path}: {item}" for item in content.warnings)
    return evolve(content, warnings=tuple(told))
