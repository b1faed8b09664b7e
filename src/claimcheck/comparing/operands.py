"""Claims as the rules compare them."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import define

from claimcheck.comparing.figures import Figure, amount_of, duration_of
from claimcheck.model import Claim
from claimcheck.model.lengths import SECONDS
from claimcheck.model.quantities import ChangeRole

PLAIN, QUOTED, CHANGE, RISEN, RANK, AGE, LENGTH, TIME, AMOUNT = (1 << place for place in range(9))
"""What a claim has; `PLAIN` is what is asserted and not denied, `RISEN` what something has come to. A rule is tried on two
claims that both have what it needs."""
ROLES: Mapping[ChangeRole, int] = MappingProxyType({"by": CHANGE, "to": RISEN})
"""What the part that an amount plays in a change makes of its claim."""
NOBODY = frozenset({"anonymous", "plural"})
"""Types of source that are nobody in particular: residents may well include the one whom the other text names."""


@define(eq=False)
class Operand:
    """A claim with what the rules ask of it for each counterpart, found once.

    `part` are the words that name a part of what others count as a whole, once they have been looked for.
    """

    claim: Claim
    traits: int
    amount: Figure | None
    duration: Figure | None
    part: frozenset[str] | None = None

    @classmethod
    def of(cls, claim: Claim) -> "Operand":
        """Look a claim over."""
        mention, quantity = claim.mention, claim.mention.quantity
        traits, amount, duration = _said(claim), None, None
        if quantity is None:
            traits |= TIME
        else:
            amount = amount_of(mention)
            traits |= AMOUNT | RANK if quantity.kind == "ordinal" else AMOUNT
            if quantity.role is not None:
                traits |= ROLES.get(quantity.role, 0)
        if quantity is None or (quantity.unit is not None and quantity.unit in SECONDS):
            duration = duration_of(mention)
            if duration is not None:
                traits |= LENGTH
        return cls(claim, traits, amount, duration)


def _said(claim: Claim) -> int:
    """Return what a claim has whatever its value."""
    scope, attribution = claim.scope, claim.attribution
    traits = PLAIN if claim.modality == "asserted" and claim.polarity == "positive" else 0
    if attribution is not None and claim.speaker and attribution.kind != "indirect":
        traits |= 0 if attribution.source_type in NOBODY else QUOTED
    if scope.basis and "change" in scope.basis:
        traits |= CHANGE
    return traits | AGE if scope.amount == "age" or claim.measure == "age" else traits
