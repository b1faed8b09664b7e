"""The keys of documents as bytes, from one stage of a job to the next.

They are pickled, which takes a fifth of what the packing of a corpus takes: a file may come from a stranger, whereas these
bytes go from one worker of a job to another, as do its functions, which Spark pickles.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from operator import attrgetter, methodcaller
from types import MappingProxyType
from typing import Any, ClassVar

from attrs import fields, has

from claimcheck.linking import DocumentKey
from claimcheck.linking.keys import called, moments_of_speech, names_called
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
"""What of a key is its document's, but for what has its claims in it: it is written once, and read wherever a key is."""
UNREAD: Mapping[str, Any] = MappingProxyType(
    {"analysis": Analysis(Document(text=""), None, (), (), (), (), Names(())), "claims": ()}
)
"""The rest of a key that is known by its outline."""
_outline = attrgetter(*OUTLINE)
PROTOCOL = 5
LENGTH = 8
"""Bytes that tell how long a body is when it is no longer compressed."""


def pack_outline(key: DocumentKey) -> bytes:
    """Write what of a key tells whether its document and another are of one affair."""
    return pickle.dumps(_outline(key))


def unpack_outline(blob: bytes) -> DocumentKey:
    """Read what `pack_outline` wrote: a key without an analysis and claims."""
    return DocumentKey(**UNREAD, **_outlined(blob))


def _outlined(blob: bytes) -> dict[str, Any]:
    return dict(zip(OUTLINE, pickle.loads(blob), strict=True))


def pack_bodies(keys: Iterable[DocumentKey]) -> Iterator[bytes]:
    """Write the rest of keys, with their texts, and of their analyses what comparing asks for.

    Shelves are left out, which take longer to carry than to make again.
    """
    compress, written = _codec().compress, io.BytesIO()
    pickler = _Pickler(written, protocol=PROTOCOL)  # one for all, since its memo takes long to grow
    for key in keys:
        analysis = key.analysis
        names, moments = called(analysis.names), moments_of_speech(analysis)
        pickler.dump((analysis.document, analysis.dated, moments, names, key.claims, key.sums, key.repeats))
        pickler.clear_memo()
        yield written.tell().to_bytes(LENGTH) + compress(written.getvalue(), asbytes=True)
        written.seek(0)
        written.truncate()


def unpack_key(outline: bytes, body: bytes) -> DocumentKey:
    """Read a key of which the outline and the body were written."""
    written = _codec().decompress(body[LENGTH:], int.from_bytes(body[:LENGTH]), asbytes=True)
    document, dated, moments, names, claims, sums, repeats = _Unpickler(io.BytesIO(written)).load()
    analysis = Analysis(document, dated, moments, (), tuple([key.claim for key in claims]), (), names_called(names))
    return DocumentKey(analysis=analysis, claims=claims, sums=sums, repeats=repeats, **_outlined(outline))


class _Reducers(dict[type, Callable[[Any], Any]]):
    """What tells how values are made, by their classes; found when the first of a class comes."""

    def __missing__(self, made: type) -> Callable[[Any], Any]:
        reducer = self[made] = _reducer(made)
        return reducer


class _Pickler(pickle.Pickler):
    """Writes the model's values as calls of their classes, in half the time that the names of their fields take."""

    dispatch_table = _Reducers()


class _Unpickler(pickle.Unpickler):
    """Reads them in four fifths of the time that the calls take."""

    known: ClassVar[dict[tuple[str, str], Any]] = {}

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        name = module_name, global_name
        if name not in self.known:  # each key names some two dozen of them
            self.known[name] = _fastest(super().find_class(*name))
        return self.known[name]


@cache
def _codec() -> Any:
    arrow: Any = import_module("pyarrow")
    return arrow.Codec("lz4_raw")


def _fastest(made: Any) -> Any:
    """Return what makes the values of a class in the least time."""
    return maker(made) if has(made) and hasattr(made, "_make") else made


def _reducer(made: type) -> Callable[[Any], Any]:
    names = [item.name for item in fields(made) if item.init and not item.kw_only] if has(made) else []
    if len(names) >= 2 and len(names) == sum(item.init for item in fields(made)):
        given = attrgetter(*names)
        return lambda value: (made, given(value))
    own: Mapping[str, Callable[[Any], Any]] = vars(made)
    if "__reduce__" in own and "__reduce_ex__" not in own:
        return own["__reduce__"]  # as a number has it; the general way to it takes longer
    return methodcaller("__reduce_ex__", PROTOCOL)
