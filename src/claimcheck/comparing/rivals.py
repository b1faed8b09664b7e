"""Which of a claim's counterparts in another document is the one: the best, unless two fit equally well."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from claimcheck.comparing.matches import LEAST_FAR, WIDE, Match, are_far_apart
from claimcheck.comparing.ratios import ratio_of
from claimcheck.model import Claim, Link
from claimcheck.model.internal import internal

TIE = 0.04
"""Counterparts whose fits differ by no more are equally good."""
RESCUE = 0.15
"""An agreement counts against a conflict that fits better by no more than this."""
TOLD = 0.4
"""One on the very amount does so by no more than this: who has a sum of another text has it from there."""

Standing = Literal["best", "tied", "beaten"]


@internal
class Stands:
    """The conflicts that are the best of both their claims, those of them that had rivals, and the claims left open."""

    conflicts: Sequence[Match]
    contested: Sequence[Match]
    ambiguous: Sequence[Claim]


def stand(differing: Iterable[Match], agreeing: Mapping[int, Iterable[Match]]) -> Stands:
    """Tell which matches that differ are conflicts; those that are `agreeing` are given by the numbers of their claims."""
    contests = Contests.of(differing, agreeing)
    conflicts: list[Match] = []
    contested: list[Match] = []
    ambiguous: dict[str, Claim] = {}
    for item, mine, theirs in contests.likely:
        if len(mine) == len(theirs) == 1:
            conflicts.append(item)
            continue
        link = item[0]
        left, right = link.left, link.right
        one = contests.standing(item, mine, left, right)
        other = contests.standing(item, theirs, right, left)
        if one == other == "best":
            conflicts.append(item)
            contested.append(item)
        elif "tied" in (one, other):
            tied = left if one == "tied" else right
            ambiguous[tied.id] = tied
    return Stands(conflicts, contested, tuple(ambiguous.values()))


@frozen
class Contests:
    """Claims that differ from a counterpart, with what else each has in the counterpart's document.

    `likely` are the matches that may be conflicts, each with those that its left and its right claim have beside it.
    """

    likely: Sequence[tuple[Match, list[Match], list[Match]]]
    _rivals: dict[tuple[str, str], "Rivals"] = field(factory=dict[tuple[str, str], "Rivals"], init=False)

    @classmethod
    def of(cls, differing: Iterable[Match], agreeing: Mapping[int, Iterable[Match]]) -> "Contests":
        """Gather them."""
        beside: defaultdict[tuple[int, str], list[Match]] = defaultdict(list)
        likely: list[tuple[Match, list[Match], list[Match]]] = []
        for item in differing:
            link, rule, relation = item
            mine = beside[link.left_number, link.right.document]
            theirs = beside[link.right_number, link.left.document]
            mine.append(item)
            theirs.append(item)
            if link.fit >= LEAST_FAR or not are_far_apart(link, rule, relation):
                likely.append((item, mine, theirs))
        for number in {number for number, _ in beside}.intersection(agreeing):
            for item in agreeing[number]:
                link = item[0]
                other = link.right if link.left_number == number else link.left
                if (number, other.document) in beside:
                    beside[number, other.document].append(item)
        return cls(likely)

    def standing(self, item: Match, matches: Sequence[Match], own: Claim, other: Claim) -> Standing:
        """Tell how a match stands among those of one of its claims with the other's document."""
        if len(matches) == 1:
            return "best"
        side = own.id, other.document
        rivals = self._rivals.get(side)
        if rivals is None:
            rivals = self._rivals[side] = Rivals.of(own, matches)
        return rivals.standing(item, own, other)


@internal
class Rivals:
    """A claim's counterparts in one document, reduced so that many cost no more than their number.

    The best fit of those that agree, of the `sharp` ones among them, of those on the very `same` amount, and of each other
    value with one claim that has it, best first.
    """

    agreeing: float
    sharp: float
    same: float
    others: tuple[tuple[Match, Claim], ...]

    @classmethod
    def of(cls, own: Claim, matches: Sequence[Match]) -> "Rivals":
        """Reduce the matches of a claim."""
        agreeing = sharp = same = -1.0
        others: dict[object, tuple[Match, Claim]] = {}
        for item in sorted(matches, key=_fit, reverse=True):
            link, _, relation = item
            if relation.outcome != "agree":
                counterpart = link.right if link.left is own else link.left
                others.setdefault(counterpart.mention.value, (item, counterpart))
            elif not _at_other_times(link):
                agreeing = max(agreeing, link.fit)
                if not relation.soft:
                    sharp = max(sharp, link.fit)
                    same = max(same, link.fit if _of_one_amount(link) else -1.0)
        return cls(agreeing, sharp, same, tuple(others.values()))

    def standing(self, item: Match, own: Claim, other: Claim) -> Standing:
        """Tell whether a conflict of a claim with a counterpart is the `best` one, `tied` with another, or `beaten`."""
        link, _, relation = item
        fit = link.fit
        # "thousands" fits so much that it tells little about which of two sharp figures is meant
        agreeing = max(self.sharp, self.agreeing if relation.soft else self.agreeing - RESCUE - TIE)
        if (
            agreeing >= max(0.0, fit - RESCUE)
            or self.same >= fit - TOLD
            or (self.others and self.others[0][0][0].fit > fit + TIE)
        ):
            return "beaten"
        left, right = own.time, other.time
        same = left is not None and right is not None and left.period == right.period
        for (rival, _, far), counterpart in self.others:
            if rival.fit < fit - TIE:
                break
            if counterpart.mention.value == other.mention.value or _same_figure(counterpart, other):
                continue
            if same and _at_other_times(rival):
                continue  # the figure of another year is no rival of this year's
            if not (far.soft and not relation.soft) and not _is_nearer(own, other, counterpart):
                return "tied"
        return "best"


def _fit(item: Match) -> float:
    return item[0].fit


def _at_other_times(link: Link) -> bool:
    """Tell whether the two sides are figures of different times, say the columns of two years."""
    left, right = link.left.time, link.right.time
    return left is not None and right is not None and not left.period.meets(right.period)


def _of_one_amount(link: Link) -> bool:
    """Tell whether both sides give one point to the last digit, and no share of a year or a rank, which any two may have."""
    one, other = link.left.mention.quantity, link.right.mention.quantity
    if one is None or other is None or one.unit != other.unit or one.kind == "ordinal":
        return False
    return one.amount.is_point and one.amount == other.amount and not (one.approximate or other.approximate)


def _is_nearer(own: Claim, other: Claim, rival: Claim) -> bool:
    """Tell whether of two counterparts that fit equally well one has about the figure of a claim, and the other not."""
    if _same_figure(own, other):
        return not _same_figure(own, rival)
    near, far = _distance(own, other), _distance(own, rival)
    return near is not None and far is not None and near <= ABOUT and far >= WIDE


ABOUT = Decimal("1.1")
"""A ratio up to which a figure is about another one."""


def _distance(one: Claim, other: Claim) -> Decimal | None:
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None or not left.may_share_unit(right):
        return None
    ends = [quantity.amount.low or quantity.amount.high for quantity in (left, right)]
    return ratio_of(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _same_figure(one: Claim, other: Claim) -> bool:
    """Tell whether two claims name one value: "over 800" and a headline's "800" do."""
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None or not left.may_share_unit(right):
        return one.mention.value == other.mention.value
    ends = {left.amount.low, left.amount.high} - {None}
    return bool(ends & {right.amount.low, right.amount.high})
