"""Every check, and the walk over a document that applies them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from claimcheck.arithmetic.ages import ages, ages_in, births_in, persons_in
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
from claimcheck.model.findings import Finding, Sums

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


@frozen
class Reckoner:
    """Recomputes what texts let one recompute."""

    conversion: Conversion

    def sums(self, analysis: Analysis) -> Sums:
        """Return what one document lets one recompute, whatever others say."""
        persons = persons_in(analysis)
        return Sums(
            findings=_told_once([*self._within(analysis)]),
            births=tuple(births_in(analysis, persons)) if persons else (),
            ages=tuple(ages_in(analysis, persons)) if persons else (),
        )

    def reckon(self, texts: Sequence[Sums], analyses: Sequence[Analysis], draft: str | None) -> tuple[Finding, ...]:
        """Return what comes out or not in each document, between persons' ages and births, and between a draft and its sources."""
        found = [finding for text in texts for finding in text.findings]
        found += ages(texts)
        if draft is not None:
            own = next(analysis for analysis in analyses if analysis.document.id == draft)
            found += moved_in_sources(analyses, own)
        return _told_once(found)

    def _within(self, analysis: Analysis) -> Iterator[Finding]:
        sentences = tuple(rows(analysis, self.conversion))
        for row in sentences:
            for check in CHECKS:
                if check.needs <= row.traits:
                    yield from check.find(row)
        for within in WITHIN:
            yield from within(analysis, sentences)


def _told_once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Keep of findings about one thing the first that comes out, else the first."""
    first = {_key(finding): finding for finding in reversed(found)}
    first |= {_key(finding): finding for finding in reversed(found) if finding.holds}
    return tuple(finding for finding in found if first[_key(finding)] is finding)


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
