"""Text measured, cut and broken for a terminal, and counts in words."""

from collections.abc import Iterable

from claimcheck.model.printable import counted, neutral, neutral_character

__all__ = ["counted", "graphemes", "neutral", "neutral_character", "shortened", "width", "wrapped"]


def width(text: str) -> int:
    """Return how many columns a neutral text takes: two for wide characters and emoji, none for combining ones.

    >>> width("800人")
    5
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # its tables are read only where a text needs them

    return wcswidth(text)


def graphemes(text: str) -> Iterable[str]:
    """Split text into what a reader takes for characters: a letter with its accents, a flag, a hand with its colour."""
    if text.isascii():
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def shortened(text: str, columns: int) -> str:
    """Cut a neutral text to a number of columns, with an ellipsis where it was cut."""
    if width(text) <= columns:
        return text
    kept: list[str] = []
    room = columns - 1
    for grapheme in graphemes(text):
        room -= width(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…"


def wrapped(text: str, columns: int) -> list[str]:
    """Break a neutral text at spaces into lines of at most so many columns; longer words are cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        line = shortened(word, columns)
    return [*lines, line] if line else lines
