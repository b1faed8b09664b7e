"""How far two amounts lie apart."""

from decimal import Decimal

from claimcheck.model.precision import ZERO

SLIGHT, TEN = Decimal("1.1"), Decimal(10)


def ratio_of(one: Decimal, other: Decimal) -> Decimal | None:
    """Return the larger over the smaller of two positive amounts."""
    if one <= ZERO or other <= ZERO:
        return None
    return other / one if one < other else one / other


def ratio_text(ratio: Decimal) -> str:
    """Write a ratio to as many places as matter: 3.1, 1.04, 12."""
    places = 2 if ratio < SLIGHT else 1 if ratio < TEN else 0
    return f"{ratio:.{places}f}"


def has_same_digits(one: Decimal, other: Decimal) -> bool:
    """Tell whether two amounts have the same three digits or more, in another order."""
    left, right = _digits(one), _digits(other)
    return len(left) == len(right) > 2 and left != right and sorted(left) == sorted(right)


def _digits(value: Decimal) -> str:
    """Return the significant digits of a number."""
    text = str(value)
    return (f"{value:f}" if "E" in text else text).replace(".", "").strip("-0")
