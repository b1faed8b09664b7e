"""Comparing two durations, in seconds."""

from decimal import Decimal

from claimcheck.comparing.amounts import EXACT, compare_figures, compare_points
from claimcheck.comparing.figures import Figure, half_of
from claimcheck.comparing.operands import Operand
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.model import Settings
from claimcheck.model.precision import ZERO


def compare_lengths(left: Operand, right: Operand, settings: Settings) -> Relation:
    """Compare how long two claims say that something lasts."""
    one, other = _seconds(left), _seconds(right)
    if one is None or other is None:
        return compare_durations(left.duration(), right.duration(), settings)
    margins = EXACT if left.unit == right.unit else (_margin(left), _margin(right))
    return compare_points(left.claim.mention, right.claim.mention, one, other, settings, margins)


def compare_durations(left: Figure | None, right: Figure | None, settings: Settings) -> Relation:
    """Compare two durations; only where their units differ is the coarser one good to half of its unit."""
    if left is None or right is None:
        return UNCLEAR
    return compare_figures(left, right, settings, exact=left.unit == right.unit)


def _seconds(item: Operand) -> Decimal | None:
    """Return a length that is a single value, and not hedged."""
    said, point, unit = item.said, item.point, item.unit
    return None if point is None or unit is None or said is None or said.approximate else point * unit


def _margin(item: Operand) -> Decimal:
    return ZERO if item.said is None or item.unit is None else half_of(item.said) * item.unit
