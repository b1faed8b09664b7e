"""Which documents of a frame are held against each other: the same definitions as `linking`, as queries."""

from importlib import import_module
from typing import Any

from claimcheck.spark.columns import PAIR, Schema
from claimcheck.spark.grouping import Frame
from claimcheck.spark.stages import Stages, batched


def pairs(keys: Frame, blocks: Frame, stages: Stages) -> Frame:
    """Return the documents that are held against each other, two by two: `later` is the younger, by age, then id.

    `blocks` are their terms, as `BLOCK` has them.
    """
    f: Any = import_module("pyspark.sql.functions")
    schema = Schema(PAIR)
    ordered = blocks.repartition("bucket").sortWithinPartitions("bucket", "season")
    met = ordered.mapInArrow(batched(stages.met, schema.arrow), schema.ddl).distinct()
    none = f.lit(None).cast("string")
    own = keys.select(none.alias("kind"), f.col("id").alias("later"), none.alias("earlier"), "outline")
    held = met.join(keys.select(f.col("id").alias("earlier"), "outline"), "earlier").select(*own.columns)
    # Nulls come first: each document before those that it meets, so that its outline is sent and read once.
    rows = held.union(own).repartition("later").sortWithinPartitions("later", "earlier")
    return rows.mapInArrow(batched(stages.affairs, schema.arrow), schema.ddl)
