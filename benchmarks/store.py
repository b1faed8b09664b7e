"""What it costs to add documents to a corpus, and one article to a large one."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from attrs import frozen

from benchmarks.clock import Growth
from benchmarks.generator import briefs
from claimcheck import Corpus, Document, Pipeline

PORTION = 100
ALONE = 100
"""Articles that are added one by one to a corpus of each size."""


@frozen
class Adding:
    """CPU and real milliseconds that adding one article takes beyond its own analysis, and CPU milliseconds of an analysis."""

    size: int
    analysis: float
    beyond: tuple[float, ...]
    real: tuple[float, ...]
    bulk: float
    bytes_a_document: float
    conflicts: int

    def figures(self) -> dict[str, Any]:
        """Return them with what half, nine in ten and all of the articles stay below."""
        return {
            "documents": self.size,
            "analysis, ms CPU": self.analysis,
            "one more, ms CPU: median": median(self.beyond),
            "nine in ten below": _quantile(self.beyond, 0.9),
            "slowest": max(self.beyond),
            "one more, ms real: median": median(self.real),
            "real, nine in ten below": _quantile(self.real, 0.9),
            "a hundred at once, ms CPU each": self.bulk,
            "bytes a document": self.bytes_a_document,
            "conflicts": self.conflicts,
        }


def adding(sizes: Sequence[int], path: Path | None = None) -> tuple[list[Adding], Growth]:
    """Let a corpus grow to these sizes, and add single articles at each; also return how the whole grows."""
    pipeline, documents = Pipeline(), briefs(3)
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(path or Path(folder, "news.corpus"), pipeline=pipeline) as corpus,
    ):
        rows = [_grown(corpus, documents, size) for size in sizes]
    return rows, Growth(tuple(row.size for row in rows), tuple(median(row.beyond) / 1000 for row in rows))


def _grown(corpus: Corpus, documents: Iterator[Document], size: int) -> Adding:
    """Let a corpus grow to a size, then add articles one by one."""
    begun, before = time.process_time(), len(corpus)
    while (missing := size - len(corpus)) > 0:
        corpus.add(list(islice(documents, min(PORTION, missing))))
    bulk = 1000 * (time.process_time() - begun) / (size - before) if size > before else 0.0
    analyses: list[float] = []
    beyond: list[float] = []
    real: list[float] = []
    for document in islice(documents, ALONE):
        analysis, analysis_real = _timed(lambda document=document: corpus.pipeline.key(document))
        whole, whole_real = _timed(lambda document=document: corpus.add([document]))
        analyses.append(analysis)
        beyond.append(whole - analysis)
        real.append(whole_real - analysis_real)
    stats = corpus.stats()
    return Adding(
        size, median(analyses), tuple(beyond), tuple(real), bulk, stats.size / stats.documents, stats.conflicts
    )


def _timed(work: Any) -> tuple[float, float]:
    """Return the CPU and the real milliseconds that something takes."""
    cpu, real = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - real)


def _quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
