"""Roman numerals, read only where a word before them says that they number something."""

from collections.abc import Mapping
from functools import cache

GREATEST = 99


@cache
def roman_values() -> Mapping[str, int]:
    """Return the numerals from 1 to 99 by their norm.

    >>> roman_values()["xliv"]
    44
    """
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    return {tens[value // 10] + units[value % 10]: value for value in range(1, GREATEST + 1)}
