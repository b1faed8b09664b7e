"""How value classes are made whose objects a text makes by the thousand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    from attrs import evolve
    from attrs import frozen as internal
    from attrs import frozen as sealed

    Made = TypeVar("Made")

    def maker(made: type[Made]) -> type[Made]: ...
else:
    from functools import cache, partial
    from operator import attrgetter

    from attrs import NOTHING, Factory, define, fields, setters
    from attrs.exceptions import FrozenInstanceError

    internal = partial(define, unsafe_hash=True, weakref_slot=False, on_setattr=setters.NO_OP)
    """Make a value class that only the type checkers keep frozen, for values that never leave the analysis of a text: a
    class that is frozen at run time costs three times as much for each object."""

    def sealed(cls=None, *, order=False):
        """Make a value class that is frozen like one of `attrs.frozen`, for values of many fields.

        Such a class sets each field of a new object past its own ban on setting, which is slow. Here an object is of an
        open twin of its class until it has all its fields.
        """

        if cls is None:
            return partial(sealed, order=order)

        def refuse(self, name, value=None):
            raise FrozenInstanceError

        cls.__setattr__ = cls.__delattr__ = refuse
        made = define(cls, unsafe_hash=True, init=False, order=order)
        plain = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
        made.__init__, made._make = _constructors(made, type(cls.__name__, (made,), {"__slots__": (), **plain}))
        return made

    def maker(made):
        """Return a function that makes values of a sealed class as a call of the class does, in two thirds of the time."""
        return made._make

    def _constructors(made, twin):
        """Write the method that fills the fields of an object, as attrs would but for the change of class around it, and
        the function that makes an object at once.

        A subclass that has no such method of its own may be laid out otherwise, so that it cannot change its class.
        """
        names = {"made": made, "twin": twin, "become": object.__dict__["__class__"].__set__, "put": object.__setattr__}
        names["new"] = object.__new__
        given, kept, put = ["self"], [], []
        for item in fields(made):
            name, default = item.name, item.default
            if isinstance(default, Factory):
                if item.init:
                    raise TypeError(f"{made.__name__}.{name}: a field that is given cannot have a factory here")
                default = default.factory
            if default is not NOTHING:
                names[f"default_{name}"] = default
            given += [name if default is NOTHING else f"{name}=default_{name}"] if item.init else []
            value = name if item.init else f"default_{name}(self)"
            kept += [f"self.{name} = {value}"]
            put += [f"put(self, {name!r}, {value})"]
        lines = [
            f"def __init__({', '.join(given)}):",
            " if self.__class__ is made:",
            *(f"  {line}" for line in ("become(self, twin)", *kept, "self.__class__ = made")),
            " else:",
            *(f"  {line}" for line in put),
        ]
        lines += [
            f"def _make({', '.join(given[1:])}):",
            *(f" {line}" for line in ("self = new(twin)", *kept, "self.__class__ = made", "return self")),
        ]
        exec("\n".join(lines), names)  # noqa: S102 - of names and the text above alone
        return names["__init__"], staticmethod(names["_make"])

    def evolve(value, /, **changes):
        """Return a value with some fields changed, as `attrs.evolve` does, which costs four times as much."""
        given, places, make = _given(type(value))
        values = [*given(value)]
        for name, change in changes.items():
            values[places[name]] = change
        return make(*values)

    @cache
    def _given(made):
        """Return what takes the arguments of a class from one of its values, the place of each, and what makes values."""
        names = [item.name for item in fields(made) if item.init]
        return attrgetter(*names), {name: place for place, name in enumerate(names)}, made.__dict__.get("_make", made)


__all__ = ["evolve", "internal", "maker", "sealed"]
