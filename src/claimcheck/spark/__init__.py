"""Claims and conflicts of a Spark data frame of documents; needs the extra `spark`, and Java 17.

A frame has the columns `id` and `text`, and perhaps `published` (a date, a timestamp, or text in the form of ISO 8601),
`publisher` and `title`. The same functions as everywhere else run in the workers, over Arrow batches; which documents can be
about one affair is found in one pass over their terms, dealt into buckets, and over pairs of ids.
"""

from functools import partial

from claimcheck.errors import DocumentError, require
from claimcheck.model import Settings
from claimcheck.spark.affairs import pairs
from claimcheck.spark.columns import CONFLICT, MADE, Schema, claim_columns
from claimcheck.spark.grouping import Frame
from claimcheck.spark.grouping import groups as grouped
from claimcheck.spark.stages import Stages, batched

__all__ = ["conflicts", "extract"]

COLUMNS = ("id", "text", "published", "publisher", "title")
TOGETHER = 500
"""Documents that one task compares, in about half a second, so that cores wait little for the last task."""
BUCKETS = 8
"""Buckets of terms in a partition, so that all partitions have about as much to do."""


def extract(frame: Frame, *, settings: Settings | None = None) -> Frame:
    """Return the claims of documents, a row each: the columns of `Report.to_records("claims")`."""
    stages, schema = Stages(settings or Settings()), Schema(claim_columns())
    return _documents(frame).mapInArrow(batched(stages.claims, schema.arrow), schema.ddl)


def conflicts(frame: Frame, *, settings: Settings | None = None) -> Frame:
    """Return the conflicts between documents and within each: those that `check` finds over all of them.

    The columns are `rule`, `verdict`, `severity`, `confidence`, `message`, `first` and `second`, the ids of the claims of each
    side, and `steps`, their sentences. DocumentError if two documents have one id. The keys of the documents are cached.
    """
    stages, parts = Stages(settings or Settings()), _partitions(frame)
    row, conflict = Schema(MADE), Schema(CONFLICT)
    keyed = partial(stages.keys, buckets=parts * BUCKETS)
    made = _documents(frame).mapInArrow(batched(keyed, row.arrow), row.ddl).persist()
    keys = made.where("id is not null")
    _require_distinct_ids(keys)
    groups, many = grouped(pairs(keys, made.selectExpr("inline(blocks)"), stages).localCheckpoint())
    # Spark would put together what is few bytes, and takes long to compare.
    tasks = min(parts, 1 + many // TOGETHER)
    members = keys.select("id", "outline", "body").join(groups, "id").repartition(tasks, "kind", "head")
    compared = members.sortWithinPartitions("kind", "head").mapInArrow(
        batched(stages.compared, conflict.arrow), conflict.ddl
    )
    again = groups.where("kind = 'affair' or head = id").select("id", "kind")
    alone = keys.selectExpr("id", "inline(found)").join(again, ["id", "kind"], "left_anti").select(*CONFLICT)
    return compared.union(alone)


def _documents(frame: Frame) -> Frame:
    require("pyspark", extra="spark", purpose="read a Spark data frame")
    missing = [name for name in COLUMNS[:2] if name not in frame.columns]
    if missing:
        raise DocumentError(f"the frame has no column {missing[0]!r}; it needs `id` and `text`")
    return frame.select(*(name for name in COLUMNS if name in frame.columns))


def _partitions(frame: Frame) -> int:
    """Return into how many partitions Spark deals rows, where nothing else is said."""
    return int(frame.sparkSession.conf.get("spark.sql.shuffle.partitions"))


def _require_distinct_ids(keys: Frame) -> None:
    twice = keys.groupBy("id").count().where("count > 1").first()
    if twice is not None:
        raise DocumentError(f"two documents have the id {twice['id']!r}; give each an id of its own")
