"""Claims of the same thing whose values fit together."""

from collections.abc import Iterable

from claimcheck.comparing.matching import Matches
from claimcheck.comparing.ordering import Places
from claimcheck.model import Agreement, Claim, Linking, RuleName
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import length_of
from claimcheck.model.steps import Reason, Steps, reason


def agreements_of(matches: Matches, linking: Linking, sums: Iterable[Finding], places: Places) -> Iterable[Agreement]:
    """List the pairs whose values fit, the claims that say the very same thing in different documents, and right sums."""
    explain, numbers = linking.explain, places.numbers
    found = [
        Agreement(item.rule, (item.left, item.right), Steps((explain, (item.link,)), *item.relation.accounts))
        for item in matches.agreements
    ]
    found += (Agreement(item.rule, (item.stated, *item.terms), (item.step,)) for item in sums if item.holds)
    for group in linking.groups.values():
        first, last = group[0], group[-1]
        if first.document != last.document or any(claim.document != first.document for claim in group):
            found.append(Agreement(_rule_of(first), group, Steps((_equal, (first, last)))))
    return sorted(found, key=lambda item: [numbers[claim.id] for claim in item.claims])


def _equal(first: Claim, last: Claim) -> tuple[Reason, ...]:
    return (reason("equal", left=first.mention.text, right=last.mention.text),)


def _rule_of(claim: Claim) -> RuleName:
    """Name the rule under which a value is compared with its like."""
    if length_of(claim.mention) is not None:
        return "duration"
    quantity = claim.mention.quantity
    return "date" if quantity is None else "order" if quantity.kind == "ordinal" else "value"
