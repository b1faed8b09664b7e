"""What a second job brings to `claimcheck batch`, and whether it changes the output."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.generator import articles

DOCUMENTS_A_CASE = 4


def jobs(cases: int, rounds: int = 2) -> dict[str, Any]:
    """Answer cases with one job and with two; `ratio` is how many times as fast the two are, in real time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cases.jsonl")
        _write(path, cases)
        runs = {count: [_answered(path, count) for _ in range(rounds)] for count in (1, 2)}
    seconds = {count: min(run[0] for run in found) for count, found in runs.items()}
    cpu = {count: min(run[1] for run in found) for count, found in runs.items()}
    outputs = {run[2] for found in runs.values() for run in found}
    return {
        "cases": cases,
        "one job, s real": seconds[1],
        "two jobs, s real": seconds[2],
        "ratio": seconds[1] / seconds[2],
        "one job, s CPU": cpu[1],
        "two jobs, s CPU": cpu[2],
        "identical": len(outputs) == 1,
    }


def _write(path: Path, cases: int) -> None:
    documents = articles(5)
    with path.open("w", encoding="utf-8") as file:
        for number in range(cases):
            members = [
                {"id": item.id, "text": item.text, "published": str(item.published), "publisher": item.publisher}
                for item in islice(documents, DOCUMENTS_A_CASE)
            ]
            file.write(json.dumps({"id": number, "documents": members}) + "\n")


def _answered(path: Path, count: int) -> tuple[float, float, bytes]:
    """Return the real and the CPU seconds that a run takes, and its output."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "claimcheck", "batch", str(path), "--jobs", str(count)]
    done = subprocess.run(command, capture_output=True, check=True)
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout
