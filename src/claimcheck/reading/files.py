"""Files become documents."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO

from claimcheck.errors import InputError
from claimcheck.extraction import Content
from claimcheck.model import Document
from claimcheck.reading.cases import read_record
from claimcheck.reading.dates import date_readings
from claimcheck.reading.formats import Intake, content_of, recognise

STANDARD_INPUT = "-"

Tell = Callable[[str], None]
Refuse = Callable[[InputError], None]


def read_document(
    path: str, *, published: date | None = None, intake: Intake | None = None, warn: Tell | None = None
) -> Document:
    """Read one file, or standard input for `-`, as a document whose id is the path as given.

    InputError if it cannot be read, or holds other than one document; `warn` is called with what a reader should know ("read as
    Windows-1252"). What the file says of itself (date, title, publisher) is believed unless `published` says otherwise.
    """
    documents = read_documents(path, published=published, intake=intake, warn=warn)
    if len(documents) != 1:
        raise InputError(f"{path}: holds {len(documents)} documents; read_documents returns them", code="unreadable")
    return documents[0]


def read_documents(
    path: str,
    *,
    published: date | None = None,
    intake: Intake | None = None,
    warn: Tell | None = None,
    refuse: Refuse | None = None,
) -> tuple[Document, ...]:
    """Read the documents of a file: one, or of JSON Lines one a line.

    A line that cannot be read raises an InputError, or is given to `refuse` and left out.
    """
    intake, warn = intake or Intake(), warn or _ignore
    data = read_bytes(path, most=intake.max_bytes)
    form = intake.form or recognise(path, data)
    if form == "jsonl":
        documents = tuple(_records(data, path, published, refuse or _raise))
        if not data.strip():
            warn(f"{path}: is empty")
        return documents
    content = content_of(data, form, path, intake)
    for warning in content.warnings:
        warn(warning)
    if not content.text.strip():
        warn(f"{path}: is empty" if not data.strip() else f"{path}: holds no text")
    return (_document(path, content, published),)


def _document(path: str, content: Content, published: date | None) -> Document:
    metadata = content.metadata
    saved = _first_moment(metadata.saved)
    return Document(
        id=path,
        text=content.text,
        published=published or _first_moment(metadata.published),
        saved=saved.date() if isinstance(saved, datetime) else saved,
        title=metadata.title,
        publisher=metadata.publisher,
        source_map=content.source_map,
        suppressions=content.suppressions,
    )


def _first_moment(written: tuple[str, ...]) -> date | None:
    """Return the first date that can be read one way only."""
    for text in written:
        readings = date_readings(text)
        if len(readings) == 1:
            return readings[0]
    return None


def _records(data: bytes, path: str, published: date | None, refuse: Refuse) -> Iterator[Document]:
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield read_record(line, f"{path}:{number}", published)
            except InputError as error:
                refuse(InputError(f"{path}:{number}: {error}", code=error.code, line=number))


def read_bytes(path: str, *, most: int) -> bytes:
    """Return what a file holds, at most so many bytes; InputError says why it cannot be read."""
    if not path:
        raise InputError("a file's name is empty; name a file, or - for standard input", code="missing")
    try:
        if path == STANDARD_INPUT:
            data = standard_input().read(most + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(most + 1)  # a device may have no size and no end
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", code="missing") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a directory; name the files in it", code="directory") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read (permission denied)", code="permission") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error})", code="unreadable") from None
    if len(data) > most:
        raise InputError(f"{path}: is larger than {_size(most)}; split it, or raise --max-size", code="too-large")
    return data


def _size(number: int) -> str:
    return f"{number:,} bytes" if number < 1024**2 else f"{number / 1024**2:g} MB"


def standard_input() -> IO[bytes]:
    """Return standard input as bytes; InputError if the caller closed it."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]  # typeshed leaves that case out
        raise InputError("standard input is closed; name a file", code="unreadable")
    return sys.stdin.buffer


def _ignore(_: str) -> None:
    return


def _raise(error: InputError) -> None:
    raise error
