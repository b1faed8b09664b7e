"""Figures of one text that must fit together."""

from claimcheck.arithmetic.reckoner import Reckoner

__all__ = ["Reckoner"]
