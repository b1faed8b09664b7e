"""What a worker does with the rows of a batch: pure functions over the same pipeline as everywhere else."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from importlib import import_module
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from attrs import define, field

from claimcheck.collecting import at_rest
from claimcheck.linking import DocumentKey
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.linker import age
from claimcheck.model import Conflict, Document, Settings
from claimcheck.model.records import claim_record
from claimcheck.pipeline import Pipeline
from claimcheck.reading.dates import iso_date
from claimcheck.spark.carrying import pack_bodies, pack_outline, unpack_key, unpack_outline
from claimcheck.spark.columns import KEY, Row
from claimcheck.spark.meetings import Block, Terms, pairs_of

Item = TypeVar("Item")
Rows = Callable[[Iterable[Row]], Iterator[Row]]
CHUNK = 256
"""Rows of an Arrow batch that goes back."""
AT_ONCE = 64
"""Documents that take each step together: its code stays in the caches of the processor, which saves a tenth of all time."""
OUTLINES = 4096
"""Documents of which a worker keeps at hand what can be compared."""


def batched(rows: Rows, schema: Any) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Make of a function over rows one over Arrow batches, for `mapInArrow`."""

    def over(batches: Iterator[Any]) -> Iterator[Any]:
        arrow: Any = import_module("pyarrow")
        # Spark's worker searches for cycles after each task; what lives before it, modules and words, took 40 ms of that.
        gc.freeze()
        with at_rest():
            made = rows(row for batch in batches for row in batch.to_pylist())
            for chunk in portions(made, CHUNK):
                yield arrow.RecordBatch.from_pylist(chunk, schema=schema)

    return over


def portions(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    """Yield items some at a time."""
    waiting = iter(items)
    while portion := [*islice(waiting, most)]:
        yield portion


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
        for analysis in pipeline(self.settings).analyses(map(document_of, rows)):
            for claim in analysis.claims:
                yield claim_record(claim, analysis.document)

    def keys(self, rows: Iterable[Row], buckets: int) -> Iterator[Row]:
        """Turn documents into keys, and into what is found in each alone; their terms come some at a time, in rows of their own."""
        made, terms = pipeline(self.settings), Terms(buckets)
        for keys in portions(made.keys(map(document_of, rows), shelved=False), AT_ONCE):
            for key in keys:
                terms.add(key)
            columns = (
                [key.analysis.document.id for key in keys],
                [*map(pack_outline, keys)],
                [*pack_bodies(keys)],
                [[*_found(made, key)] for key in keys],
            )
            yield from (dict(zip(KEY, row, strict=True)) for row in zip(*columns, strict=True))
            if terms.many:
                yield {"blocks": terms.blocks()}
        yield {"blocks": terms.blocks()}

    def met(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Turn the blocks of buckets, by bucket and season, into pairs of documents that share terms."""
        return (pair._asdict() for pair in pairs_of(Block(**row) for row in rows))

    def affairs(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Keep the pairs of documents that are of one affair, and all pairs for a life.

        The rows come by `later`: first the outline of that document, then those of the earlier ones that it meets.
        """
        known: dict[str, DocumentKey] = {}

        def outlined(name: str, blob: bytes) -> DocumentKey:
            key = known.get(name)
            if key is None:
                key = known[name] = unpack_outline(blob)
                if len(known) > OUTLINES:
                    del known[next(iter(known))]
            return key

        own = b""
        for row in rows:
            kind, later, earlier = row["kind"], row["later"], row["earlier"]
            if earlier is None:
                own = row["outline"]
            elif kind == "life" or one_affair(outlined(earlier, row["outline"]), outlined(later, own)):
                yield {"kind": kind, "later": later, "earlier": earlier}

    def compared(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Hold the documents of a group against each other, which come one after the other."""
        made = pipeline(self.settings)
        for (kind, head), group in groupby(rows, itemgetter("kind", "head")):
            yield from (_aged if kind == "life" else _held)(made, head, list(group))


def _held(made: Pipeline, _: str, members: Sequence[Row]) -> list[Row]:
    """Return the conflicts of documents of one affair."""
    keys = _by_age(members)
    meetings = {row["id"]: tuple(row["earlier"] or ()) for row in members}
    return [*map(conflict_row, made.compare(keys, made.link(keys, meetings)).conflicts)]


def _aged(made: Pipeline, head: str, members: Sequence[Row]) -> list[Row]:
    """Return what does not come out in a document that gives an age, held against those that give the birth."""
    keys = _by_age(members)
    return [conflict_row(item) for item in made.reckon(*keys).conflicts if item.sides[0][0].document == head]


def _by_age(members: Iterable[Row]) -> list[DocumentKey]:
    return sorted((unpack_key(row["outline"], row["body"]) for row in members), key=age)


def _found(made: Pipeline, key: DocumentKey) -> Iterator[Row]:
    for kind, conflicts in (("affair", _alone(made, key)), ("life", _reckoned(made, key))):
        for conflict in conflicts:
            yield {"kind": kind, **conflict_row(conflict)}


def _alone(made: Pipeline, key: DocumentKey) -> Sequence[Conflict]:
    """Return the conflicts of a document with itself; most say nothing twice."""
    if key.repeats is not None and not key.repeats.held:
        return ()
    return made.compare([key], made.link([key])).conflicts


def _reckoned(made: Pipeline, key: DocumentKey) -> Sequence[Conflict]:
    """Return what does not come out in a document; most have nothing to recompute."""
    return made.reckon(key).conflicts if key.sums.findings or key.sums.births else ()


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
