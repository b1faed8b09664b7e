"""Amounts and durations made ready for comparing, once for all that they are compared with."""

from decimal import Decimal
from typing import Literal

from attrs import evolve

from claimcheck.model import Interval, Mention, Quantity
from claimcheck.model.internal import internal
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.precision import ONE, ZERO, margin, written

Form = Literal["vague", "bound", "range", "hedged", "point"]
FORMS: tuple[Form, ...] = ("vague", "bound", "range", "hedged", "point")
VAGUE = Decimal(3)
"""A hedged range whose ends lie this factor apart is a vague word: "hundreds", "dozens"."""
SHARES = frozenset({"percent", "score", "ratio"})


@internal
class Figure:
    """An amount made ready for comparing; a duration in seconds.

    `value` is that of a point, or the end that a bound names; `round` whether that may be rounded, None where its digits
    tell. `unit` is all that makes two amounts of one unit; `quantity` is None for durations.
    """

    mention: Mention
    form: Form
    amount: Interval
    value: Decimal
    margin: Decimal
    round: bool | None
    is_share: bool
    unit: tuple[object, ...]
    quantity: Quantity | None

    @property
    def text(self) -> str:
        """How the text has it."""
        return written(self.mention)


def amount_of(mention: Mention) -> Figure | None:
    """Make an amount ready for comparing."""
    quantity = as_share(mention.quantity)
    if quantity is None:
        return None
    amount = quantity.amount
    return Figure(
        mention,
        form_of(amount, approximate=quantity.approximate),
        amount,
        end_of(amount),
        margin(quantity, mention.text),
        None,
        quantity.kind in SHARES,
        (quantity.per, quantity.unit, quantity.unit_candidates),
        quantity,
    )


def duration_of(mention: Mention) -> Figure | None:
    """Make a duration ready for comparing, good to half of its unit or of its last digit."""
    length = length_of(mention)
    if length is None or length.unit not in SECONDS:
        return None
    factor = SECONDS[length.unit]
    low, high = length.amount.low, length.amount.high
    amount = Interval(
        None if low is None else low * factor,
        None if high is None else high * factor,
        length.amount.low_open,
        length.amount.high_open,
    )
    return Figure(
        mention,
        form_of(length.amount, approximate=length.approximate),
        amount,
        end_of(amount),
        min(length.step or ONE, ONE) / 2 * factor,
        True,
        False,
        (length.unit,),
        None,
    )


def end_of(amount: Interval) -> Decimal:
    """Return the value of a point, or the end that a bound names."""
    return amount.low if amount.low is not None else amount.high if amount.high is not None else ZERO


def form_of(amount: Interval, *, approximate: bool) -> Form:
    """Name the form of an amount."""
    low, high = amount.low, amount.high
    if low is None or high is None:
        return "bound"
    if low is high or low == high:
        return "hedged" if approximate else "point"
    return "vague" if approximate and high >= VAGUE * low else "range"


def as_share(quantity: Quantity | None) -> Quantity | None:
    """Read a fraction in words as so many percent, which people take loosely: two-thirds is about 67 %."""
    if quantity is None or quantity.step or not quantity.is_fraction or quantity.amount.low is None:
        return quantity
    amount = Interval.point(quantity.amount.low * 100)
    return evolve(quantity, kind="percent", unit="percent", dimension="share", amount=amount, approximate=True)
