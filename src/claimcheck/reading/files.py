"""Files become documents."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

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
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        place = Path(path)
        if place.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: is larger than {MAX_BYTES // 1024**2} MB; split it", code="too-large")
        return place.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", code="missing") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a directory; name the files in it", code="directory") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read (permission denied)", code="permission") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error})", code="unreadable") from None
