"""Text of unknown origin, made harmless and measured for a terminal.

Documents are not trusted: an escape sequence could recolour or rewrite the screen, a bidirectional control could show figures in
another order than they stand. So what is not printable is written as an escape.
"""

from collections.abc import Iterable

_DROPPED = "\u00ad\u200d"  # soft hyphens and emoji joiners: invisible, common and harmless

_PLURALS = {"discrepancy": "discrepancies", "figure or date": "figures and dates"}


def neutral(text: str) -> str:
    """Return text with white space as single-width spaces and other controls as visible escapes.

    >>> neutral("over\\x1b[31m 800\\u202e")
    'over\\\\x1b[31m 800\\\\u202e'
    """
    if text.isprintable():
        return text
    return "".join(map(neutral_character, text))


def neutral_character(character: str) -> str:
    """Return what stands for one character: itself, a space, an escape, or nothing."""
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    if character in _DROPPED:
        return ""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


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


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it needs one.

    >>> counted(2, "discrepancy"), counted(1, "pair")
    ('2 discrepancies', '1 pair')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {_PLURALS.get(noun, noun + 's')}"
