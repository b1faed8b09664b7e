"""Claims of the same thing whose values fit together."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from claimcheck.comparing.matches import Explain, Match, explained
from claimcheck.comparing.ordering import Places
from claimcheck.model import Agreement, Claim, Group, RuleName
from claimcheck.model.deferred import Deferred
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import SECONDS
from claimcheck.model.steps import Reason, reason, steps_of

Placed = tuple[tuple[int, ...], Agreement]
"""An agreement with the numbers of its claims."""


def agreements_of(
    matches: Iterable[Match], explain: Explain, groups: Iterable[Group], sums: Iterable[Finding], places: Places
) -> Iterator[Agreement]:
    """Yield the pairs whose values fit, the claims that say the very same thing in different documents, and right sums."""
    found = [*_fitting(matches, explain), *_right(sums, places), *_repeated(groups)]
    found.sort(key=itemgetter(0))
    return (agreement for _, agreement in found)


def _fitting(matches: Iterable[Match], explain: Explain) -> Iterator[Placed]:
    for link, rule, relation in matches:
        steps = Deferred(explained, explain, link, relation.accounts)
        yield (link.left_number, link.right_number), Agreement(rule, (link.left, link.right), steps)


def _right(sums: Iterable[Finding], places: Places) -> Iterator[Placed]:
    for right_sum in sums:
        if right_sum.holds:
            claims = (right_sum.stated, *right_sum.terms)
            yield tuple(map(places.number, claims)), Agreement(right_sum.rule, claims, (right_sum.step,))


def _repeated(groups: Iterable[Group]) -> Iterator[Placed]:
    for group in groups:
        first, last = group.claims[0], group.claims[-1]
        # The oldest comes first and the youngest last: where these are of one document, all are.
        if first.document != last.document:
            steps = Deferred(steps_of, ((_equal, first, last),))
            yield group.numbers, Agreement(_rule_of(first), group.claims, steps)


def _equal(first: Claim, last: Claim) -> tuple[Reason, ...]:
    return (reason("equal", left=first.mention.text, right=last.mention.text),)


def _rule_of(claim: Claim) -> RuleName:
    """Name the rule under which a value is compared with its like."""
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is None:
        return "date" if timex is None or timex.length is None else "duration"
    return "duration" if quantity.unit in SECONDS else "order" if quantity.kind == "ordinal" else "value"
