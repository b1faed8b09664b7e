"""Figures that a text lets one recompute."""

from attrs import frozen

from claimcheck.model.claims import Claim
from claimcheck.model.reports import RuleName, Step
from claimcheck.model.steps import step


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
