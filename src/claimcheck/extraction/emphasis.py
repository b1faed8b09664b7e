"""Which asterisks and underscores of Markdown are marks."""

from collections import defaultdict

from attrs import define, field


@define
class Emphasis:
    """The marks of one paragraph that are open, by their character; each is a pair of offsets."""

    _open: defaultdict[str, list[tuple[int, int]]] = field(
        factory=lambda: defaultdict[str, list[tuple[int, int]]](list)
    )

    def marks(self, source: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Take the next run of marks, and return what is left out of the text by it: both marks of a pair.

        `**` around words is left out, `~~` with the words between; a mark in a word, between figures or between spaces stays.
        """
        kind = source[start]
        before = source[start - 1 : start] or " "
        after = source[end : end + 1] or " "
        within = before.isalnum() and after.isalnum()
        if within and (kind == "_" or (before.isdigit() and after.isdigit())):
            return []
        found: list[tuple[int, int, str]] = []
        if not before.isspace():
            found, start = self._close(kind, start, end)
        if start < end and not after.isspace():
            self._open[kind].append((start, end))
        return found

    def _close(self, kind: str, start: int, end: int) -> tuple[list[tuple[int, int, str]], int]:
        found: list[tuple[int, int, str]] = []
        opened = self._open[kind]
        while start < end and opened:
            low, high = opened.pop()
            size = min(high - low, end - start)
            if kind == "~":
                found.append((high - size, start + size, ""))
            else:
                found += [(high - size, high, ""), (start, start + size, "")]
            start += size
            if low < high - size:
                opened.append((low, high - size))
        return found, start
