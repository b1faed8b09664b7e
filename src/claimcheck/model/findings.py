"""Figures that do not come out."""

from attrs import frozen

from claimcheck.model.claims import Claim
from claimcheck.model.reports import RuleName, Step


@frozen
class Finding:
    """A stated result that its terms do not make; the step says what they make."""

    stated: Claim
    terms: tuple[Claim, ...]
    step: Step
    rule: RuleName = "arithmetic"
