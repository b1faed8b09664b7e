"""How value classes are made whose objects a text makes by the thousand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import frozen as internal
    from attrs import frozen as sealed
else:
    from functools import partial

    from attrs import define, setters
    from attrs.exceptions import FrozenInstanceError

    internal = partial(define, unsafe_hash=True, on_setattr=setters.NO_OP)
    """Make a value class that only the type checkers keep frozen, for values that never leave the analysis of a text: a
    class that is frozen at run time costs three times as much for each object."""

    _set_class = object.__dict__["__class__"].__set__

    def sealed(cls):
        """Make a value class that is frozen like one of `attrs.frozen`, for values of many fields.

        Such a class sets each field of a new object past its own ban on setting, which is slow. Here an object is of an
        open twin of its class until it has all its fields.
        """

        def unseal(self):
            if type(self) is made:  # a subclass has ways of its own
                _set_class(self, twin)

        def seal(self):
            if type(self) is twin:
                self.__class__ = made

        def refuse(self, name, value=None):
            raise FrozenInstanceError

        cls.__attrs_pre_init__, cls.__attrs_post_init__ = unseal, seal
        cls.__setattr__ = cls.__delattr__ = refuse
        made = define(cls, unsafe_hash=True)
        plain = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
        twin = type(cls.__name__, (made,), {"__slots__": (), **plain})
        return made


__all__ = ["internal", "sealed"]
