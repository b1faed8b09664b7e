"""Steps are made when they are read, and are then like any others."""

import pickle
from collections.abc import Iterator

from claimcheck.model.deferred import Deferred
from claimcheck.model.steps import Reason, reason, step, steps_of, told


def test_steps_are_made_when_they_are_read_and_once() -> None:
    asked: list[str] = []

    def explain() -> Iterator[Reason]:
        asked.append("once")
        yield reason("same-measure", measure="deaths")

    steps = Deferred(steps_of, ((explain,), told("equal", left="12", right="twelve")))
    assert not asked
    assert [item.code for item in steps] == ["same-measure", "equal"]
    assert steps[1].text == "12 and twelve are the same amount"
    assert len(steps) == 2
    assert steps[:1] == (step("same-measure", measure="deaths"),)
    assert asked == ["once"]


def test_steps_equal_a_tuple_of_the_same() -> None:
    steps, others = Deferred(steps_of, (told("unsettled"),)), (step("unsettled"),)
    assert steps == others
    assert others == steps
    assert steps == Deferred(steps_of, (told("unsettled"),))
    assert steps != Deferred(steps_of, (told("same-time"),))
    assert steps != ()
    assert hash(steps) == hash(others)
    assert repr(steps) == repr(others)
    assert pickle.loads(pickle.dumps(steps)) == others
