"""Claims of the same thing whose values fit together."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from claimcheck.comparing.matching import Matches
from claimcheck.comparing.ordering import Places
from claimcheck.model import Agreement, Claim, Linking, RuleName
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import SECONDS
from claimcheck.model.steps import Reason, Steps, reason


def agreements_of(matches: Matches, linking: Linking, sums: Iterable[Finding], places: Places) -> Sequence[Agreement]:
    """List the pairs whose values fit, the claims that say the very same thing in different documents, and right sums."""
    explain = linking.explain
    found: list[tuple[tuple[int, ...], Agreement]] = []
    for item in matches.agreements:
        link = item.link
        steps = Steps((explain, (link,)), *item.relation.accounts)
        agreement = Agreement(item.rule, (link.left, link.right), steps)
        found.append(((link.left_number, link.right_number), agreement))
    for right_sum in sums:
        if right_sum.holds:
            claims = (right_sum.stated, *right_sum.terms)
            agreement = Agreement(right_sum.rule, claims, (right_sum.step,))
            found.append((tuple(map(places.number, claims)), agreement))
    for group in linking.groups.values():
        first, last = group.claims[0], group.claims[-1]
        # The oldest comes first and the youngest last: where these are of one document, all are.
        if first.document != last.document:
            steps = Steps((_equal, (first, last)))
            found.append((group.numbers, Agreement(_rule_of(first), group.claims, steps)))
    found.sort(key=itemgetter(0))
    return [agreement for _, agreement in found]


def _equal(first: Claim, last: Claim) -> tuple[Reason, ...]:
    return (reason("equal", left=first.mention.text, right=last.mention.text),)


def _rule_of(claim: Claim) -> RuleName:
    """Name the rule under which a value is compared with its like."""
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is None:
        return "date" if timex is None or timex.length is None else "duration"
    return "duration" if quantity.unit in SECONDS else "order" if quantity.kind == "ordinal" else "value"
