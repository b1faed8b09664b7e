"""Levels, verdicts and conflicts."""

from claimcheck.comparing.comparer import Comparer, Comparison

__all__ = ["Comparer", "Comparison"]
