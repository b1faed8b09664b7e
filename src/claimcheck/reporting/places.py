"""Offsets as lines and columns, the way editors count them."""

import re
from bisect import bisect_right
from functools import cache
from urllib.parse import quote

from attrs import field, frozen


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")


@frozen
class Places:
    """The lines of a text; a line ends at a line feed, a carriage return, or both.

    >>> Places("a\\nbc").of(2)
    (2, 1)
    """

    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        starts = (0, *(match.end() for match in _line_break().finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    def of(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def document_uri(name: str) -> str:
    """Return a document's id as a relative reference, in which nothing can be taken for a scheme, a query or a fragment.

    >>> document_uri("wires/4 May.txt")
    'wires/4%20May.txt'
    """
    return quote(name.encode("utf-8", "surrogatepass"), safe="/~")
