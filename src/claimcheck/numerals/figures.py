"""Numbers in digits as they stand in a row of tokens: grouped by spaces, with powers, with fractions."""

import unicodedata
from decimal import Context, Decimal
from functools import lru_cache

from claimcheck.model import Tokens
from claimcheck.model.internal import internal
from claimcheck.numerals.digits import EXACT, GREATEST_EXPONENT, LONGEST, SUPERSCRIPTS, figures, vulgar

TO_28_DIGITS = Context(prec=28)
"""Rounds quotients as a fraction that does not come out even is shown."""

GROUP_SPACES = frozenset("\u00a0\u2007\u2009\u202f ")
COMPARING = frozenset("<>=≤≥~≈±")
"""Signs that stand between a name and its figure: "P=.007", "r>-.3"."""

TIMES_SIGNS = frozenset({"×", "x", "*", "·"})


@internal
class Digits:
    """A number in digits up to, not including, token `last`; `step` is the worth of its last significant digit."""

    last: int
    end: int
    value: Decimal
    step: Decimal
    fraction: bool = False


def last_significant(value: Decimal, decimals: int = 0) -> Decimal:
    """Return the worth of the last significant digit of a number written with so many decimals.

    >>> last_significant(Decimal(2500)), last_significant(Decimal("3.40"), 2)
    (Decimal('1E+2'), Decimal('0.01'))
    """
    if decimals:
        return _worth(-decimals)
    exponent = value.normalize(EXACT).as_tuple().exponent
    return _worth(exponent) if isinstance(exponent, int) and value else _worth(0)


@lru_cache(maxsize=64)
def _worth(exponent: int) -> Decimal:
    """Return a power of ten, one value for all that share it, which is then written once where claims are carried."""
    return Decimal(1).scaleb(exponent)


def read_digits(tokens: Tokens, index: int, *, continental: bool) -> Digits | None:
    """Read the number in digits that begins at a token: an `n`, a fraction sign, or a stop that touches digits."""
    kind = tokens.kinds[index]
    if kind == "x":
        return _sign(tokens, index)
    if kind == ".":
        word = tokens.word(index + 1) if is_decimal_stop(tokens, index) else ""
        if not word.isdecimal() or len(word) > LONGEST:
            return None
        plain = Digits(index + 2, tokens.ends[index + 1], Decimal("0." + word), Decimal(1).scaleb(-len(word)))
        return _power(tokens, plain) or plain
    read = figures(tokens.word(index), continental=continental)
    if len(read) != 1:
        return None
    number = Digits(index + 1, tokens.ends[index], read[0].value, last_significant(read[0].value, read[0].decimals))
    if read[0].decimals == 0:
        number = _spaced(tokens, index) or number
        mixed = _with_fraction(tokens, number)
        if mixed is not None:
            return mixed
    return _power(tokens, number) or number


def is_decimal_stop(tokens: Tokens, index: int) -> bool:
    """Tell whether a stop begins a decimal: ".25" after a space, a sign or an opening mark."""
    after = index + 1
    if tokens.norms[index] != "." or after >= tokens.size or tokens.kinds[after] != "n" or not tokens.glued(after):
        return False
    return not tokens.glued(index) or tokens.kinds[index - 1] in "-–$([" or tokens.norms[index - 1] in COMPARING


def _sign(tokens: Tokens, index: int) -> Digits | None:
    mark = tokens.word(index)
    parts = vulgar(mark, unicodedata.decomposition(mark)) if len(mark) == 1 else None
    if parts is None:
        return None
    return Digits(index + 1, tokens.ends[index], ratio(*parts), Decimal(0), fraction=True)


def ratio(upper: int | Decimal, lower: int | Decimal) -> Decimal:
    """Divide to 28 digits, as a fraction that does not come out even is shown."""
    return TO_28_DIGITS.divide(Decimal(upper), Decimal(lower)).normalize(EXACT)


def _spaced(tokens: Tokens, index: int) -> Digits | None:
    """Read "40 000", "1 234 567,5", "1'234": groups of three after one to three digits."""
    first = tokens.word(index)
    if len(first) > 3 or not first.isdecimal() or first.startswith("0"):
        return None
    digits, last, decimals = first, index + 1, 0
    while len(digits) <= LONGEST and not decimals:
        group = _next_group(tokens, last)
        if group is None:
            break
        word = tokens.word(group)
        digits += word.replace(",", ".")
        decimals = max(0, len(word) - 4)
        last = group + 1
    if last == index + 1:
        return None
    value = Decimal(digits)
    return Digits(last, tokens.ends[last - 1], value, last_significant(value, decimals))


def _next_group(tokens: Tokens, last: int) -> int | None:
    """Return the token of a further group of three digits after token `last` - 1, joined by a space or apostrophe."""
    text, kinds = tokens.text, tokens.kinds
    if last < tokens.size and kinds[last] == "n":
        gap = text[tokens.ends[last - 1] : tokens.starts[last]]
        joined = gap in GROUP_SPACES and len(gap) == 1
        found = last
    elif last + 1 < tokens.size and kinds[last] == "k" and kinds[last + 1] == "n":
        joined = tokens.glued(last) and tokens.glued(last + 1)
        found = last + 1
    else:
        return None
    word = tokens.word(found)
    if not joined or not word[:3].isdecimal() or len(word) < 3 or (len(word) > 3 and word[3] not in ".,"):
        return None
    return found if word[4:].isdecimal() or len(word) == 3 else None


def _with_fraction(tokens: Tokens, whole: Digits) -> Digits | None:
    """Read "1 1/2", "2½", "1/2" after or instead of a whole number."""
    last = whole.last
    if last < tokens.size and tokens.kinds[last] == "x":
        part = _sign(tokens, last)
        return (
            None if part is None else Digits(part.last, part.end, whole.value + part.value, Decimal(0), fraction=True)
        )
    if last < tokens.size and tokens.kinds[last] == "n" and tokens.starts[last] > whole.end:
        part = _slashed(tokens, last)
        if part is not None and part.value < 1 and tokens.starts[last] - whole.end <= 2:
            return Digits(part.last, part.end, whole.value + part.value, Decimal(0), fraction=True)
    return _slashed(tokens, last - 1) if whole.value < 10000 else None


def _slashed(tokens: Tokens, index: int) -> Digits | None:
    """Read "3/4": short numbers around a glued slash that no further slash follows."""
    if index + 2 >= tokens.size or tokens.kinds[index : index + 3] not in ("n/n", "ns" + "n"):
        return None
    if tokens.norms[index + 1] not in ("/", "⁄") or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    upper, lower = tokens.word(index), tokens.word(index + 2)
    if not (upper.isdecimal() and lower.isdecimal()) or len(upper) > 4 or len(lower) > 4 or lower.strip("0") == "":
        return None
    after = index + 3
    if (after < tokens.size and tokens.kinds[after] == "/") or (index and tokens.kinds[index - 1] == "/"):
        return None
    return Digits(after, tokens.ends[after - 1], ratio(int(upper), int(lower)), Decimal(0), fraction=True)


def _power(tokens: Tokens, number: Digits) -> Digits | None:
    """Read what makes a power of a number: "e14", "×10^6", "x10-3", "×10⁻⁵", "^23"."""
    index, size = number.last, tokens.size
    if index >= size:
        return None
    norm = tokens.norms[index]
    if tokens.norms[index - 1] == "10" and tokens.norms[index][0] in SUPERSCRIPTS:
        exponent = _exponent(tokens, index)
        return None if exponent is None else _raised(tokens, number, *exponent)
    if norm == "e" and tokens.glued(index):
        exponent = _exponent(tokens, index + 1)
        if exponent is None or (exponent[0] - index == 2 and _is_coded(number, exponent[1])):
            return None
        return _scaled(tokens, number, *exponent, base=Decimal(10))
    if norm == "^" and tokens.glued(index):
        exponent = _exponent(tokens, index + 1)
        return None if exponent is None else _raised(tokens, number, *exponent)
    if norm in TIMES_SIGNS and index + 2 < size and tokens.norms[index + 1] in ("10", "2"):
        start = index + 2 + (tokens.norms[index + 2] == "^")
        exponent = _exponent(tokens, start) if start < size else None
        if exponent is not None and (start > index + 2 or tokens.kinds[start] != "n"):
            return _scaled(tokens, number, *exponent, base=Decimal(tokens.norms[index + 1]))
    return None


def _is_coded(number: Digits, exponent: int) -> bool:
    """Tell whether "7e7" is a code: an exponent has a sign, two digits, or a mantissa with decimals or of one, or is a
    thousand's."""
    return exponent < 10 and number.step >= 1 and number.value != 1 and exponent % 3 != 0


def _exponent(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the token after an exponent that touches what stands before it, and the exponent."""
    last, size, sign = index, tokens.size, 1
    if last < size and tokens.glued(last) and (tokens.kinds[last] == "-" or tokens.norms[last] in ("+", "⁻")):
        sign = 1 if tokens.norms[last] == "+" else -1
        last += 1
    if last >= size or not tokens.glued(last):
        return None
    word = tokens.word(last)
    last += 1
    if word in SUPERSCRIPTS:
        while last < size and tokens.glued(last) and tokens.word(last) in SUPERSCRIPTS and len(word) < 3:
            word += tokens.word(last)
            last += 1
        word = "".join(SUPERSCRIPTS[mark] for mark in word)
    if not (word.isascii() and word.isdecimal()) or len(word) > 2 or int(word) > GREATEST_EXPONENT:
        return None
    return last, sign * int(word)


def _scaled(tokens: Tokens, number: Digits, last: int, exponent: int, *, base: Decimal) -> Digits:
    factor = EXACT.power(base, exponent)
    value, step = EXACT.multiply(number.value, factor), EXACT.multiply(number.step, factor)
    return Digits(last, tokens.ends[last - 1], value, step)


def _raised(tokens: Tokens, number: Digits, last: int, exponent: int) -> Digits | None:
    """Read "1.1^23"; towers that would fill pages are no amounts."""
    if not number.value or abs(number.value.adjusted() * exponent) > GREATEST_EXPONENT:
        return None
    value = EXACT.power(number.value, exponent)
    return Digits(last, tokens.ends[last - 1], value.normalize(EXACT), Decimal(0))
