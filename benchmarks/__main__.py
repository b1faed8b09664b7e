"""`python -m benchmarks`: measure, print, compare."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from benchmarks import report
from benchmarks.clock import Growth

SIZES = (1, 2, 4, 8)


def main() -> None:
    """Run the chosen parts and print their figures."""
    options = _options()
    unit = options.size * 1000
    parts: dict[str, tuple[Callable[[], Any], Callable[[Any], list[str]]]] = {
        "extraction": (lambda: report.extraction_figures(unit), _extraction_lines),
        "checking": (lambda: report.checking_figures(unit // SIZES[-1], SIZES, options.skew), _checking_lines),
        "startup": (report.start_up_figures, lambda found: _plain_lines(found, "ms CPU beyond the bare interpreter")),
        "memory": (lambda: report.memory_figures(unit), lambda found: _plain_lines(found, "MB at the peak")),
        "growth": (lambda: report.growth_figures(unit // 2, SIZES), _growth_lines),
        "hostile": (lambda: report.hostile_figures(unit // 10, SIZES), _growth_lines),
        "rooms": (lambda: report.room_figures(unit), _room_lines),
        "store": (lambda: report.store_figures(unit), _store_lines),
        "jobs": (lambda: report.jobs_figures(unit), _table_lines),
        "spark": (lambda: report.spark_figures(unit), _table_lines),
    }
    chosen = ["rooms"] if options.profile else options.only or list(parts)
    results: dict[str, Any] = {}
    for name in chosen:
        measure, lines = parts[name]
        found = measure()
        results[name] = found
        if not options.json:
            print(f"\n{name}", *(f"  {line}" for line in lines(found)), sep="\n", flush=True)
    if options.json:
        print(json.dumps(results, default=_growth_json, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory beside other tools.")
    names = ("extraction", "checking", "startup", "memory", "growth", "hostile", "rooms", "store", "jobs", "spark")
    parser.add_argument("--size", type=int, default=500, help="thousand characters of generated text (default 500)")
    parser.add_argument("--only", choices=names, action="append", help="measure this part; may be repeated")
    parser.add_argument(
        "--skew", type=float, default=0.1, help="share of all claims that are of one figure, for checking (default 0.1)"
    )
    parser.add_argument("--profile", action="store_true", help="print only what each room of the flow costs")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def _extraction_lines(found: report.Figures) -> list[str]:
    lines = [f"{found['characters']:,} characters in {found['documents']:,} documents, one core, CPU time"]
    tools: dict[str, report.Figures] = {name: value for name, value in found.items() if isinstance(value, dict)}
    lines += [f"{name:<22}{value['mb_per_s']:>9.4f} MB/s" + _times(value["ratio"]) for name, value in tools.items()]
    return lines


def _times(ratio: float) -> str:
    return "" if ratio == 1 else f"   claimcheck is {ratio:,.1f} times as fast"


def _plain_lines(found: report.Figures, unit: str = "") -> list[str]:
    lines = [unit] if unit else []
    return lines + [f"{name:<26}{value:>14,.1f}" for name, value in found.items()]


def _checking_lines(found: report.Figures) -> list[str]:
    lines: list[str] = []
    for name, figures in found.items():
        lines.append(name)
        lines += [f"  {key.replace('_', ' '):<24}" + _row(value) for key, value in figures.items()]
    return lines


def _row(value: list[float] | float) -> str:
    return "".join(f"{item:>12,.0f}" for item in value) if isinstance(value, list) else f"{value:>12.2f}"


def _growth_lines(found: dict[str, Growth]) -> list[str]:
    sizes = next(iter(found.values())).sizes
    lines = [f"{'CPU seconds at size':<26}" + "".join(f"{size:>9}" for size in sizes) + "   exponent  worst doubling"]
    for name, item in found.items():
        times = "".join(f"{seconds:>9.3f}" for seconds in item.seconds)
        lines.append(f"{name:<26}{times}{item.exponent:>11.2f}{item.worst_doubling:>16.2f}")
    return lines


def _room_lines(found: report.Figures) -> list[str]:
    megabytes = found["characters"] / 1e6
    total = found["seconds"]["total"]
    lines = [f"{'':<14}{'s/MB':>8}{'share':>8}"]
    lines += [f"{name:<14}{value / megabytes:>8.3f}{value / total:>8.0%}" for name, value in found["seconds"].items()]
    return [*lines, f"{'speed':<14}{megabytes / total:>8.2f} MB/s"]


def _store_lines(found: list[report.Figures]) -> list[str]:
    names = list(found[0])
    return [f"{name:<32}" + "".join(f"{row[name]:>12,.1f}" for row in found) for name in names]


def _table_lines(found: report.Figures) -> list[str]:
    return [
        f"{name:<36}{value:>14,.2f}" if isinstance(value, float) else f"{name:<36}{value!s:>14}"
        for name, value in found.items()
    ]


def _growth_json(item: Growth) -> dict[str, Any]:
    return {"sizes": item.sizes, "seconds": item.seconds, "exponent": item.exponent}


if __name__ == "__main__":
    main()
