"""Steps are made when they are read, and are then like any others."""

import pickle

from claimcheck.model.steps import Reason, Steps, reason, step


def test_steps_are_made_when_they_are_read_and_once() -> None:
    asked: list[str] = []

    def explain(link: str) -> tuple[Reason, ...]:
        asked.append(link)
        return (reason("same-measure", measure="deaths"),)

    steps = Steps((reason("equal", left="12", right="twelve"),), "a link", explain)
    assert not asked
    assert [item.code for item in steps] == ["same-measure", "equal"]
    assert steps[1].text == "12 and twelve are the same amount"
    assert len(steps) == 2
    assert steps[:1] == (step("same-measure", measure="deaths"),)
    assert asked == ["a link"]


def test_steps_equal_a_tuple_of_the_same() -> None:
    steps, others = Steps((reason("unsettled"),)), (step("unsettled"),)
    assert steps == others
    assert others == steps
    assert steps == Steps((reason("unsettled"),))
    assert steps != Steps((reason("same-time"),))
    assert steps != ()
    assert hash(steps) == hash(others)
    assert repr(steps) == repr(others)
    assert pickle.loads(pickle.dumps(steps)) == others
