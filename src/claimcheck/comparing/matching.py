"""Which of a claim's counterparts in another document is the one: the best, unless two fit equally well."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from claimcheck.comparing.operands import Operand
from claimcheck.comparing.ratios import ratio_of
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.rules import Rules, compare
from claimcheck.comparing.tools import Tools
from claimcheck.model import Claim, Link, Linking, RuleName
from claimcheck.model.internal import internal

TIE = 0.04
"""Counterparts whose fits differ by no more are equally good."""
RESCUE = 0.15
"""An agreement counts against a conflict that fits better by no more than this."""
FAR = 30
"""Values of which one is as many times the other are hardly of one thing, unless the scale alone was mistaken."""
LEAST_FAR = 0.8
"""How well their subjects must fit all the same."""


@internal
class Match:
    """A link with what the comparison of its values gave; `left` is the claim of the earlier document."""

    link: Link
    left: Claim
    right: Claim
    rule: RuleName
    relation: Relation

    @property
    def fits(self) -> bool:
        """Whether the values fit together."""
        return self.relation.outcome == "agree"

    @property
    def is_unlikely(self) -> bool:
        """Whether the values lie so far apart that the subjects must fit all the better, and do not."""
        return self.link.fit < LEAST_FAR and (_far_apart(self.relation) or _other_of_its_kind(self))


@frozen
class Matches:
    """The agreements and conflicts that stand, and what was left open."""

    agreements: tuple[Match, ...]
    conflicts: tuple[Match, ...]
    ambiguous: tuple[Claim, ...]
    unclear: int


def match(linking: Linking, tools: Tools, rules: Rules) -> Matches:
    """Compare the values of linked claims and keep of each claim's counterparts the ones that are meant."""
    agreements: list[Match] = []
    differing: list[Match] = []
    unclear = 0
    operands: dict[str, Operand] = {}
    for link in linking.links:
        left, right = link.left, link.right
        one, other = operands.get(left.id), operands.get(right.id)
        if one is None:
            one = operands[left.id] = Operand.of(left)
        if other is None:
            other = operands[right.id] = Operand.of(right)
        rule, relation = compare(one, other, tools, rules)
        if relation.outcome == "unclear":
            unclear += 1
        else:
            kind = agreements if relation.outcome == "agree" else differing
            kind.append(Match(link, left, right, rule, relation))
    conflicts, ambiguous = _standing(differing, Standings.of(differing, agreements))
    return Matches(tuple(agreements), conflicts, ambiguous, unclear)


def _standing(differing: Iterable[Match], standings: "Standings") -> tuple[tuple[Match, ...], tuple[Claim, ...]]:
    """Return the conflicts that are the best of both their claims, and the claims that were left open."""
    conflicts: list[Match] = []
    ambiguous: dict[str, Claim] = {}
    for item in differing:
        if item.is_unlikely:
            continue
        one, other = standings.of_claim(item, item.left, item.right), standings.of_claim(item, item.right, item.left)
        if one == other == "best":
            conflicts.append(item)
        elif "tied" in (one, other):
            tied = item.left if one == "tied" else item.right
            ambiguous[tied.id] = tied
    return tuple(conflicts), tuple(ambiguous.values())


Standing = Literal["best", "tied", "beaten"]


@frozen
class Standings:
    """The matches of claims that differ from a counterpart, by the claim and the counterpart's document."""

    matches: Mapping[tuple[str, str], Sequence[Match]]
    _rivals: dict[tuple[str, str], "Rivals"] = field(factory=dict[tuple[str, str], "Rivals"], eq=False, repr=False)

    @classmethod
    def of(cls, differing: Iterable[Match], agreements: Iterable[Match]) -> "Standings":
        """Gather them."""
        matches: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
        for item in differing:
            matches[item.left.id, item.right.document].append(item)
            matches[item.right.id, item.left.document].append(item)
        for item in agreements if matches else ():
            for key in ((item.left.id, item.right.document), (item.right.id, item.left.document)):
                if key in matches:
                    matches[key].append(item)
        return cls(matches)

    def of_claim(self, item: Match, own: Claim, other: Claim) -> Standing:
        """Tell how a match stands among those of one of its claims with the other's document."""
        key = (own.id, other.document)
        matches = self.matches[key]
        if len(matches) == 1:
            return "best"
        known = self._rivals.get(key)
        if known is None:
            known = self._rivals[key] = Rivals.of(own.id, matches)
        return known.standing(item, other)


@frozen
class Rivals:
    """A claim's counterparts in one document, reduced so that many cost no more than their number.

    The best fit of those that agree, of the `sharp` ones among them, and of each other value with one claim that has it,
    best first.
    """

    agreeing: float
    sharp: float
    others: tuple[tuple[Match, Claim], ...]

    @classmethod
    def of(cls, name: str, matches: Sequence[Match]) -> "Rivals":
        """Reduce the matches of the claim with an id."""
        fits = [(item.link.fit, item.relation.soft) for item in matches if item.fits and not _at_other_times(item)]
        others: dict[object, tuple[Match, Claim]] = {}
        for item in sorted(matches, key=lambda item: -item.link.fit):
            if not item.fits:
                counterpart = item.right if item.left.id == name else item.left
                others.setdefault(counterpart.mention.value, (item, counterpart))
        return cls(
            max((fit for fit, _ in fits), default=-1.0),
            max((fit for fit, soft in fits if not soft), default=-1.0),
            tuple(others.values()),
        )

    def standing(self, item: Match, other: Claim) -> Standing:
        """Tell whether a conflict with a counterpart is the `best` one, `tied` with another, or `beaten`."""
        fit = item.link.fit
        # "thousands" fits so much that it tells little about which of two sharp figures is meant
        agreeing = max(self.sharp, self.agreeing if item.relation.soft else self.agreeing - RESCUE - TIE)
        if agreeing >= max(0.0, fit - RESCUE) or (self.others and self.others[0][0].link.fit > fit + TIE):
            return "beaten"
        own = item.right if item.left.id == other.id else item.left
        left, right = item.left.time, item.right.time
        same = left is not None and right is not None and left.period == right.period
        for rival, counterpart in self.others:
            if rival.link.fit < fit - TIE:
                break
            if counterpart.mention.value == other.mention.value or _same_figure(counterpart, other):
                continue
            if same and _at_other_times(rival):
                continue  # the figure of another year is no rival of this year's
            if not (rival.relation.soft and not item.relation.soft) and not _is_nearer(own, other, counterpart):
                return "tied"
        return "best"


def _at_other_times(item: Match) -> bool:
    """Tell whether the two sides are figures of different times, say the columns of two years."""
    left, right = item.left.time, item.right.time
    return left is not None and right is not None and not left.period.meets(right.period)


def _is_nearer(own: Claim, other: Claim, rival: Claim) -> bool:
    """Tell whether of two counterparts that fit equally well one has about the figure of a claim, and the other not."""
    if _same_figure(own, other):
        return not _same_figure(own, rival)
    near, far = _distance(own, other), _distance(own, rival)
    return near is not None and far is not None and near <= ABOUT and far >= WIDE


ABOUT, WIDE = Decimal("1.1"), Decimal("1.5")
"""Ratios up to which a figure is about another one, and from which it is quite another."""


def _distance(one: Claim, other: Claim) -> Decimal | None:
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None or not left.may_share_unit(right):
        return None
    ends = [quantity.amount.low or quantity.amount.high for quantity in (left, right)]
    return ratio_of(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _far_apart(relation: Relation) -> bool:
    """Tell whether one value is many times the other; a power of ten is a slip of the scale: millions for billions."""
    ratio = relation.ratio
    return ratio is not None and ratio > FAR and ratio.normalize().as_tuple().digits != (1,)


def _other_of_its_kind(item: Match) -> bool:
    """Tell whether two figures that one text gives of one noun are hardly close enough to be of the same things."""
    ratio = item.relation.ratio
    if item.left.document != item.right.document or item.rule != "value" or ratio is None or ratio <= WIDE:
        return False
    return not item.left.scope.known or not item.left.speaker or item.left.speaker == item.right.speaker


def _same_figure(one: Claim, other: Claim) -> bool:
    """Tell whether two claims name one value: "over 800" and a headline's "800" do."""
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None or not left.may_share_unit(right):
        return one.mention.value == other.mention.value
    ends = {left.amount.low, left.amount.high} - {None}
    return bool(ends & {right.amount.low, right.amount.high})
