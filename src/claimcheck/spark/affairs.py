"""Which documents of a frame are held against each other: the same definitions as `linking`, as queries."""

from importlib import import_module
from typing import Any

from claimcheck.spark.columns import PAIR, Schema
from claimcheck.spark.grouping import Frame
from claimcheck.spark.stages import Stages, batched


def pairs(keys: Frame, stages: Stages) -> Frame:
    """Return the documents that are held against each other, two by two: `later` is the younger, by age, then id."""
    f: Any = import_module("pyspark.sql.functions")
    schema = Schema(PAIR)
    bearers = keys.select("id", f.inline("terms")).repartition("term").sortWithinPartitions("term", "day", "id")
    met = bearers.drop("day").mapInArrow(batched(stages.met, schema.arrow), schema.ddl).distinct()
    for side in ("earlier", "later"):
        met = met.join(keys.select(f.col("id").alias(side), f.col("outline").alias(f"{side}_outline")), side)
    return met.mapInArrow(batched(stages.affairs, schema.arrow), schema.ddl)
