"""Who said what: source, cue and content."""

from claimcheck.attribution.finder import AttributionFinder

__all__ = ["AttributionFinder"]
