"""Numbers written in digits: separators, signs, powers, fractions."""

from decimal import Context, Decimal
from functools import cache

import regex

from claimcheck.model.internal import internal

LONGEST = 40
"""Longer runs of digits are identifiers."""

GREATEST_EXPONENT = 60
"""Powers beyond this are no amounts."""

EXACT = Context(prec=LONGEST + GREATEST_EXPONENT)
"""Keeps every digit of the numbers read here, whatever the caller's own context is."""


@internal
class Figure:
    """A number in digits: its offsets within the token, its value, and the worth of its last written decimal.

    >>> figures("2,487.5")
    (Figure(start=0, end=7, value=Decimal('2487.5'), decimals=1),)
    """

    start: int
    end: int
    value: Decimal
    decimals: int


@cache
def _shapes() -> regex.Pattern[str]:
    return regex.compile(
        r"""
          (?P<grouped>[0-9]{1,3}+(?:,[0-9]{3})++(?:\.[0-9]++)?+ | [0-9]{1,2}+(?:,[0-9]{2}(?![0-9]))++,[0-9]{3}(?:\.[0-9]++)?+)
        | (?P<stopped>[0-9]{1,3}+(?:\.[0-9]{3})++,[0-9]++ | [0-9]{1,3}+(?:\.[0-9]{3}){2,}+)
        | (?P<decimal>[0-9]++\.[0-9]++)
        | (?P<comma>[0-9]++,[0-9]{1,2}+)
        | (?P<list>[0-9]++(?:,[0-9]++)++)
        """,
        regex.VERBOSE,
    )


@cache
def _address() -> regex.Pattern[str]:
    return regex.compile(r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}")


def figures(word: str, *, continental: bool = False) -> tuple[Figure, ...]:
    """Return the numbers that a token of digits, commas and stops holds; none for versions, addresses, long runs.

    `continental` tells that the document groups with stops and writes decimals with a comma.

    >>> [figure.value for figure in figures("1.234.567,89")], [figure.value for figure in figures("22,24,26")]
    ([Decimal('1234567.89')], [Decimal('22'), Decimal('24'), Decimal('26')])
    >>> figures("192.168.0.1"), figures("2.0.1")
    ((), ())
    """
    if len(word) > LONGEST:
        return ()
    if word.isdecimal():
        return (Figure(0, len(word), Decimal(word), 0),)
    if continental:
        return _figure(word, word.replace(".", "").replace(",", ".")) if _is_continental(word) else ()
    match = _shapes().fullmatch(word)
    if match is None or _address().fullmatch(word):
        return ()
    shape = match.lastgroup
    if shape == "list":
        return _listed(word)
    if shape in ("stopped", "comma"):
        return _figure(word, word.replace(".", "").replace(",", "."))
    return _figure(word, word.replace(",", ""))


def _figure(word: str, plain: str) -> tuple[Figure, ...]:
    return (Figure(0, len(word), Decimal(plain), len(plain.partition(".")[2])),)


def _listed(word: str) -> tuple[Figure, ...]:
    """Read "22,24,26", a list without spaces."""
    found: list[Figure] = []
    start = 0
    for part in word.split(","):
        found.append(Figure(start, start + len(part), Decimal(part), 0))
        start += len(part) + 1
    return tuple(found)


@cache
def _continental() -> regex.Pattern[str]:
    return regex.compile(r"(?:[0-9]{1,3}+(?:\.[0-9]{3})*+|[0-9]++)(?:,[0-9]++)?+")


def _is_continental(word: str) -> bool:
    return _continental().fullmatch(word) is not None


def writes_continental(words: list[str]) -> bool:
    """Tell whether a document writes 1.234.567,89: one number can be read no other way, and none is grouped with commas."""
    seen = False
    for word in words:
        match = _shapes().fullmatch(word) if len(word) <= LONGEST else None
        if match is None:
            continue
        if match.lastgroup == "grouped":
            return False
        seen = seen or match.lastgroup == "stopped"
    return seen and not any(_address().fullmatch(word) for word in words)


def vulgar(mark: str, decomposition: str) -> tuple[int, int] | None:
    """Return numerator and denominator of a sign such as ½ from its Unicode decomposition.

    >>> vulgar("¾", "<fraction> 0033 2044 0034")
    (3, 4)
    """
    if not decomposition.startswith("<fraction>"):
        return None
    upper, _, lower = "".join(chr(int(code, 16)) for code in decomposition.split()[1:]).partition("⁄")
    return (int(upper), int(lower)) if upper and lower else None


SUPERSCRIPTS = {"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9"}
