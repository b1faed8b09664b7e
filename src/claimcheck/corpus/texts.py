"""Where the texts of a corpus are: in its file, compressed, or where they came from."""

import hashlib
from collections.abc import Callable

from attrs import frozen

from claimcheck.corpus.packing import pack_text, unpack_text
from claimcheck.errors import CorpusError, InputError
from claimcheck.reading import read_document, read_documents

Load = Callable[[str], str]
"""From the id of a document to its text."""


def file_text(name: str) -> str:
    """Return the text of the file that an id names, or of the line in it: `news/fire.html`, `wires.jsonl:7`."""
    path, colon, line = name.rpartition(":")
    if colon and line.isdigit() and path:
        return next((item.text for item in read_documents(path) if item.id == name), "")
    return read_document(name).text


def packed(text: str, *, refers: bool) -> tuple[bytes, bytes | None]:
    """Return what a file holds of a text: itself, or its hash."""
    return (b"", _digest(text)) if refers else (pack_text(text), None)


@frozen
class Texts:
    """Brings texts back: `load` those that the file only refers to, whose hash tells whether they are still the same."""

    load: Load | None = None

    def unpacked(self, name: str, packed: bytes, digest: bytes | None) -> str:
        """Return the text of a document; CorpusError if it is elsewhere and not there any more, or another."""
        if digest is None:
            return unpack_text(packed)
        try:
            text = (self.load or file_text)(name)
        except InputError as error:
            raise CorpusError(
                f"{error}; its claims are kept, its text is not: put it back, or remove it", code="gone"
            ) from None
        if _digest(text) != digest:
            raise CorpusError(
                f"{name}: has changed since it was added; put the old text back, or replace the document",
                code="changed",
            )
        return text


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
