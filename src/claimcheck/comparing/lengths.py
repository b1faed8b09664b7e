"""Comparing two durations, in seconds."""

from decimal import Decimal

from claimcheck.comparing.amounts import EXACT, compare_figures, compare_points
from claimcheck.comparing.figures import Figure, duration_of, half_of
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.model import Length, Mention, Quantity, Settings
from claimcheck.model.lengths import SECONDS

Sharp = tuple[Decimal, Decimal, Quantity | Length]
"""A length that is a single value, and not hedged: the value, the seconds of its unit, and the length."""


def compare_lengths(left: Mention, right: Mention, settings: Settings) -> Relation:
    """Compare how long two mentions say that something lasts."""
    one, other = _sharp(left), _sharp(right)
    if one is None or other is None:
        return compare_durations(duration_of(left), duration_of(right), settings)
    (value, unit, said), (another, other_unit, also_said) = one, other
    margins = EXACT if unit == other_unit else (half_of(said) * unit, half_of(also_said) * other_unit)
    return compare_points(left, right, value * unit, another * other_unit, settings, margins)


def compare_durations(left: Figure | None, right: Figure | None, settings: Settings) -> Relation:
    """Compare two durations; only where their units differ is the coarser one good to half of its unit."""
    if left is None or right is None:
        return UNCLEAR
    return compare_figures(left, right, settings, exact=left.unit == right.unit)


def _sharp(mention: Mention) -> Sharp | None:
    said = mention.quantity if mention.timex is None else mention.timex.length
    if said is None or said.unit is None or said.approximate:
        return None
    value = said.amount.low
    return None if value is None or value != said.amount.high else (value, SECONDS[said.unit], said)
