"""Bytes become text, without guessing.

A byte order mark decides, else UTF-8 if it is valid, else the declared charset, else Windows-1252 with a warning: a guess from
statistics turns "€3.4" into another figure, and a wrong figure is worse than a warning.
"""

import codecs

from attrs import frozen

from claimcheck.errors import InputError

# The UTF-32 marks come first: that of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096


@frozen
class Decoded:
    """A text, the encoding that it was in, and a warning where that was the last resort."""

    text: str
    encoding: str
    warning: str | None = None


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """Decode bytes; InputError if they are no text. `name` is what the error calls the input.

    >>> decode(b"\\xef\\xbb\\xbf800", name="a.txt").text
    '800'
    >>> decode(b"\\x80 3.4", name="a.txt").text
    '€ 3.4'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, name), encoding)
    if b"\0" in data[:_HEAD]:
        raise InputError(f"{name}: is binary, not text", code="binary")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        fault = error
    if declared is not None:
        return Decoded(_strict(data, declared, name), declared)
    line = data.count(b"\n", 0, fault.start) + 1
    warning = f"{name}:{line}: is not UTF-8 and declares no charset; read as Windows-1252"
    return Decoded(data.decode("cp1252", errors="replace"), "cp1252", warning)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(f"{name}: declares the charset {encoding!r}, which does not exist", code="encoding") from None
    except (UnicodeDecodeError, ValueError) as error:
        raise InputError(f"{name}: is not valid {encoding} ({error})", code="encoding") from None
