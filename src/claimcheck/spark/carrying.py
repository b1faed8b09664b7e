"""The keys of documents as bytes, from one stage of a job to the next.

They are pickled, which takes a fifth of what the packing of a corpus takes: a file may come from a stranger, whereas these
bytes go from one worker of a job to another, as do its functions, which Spark pickles.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from attrs import evolve, fields, has

from claimcheck.linking import DocumentKey
from claimcheck.model import Analysis, Document, Names
from claimcheck.model.internal import maker

OUTLINE = (
    "names",
    "central",
    "given",
    "capital",
    "figures",
    "telling",
    "usual",
    "weight",
    "short",
    "single",
    "pollsters",
)
"""What of a key is its document's, but for what has its claims in it."""
UNREAD: Mapping[str, Any] = MappingProxyType(
    {"analysis": Analysis(Document(text=""), None, (), (), (), (), Names(())), "claims": ()}
)
"""The rest of a key that is known by its outline."""
_outline = attrgetter(*OUTLINE)


def pack_key(key: DocumentKey) -> bytes:
    """Write a key with its analysis and its text, but for its shelf, which takes longer to carry than to make again."""
    arrow: Any = import_module("pyarrow")
    written, packed = io.BytesIO(), arrow.BufferOutputStream()
    _Pickler(written).dump(evolve(key, shelf=None))
    with arrow.CompressedOutputStream(packed, "lz4") as stream:
        stream.write(written.getbuffer())
    return bytes(packed.getvalue())


def unpack_keys(blobs: Iterable[bytes]) -> list[DocumentKey]:
    """Read what `pack_key` wrote."""
    arrow: Any = import_module("pyarrow")
    streams = (arrow.CompressedInputStream(arrow.BufferReader(blob), "lz4") for blob in blobs)
    return [_Unpickler(io.BytesIO(stream.read())).load() for stream in streams]


def pack_outline(key: DocumentKey) -> bytes:
    """Write what of a key tells whether its document and another are of one affair."""
    return pickle.dumps(_outline(key))


def unpack_outline(blob: bytes) -> DocumentKey:
    """Read what `pack_outline` wrote: a key without an analysis and claims."""
    return DocumentKey(**UNREAD, **dict(zip(OUTLINE, pickle.loads(blob), strict=True)))


class _Reducers(dict[type, Callable[[Any], Any]]):
    """What tells how values are made, by their classes; found when the first of a class comes."""

    def __missing__(self, made: type) -> Callable[[Any], Any]:
        reducer = self[made] = _reducer(made)
        return reducer


class _Pickler(pickle.Pickler):
    """Writes the model's values as calls of their classes, in half the time that the names of their fields take."""

    def __init__(self, written: io.BytesIO) -> None:
        super().__init__(written, protocol=5)
        self.dispatch_table = _Reducers()


class _Unpickler(pickle.Unpickler):
    """Reads them in four fifths of the time that the calls take."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        return _fastest(super().find_class(module_name, global_name))


@cache
def _fastest(made: Any) -> Any:
    """Return what makes the values of a class in the least time."""
    return maker(made) if has(made) and hasattr(made, "_make") else made


@cache
def _reducer(made: type) -> Callable[[Any], Any]:
    names = [item.name for item in fields(made) if item.init and not item.kw_only] if has(made) else []
    if len(names) < 2 or len(names) < sum(item.init for item in fields(made)):
        return lambda value: value.__reduce_ex__(5)  # by the names of its fields, or as its class has it
    given = attrgetter(*names)
    return lambda value: (made, given(value))
