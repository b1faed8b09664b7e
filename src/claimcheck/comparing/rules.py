"""The rules that compare two claims: each looks at one kind of value."""

from collections.abc import Callable, Sequence

from attrs import frozen

from claimcheck.comparing.amounts import compare_amounts, compare_hedged, compare_points
from claimcheck.comparing.dating import moment
from claimcheck.comparing.lengths import compare_lengths
from claimcheck.comparing.limits import beside
from claimcheck.comparing.operands import AGE, AMOUNT, CHANGE, LENGTH, QUOTED, RANK, RISEN, TIME, Operand
from claimcheck.comparing.quoting import GIVEN_TO_TWO, attribution
from claimcheck.comparing.relations import UNCLEAR, Relation, relation
from claimcheck.comparing.restrictors import NARROWED_BY_NOTHING, restricted
from claimcheck.comparing.subgroups import NO_PART
from claimcheck.comparing.tools import Tools
from claimcheck.comparing.totals import summed
from claimcheck.model import Claim, RuleName
from claimcheck.model.precision import written
from claimcheck.model.quantities import Direction
from claimcheck.model.steps import told

Judge = Callable[[Operand, Operand, Tools], Relation | None]
"""What compares two claims, if it applies to them."""


@frozen
class Rule:
    """A way to compare two claims of one thing that both have what it `needs`; None where it does not apply after all."""

    name: RuleName
    needs: int
    compare: Judge


def direction(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare which way something moved; amounts are compared only where the direction is the same."""
    ways = [_way(item.claim) for item in (left, right)]
    if None in ways or ways[0] == ways[1]:
        return None
    if left.traits & right.traits & LENGTH:
        found = compare_lengths(left.claim.mention, right.claim.mention, tools.settings)
    else:
        found = compare_amounts(left.amount(), right.amount(), tools.settings, tools.convert)
    return relation("conflict", "opposite-directions", {}) if found.outcome == "agree" else UNCLEAR


def _way(claim: Claim) -> Direction | None:
    quantity = claim.mention.quantity
    return quantity and quantity.direction or claim.scope.direction


def order(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare places in a series."""
    mine, theirs = left.claim.mention, right.claim.mention
    one, other = mine.quantity, theirs.quantity
    if one is None or other is None:
        return None
    if mine.modifier or theirs.modifier or not (one.amount.is_point and other.amount.is_point):
        return UNCLEAR
    aside = beside("rank", left.claim, right.claim, tools)
    if aside is not None:
        return aside
    if one.amount == other.amount:
        return relation("agree", "same-rank", {"rank": mine.text})
    if _other_holder(left.claim, right.claim):
        return UNCLEAR
    return relation("conflict", "ranks-differ", {"left": mine.text, "right": theirs.text})


def _other_holder(left: Claim, right: Claim) -> bool:
    """Tell whether two names without a word in common have the places: two albums of one series."""
    holders = [claim.scope.holder or "" for claim in (left, right)]
    if not all(holder[:1].isupper() for holder in holders):
        return False
    return set(holders[0].lower().split()).isdisjoint(holders[1].lower().split())


def duration(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare how long something lasts."""
    one, other = left.claim.mention, right.claim.mention
    if one.quantity is not None and other.quantity is not None and one.quantity.kind == other.quantity.kind == "age":
        return None  # an age is an amount of years and no length of time
    if left.traits & right.traits & AGE:
        aside = beside("age", left.claim, right.claim, tools)
        if aside is not None:
            return aside
    return compare_lengths(one, other, tools.settings)


def limit(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare ages of which one is a limit, or that are of different moments."""
    return beside("age", left.claim, right.claim, tools)


def value(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare how many or how much; forecasts, plans and denials do not contradict what is asserted."""
    mine, theirs = left.claim.mention, right.claim.mention
    one, other = mine.quantity, theirs.quantity
    if one is None or other is None:
        return None
    here, there = left.point, right.point
    if here is not None and there is not None and one.per == other.per and one.may_share_unit(other):
        if one.approximate or other.approximate:
            found = compare_hedged(mine, theirs, here, there, tools.settings)
        else:
            found = compare_points(mine, theirs, here, there, tools.settings)
    else:
        found = compare_amounts(left.amount(), right.amount(), tools.settings, tools.convert)
    if found.outcome == "agree":
        if (left.traits | right.traits) & RISEN:
            found = _risen(left.claim, right.claim, found, tools)
        if found.outcome == "agree":
            return found
    elif found.outcome == "unclear":
        miscopied = found.code and tools.is_checked(left.claim, right.claim) and _same_number(left.claim, right.claim)
        return Relation("conflict", found.code, (*found.accounts, MISCOPIED)) if miscopied else found
    reckoned = _reckoned(left, right, tools)
    if reckoned is not None:
        return reckoned
    return _of_parts(left, right, found, tools)


def _of_parts(left: Operand, right: Operand, found: Relation, tools: Tools) -> Relation:
    """Judge two values that do not fit and of which one may be of a part."""
    narrowed = restricted(left.claim, right.claim, tools)
    if left.part is NO_PART is right.part and narrowed is NARROWED_BY_NOTHING:
        return found
    if narrowed is not NARROWED_BY_NOTHING and left.claim.scope.amount != "count":
        return UNCLEAR  # a rate, a sum or a length of some is no part of that of all
    return tools.subgroups.judge(left, right, found, narrowed)


def _reckoned(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Return how two values that differ fit: one difference taken either way, a sum and one of its terms."""
    here, there = left.point, right.point
    if here is not None and there == -here and _is_difference(left.claim, right.claim):
        names = {"left": written(left.claim.mention), "right": written(right.claim.mention)}
        return relation("agree", "mirrored", names, soft=True)
    total = summed(left, right, tools)
    return None if total is None else Relation("agree", "sum-of", (total,), soft=True)


def _is_difference(left: Claim, right: Claim) -> bool:
    """Tell whether two figures are differences, of which the sign says only what was taken from what."""
    return any("differ" in (claim.measure or "") or "differ" in (claim.scope.event or "") for claim in (left, right))


MISCOPIED = told("unit-miscopied")
"""A draft that keeps a source's number and changes its unit has miscopied it."""


def _risen(left: Claim, right: Claim, found: Relation, tools: Tools) -> Relation:
    """Read an earlier bound and what a later text says that the figure has risen to as two states of one figure."""
    one, other = left.mention.quantity, right.mention.quantity
    if one is None or other is None:
        return found
    days = (tools.dated(left.document), tools.dated(right.document))
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return found
    earlier, later = (left, right) if days[0] < days[1] else (right, left)
    old, new = (one, other) if earlier is left else (other, one)
    if new.role != "to" or new.direction == "down" or old.amount.low is None:
        return found
    if new.amount.low is None or not (old.amount.high is None and new.amount.low > old.amount.low):
        return found
    names = {"earlier": written(earlier.mention), "later": written(later.mention)}
    return Relation("conflict", "risen", (*found.accounts, told("risen", **names)), found.ratio)


def _same_number(left: Claim, right: Claim) -> bool:
    one, other = left.mention.quantity, right.mention.quantity
    return one is not None and other is not None and one.amount == other.amount and one.per == other.per


@frozen
class Rules:
    """The rules for two claims by the traits that both have, in the order in which they are tried: the first that applies decides."""

    plans: tuple[tuple[tuple[RuleName, Judge], ...], ...]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> "Rules":
        """Plan which of the rules are tried."""
        return cls(
            tuple(
                tuple((rule.name, rule.compare) for rule in rules if rule.needs & traits == rule.needs)
                for traits in range(2 * AMOUNT)
            )
        )


DEFAULT_RULES: tuple[Rule, ...] = (
    Rule("attribution", QUOTED, attribution),
    Rule("direction", CHANGE, direction),
    Rule("order", RANK, order),
    Rule("duration", LENGTH, duration),
    Rule("date", TIME, moment),
    Rule("value", AGE | AMOUNT, limit),
    Rule("value", AMOUNT, value),
)


def by_mood(left: Claim, right: Claim, found: Relation, tools: Tools) -> Relation:
    """Read what was found of two values that are not both asserted, or of which one is denied."""
    if found.outcome == "unclear" or found.code == GIVEN_TO_TWO:
        return found
    excused = None if found.outcome == "agree" else _excused(left, right, tools.draft)
    if excused is not None:
        return _foreseen(left, right, found, excused, tools)
    return found if left.polarity == right.polarity else UNCLEAR


def _foreseen(left: Claim, right: Claim, found: Relation, excused: str, tools: Tools) -> Relation:
    """Let what was foreseen and what came of it agree, if the one may be what came of the other."""
    drafted = tools.draft in (left.document, right.document) and left.document != right.document
    if drafted or excused not in FORESEEN or not _may_come_true(left, right, found, tools):
        return UNCLEAR  # nor does an outcome bear out what a draft says was foreseen
    names = {"left": written(left.mention), "right": written(right.mention), "modality": excused}
    return Relation("agree", "forecast", (*found.accounts, told("forecast", **names)), found.ratio, soft=True)


FAR_OFF = 2
"""How many times as much what was foreseen may be of what it came to."""


def _may_come_true(left: Claim, right: Claim, found: Relation, tools: Tools) -> bool:
    """Tell whether one claim may be what came of what the other foresees: said before it, and not of another size."""
    foreseeing, stating = (left, right) if left.modality in FORESEEN else (right, left)
    before, after = tools.dated(foreseeing.document), tools.dated(stating.document)
    late = before is not None and after is not None and before > after
    return not late and (found.ratio is None or found.ratio <= FAR_OFF)


FORESEEN = frozenset({"forecast", "planned"})
"""What an outcome may differ from without contradicting it; what was asked for or denied is another matter altogether."""


def _excused(left: Claim, right: Claim, draft: str | None) -> str | None:
    """Return why the values need not be equal: one is a forecast, plan, request or denial and the other is not.

    Nothing excuses a draft that asserts what its source only foresees, with another value.
    """
    if left.modality == right.modality == "asserted" or {left.modality, right.modality} <= FORESEEN:
        return None
    stating, other = (left, right) if left.document == draft else (right, left)
    if stating.document == draft != other.document and stating.modality == "asserted" and other.modality in FORESEEN:
        return None
    return left.modality if left.modality != "asserted" else right.modality
