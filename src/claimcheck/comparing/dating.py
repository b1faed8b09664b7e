"""Comparing when something happened, as the two texts tell it."""

from attrs import evolve

from claimcheck.comparing.limits import BARE_EVENTS
from claimcheck.comparing.moments import compare_moments, days_between
from claimcheck.comparing.operands import Operand
from claimcheck.comparing.relations import UNCLEAR, Relation, relation
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Mention
from claimcheck.model.precision import written
from claimcheck.reckoning.bounds import limit_of

WEEK = 6


def moment(one: Operand, other: Operand, tools: Tools) -> Relation:
    """Compare when something happened."""
    left, right = one.claim, other.claim
    found = compare_moments(left.mention, right.mention)
    if found.outcome == "conflict" and _other_event(left, right):
        return UNCLEAR
    if found.outcome != "conflict" or not (_is_reckoned(left.mention) and _is_reckoned(right.mention)):
        return found
    if left.mention.text.lower() == right.mention.text.lower() and left.document != right.document:
        # "Saturday" in two papers a week apart: a late copy repeats the word, and so may a text on the next Saturday.
        names = {"left": written(left.mention), "right": written(right.mention)}
        copied = tools.sentence(left) == tools.sentence(right)
        return relation("agree", "same-period", names, soft=True) if copied else UNCLEAR
    return evolve(found, soft=True) if _days_apart(left.mention, right.mention) > WEEK else found


def _other_event(left: Claim, right: Claim) -> bool:
    """Tell whether two days are of different events, a sailing and an invasion; what has no day is told more loosely."""
    events = {left.scope.event, right.scope.event}
    if _other_state(left, right) or (len(events) > 1 and "announce" in events):
        return True
    if left.scope.known or right.scope.known or len(events) == 1 or events & BARE_EVENTS:
        return False
    return all(
        claim.mention.timex and claim.mention.timex.grain == "day" and not claim.mention.modifier
        for claim in (left, right)
    )


def _other_state(left: Claim, right: Claim) -> bool:
    """Tell whether dates limit two states: "mayor since 2019", "treasurer until 2017", "was made coach in 2007"."""
    mine, theirs = limit_of(left.mention), limit_of(right.mention)
    if mine and theirs and mine != theirs:
        return True
    if not (mine or theirs):
        return False
    events = {(claim.scope.event, claim.measure if claim.scope.event == "be" else "") for claim in (left, right)}
    if len(events) == 1:
        return False
    return mine == theirs or any(event == "be" for event, _ in events)


def _is_reckoned(mention: Mention) -> bool:
    """Tell whether a date depends on the day of writing: "Saturday", "the weekend"."""
    return not any(map(str.isdigit, mention.text))


def _days_apart(left: Mention, right: Mention) -> int:
    one, other = left.timex, right.timex
    if one is None or other is None or one.period is None or other.period is None:
        return 0
    return days_between(one.period, other.period) or 0
