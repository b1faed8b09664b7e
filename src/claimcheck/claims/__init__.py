"""Claims: a mention with its subject, measure, time, speaker and modality."""

from claimcheck.claims.builder import ClaimBuilder

__all__ = ["ClaimBuilder"]
