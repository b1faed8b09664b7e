"""A text made of pieces of a file, with the map back to it."""

import re
from functools import cache

from attrs import define, field

from claimcheck.model import Format, SourceMap


@define
class TextBuilder:
    """Collects pieces of `source` in their order, and what markup between them stands for."""

    source: str = field(repr=False)
    length: int = 0
    _parts: list[str] = field(factory=list[str])
    _texts: list[int] = field(factory=list[int])
    _starts: list[int] = field(factory=list[int])
    _ends: list[int] = field(factory=list[int])

    def copy(self, start: int, end: int) -> None:
        """Take over what stands between two offsets of the source."""
        if start < end:
            self.put(self.source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text that stands for what the source has between two offsets."""
        if not text:
            return
        self._parts.append(text)
        self._texts.append(self.length)
        self._starts.append(start)
        self._ends.append(end)
        self.length += len(text)

    @property
    def ends_blank(self) -> bool:
        """Whether the last character is white space."""
        return bool(self._parts) and self._parts[-1][-1].isspace()

    def text(self) -> str:
        """Return what was collected."""
        return "".join(self._parts)

    def source_map(self, form: Format) -> SourceMap:
        """Return the way back; an empty piece at the end says how long the last one is."""
        end = len(self.source)
        return SourceMap(
            form,
            texts=(*self._texts, self.length),
            starts=(*self._starts, end),
            ends=(*self._ends, end),
            lines=line_starts(self.source),
        )


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which lines begin, as editors count them."""
    return (0, *(match.end() for match in _line_break().finditer(text)))


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")
