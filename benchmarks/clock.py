"""Measuring: CPU time, best of several, and how it grows."""

import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from attrs import frozen


@frozen
class Growth:
    """CPU seconds over sizes, and the exponent of the power law fitted to them: 1 is linear, 2 quadratic."""

    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The slope of the least-squares line through the logarithms."""
        xs = [math.log(size) for size in self.sizes]
        ys = [math.log(max(second, 1e-9)) for second in self.seconds]
        mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
        covariance = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
        return covariance / sum((x - mean_x) ** 2 for x in xs)

    @property
    def worst_doubling(self) -> float:
        """The largest factor between two neighbours."""
        return max(later / max(earlier, 1e-9) for earlier, later in zip(self.seconds, self.seconds[1:], strict=False))


def cpu_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the least CPU time of several rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def growth(work: Callable[[int], Callable[[], object]], sizes: Sequence[int], rounds: int = 3) -> Growth:
    """Measure what `work(size)` returns for each size; building it is not counted."""
    return Growth(tuple(sizes), tuple(cpu_seconds(work(size), rounds) for size in sizes))


def command_seconds(arguments: Sequence[str], rounds: int = 5) -> float:
    """Return the least CPU time of a Python process with these arguments."""
    best = math.inf
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def peak_megabytes(program: str) -> float:
    """Run a program in a fresh process and return the most memory that it held, in MB."""
    probe = (
        "import resource\n"
        "try:\n"
        "    lines = open('/proc/self/status').read().splitlines()\n"
        "    print([line for line in lines if line.startswith('VmHWM')][0].split()[1])\n"
        "except (OSError, IndexError):\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run([sys.executable, "-c", f"{program}\n{probe}"], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1]) / 1000
