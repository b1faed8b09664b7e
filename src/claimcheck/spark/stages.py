"""What a worker does with the rows of a batch: pure functions over the same pipeline as everywhere else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from typing import Any

from attrs import define, evolve, field

from claimcheck.corpus import packing
from claimcheck.linking import DocumentKey
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import openers, written
from claimcheck.model import Conflict, Document, Settings
from claimcheck.model.records import claim_record
from claimcheck.pipeline import Pipeline
from claimcheck.reading.dates import iso_date

Row = Mapping[str, Any]
Rows = Callable[[Iterable[Row]], Iterator[Row]]
CHUNK = 256
"""Rows of an Arrow batch that goes back."""
OUTLINES = 4096
"""Documents of which a worker keeps at hand what can be compared."""


def batched(rows: Rows, schema: Any) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Make of a function over rows one over Arrow batches, for `mapInArrow`."""

    def over(batches: Iterator[Any]) -> Iterator[Any]:
        arrow: Any = import_module("pyarrow")
        waiting: list[Row] = []
        for row in rows(row for batch in batches for row in batch.to_pylist()):
            waiting.append(row)
            if len(waiting) == CHUNK:
                yield arrow.RecordBatch.from_pylist(waiting, schema=schema)
                waiting = []
        if waiting:
            yield arrow.RecordBatch.from_pylist(waiting, schema=schema)

    return over


@cache
def pipeline(settings: Settings) -> Pipeline:
    """Build the pipeline once in each worker."""
    return Pipeline(settings=settings)


@define
class Stages:
    """The steps of a job, by the settings that travel to the workers."""

    settings: Settings = field(factory=Settings)

    def claims(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Turn documents into the records of their claims."""
        for row in rows:
            document = document_of(row)
            for claim in pipeline(self.settings).extract(document):
                yield claim_record(claim, document)

    def keys(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Turn documents into keys, and into what is found in each alone."""
        made = pipeline(self.settings)
        for row in rows:
            key = made.key(document_of(row))
            born, aged = key.sums.people()
            day, name = age(key)
            yield {
                "id": name,
                "day": day.toordinal(),
                "names": sorted(key.names),
                "capital": sorted(key.capital),
                "openers": sorted(openers(key)),
                "written": sorted(written(key)),
                "born": sorted(born),
                "aged": sorted(aged),
                "outline": packing.pack_outline(key),
                "claims": packing.pack_claims(key),
                "dated": key.analysis.dated,
                "alone": [*map(conflict_row, made.compare([key], made.link([key])).conflicts)],
                "reckoned": [*map(conflict_row, made.reckon(key).conflicts)],
            }

    def affairs(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Keep the pairs of documents that are of one affair."""
        known: dict[str, DocumentKey] = {}

        def outline(name: str, blob: bytes) -> DocumentKey:
            key = known.get(name)
            if key is None:
                key = known[name] = packing.outline_of(blob, Document(id=name, text=""), None)
                if len(known) > OUTLINES:
                    del known[next(iter(known))]
            return key

        for row in rows:
            if one_affair(outline(row["earlier"], row["earlier_outline"]), outline(row["later"], row["later_outline"])):
                yield {"later": row["later"], "earlier": row["earlier"]}

    def compared(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Compare the documents that hang together, which come one after the other."""
        made = pipeline(self.settings)
        for _, group in groupby(rows, itemgetter("component")):
            members = list(group)
            keys = sorted(map(_key, members), key=age)
            meetings = {row["id"]: tuple(row["earlier"] or ()) for row in members}
            yield from map(conflict_row, made.compare(keys, made.link(keys, meetings)).conflicts)

    def reckoned(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Hold the ages that a document gives against the births that others give, which come one after the other."""
        made = pipeline(self.settings)
        for name, group in groupby(rows, itemgetter("stated_in")):
            keys = sorted((made.key(document_of(row)) for row in group), key=age)
            for conflict in made.reckon(*keys).conflicts:
                if conflict.sides[0][0].document == name:
                    yield conflict_row(conflict)


def document_of(row: Row) -> Document:
    """Make a document of a row; a date may be text, in the form of ISO 8601."""
    published = row.get("published")
    return Document(
        id=str(row["id"]),
        text=row["text"] or "",
        published=published if isinstance(published, date | datetime) else iso_date(published or ""),
        publisher=row.get("publisher"),
        title=row.get("title"),
    )


def conflict_row(conflict: Conflict) -> Row:
    """Write a conflict with the ids of its claims, and its steps as sentences."""
    first, second = ([claim.id for claim in side] for side in conflict.sides)
    return {
        "rule": conflict.rule,
        "verdict": conflict.verdict,
        "severity": conflict.severity,
        "confidence": conflict.confidence,
        "message": conflict.message,
        "first": first,
        "second": second,
        "steps": [step.text for step in conflict.steps],
    }


def _key(row: Row) -> DocumentKey:
    document = document_of(row)
    outline = packing.outline_of(row["outline"], evolve(document, text=""), row["dated"])
    return packing.with_claims(outline, document.text, row["claims"])
