"""The benchmarks run to the end, on the same text each time."""

import json
import subprocess
import sys
from math import isclose
from pathlib import Path

from benchmarks.clock import Growth
from benchmarks.generator import corpus
from benchmarks.hostile import hostile_texts

ROOT = Path(__file__).parents[2]


def test_the_same_seed_writes_the_same_text() -> None:
    assert corpus(20_000, seed=7) == corpus(20_000, seed=7)
    assert corpus(20_000, seed=7) != corpus(20_000, seed=8)


def test_a_longer_corpus_begins_with_the_shorter_one() -> None:
    short, long = corpus(5_000), corpus(20_000)
    assert long[: len(short)] == short
    assert sum(len(document.text) for document in long) >= 20_000


def test_slots_are_all_filled() -> None:
    assert not any("{" in document.text or "}" in document.text for document in corpus(100_000))


def test_hostile_texts_have_the_size_asked_for() -> None:
    assert {name for name, text in hostile_texts(1_000).items() if len(text) != 1_000} <= {"no spaces"}


def test_the_fitted_exponent_tells_linear_from_quadratic() -> None:
    sizes = (1, 2, 4, 8)
    assert isclose(Growth(sizes, (0.1, 0.2, 0.4, 0.8)).exponent, 1)
    assert isclose(Growth(sizes, (0.1, 0.4, 1.6, 6.4)).exponent, 2)


def test_the_command_prints_its_figures_as_json() -> None:
    arguments = ["--json", "--size", "4", "--only", "checking", "--only", "rooms", "--only", "growth"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert list(found) == ["checking", "rooms", "growth"]
    assert found["rooms"]["seconds"]["total"] > 0
    assert found["growth"]["one text"]["sizes"] == [1, 2, 4, 8]
