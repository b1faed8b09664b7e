"""How fast documents that are analysed already are checked, and how that grows with their number."""

import tracemalloc
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from benchmarks.clock import Growth, cpu_seconds
from benchmarks.generator import corpus
from claimcheck.pipeline import Pipeline


@frozen
class Checking:
    """CPU seconds for linking, for comparing what is linked, and for both with the arithmetic, and the bytes that these take
    at their peak, over numbers of claims.
    """

    claims: tuple[int, ...]
    conflicts: tuple[int, ...]
    linking: tuple[float, ...]
    comparing: tuple[float, ...]
    seconds: tuple[float, ...]
    peaks: tuple[int, ...]

    def figures(self) -> dict[str, Any]:
        """Return them as rates, with the exponents of time, memory and conflicts over claims: 1 is linear."""
        return {
            "claims": list(self.claims),
            "conflicts": list(self.conflicts),
            "claims_per_s": _ratios(self.claims, self.seconds),
            "linked_per_s": _ratios(self.claims, self.linking),
            "compared_per_s": _ratios(self.claims, self.comparing),
            "bytes_per_claim": _ratios(self.peaks, self.claims),
            "exponent": Growth(self.claims, self.seconds).exponent,
            "memory_exponent": Growth(self.claims, self.peaks).exponent,
            "conflict_exponent": Growth(self.claims, self.conflicts).exponent,
        }


def _ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    return [one / max(other, 1e-9) for one, other in zip(above, below, strict=True)]


def checking(characters: Sequence[int], skew: float) -> Checking:
    """Check corpora of these sizes, each the beginning of the next."""
    pipeline = Pipeline()
    keys = [*pipeline.keys(corpus(max(characters), skew=skew))]
    rows = [_checked(pipeline, _first(keys, size)) for size in characters]
    return Checking(*zip(*rows, strict=True))


def _first(keys: Sequence[Any], characters: int) -> list[Any]:
    first: list[Any] = []
    for key in keys:
        if characters <= 0:
            break
        first.append(key)
        characters -= len(key.analysis.document.text)
    return first


def _checked(pipeline: Pipeline, keys: Sequence[Any]) -> tuple[int, int, float, float, float, int]:
    """Return the claims and conflicts of documents, the seconds that checking them takes, by step, and its peak of memory."""
    linked, compared = cpu_seconds(lambda: pipeline.link(keys)), _comparing(pipeline, keys)
    seconds = cpu_seconds(lambda: pipeline._report(keys, draft=None))
    tracemalloc.start()
    report = pipeline._report(keys, draft=None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return len(report.claims), len(report.conflicts), linked, compared, seconds, peak


def _comparing(pipeline: Pipeline, keys: Sequence[Any]) -> float:
    """Return the seconds that comparing takes once the claims are linked; the links are gone before memory is measured."""
    linking = pipeline.link(keys)
    return cpu_seconds(lambda: pipeline.compare(keys, linking))
