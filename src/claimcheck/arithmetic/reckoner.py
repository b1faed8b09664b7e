"""Every check, and the walk over a document that applies them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.arithmetic.changes import change
from claimcheck.arithmetic.doubles import unit_double, written_twice
from claimcheck.arithmetic.rows import Check, Row
from claimcheck.arithmetic.shares import share
from claimcheck.arithmetic.spans import age, span
from claimcheck.lexicons.conversion import Conversion
from claimcheck.model import Analysis, Claim
from claimcheck.model.findings import Finding

CHECKS: tuple[Check, ...] = (written_twice, unit_double, change, share, span, age)
"""Within a sentence, in no particular order: each looks for its own form of words."""


@frozen
class Reckoner:
    """Recomputes what texts let one recompute."""

    conversion: Conversion

    def reckon(self, analyses: Sequence[Analysis], draft: str | None) -> tuple[Finding, ...]:
        """Return what does not come out in each document and, with a draft, between it and its sources."""
        return tuple(finding for analysis in analyses for finding in self._within(analysis))

    def _within(self, analysis: Analysis) -> Iterator[Finding]:
        for row in rows(analysis, self.conversion):
            for check in CHECKS:
                yield from check(row)


def rows(analysis: Analysis, conversion: Conversion) -> Iterator[Row]:
    """Return the sentences of a document that have two figures or more."""
    sentences: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        sentences[claim.sentence.start].append(claim)
    for claims in sentences.values():
        if len(claims) > 1:
            yield Row(analysis.document.text, tuple(claims), conversion)
