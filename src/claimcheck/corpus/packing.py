"""Values to bytes and back: JSON, compressed, so that a file from a stranger can be read without running what is in it."""

import json
import zlib
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any

from attrs import evolve, fields, has, resolve_types

from claimcheck.linking import DocumentKey
from claimcheck.linking.keys import ClaimKey, called, moments_of_speech, names_called
from claimcheck.model import Analysis, Claim, Document, Mention, Quantity, Timex
from claimcheck.model.sources import SourceMap, Suppression
from claimcheck.model.times import Moment


class Damaged(Exception):
    """What is in the file was not written by this package, or has changed since."""


@contextmanager
def reading() -> Generator[None]:
    """Take whatever goes wrong while bytes become values for damage to them."""
    try:
        yield
    # Bytes from a stranger may make zlib, json, the converter or the values' own checks raise anything; the cause is kept.
    except Exception as error:
        raise Damaged from error


def pack(value: object) -> bytes:
    """Write plain lists, dicts, strings and numbers."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode("ascii"), 6)


def unpack(blob: bytes) -> Any:
    """Read what `pack` wrote; Damaged if it did not."""
    with reading():
        return json.loads(zlib.decompress(blob))


def pack_text(text: str) -> bytes:
    """Write a text, lone surrogates included."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack_text(blob: bytes) -> str:
    """Read what `pack_text` wrote; Damaged if it did not."""
    with reading():
        return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def pack_extras(document: Document) -> bytes | None:
    """Write what few documents have: a group, places in the file they come from, what their author silenced, when it was saved."""
    if not (document.source_map or document.suppressions or document.group or document.saved):
        return None
    return pack(
        [
            document.group,
            converter().unstructure(document.source_map, SourceMap | None),
            converter().unstructure(document.suppressions, tuple[Suppression, ...]),
            document.saved.isoformat() if document.saved else None,
        ]
    )


def document_of(
    name: str, published: str | None, title: str | None, publisher: str | None, extras: bytes | None
) -> Document:
    """Make a document of its row, without its text."""
    with reading():
        group, source_map, suppressions, *later = unpack(extras) if extras else (None, None, ())
        saved = later[0] if later else None  # files of schema 1 have none
        return Document(
            id=name,
            text="",
            published=None if published is None else _moment(published, None),
            title=title,
            publisher=publisher,
            group=group,
            saved=None if saved is None else date.fromisoformat(saved),
            source_map=converter().structure(source_map, SourceMap) if source_map else None,
            suppressions=converter().structure(suppressions, tuple[Suppression, ...]),
        )


def pack_outline(key: DocumentKey) -> bytes:
    """Write the comparable side of a document without its claims."""
    sets = (key.names, key.central, key.capital, key.figures, key.telling, key.usual)
    return pack(
        [
            *map(_words, sets),
            dict(key.given),
            key.weight,
            key.short,
            key.single,
            called(key.analysis.names),
            sorted(key.pollsters),
        ]
    )


def outline_of(blob: bytes, document: Document, dated: date | None) -> DocumentKey:
    """Read the comparable side of a document, without claims."""
    with reading():
        *sets, given, weight, short, single, names, pollsters = unpack(blob)
        named, central, capital, figures, telling, usual = map(_set, sets)
        entities = names_called(names)
    return DocumentKey(
        analysis=Analysis(document, dated, (), (), (), (), entities),
        names=named,
        central=central,
        given=given,
        capital=capital,
        figures=figures,
        telling=telling,
        usual=usual,
        weight=weight,
        short=short,
        single=single,
        claims=(),
        pollsters=frozenset(pollsters),
    )


def pack_claims(key: DocumentKey) -> bytes:
    """Write the claims of a document with their keys, and the mentions that say when their speakers spoke."""
    mentions = moments_of_speech(key.analysis)
    rows = [
        [
            item.sort,
            item.head,
            *map(_words, (item.thing, item.near, item.context, item.names)),
            sorted(item.sides),
            item.sole,
            item.twin,
            item.figure,
            item.digits,
            _words(item.told),
            sorted(item.elsewhere),
            converter().unstructure(item.claim, Claim),
            [[before, after, _words(terms)] for (before, after), terms in item.slots],
        ]
        for item in key.claims
    ]
    return pack([converter().unstructure(mentions, tuple[Mention, ...]), rows])


def with_claims(outline: DocumentKey, text: str, blob: bytes) -> DocumentKey:
    """Return a document's key with its text and its claims."""
    with reading():
        said, rows = unpack(blob)
        claims = tuple(map(_claim_key, rows))
        mentions = converter().structure(said, tuple[Mention, ...])
    analysis = evolve(
        outline.analysis,
        document=evolve(outline.analysis.document, text=text),
        mentions=mentions,
        attributions=tuple(dict.fromkeys(item.claim.attribution for item in claims if item.claim.attribution)),
        claims=tuple(item.claim for item in claims),
    )
    return evolve(outline, analysis=analysis, claims=claims)


def _claim_key(row: list[Any]) -> ClaimKey:
    sort, head, thing, near, context, names, sides, sole, twin, figure, digits, told, elsewhere, claim, *later = row
    slots = later[0] if later else ()  # files that an earlier version wrote have none
    return ClaimKey(
        claim=converter().structure(claim, Claim),
        sort=sort,
        head=head,
        thing=_set(thing),
        near=_set(near),
        context=_set(context),
        names=_set(names),
        sides=frozenset((name, side) for name, side in sides),
        sole=sole,
        twin=twin,
        figure=figure,
        digits=digits,
        told=_set(told),
        elsewhere=frozenset(elsewhere),
        slots=tuple(((before, after), _set(terms)) for before, after, terms in slots),
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _words(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


@cache
def converter() -> Any:
    """Build the converter of the model's values: tuples in the order of the fields, exact numbers as strings."""
    cattrs: Any = import_module("cattrs")  # when a corpus is opened, not before
    made = cattrs.Converter()

    def row_maker(kind: type) -> Callable[[Any], list[Any]]:
        given = [(item.name, item.type) for item in fields(resolve_types(kind)) if item.init]
        return lambda value: [made.unstructure(getattr(value, name), unstructure_as=type_) for name, type_ in given]

    def value_maker(kind: type) -> Callable[[list[Any], object], Any]:
        given = [(item.alias, item.type) for item in fields(resolve_types(kind)) if item.init]

        def value(row: list[Any], _: object) -> Any:
            pairs = zip(given, row, strict=True)
            return kind(**{name: made.structure(cell, type_) for (name, type_), cell in pairs})

        return value

    # A field that is worked out from others is not written, and no field is known by its place alone.
    made.register_unstructure_hook_factory(has, row_maker)
    made.register_structure_hook_factory(has, value_maker)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, _decimal)
    for kind in (date, datetime, time):
        made.register_unstructure_hook(kind, _moment_text)
    for union in (Moment, Moment | None):
        made.register_structure_hook(union, _moment)

    def value_row(value: Quantity | Timex) -> list[Any]:
        return ["q" if isinstance(value, Quantity) else "t", made.unstructure(value)]

    def value_of(row: list[Any], _: object) -> Any:
        return made.structure(row[1], Quantity if row[0] == "q" else Timex)

    made.register_unstructure_hook(Quantity | Timex, value_row)
    made.register_structure_hook(Quantity | Timex, value_of)
    return made


def _decimal(value: str, _: object) -> Decimal:
    return Decimal(value)


def _moment_text(value: Moment) -> str:
    return f"T{value.isoformat()}" if isinstance(value, time) else value.isoformat()


def _moment(value: str | None, _: object) -> Any:
    if value is None:
        return None
    if value[0] == "T":
        return time.fromisoformat(value[1:])
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
