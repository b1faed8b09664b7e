"""Amounts: counts, money, percents, measures, ordinals, ages, with what bounds and hedges them."""

from claimcheck.quantities.finder import QuantityFinder

__all__ = ["QuantityFinder"]
