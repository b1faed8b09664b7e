"""Which documents of a frame are of one affair, and which hang together: the same definitions as `linking`, as queries."""

from importlib import import_module
from typing import Any

from claimcheck.linking.meetings import NEAREST, RECURRING, WORN
from claimcheck.spark.columns import PAIR, Schema
from claimcheck.spark.stages import Stages, batched

Frame = Any
"""A `pyspark.sql.DataFrame`; pyspark is not needed to check the types of this package."""


def pairs(keys: Frame, stages: Stages) -> Frame:
    """Return the pairs of documents of one affair: `later` and `earlier`, by age, then id."""
    f: Any = import_module("pyspark.sql.functions")
    met = _met(keys)
    outlines = keys.select("id", "outline")
    both = met.join(
        outlines.select(f.col("id").alias("earlier"), f.col("outline").alias("earlier_outline")), "earlier"
    ).join(outlines.select(f.col("id").alias("later"), f.col("outline").alias("later_outline")), "later")
    schema = Schema(PAIR)
    return both.mapInArrow(batched(stages.affairs, schema.arrow), schema.ddl)


def _met(keys: Frame) -> Frame:
    """Return the pairs of documents that share a telling word, and stand near each other in time where many bear it."""
    f: Any = import_module("pyspark.sql.functions")
    window: Any = import_module("pyspark.sql.window").Window
    joins = _joins(keys)
    found: list[Frame] = []
    for how, column, reach in (("name", "capital", NEAREST), ("word", "written", WORN)):
        having = keys.select("id", "day", f.explode(column).alias("term")).join(
            joins.where(f.col("how") == how).select("term"), "term"
        )
        before = window.partitionBy("term").orderBy("day", "id").rowsBetween(-reach, -1)
        met = having.select(f.col("id").alias("later"), f.collect_list("id").over(before).alias("earlier"))
        found.append(met.select("later", f.explode("earlier").alias("earlier")))
    return found[0].union(found[1]).distinct()


def _joins(keys: Frame) -> Frame:
    """Return the terms by which documents meet, each as a `name` or a `word`, of those that two documents have."""
    f: Any = import_module("pyspark.sql.functions")
    roles = ("names", "capital", "openers", "written")
    marked = [
        keys.select(f.explode(role).alias("term"), *(f.lit(int(role == other)).alias(f"n_{other}") for other in roles))
        for role in roles
    ]
    rows = marked[0]
    for more in marked[1:]:
        rows = rows.union(more)
    counts = rows.groupBy("term").agg(*(f.sum(f"n_{role}").alias(f"n_{role}") for role in roles))
    most = f.when(f.instr("term", "=") > 0, RECURRING).otherwise(WORN)
    is_name = (f.col("n_names") > 0) & (f.col("n_capital") > 1)
    is_word = (f.col("n_names") == 0) & (f.col("n_openers") > 0) & (f.col("n_written").between(2, most - 1))
    how = f.when(is_name, "name").when(is_word, "word")
    return counts.select("term", how.alias("how")).where(f.col("how").isNotNull())


def components(edges: Frame) -> Frame:
    """Return the component of each document that has an edge, named by its least id: large stars and small stars in turn.

    The algorithm is that of Kiveris et al., "Connected Components in MapReduce and Beyond" (2014); its rounds grow with
    the logarithm of the number of documents.
    """
    f: Any = import_module("pyspark.sql.functions")
    stars = edges.select(f.col("later").alias("one"), f.col("earlier").alias("other"))
    before: tuple[int, int] | None = None
    while True:
        both = stars.union(stars.select(f.col("other").alias("one"), f.col("one").alias("other")))
        least = both.groupBy("one").agg(f.least(f.min("other"), f.first("one")).alias("least"))
        large = (
            both.join(least, "one")
            .where("other > one")
            .select(f.col("other").alias("one"), f.col("least").alias("other"))
        )
        falling = large.where("one != other").select(
            f.greatest("one", "other").alias("one"), f.least("one", "other").alias("other")
        )
        least = falling.groupBy("one").agg(f.min("other").alias("least"))
        small = falling.join(least, "one").select(f.col("other").alias("one"), f.col("least").alias("other"))
        stars = (
            small.union(least.select("one", f.col("least").alias("other")))
            .where("one != other")
            .distinct()
            .localCheckpoint()
        )
        row = stars.agg(f.count("*"), f.sum(f.xxhash64("one", "other").cast("decimal(38)"))).first()
        now = (int(row[0]), int(row[1] or 0))
        if now == before:
            break
        before = now
    centres = stars.select(f.col("other").alias("id"), f.col("other").alias("component")).distinct()
    return stars.select(f.col("one").alias("id"), f.col("other").alias("component")).union(centres)
