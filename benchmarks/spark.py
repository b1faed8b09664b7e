"""How fast Spark is on this machine beside one process: the same documents, the same conflicts."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from benchmarks.generator import corpus
from claimcheck import Document, Pipeline
from claimcheck.model.records import claim_record

CORES = 2
ROUNDS = 6  # the JVM compiles what it runs often: the first few tell more of that than of the work


def spark(characters: int) -> dict[str, Any]:
    """Make records of claims and compare on `local[2]` once warm, and in one process; nothing where Java or pyspark is missing."""
    if shutil.which("java") is None or find_spec("pyspark") is None:
        return {"left out": "needs Java 17 and the extra `spark`"}
    from claimcheck.spark import conflicts, extract

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take the first python3 of the path
    documents = sorted(corpus(characters), key=lambda item: (str(item.published), item.id))
    sql: Any = import_module("pyspark.sql")  # its types are not there where it is not installed
    builder = sql.SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", str(2 * CORES)).getOrCreate()
    schema = "id string, text string, published date, publisher string, title string"
    frame = session.createDataFrame([_row(item) for item in documents], schema).repartition(2 * CORES).cache()
    frame.count()
    extract(frame).count()  # starts the workers, which build their pipelines
    pipeline = Pipeline()
    try:
        megabytes = sum(len(item.text) for item in documents) / 1e6
        there, here = _by_turns(
            lambda: extract(frame).count(),
            lambda: [claim_record(claim, item) for item in documents for claim in pipeline.extract(item)],
        )
        whole, found = _seconds(lambda: conflicts(frame).count())
        alone, report = _seconds(lambda: pipeline.check(documents))
    finally:
        session.stop()
    return {
        "documents": len(documents),
        "records of claims, MB/s a core": megabytes / there / CORES,
        "in one process, MB/s": megabytes / here,
        "ratio a core": here / there / CORES,
        "conflicts, s": whole,
        "check in one process, s": alone,
        "same number of conflicts": found == len(report.conflicts),
    }


def _by_turns(*works: Callable[[], Any]) -> list[float]:
    """Return the least seconds of each, which take turns, so that a slow minute of the machine tells on all."""
    return [min(times) for times in zip(*([_seconds(work)[0] for work in works] for _ in range(ROUNDS)), strict=True)]


def _row(document: Document) -> tuple[object, ...]:
    return document.id, document.text, document.published, document.publisher, document.title


def _seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = work()
    return time.perf_counter() - begun, found
