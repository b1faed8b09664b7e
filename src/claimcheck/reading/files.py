"""Files become documents."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.reading.decoding import decode

STANDARD_INPUT = "-"
MAX_BYTES = 256 * 1024 * 1024


def read_document(
    path: str, *, published: date | None = None, warn: Callable[[str], None] = lambda _: None
) -> Document:
    """Read one file, or standard input for `-`, as a document whose id is the path as given.

    InputError if it cannot be read; `warn` is called with what a reader should know ("read as Windows-1252").
    """
    decoded = decode(read_bytes(path), name=path)
    if decoded.warning:
        warn(decoded.warning)
    if not decoded.text.strip():
        warn(f"{path}: is empty")
    return Document(id=path, text=decoded.text, published=published)


def read_bytes(path: str) -> bytes:
    """Return what a file holds; InputError says why it cannot be read."""
    if not path:
        raise InputError("a file's name is empty; name a file, or - for standard input", code="missing")
    try:
        if path == STANDARD_INPUT:
            data = standard_input().read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)  # a device may have no size and no end
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", code="missing") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a directory; name the files in it", code="directory") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read (permission denied)", code="permission") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error})", code="unreadable") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: is larger than {MAX_BYTES // 1024**2} MB; split it", code="too-large")
    return data


def standard_input() -> IO[bytes]:
    """Return standard input as bytes; InputError if the caller closed it."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]  # typeshed leaves that case out
        raise InputError("standard input is closed; name a file", code="unreadable")
    return sys.stdin.buffer
