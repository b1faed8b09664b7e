"""A link with what the comparison of its values gave."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from claimcheck.comparing.relations import Relation
from claimcheck.model import Link, RuleName, Step
from claimcheck.model.steps import Account, Reason, steps_of

WIDE = Decimal("1.5")
"""A ratio from which on a figure is quite another than one."""
FAR = Decimal(30)
"""Values of which one is as many times the other are hardly of one thing, unless the scale alone was mistaken."""
LEAST_FAR = 0.8
"""How well their subjects must fit all the same."""

Explain = Callable[[Link], Iterable[Reason]]
"""Tells what the claims of a link have in common."""


Match = tuple[Link, RuleName, Relation]
"""A link with what the comparison of its values gave."""


def are_far_apart(link: Link, rule: RuleName, relation: Relation) -> bool:
    """Tell whether the values lie so far apart that the subjects must fit well, by `LEAST_FAR`."""
    return _far_apart(relation) or _other_of_its_kind(link, rule, relation)


def explained(explain: Explain, link: Link, *accounts: Iterable[Account]) -> Iterator[Step]:
    """Make the steps of what two linked claims have in common, then those of some accounts."""
    return steps_of(((explain, link),), *accounts)


def _far_apart(relation: Relation) -> bool:
    """Tell whether one value is many times the other; a power of ten is a slip of the scale: millions for billions."""
    ratio = relation.ratio
    return ratio is not None and ratio > FAR and ratio.normalize().as_tuple().digits != (1,)


def _other_of_its_kind(link: Link, rule: RuleName, relation: Relation) -> bool:
    """Tell whether two figures that one text gives of one noun are hardly close enough to be of the same things."""
    left, right, ratio = link.left, link.right, relation.ratio
    if left.document != right.document or rule != "value" or ratio is None or ratio <= WIDE:
        return False
    return not left.scope.known or not left.speaker or left.speaker == right.speaker
