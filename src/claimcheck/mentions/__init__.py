"""One reading for each stretch of text."""

from claimcheck.mentions.settling import settle

__all__ = ["settle"]
