"""Text of unknown origin made harmless to show, and counts in words.

Documents are not trusted: an escape sequence could recolour or rewrite a screen, a bidirectional control could show figures
in another order than they stand. So what is not printable is written as an escape.
"""

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


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it needs one.

    >>> counted(2, "discrepancy"), counted(1, "pair")
    ('2 discrepancies', '1 pair')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {_PLURALS.get(noun, noun + 's')}"
