"""Which documents hang together, from their pairs: at once where these are few, else as queries, with the same answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from claimcheck.spark.columns import GROUP, PAIR, Row, Schema

Frame = Any
"""A `pyspark.sql.DataFrame`; pyspark is not needed to check the types of this package."""
FEW = 1_000_000
"""Pairs up to which the driver groups them by itself, in half a gigabyte; queries take some fifty small jobs."""


def groups(pairs: Frame, few: int = FEW) -> tuple[Frame, int]:
    """Return the documents of each affair, with those that hang on them, and those of each life: columns `GROUP`, and how many rows."""
    table = pairs.limit(few + 1).toArrow()
    if table.num_rows > few:
        frame = queried(pairs)
        return frame, int(frame.count())
    arrow: Any = import_module("pyarrow")
    columns = (table[name].to_pylist() for name in PAIR)
    rows = list(gathered(zip(*columns, strict=True)))
    return pairs.sparkSession.createDataFrame(arrow.Table.from_pylist(rows, schema=Schema(GROUP).arrow)), len(rows)


def gathered(pairs: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """Yield the rows of all groups; a pair is as in `PAIR`."""
    affairs, lives = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for kind, later, earlier in pairs:
        (affairs if kind == "affair" else lives)[later].append(earlier)
    for name, head in _heads(affairs).items():
        yield {"kind": "affair", "head": head, "id": name, "earlier": affairs.get(name)}
    for head, births in lives.items():
        for name in (head, *births):
            yield {"kind": "life", "head": head, "id": name, "earlier": None}


def _heads(met: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the least id of all documents that hang together, for each of them."""
    above: dict[str, str] = {}

    def head(name: str) -> str:
        while (up := above.setdefault(name, name)) != name:
            above[name] = above[up]  # halves the path
            name = up
        return name

    for later, others in met.items():
        for earlier in others:
            least, other = sorted((head(later), head(earlier)))
            above[other] = least
    return {name: head(name) for name in above}


def queried(pairs: Frame) -> Frame:
    """Return the rows of all groups."""
    f: Any = import_module("pyspark.sql.functions")
    affairs, lives = pairs.where("kind = 'affair'"), pairs.where("kind = 'life'")
    earlier = affairs.groupBy(f.col("later").alias("id")).agg(f.collect_list("earlier").alias("earlier"))
    whole = (
        components(affairs).join(earlier, "id", "left").selectExpr("'affair' kind", "component head", "id", "earlier")
    )
    born = lives.select(f.col("later").alias("head"), f.explode(f.array("later", "earlier")).alias("id")).distinct()
    return whole.union(
        born.selectExpr("'life' kind", "head", "id", "cast(null as array<string>) earlier")
    ).localCheckpoint()


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
