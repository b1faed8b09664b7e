"""Amounts and durations made ready for comparing, once for all that they are compared with."""

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from claimcheck.model import Interval, Mention, Quantity
from claimcheck.model.internal import evolve, internal
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.precision import HALF, ONE, ZERO, margin, written
from claimcheck.model.times import Length

Form = Literal["vague", "bound", "range", "hedged", "point"]
FORMS: tuple[Form, ...] = ("vague", "bound", "range", "hedged", "point")
VAGUE = Decimal(3)
"""A hedged range whose ends lie this factor apart is a vague word: "hundreds", "dozens"."""
SHARES = frozenset({"percent", "score", "ratio"})


@internal
class Figure:
    """An amount made ready for comparing; a duration in seconds.

    `value` is that of a point, or the end that a bound names, good to its `margin`. `unit` is that of a duration as the
    text has it, `quantity` None for one; `score` the numbers of a score in digits, the least first; `round` whether a
    value may be rounded, None where its digits tell.
    """

    mention: Mention
    form: Form
    amount: Interval
    value: Decimal
    margin: Decimal
    quantity: Quantity | None
    unit: str | None = None
    score: tuple[int, ...] | None = None
    round: bool | None = None

    @property
    def text(self) -> str:
        """How the text has it."""
        return written(self.mention)

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a whole."""
        return self.quantity is not None and self.quantity.kind in SHARES


def amount_of(mention: Mention) -> Figure | None:
    """Make an amount ready for comparing; None for what is none or bounded nowhere."""
    quantity = mention.quantity
    if quantity is None:
        return None
    if not quantity.step:
        quantity = as_share(quantity)
    amount = quantity.amount
    value = amount.high if amount.low is None else amount.low
    if value is None:
        return None
    return Figure(
        mention,
        form_of(amount, approximate=quantity.approximate),
        amount,
        value,
        margin(quantity, mention.text),
        quantity,
        score=score_of(mention.text) if quantity.kind == "score" else None,
    )


def point_of(quantity: Quantity) -> Decimal | None:
    """Return the value of an amount that is a single one; None for any other, for fractions in words and for scores."""
    amount = quantity.amount
    low, high = amount.low, amount.high
    if low is None or (low is not high and low != high):
        return None
    return None if quantity.kind == "score" or (not quantity.step and quantity.is_fraction) else low


def score_of(text: str) -> tuple[int, ...] | None:
    """Return the numbers of a score in digits, whichever side is named first: "3-2" is "2-3" told by the others."""
    numbers = sorted(map(int, _numbers().findall(text)))
    return tuple(numbers) if len(numbers) > 1 else None


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,4}")


def duration_of(mention: Mention) -> Figure | None:
    """Make a duration ready for comparing, good to half of its unit or of its last digit."""
    length = length_of(mention)
    if length is None or length.unit not in SECONDS:
        return None
    factor = SECONDS[length.unit]
    said = length.amount
    low, high = said.low, said.high
    least = None if low is None else low * factor
    most = least if high is low else None if high is None else high * factor
    amount = Interval(least, most, said.low_open, said.high_open)
    return Figure(
        mention,
        form_of(said, approximate=length.approximate),
        amount,
        end_of(amount),
        half_of(length) * factor,
        None,
        length.unit,
        round=True,
    )


def half_of(length: Length | Quantity) -> Decimal:
    """Return half of a length's unit or of its last digit, which it is good to."""
    step = length.step
    return HALF if not step or step >= ONE else step / 2


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


def as_share(quantity: Quantity) -> Quantity:
    """Read a fraction in words as so many percent, which people take loosely: two-thirds is about 67 %."""
    if not quantity.is_fraction:
        return quantity
    if quantity.amount.low is None:
        return quantity
    amount = Interval.point(quantity.amount.low * 100)
    return evolve(quantity, kind="percent", unit="percent", dimension="share", amount=amount, approximate=True)
