"""Claims and conflicts of a Spark data frame of documents; needs the extra `spark`, and Java 17.

A frame has the columns `id` and `text`, and perhaps `published` (a date, a timestamp, or text in the form of ISO 8601),
`publisher` and `title`. The same functions as everywhere else run in the workers, over Arrow batches; which documents can be
about one affair is found by queries that shuffle terms and pairs of ids, not texts.
"""

from importlib import import_module
from typing import Any

from claimcheck.errors import DocumentError, require
from claimcheck.model import Settings
from claimcheck.spark.affairs import Frame, components, pairs
from claimcheck.spark.columns import CONFLICT, KEY, Schema, claim_columns
from claimcheck.spark.stages import Stages, batched

__all__ = ["conflicts", "extract"]

COLUMNS = ("id", "text", "published", "publisher", "title")


def extract(frame: Frame, *, settings: Settings | None = None) -> Frame:
    """Return the claims of documents, a row each: the columns of `Report.to_records("claims")`."""
    stages, schema = Stages(settings or Settings()), Schema(claim_columns())
    return _documents(frame).mapInArrow(batched(stages.claims, schema.arrow), schema.ddl)


def conflicts(frame: Frame, *, settings: Settings | None = None) -> Frame:
    """Return the conflicts between documents and within each: those that `check` finds over all of them.

    The columns are `rule`, `verdict`, `severity`, `confidence`, `message`, `first` and `second`, the ids of the claims of each
    side, and `steps`, their sentences. DocumentError if two documents have one id. The keys of the documents are cached.
    """
    stages = Stages(settings or Settings())
    documents = _documents(frame)
    key, conflict = Schema(KEY), Schema(CONFLICT)
    keys = documents.mapInArrow(batched(stages.keys, key.arrow), key.ddl).persist()
    _require_distinct_ids(keys)
    edges = pairs(keys, stages).localCheckpoint()
    homes = components(edges)
    alone = keys.join(homes, "id", "left_anti").selectExpr("inline(alone)")
    compared = _together(documents, keys, edges, homes).mapInArrow(
        batched(stages.compared, conflict.arrow), conflict.ddl
    )
    aged = _aged(keys).localCheckpoint()
    own = keys.join(aged.select("stated_in").distinct(), keys["id"] == aged["stated_in"], "left_anti")
    lives = aged.join(documents, "id").repartition("stated_in").sortWithinPartitions("stated_in", "id")
    reckoned = lives.mapInArrow(batched(stages.reckoned, conflict.arrow), conflict.ddl)
    return alone.union(own.selectExpr("inline(reckoned)")).union(compared).union(reckoned)


def _documents(frame: Frame) -> Frame:
    require("pyspark", extra="spark", purpose="read a Spark data frame")
    missing = [name for name in COLUMNS[:2] if name not in frame.columns]
    if missing:
        raise DocumentError(f"the frame has no column {missing[0]!r}; it needs `id` and `text`")
    return frame.select(*(name for name in COLUMNS if name in frame.columns))


def _require_distinct_ids(keys: Frame) -> None:
    twice = keys.groupBy("id").count().where("count > 1").first()
    if twice is not None:
        raise DocumentError(f"two documents have the id {twice['id']!r}; give each an id of its own")


def _together(documents: Frame, keys: Frame, edges: Frame, homes: Frame) -> Frame:
    """Return the documents that hang together, one after the other, each with the earlier ones of its affair."""
    f: Any = import_module("pyspark.sql.functions")
    earlier = edges.groupBy(f.col("later").alias("id")).agg(f.collect_list("earlier").alias("earlier"))
    rows = homes.join(keys.select("id", "outline", "claims", "dated"), "id").join(documents, "id")
    return rows.join(earlier, "id", "left").repartition("component").sortWithinPartitions("component", "id")


def _aged(keys: Frame) -> Frame:
    """Return, by the documents that give somebody's age, themselves and those that give the births of these people."""
    f: Any = import_module("pyspark.sql.functions")
    born = keys.select("id", f.explode("born").alias("name"))
    aged = keys.select(f.col("id").alias("stated_in"), f.explode("aged").alias("name"))
    found = aged.join(born, "name").select("stated_in", "id")
    return found.union(found.select("stated_in", f.col("stated_in").alias("id"))).distinct()
