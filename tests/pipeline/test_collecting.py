"""The collector of cycles rests while a pipeline works, and has nothing to find afterwards."""

import gc
from collections.abc import Iterator

import pytest

from claimcheck.collecting import MANY, uncollected
from claimcheck.pipeline import Pipeline

TEXTS = [
    "Police said 12 people died in the Varn flood on 3 May 2031.",
    "The Varn flood killed 17 people, the mayor said.",
]


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


@uncollected
def left(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()

    @uncollected
    def work(fails: bool) -> bool:
        if fails:
            raise ValueError
        return gc.isenabled()

    assert not work(False)
    assert gc.isenabled() is on
    with pytest.raises(ValueError):
        work(True)
    assert gc.isenabled() is on


def test_what_is_left_of_much_work_counts_as_old() -> None:
    gc.enable()
    many, few = (left(count) for count in (2 * MANY, 9))
    old = {id(item) for item in gc.get_objects(generation=2)}
    assert id(many[-1]) in old
    assert id(few[-1]) not in old


def test_what_the_caller_has_frozen_stays_frozen() -> None:
    gc.enable()
    gc.freeze()
    try:
        assert left(2 * MANY)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_no_cycle_is_left_behind() -> None:
    pipeline = Pipeline()
    report = pipeline.check(TEXTS)  # whatever is made once
    assert report.conflicts
    gc.collect()
    gc.disable()
    pipeline.check(TEXTS)
    pipeline.verify(TEXTS[0], TEXTS[1:]).to_dict()
    assert gc.collect() == 0
