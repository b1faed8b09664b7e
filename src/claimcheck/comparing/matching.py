"""Comparing the values of linked claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from claimcheck.comparing.matches import Match
from claimcheck.comparing.operands import PLAIN, Operand
from claimcheck.comparing.rivals import stand
from claimcheck.comparing.rules import Rules, by_mood
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Link, Linking


@frozen
class Matches:
    """The agreements and conflicts that stand, the conflicts that had rivals, and what was left open.

    `agreeing` are the agreements of each claim by its number.
    """

    agreements: Sequence[Match]
    agreeing: Mapping[int, Sequence[Match]]
    conflicts: Sequence[Match]
    contested: Sequence[Match]
    ambiguous: Sequence[Claim]
    unclear: int


def match(linking: Linking, tools: Tools, rules: Rules) -> Matches:
    """Compare the values of linked claims and keep of each claim's counterparts the ones that are meant."""
    agreements, differing = _compared(linking.links, tools, rules)
    agreeing: defaultdict[int, list[Match]] = defaultdict(list)
    for item in agreements:
        link = item[0]
        agreeing[link.left_number].append(item)
        agreeing[link.right_number].append(item)
    stands = stand(differing, agreeing)
    unclear = len(linking.links) - len(agreements) - len(differing)
    return Matches(agreements, agreeing, stands.conflicts, stands.contested, stands.ambiguous, unclear)


def _compared(links: Iterable[Link], tools: Tools, rules: Rules) -> tuple[list[Match], list[Match]]:
    """Return the matches that agree, and those that differ."""
    agreements: list[Match] = []
    differing: list[Match] = []
    operands: dict[int, Operand] = {}
    plans, known = rules.plans, operands.get
    for link in links:
        first, second = link.left_number, link.right_number
        one, other = known(first), known(second)
        if one is None:
            one = operands[first] = Operand(link.left)
        if other is None:
            other = operands[second] = Operand(link.right)
        shared = one.traits & other.traits
        for rule, judge in plans[shared]:
            found = judge(one, other, tools)
            if found is not None:
                if not shared & PLAIN:
                    found = by_mood(link.left, link.right, found, tools)
                outcome = found.outcome
                if outcome == "agree":
                    agreements.append((link, rule, found))
                elif outcome != "unclear":
                    differing.append((link, rule, found))
                break
    return agreements, differing
