"""What was found out about words, kept because few words make up most of any text."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")

MOST = 65536
"""Answers that are kept; words are so unevenly frequent that few are lost that are asked for again."""


class Memo(dict[Asked, Answer]):
    """The answers of a function, by what it was asked; where there are too many all are forgotten.

    `functools.lru_cache` forgets the oldest instead, and for that puts its answers in a new order each time that it is
    asked, which takes three times as long as a look-up.

    Examples:
        >>> lengths = Memo(len)
        >>> lengths["fire"], [*map(lengths.of, ("fire", "mill"))]
        (4, [4, 4])
    """

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[Asked], Answer], most: int = MOST) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, asked: Asked) -> Answer:
        answer = self._function(asked)
        if len(self) >= self._most:
            self.clear()
        self[asked] = answer
        return answer

    @property
    def of(self) -> Callable[[Asked], Answer]:
        """The same as a function."""
        return self.__getitem__
