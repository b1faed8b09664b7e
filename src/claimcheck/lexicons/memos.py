"""What was found out about words, kept because texts share most of what they are made of."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar


class Asked(Hashable, Protocol):
    """What answers are kept for: strings, or tuples of them."""

    def __len__(self) -> int:
        """Return its size."""
        ...


Question = TypeVar("Question", bound=Asked)
Answer = TypeVar("Answer")

LONGEST, MOST = 24, 1 << 15
"""Answers for longer strings are not kept, nor more of them, whatever texts come."""


class Memo(dict[Question, Answer]):
    """The answers of a function, by what it was asked; where there are too many all are forgotten.

    `functools.lru_cache` forgets the oldest instead, and for that puts its answers in a new order each time that it is
    asked, which takes three times as long as a look-up.

    Examples:
        >>> lengths = Memo(len)
        >>> lengths["fire"], [*map(lengths.of, ("fire", "mill"))]
        (4, [4, 4])
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[Question], Answer]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, asked: Question) -> Answer:
        answer = self._function(asked)
        if len(asked) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[asked] = answer
        return answer

    @property
    def of(self) -> Callable[[Question], Answer]:
        """The same as a function."""
        return self.__getitem__
