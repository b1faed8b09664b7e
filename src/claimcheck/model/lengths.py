"""How long something lasts, however it was read."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from claimcheck.model.mentions import Mention
from claimcheck.model.times import Length

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


def length_of(mention: Mention) -> Length | None:
    """Return a mention's duration, also of a duration that was read as an amount of a unit of time."""
    if mention.timex is not None:
        return mention.timex.length
    quantity = mention.quantity
    if quantity is None or quantity.unit is None or quantity.unit not in SECONDS:
        return None
    return Length(quantity.amount, quantity.unit, quantity.approximate, quantity.step)
