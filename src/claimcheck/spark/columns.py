"""The columns of the frames, for Spark and for Arrow."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from attrs import frozen

from claimcheck.model import Document
from claimcheck.model.records import claim_record
from claimcheck.pipeline import Pipeline

Row = Mapping[str, Any]
"""A row by its columns."""
Kind = str | Mapping[str, str]
"""The type of a column in the words of Spark's SQL; columns of its own, where it holds rows."""

CONFLICT: Mapping[str, str] = MappingProxyType(
    {
        "rule": "string",
        "verdict": "string",
        "severity": "string",
        "confidence": "double",
        "message": "string",
        "first": "array<string>",
        "second": "array<string>",
        "steps": "array<string>",
    }
)
"""A conflict: `first` and `second` are the ids of the claims of its sides."""
BLOCK: Mapping[str, str] = MappingProxyType({"bucket": "int", "season": "int", "bearers": "binary"})
"""Some of the terms by which documents meet, with the ids of these."""
FOUND: Mapping[str, str] = MappingProxyType({"kind": "string", **CONFLICT})
"""A conflict that is found in one document alone; it stands unless that one is in a group of its kind, which finds it again."""
KEY: Mapping[str, Kind] = MappingProxyType({"id": "string", "outline": "binary", "body": "binary", "found": FOUND})
"""What of a document can be compared with others, and what is found in it alone."""
MADE: Mapping[str, Kind] = MappingProxyType({**KEY, "blocks": BLOCK})
"""The same, and in rows without an id the terms of many documents."""
PAIR: Mapping[str, str] = MappingProxyType({"kind": "string", "later": "string", "earlier": "string"})
GROUP: Mapping[str, str] = MappingProxyType(
    {"kind": "string", "head": "string", "id": "string", "earlier": "array<string>"}
)
"""A document of a group, which `head` names; `earlier` are those before it that it is held against, of one affair."""


@frozen
class Schema:
    """Columns with their types."""

    columns: Mapping[str, Kind]

    @property
    def ddl(self) -> str:
        """The columns as Spark reads them."""
        return ", ".join(f"{name} {_ddl(kind)}" for name, kind in self.columns.items())

    @property
    def arrow(self) -> Any:
        """The columns as Arrow has them."""
        arrow: Any = import_module("pyarrow")
        return arrow.schema([(name, _arrow(kind)) for name, kind in self.columns.items()])


def _ddl(kind: Kind) -> str:
    if isinstance(kind, str):
        return kind
    return f"array<struct<{', '.join(f'{name}: {part}' for name, part in kind.items())}>>"


def _arrow(kind: Kind) -> Any:
    arrow: Any = import_module("pyarrow")
    if not isinstance(kind, str):
        return arrow.list_(arrow.struct([(name, _arrow(part)) for name, part in kind.items()]))
    if kind.startswith("array<"):
        return arrow.list_(_arrow(kind[6:-1]))
    made = {"int": "int32", "bigint": "int64", "double": "float64", "boolean": "bool_"}
    return getattr(arrow, made.get(kind, kind))()


@cache
def claim_columns() -> Mapping[str, str]:
    """Return the columns of `Report.to_records("claims")`, read off one claim."""
    document = Document(text="The fire killed 12 people.")
    record = claim_record(Pipeline().extract(document)[0], document)
    kinds = dict.fromkeys(record, "string")
    kinds |= dict.fromkeys(("start", "end", "sentence_start", "sentence_end"), "bigint")
    return kinds | dict.fromkeys(("low_open", "high_open", "approximate"), "boolean")
