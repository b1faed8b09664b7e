"""Sums within a sentence: each form with a twin that comes out."""

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tower of Elm Hall is 198 m (650 ft) high.", []),
        ("The tower of Elm Hall is 198 m (656 ft) high.", ["arithmetic"]),
        ("Either side may end the lease at thirty (60) days' notice.", ["duration"]),
        ("Either side may end the lease at sixty (60) days' notice.", []),
        ("Of the 1,240 pupils, 310 (25.0%) came by bus.", []),
        ("Of the 1,240 pupils, 310 (35.0%) came by bus.", ["arithmetic"]),
        ("Profit fell 10 percent to €90.2 million from €100.3 million.", []),
        ("Profit fell 20 percent to €90.2 million from €100.3 million.", ["arithmetic"]),
    ],
)
def test_sums(text: str, found: list[str], pipeline: Pipeline) -> None:
    assert [conflict.rule for conflict in pipeline.check([Document(text=text)]).conflicts] == found


@pytest.mark.parametrize(("parts", "found"), [(20, ["arithmetic"]), (80, [])])
def test_only_the_end_of_a_long_list_is_read(parts: int, found: list[str], pipeline: Pipeline) -> None:
    text = f"The fair drew {2 * parts + 1} guests: {'2 bakers, ' * (parts - 1)}and 2 clerks."
    assert [conflict.rule for conflict in pipeline.check([Document(text=text)]).conflicts] == found
