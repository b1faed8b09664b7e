"""Whether a corpus loses anything when the process that adds to it is killed: `python -m benchmarks.killing [ROUNDS]`."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from claimcheck import Corpus, Pipeline

ADDING = """
import sys
from itertools import islice
from benchmarks.generator import briefs
from claimcheck import Corpus
with Corpus.open(sys.argv[1]) as corpus:
    number = len(corpus)
    print(number, flush=True)
    for document in islice(briefs(7), number, None):
        corpus.add([document])
        number += 1
        print(number, flush=True)
"""


def main() -> None:
    """Kill a process that adds, again and again, and compare what is in the file with what it said to have added."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    random, pipeline, lost, most = Random(1), Pipeline(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.corpus")
        for number in range(1, rounds + 1):
            acknowledged = _killed(path, random.uniform(0, 0.3))
            with Corpus.open(path, pipeline=pipeline) as corpus:
                documents = list(corpus.documents())
                lost += len(documents) < acknowledged or len(documents) > acknowledged + 1
                if number % 20 == 0 or number == rounds:
                    assert len(corpus.conflicts()) == len(pipeline.check(documents).conflicts)
            most = max(most, len(documents))
    print(f"{rounds} rounds, {most} documents at the end, {lost} rounds with a loss")


def _killed(path: Path, seconds: float) -> int:
    """Let a process add for some time, kill it, and return how many documents it said were there."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    arguments = [sys.executable, "-c", ADDING, str(path)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    told = [process.stdout.readline()]
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    told += process.stdout.read().split("\n")
    process.wait()
    # The last line may be cut off where the process was killed.
    return max(int(line) for line in told[: max(1, len(told) - 1)] if line.strip())


if __name__ == "__main__":
    main()
