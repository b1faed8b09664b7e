"""Comparing two durations, in the coarser one's unit."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from claimcheck.comparing.amounts import Figure, compare_figures, form_of
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.comparing.rounding import written
from claimcheck.model import Interval, Length, Mention, Settings

SECONDS: Mapping[str, Decimal] = MappingProxyType(
    {
        "s": Decimal(1),
        "min": Decimal(60),
        "h": Decimal(3600),
        "d": Decimal(86400),
        "wk": Decimal(604800),
        "mo": Decimal(2629746),
        "a": Decimal(31556952),
    }
)
"""Seconds of each UCUM unit; a month and a year are the Gregorian mean."""


def compare_lengths(left: Mention, right: Mention, settings: Settings) -> Relation:
    """Compare two durations; where their units differ, the coarser one is good to half of its unit."""
    one, other = length_of(left), length_of(right)
    if one is None or other is None or one.unit not in SECONDS or other.unit not in SECONDS:
        return UNCLEAR
    same = one.unit == other.unit
    return compare_figures(_figure(left, one, same=same), _figure(right, other, same=same), settings)


def length_of(mention: Mention) -> Length | None:
    """Return a mention's duration, also of a duration that was read as an amount of a unit of time."""
    if mention.timex is not None:
        return mention.timex.length
    quantity = mention.quantity
    if quantity is None or quantity.unit is None or quantity.unit not in SECONDS:
        return None
    return Length(quantity.amount, quantity.unit, quantity.approximate, quantity.step)


def _figure(mention: Mention, length: Length, *, same: bool) -> Figure:
    factor = SECONDS[length.unit]
    low, high = length.amount.low, length.amount.high
    step = length.step or Decimal(1)
    margin = min(step, Decimal(1)) / 2
    return Figure(
        text=written(mention),
        form=form_of(length.amount, approximate=length.approximate),
        amount=Interval(
            None if low is None else low * factor,
            None if high is None else high * factor,
            length.amount.low_open,
            length.amount.high_open,
        ),
        margin=Decimal(0) if same else margin * factor,
        round=True,
        is_share=False,
        at_most=False,
    )
