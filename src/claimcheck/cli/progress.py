"""A line on standard error that tells how far long work is; nothing where nobody watches."""

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Self, TypeVar, overload

_DELAY = 0.5  # seconds before anything is shown: short work needs no bar
_EVERY = 0.1
_WIPE = "\r\x1b[K"

Item = TypeVar("Item")


class Progress:
    """Counts steps and redraws a bar, or a count where the whole is unknown; wiped at the end."""

    def __init__(self, *, shown: bool, total: int | None = None, what: str = "documents") -> None:
        self._shown = shown and sys.stderr.isatty()
        self._total = total
        self._what = what
        self._begun = time.monotonic()
        self._last = self._begun + _DELAY - _EVERY

    def show(self, done: int, note: str = "", *, share: float | None = None) -> None:
        """Redraw, at most ten times a second; `share` is how much of the work that is, where its steps cannot be counted."""
        now = time.monotonic()
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        if share is None and self._total:
            share = done / self._total
        seconds = now - self._begun
        left = f", {_span(seconds * (1 - share) / share)} left" if share else ""
        self._draw(f"{self._bar(done)}{note}, {done / seconds:,.0f} a second{left}")

    def tell(self, words: str) -> None:
        """Say what goes on now, where that may take long."""
        if self._shown and time.monotonic() - self._begun > _DELAY:
            self._draw(words)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the line, whatever happened."""
        if self._shown:
            sys.stderr.write(_WIPE)
            sys.stderr.flush()

    def _bar(self, done: int) -> str:
        if self._total is None:
            return f"{done:,} {self._what}"
        room = max(0, min(30, _columns() - 50))
        full = room * done // max(self._total, 1)
        bar = f"[{'#' * full}{'.' * (room - full)}] " if room >= 10 else ""
        return f"{bar}{done:,} of {self._total:,} {self._what}"

    def _draw(self, words: str) -> None:
        sys.stderr.write(_WIPE + words[: _columns() - 1])
        sys.stderr.flush()


class Watched(Sequence[Item]):
    """A sequence that tells how far it was gone through, and then that what was read is compared."""

    def __init__(self, items: Sequence[Item], progress: Progress) -> None:
        self._items = items
        self._progress = progress

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        for done, item in enumerate(self._items):
            self._progress.show(done)
            yield item
        self._progress.tell("comparing ...")


def _span(seconds: float) -> str:
    """Write a time to wait in its largest unit and the next.

    >>> _span(7.4), _span(125), _span(7300)
    ('7 s', '2 min 5 s', '2 h 1 min')
    """
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600:,} h {whole % 3600 // 60} min"


def _columns() -> int:
    return shutil.get_terminal_size((80, 24)).columns
