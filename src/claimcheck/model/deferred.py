"""Sequences that are made when they are first read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, TypeVarTuple, final, overload

Item_co = TypeVar("Item_co", covariant=True)
About = TypeVarTuple("About")


@final
class Deferred(Sequence[Item_co]):
    """A sequence made when it is first read, by a function that is asked about some values: most of them never are.

    It equals a tuple of the same, hashes and prints like it, and is pickled as it.

    >>> squares = Deferred(lambda least, most: (number**2 for number in range(least, most)), 2, 5)
    >>> squares, squares[-1], squares == (4, 9, 16)
    ((4, 9, 16), 16, True)
    """

    __slots__ = ("_about", "_made", "_make")

    def __init__(self, make: Callable[[*About], Iterable[Item_co]], *about: *About) -> None:
        self._make: Callable[..., Iterable[Item_co]] = make
        self._about: tuple[Any, ...] | None = about
        self._made: tuple[Item_co, ...] = ()

    def _items(self) -> tuple[Item_co, ...]:
        about = self._about
        if about is not None:
            self._made = tuple(self._make(*about))
            self._about = None
        return self._made

    @overload
    def __getitem__(self, index: int) -> Item_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item_co, ...]: ...
    def __getitem__(self, index: int | slice) -> Item_co | tuple[Item_co, ...]:
        return self._items()[index]

    def __iter__(self) -> Iterator[Item_co]:
        return iter(self._items())

    def __len__(self) -> int:
        return len(self._items())

    def __eq__(self, other: object) -> bool:
        return self._items() == (other._items() if isinstance(other, Deferred) else other)

    def __hash__(self) -> int:
        return hash(self._items())

    def __repr__(self) -> str:
        return repr(self._items())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._items(),)
