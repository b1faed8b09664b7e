"""How two values stand to each other, before anything is known about who said them and when."""

from decimal import Decimal
from typing import Literal

from claimcheck.model.internal import internal
from claimcheck.model.steps import Reason

Outcome = Literal["agree", "stretched", "conflict", "unclear"]


@internal
class Relation:
    """The outcome of comparing two values, with the reasons that lead to it.

    `stretched` is for values that meet, but only by stretching a bound or hedge far beyond what it implies; `unclear`
    for values without common ground. `ratio` is the larger over the smaller where that means something. `soft` tells
    that a hedge or vague word stands in one of them, or that one is no assertion: such an agreement tells little.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    ratio: Decimal | None = None
    soft: bool = False


UNCLEAR = Relation("unclear")
