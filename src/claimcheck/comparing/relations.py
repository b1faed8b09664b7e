"""How two values stand to each other, before anything is known about who said them and when."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from claimcheck.model.internal import internal
from claimcheck.model.steps import Account, told

Outcome = Literal["agree", "stretched", "conflict", "unclear"]


@internal
class Relation:
    """The outcome of comparing two values, the code of what decided it, and what tells the reasons.

    `stretched` is for values that meet, but only by stretching a bound or hedge far beyond what it implies; `unclear`
    for values without common ground. `ratio` is the larger over the smaller where that means something. `soft` tells
    that a hedge or vague word stands in one of them, or that one is no assertion: such an agreement tells little.
    """

    outcome: Outcome
    code: str = ""
    accounts: tuple[Account, ...] = ()
    ratio: Decimal | None = None
    soft: bool = False


UNCLEAR = Relation("unclear")


def relation(outcome: Outcome, code: str, values: Mapping[str, str], *, soft: bool = False) -> Relation:
    """Make a relation with one reason, whose values are at hand."""
    return Relation(outcome, code, (told(code, **values),), soft=soft)
