"""Claims as the rules compare them."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import define
from attrs.setters import NO_OP

from claimcheck.comparing.figures import Figure, amount_of, duration_of, point_of
from claimcheck.model import Claim, Length, Quantity
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.quantities import ChangeRole

PLAIN, QUOTED, CHANGE, RISEN, RANK, AGE, LENGTH, TIME, AMOUNT = (1 << place for place in range(9))
"""What a claim has; `PLAIN` is what is asserted and not denied, `RISEN` what something has come to. A rule is tried on two
claims that both have what it needs."""
ROLES: Mapping[ChangeRole | None, int] = MappingProxyType({"by": CHANGE, "to": RISEN})
"""What the part that an amount plays in a change makes of its claim."""
NOBODY = frozenset({"anonymous", "plural"})
"""Types of source that are nobody in particular: residents may well include the one whom the other text names."""


@define(eq=False, init=False, weakref_slot=False, on_setattr=NO_OP)
class Operand:
    """A claim with what the rules ask of it for each counterpart, found once.

    `said` is its amount or length, `point` the value of one that is a single one, perhaps hedged: most are, and such two
    are compared as they stand. `unit` is that of a length, in seconds. `part` are the words that name a part of what
    others count as a whole, once they have been looked for.
    """

    claim: Claim
    traits: int
    said: Quantity | Length | None
    point: Decimal | None
    unit: Decimal | None
    part: frozenset[str] | None
    _amount: Figure | None
    _duration: Figure | None

    def __init__(self, claim: Claim) -> None:
        self.claim, traits, quantity = claim, _said(claim), claim.mention.quantity
        self.point = self.unit = self.part = self._amount = self._duration = None
        if quantity is None:
            traits |= TIME
        else:
            traits |= AMOUNT | RANK if quantity.kind == "ordinal" else AMOUNT
            traits |= ROLES.get(quantity.role, 0)
        said = self.said = length_of(claim.mention) if quantity is None else quantity
        if said is not None:
            self.point = point_of(said)
            if said.unit is not None and said.unit in SECONDS:
                self.unit = SECONDS[said.unit]
                traits |= LENGTH
        self.traits = traits

    def amount(self) -> Figure | None:
        """Return its amount, where it has one."""
        found = self._amount
        if found is None:
            found = self._amount = amount_of(self.claim.mention)
        return found

    def duration(self) -> Figure | None:
        """Return its length, where it has one."""
        found = self._duration
        if found is None:
            found = self._duration = duration_of(self.claim.mention)
        return found


def _said(claim: Claim) -> int:
    """Return what a claim has whatever its value."""
    scope, attribution = claim.scope, claim.attribution
    traits = PLAIN if claim.modality == "asserted" and claim.polarity == "positive" else 0
    if attribution is not None and claim.speaker and attribution.kind != "indirect":
        traits |= 0 if attribution.source_type in NOBODY else QUOTED
    if scope.basis and "change" in scope.basis:
        traits |= CHANGE
    return traits | AGE if scope.amount == "age" or claim.measure == "age" else traits
