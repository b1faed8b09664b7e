"""Places in a text, whose fields are set by hand."""

import copy
import pickle

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from claimcheck.model import Passage, Span


@pytest.mark.parametrize("place", [Span(2, 7), Passage(2, 7, "ferry")])
def test_no_field_of_a_place_can_be_set_or_deleted(place: Span | Passage) -> None:
    for name in ("start", "end", "text"):
        with pytest.raises(FrozenInstanceError):
            setattr(place, name, 3)
        with pytest.raises(FrozenInstanceError):
            delattr(place, name)


@pytest.mark.parametrize("place", [Span(2, 7), Passage(2, 7, "ferry")])
def test_a_place_is_copied_pickled_and_compared_like_any_other_value(place: Span | Passage) -> None:
    again = pickle.loads(pickle.dumps(place))
    assert place == again == copy.deepcopy(place) == evolve(place)
    assert hash(place) == hash(again)
    assert evolve(place, end=9) != place


def test_the_fields_of_a_place_have_names() -> None:
    assert Span(start=2, end=7) == Span(2, 7) < Span(2, 9)
    assert repr(Passage(text="ferry", end=7, start=2)) == "Passage(start=2, end=7, text='ferry')"
