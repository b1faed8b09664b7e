"""Figures that a text lets one recompute."""

from datetime import date

from attrs import frozen

from claimcheck.model.claims import Claim
from claimcheck.model.reports import RuleName, Step
from claimcheck.model.steps import step

Days = tuple[date, date]
"""The first and the last day on which something may have happened."""


@frozen
class Finding:
    """A stated result with the terms that make it, or fail to; the step says what they make.

    `holds` tells whether the result comes out: then it is an agreement, else a conflict.
    """

    stated: Claim
    terms: tuple[Claim, ...]
    step: Step
    rule: RuleName = "arithmetic"
    holds: bool = False


def reckoned(stated: Claim, terms: tuple[Claim, ...], code: str, /, *, holds: bool, **values: str) -> Finding:
    """Make a finding of a kind of sum; `values` fill its sentence, in which `result` is what the terms make."""
    return Finding(stated, terms, step(f"{code}-holds" if holds else code, **values), holds=holds)


@frozen
class Sums:
    """What a text lets one recompute, made from it alone.

    Beside the `findings` these are the `births` that it gives, of whom and of what days, and the `ages`: whose each may
    be, the likeliest last, and when they have it. Both are held against those of other texts.
    """

    findings: tuple[Finding, ...] = ()
    births: tuple[tuple[str, Claim, Days], ...] = ()
    ages: tuple[tuple[tuple[str, ...], Claim, Days], ...] = ()

    def people(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return whose births and whose ages a text may give: what decides which others it is held against."""
        born = frozenset(name for name, _, _ in self.births)
        return born, frozenset(name for names, _, _ in self.ages for name in names)


NO_SUMS = Sums()
"""What a text without figures that make one another lets one recompute."""
