"""How fast Spark is on this machine beside one process: the same documents, the same conflicts."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.generator import corpus
from claimcheck import Document, Pipeline
from claimcheck.model.records import claim_record

CORES = 2
TASKS = 4 * CORES
WARM = 10  # rounds before any counts, over a few documents: the JVM compiles what it runs often, for minutes
FEW = 500
ROUNDS = 3
JAVA = "-XX:TieredStopAtLevel=1"  # the JVM's second compiler takes longer than the little that the JVM does here


@frozen
class Cost:
    """Seconds by the clock and of CPU: those of Spark are of the JVM and of its Python workers."""

    wall: float
    cpu: float


def spark(characters: int) -> dict[str, Any]:
    """Make records of claims and compare on `local[2]` once warm, and in one process; nothing where Java or pyspark is missing."""
    if shutil.which("java") is None or find_spec("pyspark") is None:
        return {"left out": "needs Java 17 and the extra `spark`"}
    from claimcheck.spark import conflicts, extract
    from claimcheck.spark.stages import conflict_row

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take the first python3 of the path
    documents = sorted(corpus(characters), key=lambda item: (str(item.published), item.id))
    sql: Any = import_module("pyspark.sql")  # its types are not there where it is not installed
    builder = sql.SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.extraJavaOptions", JAVA).config("spark.driver.memory", "4g")
    session = builder.config("spark.sql.shuffle.partitions", str(TASKS)).getOrCreate()
    schema = "id string, text string, published date, publisher string, title string"
    small, frame = (
        session.createDataFrame([_row(item) for item in some], schema).repartition(TASKS).localCheckpoint()
        for some in (documents[:FEW], documents)
    )
    pipeline, rows = Pipeline(), list[Mapping[str, Any]]()

    def conflicting(frame: Any = frame) -> int:
        session.catalog.clearCache()  # the keys of the round before, which it would find again
        return int(conflicts(frame).count())

    try:
        for _ in range(WARM):
            conflicting(small)
            extract(small).count()
        pipeline.check(documents[:FEW])
        found = conflicting()
        # Later rounds have the memory at hand that this one takes from the machine.
        first = _cost(lambda: rows.extend(map(conflict_row, pipeline.check(documents).conflicts)))
        claims = _by_turns(
            ROUNDS,
            lambda: extract(frame).count(),
            lambda: [
                claim_record(claim, item.document) for item in pipeline.analyses(documents) for claim in item.claims
            ],
        )
        compared = _by_turns(ROUNDS, conflicting, lambda: [*map(conflict_row, pipeline.check(documents).conflicts)])
    finally:
        session.stop()
    return {
        "documents": len(documents),
        "megabytes": sum(len(item.text) for item in documents) / 1e6,
        **_figures("records of claims", *claims),
        **_figures("conflicts", *compared),
        "conflicts in one process at first, s": first.wall,
        "conflicts, ratio a core at first": first.wall / compared[0].wall / CORES,
        "same number of conflicts": found == len(rows),
    }


def _figures(name: str, there: Cost, here: Cost) -> dict[str, float]:
    return {
        f"{name}, s": there.wall,
        f"{name} in one process, s": here.wall,
        f"{name}, ratio a core": here.wall / there.wall / CORES,
        f"{name}, s CPU": there.cpu,
        f"{name} in one process, s CPU": here.cpu,
        f"{name}, ratio of CPU": here.cpu / there.cpu,
    }


def _by_turns(rounds: int, *works: Callable[[], Any]) -> list[Cost]:
    """Return the least of each, which take turns, so that a slow minute of the machine tells on all."""
    costs = zip(*([_cost(work) for work in works] for _ in range(rounds)), strict=True)
    return [Cost(min(cost.wall for cost in each), min(cost.cpu for cost in each)) for each in costs]


def _cost(work: Callable[[], Any]) -> Cost:
    begun, used = time.perf_counter(), _cpu_seconds()
    work()
    wall, now = time.perf_counter() - begun, _cpu_seconds()
    return Cost(wall, sum(seconds - used.get(process, 0) for process, seconds in now.items()))


def _cpu_seconds() -> dict[int, float]:
    """Return the CPU time of this process and of all that it began and that live; of it alone without /proc.

    Spark ends workers that are idle for a minute, and nobody keeps their times.
    """
    times: dict[int, tuple[int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            parent, *rest = path.read_text().rpartition(")")[2].split()[1:]
            times[int(path.parent.name)] = int(parent), sum(map(int, rest[9:11]))
    own = {os.getpid()}
    for process in sorted(times):  # a child has mostly a higher number than its parent
        if times[process][0] in own:
            own.add(process)
    ticks = os.sysconf("SC_CLK_TCK")
    return {process: times[process][1] / ticks for process in own & times.keys()} or {os.getpid(): time.process_time()}


def _row(document: Document) -> tuple[object, ...]:
    return document.id, document.text, document.published, document.publisher, document.title
