"""Value classes that are made fast and frozen all the same."""

import copy
import pickle

import pytest
from attrs import evolve, frozen
from attrs.exceptions import FrozenInstanceError

from claimcheck.model import internal
from claimcheck.model.internal import sealed


@sealed
class Ship:
    """A value."""

    name: str
    crew: tuple[str, ...] = ()


@frozen
class Tug(Ship):
    """One of its own class."""

    power: int = 0


class Barge(Ship):
    """One that attrs knows nothing of."""


@pytest.mark.parametrize("ship", [Ship("Tarn"), Ship("Tarn", crew=("Brenn",)), Tug("Tarn", power=9), Barge("Tarn")])
def test_no_field_of_a_sealed_value_can_be_set_or_deleted(ship: Ship) -> None:
    for name in ("name", "crew", "flag"):
        with pytest.raises(FrozenInstanceError):
            setattr(ship, name, "Orme")
        with pytest.raises(FrozenInstanceError):
            delattr(ship, name)
    assert ship.name == "Tarn"


@pytest.mark.parametrize("ship", [Ship("Tarn"), Tug("Tarn", power=9), Barge("Tarn")])
def test_a_sealed_value_is_copied_pickled_and_compared_like_any_other(ship: Ship) -> None:
    again = pickle.loads(pickle.dumps(ship))
    assert ship == again == copy.deepcopy(ship) == evolve(ship)
    assert type(again) is type(ship)
    assert hash(ship) == hash(again)
    assert evolve(ship, name="Orme") != ship


def test_a_sealed_value_says_its_class() -> None:
    assert type(Ship("Tarn")) is Ship
    assert repr(Ship("Tarn")) == "Ship(name='Tarn', crew=())"


def test_a_wrong_field_is_refused() -> None:
    with pytest.raises(TypeError, match="flag"):
        Ship("Tarn", flag="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


@pytest.mark.parametrize("ship", [Ship("Tarn", ("Brenn",)), Tug("Tarn", power=9)])
def test_a_value_with_changed_fields_is_what_attrs_would_make_of_it(ship: Ship) -> None:
    changed = internal.evolve(ship, name="Orme")
    assert changed == evolve(ship, name="Orme")
    assert type(changed) is type(ship)
    assert internal.evolve(ship) == ship
