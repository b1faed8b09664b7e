"""Comparing the values of linked claims."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.comparing.matches import Match
from claimcheck.comparing.operands import Operand
from claimcheck.comparing.rivals import stand
from claimcheck.comparing.rules import Rules, compare
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Link, Linking


@frozen
class Matches:
    """The agreements and conflicts that stand, the conflicts that had rivals, and what was left open."""

    agreements: Sequence[Match]
    conflicts: Sequence[Match]
    contested: Sequence[Match]
    ambiguous: Sequence[Claim]
    unclear: int


def match(linking: Linking, tools: Tools, rules: Rules) -> Matches:
    """Compare the values of linked claims and keep of each claim's counterparts the ones that are meant."""
    agreements, differing = _compared(linking.links, tools, rules)
    stands = stand(differing, agreements)
    unclear = len(linking.links) - len(agreements) - len(differing)
    return Matches(agreements, stands.conflicts, stands.contested, stands.ambiguous, unclear)


def _compared(links: Iterable[Link], tools: Tools, rules: Rules) -> tuple[list[Match], list[Match]]:
    """Return the matches that agree, and those that differ."""
    agreements: list[Match] = []
    differing: list[Match] = []
    operands: dict[int, Operand] = {}
    for link in links:
        one, other = operands.get(link.left_number), operands.get(link.right_number)
        if one is None:
            one = operands[link.left_number] = Operand(link.left)
        if other is None:
            other = operands[link.right_number] = Operand(link.right)
        rule, relation = compare(one, other, tools, rules)
        if relation.outcome == "agree":
            agreements.append(Match(link, rule, relation))
        elif relation.outcome != "unclear":
            differing.append(Match(link, rule, relation))
    return agreements, differing
