"""Exact conversion between units, by their UCUM codes."""

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache

from attrs import field, frozen

from claimcheck.model import Interval

Powers = tuple[tuple[str, int], ...]
"""What a unit is made of: base codes with their exponents, sorted."""

DIGITS = Context(prec=40)
"""Quotients that no decimal can hold (a third) are rounded here, far beyond what any text gives."""


@frozen
class Scale:
    """One unit in terms of base units: `amount * factor + offset` of the product of `powers`."""

    factor: Fraction
    powers: Powers
    offset: Fraction = Fraction(0)


@frozen
class Shared:
    """A name that several currencies have in common; one of it is `worth` of any of them."""

    worth: Fraction
    currencies: frozenset[str]


@frozen
class Conversion:
    """The scales of all simple codes, and the names of dimensions by what they are made of.

    Codes of products and quotients ("km/h", "kW.h", "m2") need no scale of their own: they are read.
    """

    scales: Mapping[str, Scale] = field(repr=False)
    dimensions: Mapping[Powers, str] = field(repr=False)
    shared: Mapping[str, "Shared"] = field(factory=dict[str, "Shared"], repr=False)
    """Names of money that several currencies share, by the code that they have until it is settled."""

    def scale(self, code: str) -> Scale | None:
        """Return what a code is worth in base units; None for money, for written units, and for what is no code."""
        known = self.scales.get(code)
        if known is not None or code.isalpha():
            return known
        factor, powers = Fraction(1), dict[str, int]()
        for part, exponent in components(code):
            simple = self.scales.get(part)
            if simple is None and part.startswith("{"):
                simple = Scale(Fraction(1), ((part, 1),))
            if simple is None:
                return None
            factor *= simple.factor**exponent
            for base, power in simple.powers:
                powers[base] = powers.get(base, 0) + power * exponent
        return Scale(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))

    def dimension(self, code: str) -> str | None:
        """Return the name of a code's dimension ("km/h": "speed")."""
        scale = self.scale(code)
        return None if scale is None else self.dimensions.get(scale.powers)

    def ratio(self, source: str, target: str) -> Fraction | None:
        """Return how many of `target` one step of `source` is; None across dimensions and between currencies.

        >>> from claimcheck.lexicons import load_lexicon
        >>> from claimcheck.lexicons.measures import Measures
        >>> Measures.load(load_lexicon()).conversion().ratio("[mi_i]/h", "km/h")
        Fraction(25146, 15625)
        """
        if source == target:
            return Fraction(1)
        one, other = self.scale(source), self.scale(target)
        if one is None or other is None:
            return self._share(source, target)
        return one.factor / other.factor if one.powers == other.powers else None

    def _share(self, source: str, target: str) -> Fraction | None:
        """Return the worth of an open name in a currency that may be meant ("cent" in "USD"), or the other way round."""
        one, other = self.shared.get(source), self.shared.get(target)
        if one is not None and target in one.currencies:
            return one.worth
        return 1 / other.worth if other is not None and source in other.currencies else None

    def convert(self, amount: Interval, source: str, target: str) -> Interval | None:
        """Return an amount in another unit, exactly; None across dimensions and between currencies.

        Temperatures are converted as points on their scales, not as differences.
        """
        ratio = self.ratio(source, target)
        if ratio is None:
            return None
        one, other = self.scale(source), self.scale(target)
        shift: Fraction | None = None
        if one is not None and other is not None and one.offset != other.offset:
            shift = (one.offset - other.offset) / other.factor
        if ratio == 1 and shift is None:
            return amount
        low = None if amount.low is None else _moved(amount.low, ratio, shift)
        high = low if amount.high is amount.low else None if amount.high is None else _moved(amount.high, ratio, shift)
        return Interval(low, high, amount.low_open, amount.high_open)


@cache
def _component() -> re.Pattern[str]:
    return re.compile(r"([./]?)((?:\[[^\]]*\]|\{[^}]*\}|[^./\[{0-9-])+|1)(-?[0-9]{1,2})?")


def components(code: str) -> list[tuple[str, int]]:
    """Return the simple codes that a code is made of, with their exponents.

    >>> components("kW.h/m2"), components("[mi_i]2"), components("/s")
    ([('kW', 1), ('h', 1), ('m', -2)], [('[mi_i]', 2)], [('s', -1)])
    """
    return [
        (name, int(exponent or 1) * (-1 if mark == "/" else 1)) for mark, name, exponent in _component().findall(code)
    ]


def _moved(value: Decimal, ratio: Fraction, shift: Fraction | None) -> Decimal:
    moved = Fraction(value) * ratio if shift is None else Fraction(value) * ratio + shift
    return DIGITS.divide(Decimal(moved.numerator), Decimal(moved.denominator))


def fraction(text: str | Fraction) -> Fraction:
    """Read an exact number of a lexicon: a decimal, or a fraction of two decimals.

    >>> fraction("5/9"), fraction("0.3048")
    (Fraction(5, 9), Fraction(381, 1250))
    """
    above, _, below = str(text).partition("/")
    return Fraction(above) / Fraction(below or "1")
