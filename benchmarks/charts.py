"""Figures of the benchmarks as charts: `python -m benchmarks --json > f.json`, then `python -m benchmarks.charts f.json FOLDER`."""

import json
import math
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.clock import Growth

STYLE = {"js": (), "show_dots": True, "human_readable": True, "width": 760, "height": 360, "legend_at_bottom": True}


def main() -> None:
    """Draw what a file of figures holds."""
    results = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in {"store": _store, "checking": _checking, "growth": _growth}.items():
        if name in results:
            (folder / f"benchmark-{name}.svg").write_bytes(draw(results[name]))


def _store(rows: Sequence[Mapping[str, Any]]) -> bytes:
    sizes = [row["documents"] for row in rows]
    series = {
        "half of them below": [row["one more, ms CPU: median"] for row in rows],
        "nine in ten below": [row["nine in ten below"] for row in rows],
    }
    exponent = Growth(tuple(sizes), tuple(series["half of them below"])).exponent
    title = f"Adding one article: ms CPU beyond its analysis, by documents in the corpus (exponent {exponent:.2f})"
    return _lines(title, sizes, series)


def _checking(found: Mapping[str, Mapping[str, Any]]) -> bytes:
    sizes = next(iter(found.values()))["claims"]
    return _lines(
        "Checking: claims a second, by claims", sizes, {name: row["claims_per_s"] for name, row in found.items()}
    )


def _growth(found: Mapping[str, Mapping[str, Any]]) -> bytes:
    sizes = next(iter(found.values()))["sizes"]
    names = {f"{name} (exponent {item['exponent']:.2f})": item["seconds"] for name, item in found.items()}
    return _lines("CPU seconds, by size", sizes, names)


def _lines(title: str, sizes: Sequence[float], series: Mapping[str, Sequence[float]]) -> bytes:
    """Draw lines over sizes that stand as far apart as their logarithms."""
    pygal: Any = import_module("pygal")
    chart = pygal.XY(title=title, range=(0, 1.1 * max(max(values) for values in series.values())), **STYLE)
    chart.x_labels = [{"label": f"{size:,}", "value": math.log10(size)} for size in sizes]
    for name, values in series.items():
        chart.add(name, [(math.log10(size), value) for size, value in zip(sizes, values, strict=True)])
    drawn: bytes = chart.render()
    return drawn


if __name__ == "__main__":
    main()
