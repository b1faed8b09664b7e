"""Amounts: what a numeral is worth with its unit ("thirteen dollars and 45 cents")."""

from decimal import Context, Decimal

from claimcheck.lexicons.amounts import Effect
from claimcheck.lexicons.units import Unit
from claimcheck.model import Interval, Numeral, Passage, QuantityKind, Tokens, tidy
from claimcheck.model.internal import evolve, internal, maker
from claimcheck.quantities.tables import Head

make_interval = maker(Interval)

ONE, MINUS_ONE = Decimal(1), Decimal(-1)
PLACES = frozenset({"ordinal", "roman"})
"""Forms of numerals that give a place in an order."""

EXACT, TO_28_DIGITS = Context(prec=100), Context(prec=28)


@internal
class Amount:
    """An amount over the tokens `first` up to, not including, `last`, with offsets of its own.

    What bounds or hedges it has `effects`, begins at token `before` and ends before token `after`, where it stands there.
    """

    first: int
    last: int
    start: int
    end: int
    interval: Interval
    step: Decimal
    numeral: Numeral
    unit: Unit | None = None
    per: Unit | None = None
    approximate: bool = False
    factor: Decimal = ONE
    effects: tuple[Effect, ...] = ()
    before: int | None = None
    after: int | None = None

    @property
    def value(self) -> Decimal:
        """The amount where it is a point."""
        return self.interval.low or self.interval.high or Decimal(0)

    @property
    def kind(self) -> QuantityKind:
        """What the unit makes of it."""
        if self.numeral.form in PLACES:
            return "ordinal"
        return "number" if self.unit is None else self.unit.kind

    def measured(self, unit: Unit, last: int, end: int) -> "Amount":
        """Return it with the unit that follows it, up to token `last`."""
        return Amount(
            self.first, last, self.start, end, self.interval, self.step, self.numeral, unit, self.per,
            self.approximate, self.factor, self.effects, self.before, self.after,
        )  # fmt: skip

    def led(self, unit: Unit, first: int, start: int) -> "Amount":
        """Return it with the unit that stands before it, from token `first`."""
        return Amount(
            first, self.last, start, self.end, self.interval, self.step, self.numeral, unit, self.per,
            self.approximate, self.factor, self.effects, self.before, self.after,
        )  # fmt: skip

    def scaled_as(self, other: "Amount", most: Decimal) -> "Amount":
        """Return it with the scale that only another shows, unless it is more than so many times what stands before that."""
        shows = self.factor == 1 < other.factor and not self.numeral.scaled
        fits = shows and self.value <= most * other.value / other.factor
        return self.times(other.factor, self.last, self.end) if fits else self

    def in_unit_of(self, other: "Amount") -> "Amount":
        """Return a bare number in the unit of another, if that has one."""
        unit = other.unit
        if self.unit is not None or unit is None:
            return self
        return evolve(self if unit.scale == 1 else self.in_whole(unit), unit=unit)

    def modifier(self, tokens: Tokens) -> Passage | None:
        """Return what bounds or hedges it: what stands before it, else what stands after it."""
        if self.before is not None:
            start, end = tokens.starts[self.before], min(tokens.ends[self.first - 1], self.start)
        elif self.after is not None:
            start, end = tokens.starts[self.last], tokens.ends[self.after - 1]
        else:
            return None
        return Passage.cut(tokens.text, start, end)

    def times(self, factor: Decimal, last: int, end: int) -> "Amount":
        """Return it multiplied, exactly, by a scale that ends before token `last`."""
        return self._worth(factor, self.factor * factor, last, end)

    def in_whole(self, unit: Unit) -> "Amount":
        """Return an amount of a unit's part or multiple in the unit: pence in pounds; 40 of them are no round number.

        A part that several currencies have stays what is counted.
        """
        small = unit.scale < 1 < self.step
        counted = evolve(self, step=ONE) if small else self
        return counted if unit.is_open_part else counted.converted(unit.scale)

    def headed(self, head: Head) -> "Amount":
        """Return a bare number of a table in the unit and scale of its head; every digit of it counts but for zeros in plenty."""
        if self.unit is not None or self.numeral.scaled or self.numeral.form != "digits":
            return self
        exact = evolve(self, unit=head.unit, step=min(self.step, ONE) if self.step < 100 else self.step)
        return exact if head.scale == 1 else exact.times(head.scale, self.last, self.end)

    def converted(self, worth: Decimal) -> "Amount":
        """Return it in another unit, of which one of its own is `worth`; its scale stays."""
        return self._worth(worth, self.factor, self.last, self.end)

    def _worth(self, worth: Decimal, factor: Decimal, last: int, end: int) -> "Amount":
        interval = self.interval
        low = None if interval.low is None else tidy(EXACT.multiply(interval.low, worth))
        if interval.high is interval.low:
            high = low
        else:
            high = None if interval.high is None else tidy(EXACT.multiply(interval.high, worth))
        return Amount(
            self.first, last, self.start, end, make_interval(low, high, interval.low_open, interval.high_open),
            tidy(EXACT.multiply(self.step, abs(worth))), self.numeral, self.unit, self.per,
            self.approximate, factor, self.effects, self.before, self.after,
        )  # fmt: skip


def exact_sum(left: Amount, right: Amount, worth: Decimal) -> Interval:
    """Return the point of two amounts together, one of the right being `worth` of the left's unit, to 28 digits."""
    return Interval.point(tidy(TO_28_DIGITS.add(left.value, TO_28_DIGITS.multiply(right.value, worth))))
