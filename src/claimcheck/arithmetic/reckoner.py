"""Every check, and the walk over a document that applies them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from claimcheck.arithmetic.ages import ages
from claimcheck.arithmetic.changes import change, factor
from claimcheck.arithmetic.courses import course
from claimcheck.arithmetic.doubles import unit_double, written_twice
from claimcheck.arithmetic.echoes import echoes
from claimcheck.arithmetic.levels import moved, moved_in_sources
from claimcheck.arithmetic.lives import death_age
from claimcheck.arithmetic.margins import margin, score_margin
from claimcheck.arithmetic.parts import parts, restated
from claimcheck.arithmetic.products import product
from claimcheck.arithmetic.rows import Check, Row, traits
from claimcheck.arithmetic.shares import over_hundred, part_of_whole, share
from claimcheck.arithmetic.spans import age, span
from claimcheck.arithmetic.tables import column_in_text, table_total
from claimcheck.arithmetic.terms import term_end
from claimcheck.lexicons.conversion import Conversion
from claimcheck.model import Analysis, Claim
from claimcheck.model.findings import Finding

CHECKS: tuple[Check, ...] = (
    Check(written_twice, frozenset({"bracket"})),
    Check(unit_double, frozenset()),
    Check(change, frozenset({"three amounts"})),
    Check(course, frozenset({"from", "to"})),
    Check(factor, frozenset({"factor"})),
    Check(parts, frozenset({"three"})),
    Check(share, frozenset({"share", "bracket"})),
    Check(part_of_whole, frozenset({"share", "number"})),
    Check(over_hundred, frozenset({"three shares"})),
    Check(margin, frozenset({"three amounts"})),
    Check(score_margin, frozenset({"score"})),
    Check(span, frozenset({"length", "stretch"})),
    Check(age, frozenset({"age", "birth"})),
)
"""Within a sentence, in no particular order, with the traits without which each finds nothing."""

WITHIN: tuple[Callable[[Analysis, Sequence[Row]], Iterator[Finding]], ...] = (
    death_age,
    term_end,
    table_total,
    column_in_text,
    moved,
    restated,
    product,
    echoes,
)
"""Across the sentences of a document."""

BETWEEN: tuple[Callable[[Sequence[Analysis]], Iterator[Finding]], ...] = (ages,)
"""Across documents, of what neither place nor time changes."""


@frozen
class Reckoner:
    """Recomputes what texts let one recompute."""

    conversion: Conversion

    def reckon(self, analyses: Sequence[Analysis], draft: str | None) -> tuple[Finding, ...]:
        """Return what does not come out in each document and, with a draft, between it and its sources."""
        found = [finding for analysis in analyses for finding in self._within(analysis)]
        found += (finding for check in BETWEEN for finding in check(analyses))
        found += (
            finding
            for analysis in analyses
            if analysis.document.id == draft
            for finding in moved_in_sources(analyses, analysis)
        )
        first = {_key(finding): finding for finding in reversed(found)}
        first |= {_key(finding): finding for finding in reversed(found) if finding.holds}
        return tuple(finding for finding in found if first[_key(finding)] is finding)

    def _within(self, analysis: Analysis) -> Iterator[Finding]:
        sentences = tuple(rows(analysis, self.conversion))
        for row in sentences:
            for check in CHECKS:
                if check.needs <= row.traits:
                    yield from check.find(row)
        for within in WITHIN:
            yield from within(analysis, sentences)


def _key(finding: Finding) -> tuple[str, str]:
    """Name what a finding is about: a result that comes out by one reading is not doubted for another."""
    return finding.stated.id, finding.step.code.removesuffix("-holds")


def rows(analysis: Analysis, conversion: Conversion) -> Iterator[Row]:
    """Return the sentences of a document that have two figures or more."""
    sentences: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        sentences[claim.sentence.start].append(claim)
    for claims in sentences.values():
        if len(claims) > 1:
            text = analysis.document.text
            yield Row(text, tuple(claims), conversion, traits(text, claims))
