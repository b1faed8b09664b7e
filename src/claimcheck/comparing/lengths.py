"""Comparing two durations, in seconds."""

from claimcheck.comparing.amounts import compare_figures
from claimcheck.comparing.figures import Figure
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.model import Settings


def compare_lengths(left: Figure | None, right: Figure | None, settings: Settings) -> Relation:
    """Compare two durations; only where their units differ is the coarser one good to half of its unit."""
    if left is None or right is None:
        return UNCLEAR
    return compare_figures(left, right, settings, exact=left.unit == right.unit)
