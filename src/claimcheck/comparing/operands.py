"""Claims as the rules compare them."""

from attrs import define

from claimcheck.comparing.figures import Figure, amount_of, duration_of
from claimcheck.model import Claim, Mention, Quantity

QUOTED, CHANGE, RANK, AGE, LENGTH, TIME, AMOUNT = (1 << place for place in range(7))
"""What a claim has; a rule is tried on two claims that both have what it needs."""
NOBODY = frozenset({"anonymous", "plural"})
"""Types of source that are nobody in particular: residents may well include the one whom the other text names."""


@define(eq=False)
class Operand:
    """A claim with what the rules ask of it for each counterpart, found once.

    `part` are the words that name a part of what others count as a whole, once they have been looked for.
    """

    claim: Claim
    mention: Mention
    quantity: Quantity | None
    traits: int
    amount: Figure | None
    duration: Figure | None
    part: frozenset[str] | None = None

    @classmethod
    def of(cls, claim: Claim) -> "Operand":
        """Look a claim over."""
        mention, duration = claim.mention, duration_of(claim.mention)
        quantity = mention.quantity
        traits = _said(claim) | (0 if duration is None else LENGTH)
        if quantity is None:
            return cls(claim, mention, None, traits | TIME, None, duration)
        if quantity.kind == "ordinal":
            traits |= RANK
        return cls(claim, mention, quantity, traits | AMOUNT, amount_of(mention), duration)


def _said(claim: Claim) -> int:
    """Return what a claim has whatever its value."""
    traits, scope, quantity, attribution = 0, claim.scope, claim.mention.quantity, claim.attribution
    if claim.speaker and attribution and attribution.kind != "indirect" and attribution.source_type not in NOBODY:
        traits |= QUOTED
    if "change" in scope.basis or (quantity is not None and quantity.role == "by"):
        traits |= CHANGE
    if scope.amount == "age" or claim.measure == "age":
        traits |= AGE
    return traits
