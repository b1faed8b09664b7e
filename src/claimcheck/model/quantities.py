"""Amounts: intervals of exact decimals, with what the digits imply about their precision."""

from decimal import Context, Decimal
from typing import Literal

from claimcheck.model.internal import internal, sealed

QuantityKind = Literal["number", "ordinal", "percent", "currency", "quantity", "age", "temperature", "ratio", "score"]
ChangeRole = Literal["by", "to", "from", "factor"]
Direction = Literal["up", "down"]
NumeralForm = Literal["digits", "words", "mixed", "fraction", "ordinal", "roman"]


ONE = Decimal(1)
DIGITS = Context(prec=120)
"""More digits than any amount that is read."""


def tidy(value: Decimal) -> Decimal:
    """Return a number as it is written plainly: without a fraction of zeros, without an exponent.

    >>> tidy(Decimal("3400000000.0")), tidy(Decimal("2.50")), tidy(Decimal("1E+3"))
    (Decimal('3400000000'), Decimal('2.5'), Decimal('1000'))
    """
    if value.same_quantum(ONE):
        return value
    plain = value.normalize(DIGITS)
    exponent = plain.as_tuple().exponent
    return plain.quantize(ONE, context=DIGITS) if isinstance(exponent, int) and exponent > 0 else plain


@sealed
class Interval:
    """A range of exact decimals; None is unbounded, `*_open` leaves the end out.

    Examples:
        >>> Interval(Decimal(30), None, low_open=True).contains(Decimal(30))
        False
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal) -> "Interval":
        """Make the interval that holds one value."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one value."""
        return self.low is not None and self.low == self.high

    def contains(self, value: Decimal) -> bool:
        """Tell whether a value lies within."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two have a common point."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: "Interval") -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def widened(self, margin: Decimal) -> "Interval":
        """Return it with both ends moved outwards by a margin."""
        low = None if self.low is None else self.low - margin
        high = None if self.high is None else self.high + margin
        return Interval(low, high, self.low_open, self.high_open)


@internal
class Numeral:
    """A number as written, before anything is known about its unit or role.

    It covers the tokens `first` up to, not including, `last`. `step` is the worth of the last significant digit
    ("3.4 billion" -> 0.1 billion, "2,500" -> 100); 0 where the number is exact by nature (a fraction, an ordinal).
    `scaled` tells that a scale word or suffix was read ("million", "bn", "k"). `count` is the number as a bare quantity,
    where that was at hand: figures that many texts have share one.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    step: Decimal
    form: NumeralForm
    scaled: bool = False
    count: "Quantity | None" = None


@sealed
class Quantity:
    """An amount with its unit.

    `unit` is None for counts, an ISO 4217 code for money, a UCUM code for measures, `percent`, else the unit as
    written; `unit_candidates` the possible codes where the text leaves it open, also beside a unit that is only likely
    ("$5" in copy that is American by its habits). `per` is the denominator's unit of a
    rate. `step` is the worth of the last significant digit, in `unit`. `role` and `direction` say what part the amount
    plays in a change ("rose by 5 % to $3m from $2m"); `series` what an ordinal counts.
    """

    kind: QuantityKind
    amount: Interval
    unit: str | None = None
    unit_candidates: tuple[str, ...] = ()
    dimension: str | None = "count"
    approximate: bool = False
    step: Decimal = Decimal(0)
    per: str | None = None
    role: ChangeRole | None = None
    direction: Direction | None = None
    series: str | None = None

    def may_share_unit(self, other: "Quantity") -> bool:
        """Tell whether two amounts are of one unit, or may be: a bare $ beside US$.

        A part of an open currency is a unit of its own: "36 cents" are not 36 of any currency.
        """
        if self.unit == other.unit and self.unit_candidates == other.unit_candidates:
            return True
        mine, theirs = (
            frozenset(item.unit_candidates) if item.unit is None or item.unit in item.unit_candidates else {item.unit}
            for item in (self, other)
        )
        return not mine.isdisjoint(theirs)

    @property
    def is_fraction(self) -> bool:
        """Whether it is a part of one: "two-thirds", "half"."""
        value = self.amount.low
        return self.kind == "number" and self.amount.is_point and not self.step and value is not None and 0 < value < 1
