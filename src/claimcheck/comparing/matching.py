"""Which of a claim's counterparts in another document is the one: the best, unless two fit equally well."""

from collections import defaultdict

from attrs import frozen

from claimcheck.comparing.relations import Relation
from claimcheck.comparing.rules import Rule, Tools, compare
from claimcheck.model import Claim, Link, Linking, RuleName

TIE = 0.04
"""Counterparts whose fits differ by no more are equally good."""
RESCUE = 0.15
"""An agreement counts against a conflict that fits better by no more than this."""


@frozen
class Match:
    """A link with what the comparison of its values gave."""

    link: Link
    rule: RuleName
    relation: Relation

    @property
    def left(self) -> Claim:
        """The claim of the earlier document."""
        return self.link.left

    @property
    def right(self) -> Claim:
        """The claim of the later document."""
        return self.link.right

    @property
    def fits(self) -> bool:
        """Whether the values fit together."""
        return self.relation.outcome == "agree"


@frozen
class Matches:
    """The agreements and conflicts that stand, and what was left open."""

    agreements: tuple[Match, ...]
    conflicts: tuple[Match, ...]
    ambiguous: tuple[Claim, ...]
    unclear: int


def match(linking: Linking, tools: Tools, rules: tuple[Rule, ...]) -> Matches:
    """Compare the values of linked claims and keep of each claim's counterparts the ones that are meant."""
    found: list[Match] = []
    unclear = 0
    for link in linking.links:
        rule, relation = compare(link.left, link.right, tools, rules)
        if relation.outcome == "unclear":
            unclear += 1
        else:
            found.append(Match(link, rule, relation))
    rivals: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
    for item in found:
        rivals[item.left.id, item.right.document].append(item)
        rivals[item.right.id, item.left.document].append(item)
    conflicts: list[Match] = []
    ambiguous: dict[str, Claim] = {}
    for item in found:
        if item.fits:
            continue
        standing = [
            _stands(item, item.left, rivals[item.left.id, item.right.document]),
            _stands(item, item.right, rivals[item.right.id, item.left.document]),
        ]
        if all(verdict == "best" for verdict in standing):
            conflicts.append(item)
        elif "tied" in standing:
            tied = item.left if standing[0] == "tied" else item.right
            ambiguous[tied.id] = tied
    agreements = [item for item in found if item.fits]
    return Matches(tuple(agreements), tuple(conflicts), tuple(ambiguous.values()), unclear)


def _stands(item: Match, claim: Claim, rivals: list[Match]) -> str:
    """Tell whether a conflict is a claim's `best` one, `tied` with another counterpart, or `beaten`."""
    fit = item.link.fit
    other = item.right if claim is item.left else item.left
    tied = False
    for rival in rivals:
        if rival is item:
            continue
        if rival.fits:
            # "thousands" fits so much that it tells nothing about which of two sharp figures is meant
            if rival.link.fit >= fit - RESCUE and (item.relation.soft or not rival.relation.soft):
                return "beaten"
        elif rival.link.fit > fit + TIE:
            return "beaten"
        elif rival.link.fit >= fit - TIE:
            counterpart = rival.right if claim.id == rival.left.id else rival.left
            tied = tied or not _same_figure(counterpart, other)
    return "tied" if tied else "best"


def _same_figure(one: Claim, other: Claim) -> bool:
    """Tell whether two claims name one value: "over 800" and a headline's "800" do."""
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None or left.unit != right.unit:
        return one.mention.value == other.mention.value
    ends = {left.amount.low, left.amount.high} - {None}
    return bool(ends & {right.amount.low, right.amount.high})
