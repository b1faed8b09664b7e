"""Lines of JSON become cases: documents to check, or a draft to verify against them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from attrs import evolve, frozen

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.reading.dates import date_readings

Identifier = str | int | float | bool | None


@frozen
class Case:
    """One line of `batch`: its id as given, the documents, and the draft if one is to be verified."""

    id: Identifier
    documents: tuple[Document, ...]
    draft: Document | None = None


class CaseError(InputError):
    """A line is no case; `case` is its id where that much could be read."""

    def __init__(self, message: str, *, code: str, case: Identifier = None) -> None:
        super().__init__(message, code=code)
        self.case = case


def read_case(line: bytes | str) -> Case:
    """Read one line; CaseError says what is wrong with it. Other keys are left alone: lines made for other programs carry more.

    >>> read_case('{"id": 1, "documents": [{"id": "a", "text": "800"}]}').documents[0].text
    '800'
    """
    case = _parse(line)
    name = case.get("id")
    if not isinstance(name, str | int | float | bool | None):
        raise CaseError("the case's id must be a string or a number", code="bad-case")
    try:
        raw = case.get("documents")
        if not isinstance(raw, list):
            raise InputError('the case needs "documents", a list', code="bad-case")
        documents = tuple(
            _document(item, f"documents[{number}]") for number, item in enumerate(cast("Sequence[Any]", raw))
        )
        draft = case.get("draft")
        return Case(name, documents, None if draft is None else _document(draft, "draft"))
    except InputError as error:
        raise CaseError(str(error), code=error.code, case=name) from None


def read_record(line: bytes | str, name: str, published: date | None = None) -> Document:
    """Read one line as one document; without an `id` of its own it gets the name. InputError says what is wrong with it."""
    item = _parse(line)
    if "documents" in item:
        raise InputError("this is a case of several documents; `claimcheck batch` reads those", code="bad-case")
    document = _document({"id": name} | item, "document")
    return document if published is None else evolve(document, published=published)


def _parse(line: bytes | str) -> dict[str, Any]:
    try:
        text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
    except UnicodeDecodeError as error:
        raise CaseError(f"the line is not UTF-8 (byte {error.start})", code="encoding") from None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise CaseError(f"the line is not JSON: {error.msg} at column {error.colno}", code="bad-json") from None
    except (RecursionError, ValueError) as error:
        raise CaseError(f"the line is not JSON that can be read: {error}", code="bad-json") from None
    if not isinstance(value, dict):
        raise CaseError("the line must be a JSON object", code="bad-case")
    return cast(dict[str, Any], value)


def _document(item: Any, where: str) -> Document:
    if not isinstance(item, dict):
        raise InputError(f"{where} must be an object with an id and a text", code="bad-case")
    fields = cast(dict[str, Any], item)
    for name in ("id", "text"):
        if not isinstance(fields.get(name), str):
            raise InputError(f"{where}.{name} must be a string", code="bad-case")
    for name in ("title", "publisher", "published"):
        if not isinstance(fields.get(name), str | None):
            raise InputError(f"{where}.{name} must be a string or null", code="bad-case")
    published: str | None = fields.get("published")
    return Document(
        id=fields["id"],
        text=fields["text"],
        published=None if not published else _published(published, where),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
    )


def _published(text: str, where: str) -> date | None:
    readings = date_readings(text)
    if not readings:
        raise InputError(f"{where}.published is no date: {text!r}; write it as YYYY-MM-DD", code="bad-date")
    return (
        readings[0] if len(readings) == 1 else None
    )  # 03-02-2009: nothing is guessed, the text's own dateline may tell
