"""Numbers as written, before anything is known about their unit or role."""

from claimcheck.numerals.scanner import NumeralScanner

__all__ = ["NumeralScanner"]
