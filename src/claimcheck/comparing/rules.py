"""The rules that compare two claims: each looks at one kind of value."""

from collections.abc import Callable

from attrs import frozen

from claimcheck.comparing.amounts import compare_amounts
from claimcheck.comparing.dating import moment
from claimcheck.comparing.lengths import compare_lengths
from claimcheck.comparing.limits import beside
from claimcheck.comparing.quoting import attribution
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, RuleName
from claimcheck.model.lengths import length_of
from claimcheck.model.precision import written
from claimcheck.model.steps import reason


@frozen
class Rule:
    """A way to compare two claims of one thing; None where it does not apply."""

    name: RuleName
    compare: Callable[[Claim, Claim, Tools], Relation | None]


def direction(left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare which way something moved; amounts are compared only where the direction is the same."""
    if not (_is_change(left) and _is_change(right)):
        return None
    ways = [
        claim.mention.quantity and claim.mention.quantity.direction or claim.scope.direction for claim in (left, right)
    ]
    if None in ways or ways[0] == ways[1]:
        return None
    lasting = length_of(left.mention) is not None and length_of(right.mention) is not None
    if lasting:
        relation = compare_lengths(left.mention, right.mention, tools.settings)
    else:
        relation = compare_amounts(left.mention, right.mention, tools.settings, tools.convert)
    if relation.outcome != "agree":
        return UNCLEAR
    return Relation("conflict", (reason("opposite-directions"),))


def _is_change(claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return "change" in claim.scope.basis or (quantity is not None and quantity.role == "by")


def order(left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare places in a series."""
    one, other = left.mention.quantity, right.mention.quantity
    if one is None or other is None or one.kind != "ordinal" or other.kind != "ordinal":
        return None
    if left.mention.modifier or right.mention.modifier or not (one.amount.is_point and other.amount.is_point):
        return UNCLEAR
    aside = beside(left, right, tools.texts)
    if aside is not None:
        return aside
    if one.amount == other.amount:
        return Relation("agree", (reason("same-rank", rank=left.mention.text),))
    if _other_holder(left, right):
        return UNCLEAR
    names = {"left": left.mention.text, "right": right.mention.text}
    return Relation("conflict", (reason("ranks-differ", **names),))


def _other_holder(left: Claim, right: Claim) -> bool:
    """Tell whether two names without a word in common have the places: two albums of one series."""
    holders = [claim.scope.holder or "" for claim in (left, right)]
    if not all(holder[:1].isupper() for holder in holders):
        return False
    return set(holders[0].lower().split()).isdisjoint(holders[1].lower().split())


def duration(left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare how long something lasts."""
    if length_of(left.mention) is None or length_of(right.mention) is None or _are_ages(left, right):
        return None
    return beside(left, right, tools.texts) or compare_lengths(left.mention, right.mention, tools.settings)


def _are_ages(left: Claim, right: Claim) -> bool:
    """Tell whether both are ages, which are amounts of years and no lengths of time."""
    one, other = left.mention.quantity, right.mention.quantity
    return one is not None and other is not None and one.kind == other.kind == "age"


def value(left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare how many or how much; forecasts, plans and denials do not contradict what is asserted."""
    if left.mention.quantity is None or right.mention.quantity is None:
        return None
    aside = beside(left, right, tools.texts)
    if aside is not None:
        return aside
    relation = compare_amounts(left.mention, right.mention, tools.settings, tools.convert)
    across = left.document != right.document and tools.draft in (left.document, right.document)
    if relation.outcome == "unclear" and relation.reasons and across and _same_number(left, right):
        # A draft that keeps a source's number and changes its unit has miscopied it.
        return Relation("conflict", relation.reasons)
    return tools.subgroups.judge(left, right, _risen(left, right, relation, tools))


def _risen(left: Claim, right: Claim, relation: Relation, tools: Tools) -> Relation:
    """Read an earlier bound and what a later text says that the figure has risen to as two states of one figure."""
    days = (tools.days.get(left.document), tools.days.get(right.document))
    if relation.outcome != "agree" or days[0] is None or days[1] is None or days[0] == days[1]:
        return relation
    earlier, later = (left, right) if days[0] < days[1] else (right, left)
    old, new = earlier.mention.quantity, later.mention.quantity
    if old is None or new is None or new.role != "to" or new.direction == "down" or old.amount.low is None:
        return relation
    if new.amount.low is None or not (old.amount.high is None and new.amount.low > old.amount.low):
        return relation
    names = {"earlier": written(earlier.mention), "later": written(later.mention)}
    return Relation("conflict", (*relation.reasons, reason("risen", **names)), relation.ratio)


def _same_number(left: Claim, right: Claim) -> bool:
    one, other = left.mention.quantity, right.mention.quantity
    return one is not None and other is not None and one.amount == other.amount and one.per == other.per


DEFAULT_RULES: tuple[Rule, ...] = (
    Rule("attribution", attribution),
    Rule("direction", direction),
    Rule("order", order),
    Rule("duration", duration),
    Rule("date", moment),
    Rule("value", value),
)
"""In the order in which they are tried; the first that applies to two claims decides."""


def compare(left: Claim, right: Claim, tools: Tools, rules: tuple[Rule, ...]) -> tuple[RuleName, Relation]:
    """Compare two claims of one thing by the first rule that applies."""
    for rule in rules:
        relation = rule.compare(left, right, tools)
        if relation is None:
            continue
        if rule.name == "attribution":
            return rule.name, relation
        excused = _excused(left, right, tools.draft)
        if excused is not None and relation.outcome in ("conflict", "stretched"):
            if excused not in FORESEEN:
                return rule.name, UNCLEAR
            if not _may_come_true(left, right, relation, tools):
                return rule.name, UNCLEAR
            names = {"left": written(left.mention), "right": written(right.mention), "modality": excused}
            reasons = (*relation.reasons, reason("forecast", **names))
            return rule.name, Relation("agree", reasons, relation.ratio, soft=True)
        if left.polarity != right.polarity and relation.outcome != "unclear":
            return rule.name, UNCLEAR
        return rule.name, relation
    return "value", UNCLEAR


FAR_OFF = 2
"""How many times as much what was foreseen may be of what it came to."""


def _may_come_true(left: Claim, right: Claim, relation: Relation, tools: Tools) -> bool:
    """Tell whether one claim may be what came of what the other foresees: said before it, and not of another size."""
    foreseeing, stating = (left, right) if left.modality in FORESEEN else (right, left)
    before, after = tools.days.get(foreseeing.document), tools.days.get(stating.document)
    late = before is not None and after is not None and before > after
    return not late and (relation.ratio is None or relation.ratio <= FAR_OFF)


FORESEEN = frozenset({"forecast", "planned"})
"""What an outcome may differ from without contradicting it; what was asked for or denied is another matter altogether."""


def _excused(left: Claim, right: Claim, draft: str | None) -> str | None:
    """Return why the values need not be equal: one is a forecast, plan, request or denial and the other is not.

    Nothing excuses a draft that asserts what its source only foresees, with another value.
    """
    if left.modality == right.modality and left.modality in ("asserted", "forecast", "planned"):
        return None
    stating, other = (left, right) if left.document == draft else (right, left)
    if stating.document == draft != other.document and stating.modality == "asserted" and other.modality in FORESEEN:
        return None
    return left.modality if left.modality != "asserted" else right.modality
