"""Claims as the rules compare them."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import define
from attrs.setters import NO_OP

from claimcheck.comparing.figures import Figure, amount_of, point_of
from claimcheck.model import Attribution, Claim
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.quantities import ChangeRole

PLAIN, QUOTED, CHANGE, RISEN, RANK, AGE, LENGTH, TIME, AMOUNT = (1 << place for place in range(9))
"""What a claim has; `PLAIN` is what is asserted and not denied, `RISEN` what something has come to. A rule is tried on two
claims that both have what it needs."""
NOBODY = frozenset({"anonymous", "plural"})
"""Types of source that are nobody in particular: residents may well include the one whom the other text names."""
ROLES: Mapping[ChangeRole | None, int] = MappingProxyType(
    {None: AMOUNT, "by": AMOUNT | CHANGE, "to": AMOUNT | RISEN, "from": AMOUNT, "factor": AMOUNT}
)
"""What an amount makes of its claim by the part that it plays in a change."""


Sum = tuple[Decimal, tuple[Claim, ...]]
"""What some figures of a sentence make, and these."""


@define(eq=False, init=False, weakref_slot=False, on_setattr=NO_OP)
class Operand:
    """A claim with what the rules ask of it for each counterpart, found once.

    `point` is the value of an amount that is a single one, perhaps hedged: most are, and such two are compared as they
    stand. `part` are the words that name a part of what others count as a whole, `sums` what it makes with its neighbours,
    once they have been looked for.
    """

    claim: Claim
    traits: int
    point: Decimal | None
    part: frozenset[str] | None
    sums: tuple[Sum, ...] | None
    _amount: Figure | None

    def __init__(self, claim: Claim) -> None:
        mention, scope = claim.mention, claim.scope
        self.claim, self.part, self.sums, self._amount = claim, None, None, None
        traits = PLAIN if claim.modality == "asserted" and claim.polarity == "positive" else 0
        if claim.speaker and _is_quoted(claim.attribution):
            traits |= QUOTED
        if scope.basis and "change" in scope.basis:
            traits |= CHANGE
        if scope.amount == "age" or claim.measure == "age":
            traits |= AGE
        quantity = mention.quantity
        if quantity is None:
            self.point = None
            traits |= TIME if length_of(mention) is None else TIME | LENGTH
        else:
            self.point = point_of(quantity)
            traits |= ROLES[quantity.role]
            if quantity.kind == "ordinal":
                traits |= RANK
            if quantity.unit is not None and quantity.unit in SECONDS:
                traits |= LENGTH
        self.traits = traits

    def amount(self) -> Figure | None:
        """Return its amount, where it has one."""
        found = self._amount
        if found is None:
            found = self._amount = amount_of(self.claim.mention)
        return found


def _is_quoted(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.kind != "indirect" and attribution.source_type not in NOBODY
