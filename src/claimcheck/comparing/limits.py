"""Ranks and ages that a text only places something beside: "before the age of 18", "richer than the 17th"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from claimcheck.comparing.relations import UNCLEAR, Relation, relation
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim

Kind = Literal["rank", "age"]
SIDES: Mapping[Kind, Mapping[str, bool | None]] = MappingProxyType(
    {
        "rank": {"before": True, "above": True, "after": False, "behind": False, "below": False, "than": None},
        "age": {
            "before": True,
            "under": True,
            "below": True,
            "after": False,
            "over": False,
            "above": False,
            "than": None,
        },
    }
)
"""Words before a rank or age, and whether what stands beside it is less; None where the sentence alone tells."""
PASSED = frozenset({"the", "age", "of", "its", "their"})
MOMENTS = frozenset({"before", "after"})
"""Those that may stand before a moment as well."""
BARE_EVENTS = frozenset({None, "be", "have", "do", "say", "take", "occur", "happen"})
"""Verbs that say nothing about what happened."""


def beside(kind: Kind, left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare two ranks or ages of which one is a limit, or that are of different moments; None for any others."""
    if kind == "age" and (_other_moment(left, right) or _then(left, right, tools) or _then(right, left, tools)):
        return UNCLEAR
    words = [_limit(claim, tools.text(claim.document), SIDES[kind]) for claim in (left, right)]
    if words == [None, None]:
        return None
    word = words[0] or words[1] or ""
    limit, other = (left, right) if words[0] else (right, left)
    edge, amount = limit.mention.quantity, other.mention.quantity
    less = SIDES[kind][word]
    if all(words) or less is None or edge is None or amount is None or not amount.amount.is_point:
        return UNCLEAR
    if edge.amount.low is None or amount.amount.low is None or (kind == "rank" and word in MOMENTS and _names(limit)):
        return UNCLEAR
    names = {"left": f"{word} {limit.mention.text}", "right": other.mention.text}
    if amount.amount.low < edge.amount.low if less else amount.amount.low > edge.amount.low:
        return relation("agree", "within-bound", names, soft=True)
    return relation("conflict", "bound-violated", names)


def _names(limit: Claim) -> bool:
    """Tell whether a rank names what something came before or after: "after the first call"."""
    return limit.subject is not None and limit.subject.start >= limit.mention.end


def _other_moment(left: Claim, right: Claim) -> bool:
    """Tell whether two ages are of different moments of a life: at an election and at death."""
    return len({left.scope.event, right.scope.event} - BARE_EVENTS - {"age"}) > 1


def _then(past: Claim, present: Claim, tools: Tools) -> bool:
    """Tell whether an age is one of back then, and another one is of today: "was 24 when he was arrested", "Rell, 44, said"."""
    text, apposed = tools.text(past.document), present.scope.event is None and present.scope.holder is not None
    return apposed and " when " in text[past.mention.end : past.sentence.end]


def _limit(claim: Claim, text: str, sides: Mapping[str, bool | None]) -> str | None:
    """Return the word that makes a limit of a rank or age, the nearest before it that says something."""
    mention = claim.mention
    if mention.modifier is not None:
        return None
    before = text[max(0, mention.start - 24) : mention.start].lower().split()
    word = next((word for word in reversed(before) if word not in PASSED), None)
    return word if word in sides else None
