"""A corpus as tables in files that data frames and databases read."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from claimcheck.errors import InputError, require
from claimcheck.model.records import Cell, Record, claim_record, report_records

if TYPE_CHECKING:
    from claimcheck.corpus.corpus import Corpus

ExportFormat = Literal["parquet", "csv", "jsonl"]
CHUNK = 4096
"""Rows that are held in memory at a time."""


def export(corpus: "Corpus", folder: Path, form: ExportFormat) -> dict[str, int]:
    """Write the tables `documents`, `claims` and `conflicts` into a folder, and return how many rows each has."""
    write = WRITERS[form]
    if form == "parquet":
        require("pyarrow", extra="parquet", purpose="export to Parquet")
    tables = {"documents": _documents(corpus), "claims": _claims(corpus), "conflicts": _conflicts(corpus)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return {name: write(rows, folder / f"{name}.{form}") for name, rows in tables.items()}
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})", code="unwritable") from None


def _documents(corpus: "Corpus") -> Iterator[Record]:
    for document in corpus.documents():
        yield {
            "id": document.id,
            "published": document.published.isoformat() if document.published else None,
            "title": document.title,
            "publisher": document.publisher,
            "characters": len(document.text),
        }


def _claims(corpus: "Corpus") -> Iterator[Record]:
    for document, claims in corpus.claims_by_document():
        for claim in claims:
            yield claim_record(claim, document)


def _conflicts(corpus: "Corpus") -> Iterator[Record]:
    conflicts = corpus.conflicts()
    yield from report_records(corpus.report(conflicts), "conflicts")


def _write_csv(rows: Iterator[Record], path: Path) -> int:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        first = next(rows, None)
        if first is None:
            return 0
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        writer.writerow(first)
        return 1 + sum(1 for row in rows if writer.writerow(row))


def _write_lines(rows: Iterator[Record], path: Path) -> int:
    with path.open("w", encoding="ascii", newline="\n") as file:
        return sum(1 for row in rows if file.write(json.dumps(row) + "\n"))


def _write_parquet(rows: Iterator[Record], path: Path) -> int:
    arrow: Any = require("pyarrow", extra="parquet", purpose="export to Parquet")
    parquet: Any = require("pyarrow.parquet", extra="parquet", purpose="export to Parquet")
    first = next(rows, None)
    if first is None:
        return 0
    # Amounts and moments stay text: they are exact, and of more than one precision.
    schema: Any = arrow.schema([(name, getattr(arrow, KINDS.get(name, "string"))()) for name in first])
    written = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for chunk in _chunks(chain((first,), rows)):
            writer.write_table(arrow.Table.from_pylist([_encodable(row) for row in chunk], schema=schema))
            written += len(chunk)
    return written


KINDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("start", "end", "first_start", "first_end", "second_start", "second_end"), "int64")
    | dict.fromkeys(("sentence_start", "sentence_end", "first_claims", "second_claims", "characters"), "int64")
    | dict.fromkeys(("low_open", "high_open", "approximate"), "bool_")
    | {"confidence": "float64"}
)
"""The columns that are not text, with their types in Arrow."""


def _chunks(rows: Iterable[Record]) -> Iterator[list[Record]]:
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _encodable(row: Record) -> Record:
    """Return a row without lone surrogates, which Arrow cannot hold."""
    return {name: _sound(cell) for name, cell in row.items()}


def _sound(cell: Cell) -> Cell:
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell


WRITERS: Mapping[ExportFormat, Callable[[Iterator[Record], Path], int]] = MappingProxyType(
    {"parquet": _write_parquet, "csv": _write_csv, "jsonl": _write_lines}
)
