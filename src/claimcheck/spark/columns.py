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
CONFLICTS = f"array<struct<{', '.join(f'{name}: {kind}' for name, kind in CONFLICT.items())}>>"
KEY: Mapping[str, str] = MappingProxyType(
    {
        "id": "string",
        "day": "bigint",
        **dict.fromkeys(("names", "capital", "openers", "written", "born", "aged"), "array<string>"),
        "outline": "binary",
        "claims": "binary",
        "dated": "date",
        "alone": CONFLICTS,
        "reckoned": CONFLICTS,
    }
)
"""What of a document can be compared with others, and what is found in it alone."""
PAIR: Mapping[str, str] = MappingProxyType({"later": "string", "earlier": "string"})


@frozen
class Schema:
    """Columns with their types, in the words of Spark's SQL."""

    columns: Mapping[str, str]

    @property
    def ddl(self) -> str:
        """The columns as Spark reads them."""
        return ", ".join(f"{name} {kind}" for name, kind in self.columns.items())

    @property
    def arrow(self) -> Any:
        """The columns as Arrow has them."""
        arrow: Any = import_module("pyarrow")
        return arrow.schema([(name, self._kind(kind)) for name, kind in self.columns.items()])

    def _kind(self, kind: str) -> Any:
        arrow: Any = import_module("pyarrow")
        if kind == CONFLICTS:
            return arrow.list_(arrow.struct([(name, self._kind(part)) for name, part in CONFLICT.items()]))
        if kind.startswith("array<"):
            return arrow.list_(self._kind(kind[6:-1]))
        made = {"bigint": "int64", "double": "float64", "boolean": "bool_", "date": "date32"}
        return getattr(arrow, made.get(kind, kind))()


@cache
def claim_columns() -> Mapping[str, str]:
    """Return the columns of `Report.to_records("claims")`, read off one claim."""
    document = Document(text="The fire killed 12 people.")
    record = claim_record(Pipeline().extract(document)[0], document)
    kinds = dict.fromkeys(record, "string")
    kinds |= dict.fromkeys(("start", "end", "sentence_start", "sentence_end"), "bigint")
    return kinds | dict.fromkeys(("low_open", "high_open", "approximate"), "boolean")
