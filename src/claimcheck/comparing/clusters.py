"""Claims of one thing gathered by value, so that a conflict is between two values and not between many claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from claimcheck.comparing.matches import Match
from claimcheck.comparing.matching import Matches
from claimcheck.comparing.ordering import Places
from claimcheck.model import Claim, RuleName


@frozen
class Clusters:
    """The cluster of each claim: every claim whose value fits its own.

    `homes` name it by one of them, for claims that stand with another one.
    """

    homes: Mapping[str, str]
    _joined: Mapping[str, Iterable[str]]
    _known: Mapping[str, Claim]
    _groups: Mapping[str, tuple[Claim, ...]]
    _places: Places
    _sides: dict[str, tuple[Claim, ...]] = field(factory=dict[str, tuple[Claim, ...]], init=False)

    @classmethod
    def of(cls, matches: Matches, groups: Mapping[str, tuple[Claim, ...]], places: Places) -> "Clusters":
        """Join claims that agree; two that are in conflict are never joined, whatever lies between them."""
        conflicts = matches.conflicts
        first = {claim.id for item in conflicts for claim in (item.left, item.right)}
        bonds = [*_repeated(matches.contested)]
        bonds += ((item.left, item.right) for item in sorted(_reached(matches.agreements, first), key=_nearness))
        known = {claim.id: claim for bond in bonds for claim in bond}
        foes: dict[str, set[str]] = {name: set() for name in known}
        for item in conflicts:
            one, other = item.left.id, item.right.id
            if one in foes:
                foes[one].add(other)
            if other in foes:
                foes[other].add(one)
        homes, joined = {name: name for name in known}, {name: {name} for name in known}
        for left, right in bonds:
            here, there = homes[left.id], homes[right.id]
            if here == there or not foes[here].isdisjoint(joined[there]):
                continue
            if len(joined[here]) < len(joined[there]):
                here, there = there, here
            foes[here] |= foes.pop(there)
            for name in joined[there]:
                homes[name] = here
            joined[here] |= joined.pop(there)
        return cls(homes, joined, known, groups, places)

    def side(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that stand with a claim, in order."""
        root = self.homes.get(claim.id, claim.id)
        side = self._sides.get(root)
        if side is None:
            side = self._sides[root] = self._side(root, claim)
        return side

    def _side(self, root: str, claim: Claim) -> tuple[Claim, ...]:
        groups = self._groups
        if root not in self._joined:
            return self._places.ordered(groups.get(root, (claim,)))
        known = self._known
        return self._places.ordered(
            [claim for name in self._joined[root] for claim in groups.get(name) or (known[name],)]
        )


def _reached(agreements: Iterable[Match], first: Iterable[str]) -> list[Match]:
    """Return the agreements by which something hangs together with some claims; one with a vague value tells nothing."""
    beside: defaultdict[str, list[Match]] = defaultdict(list)
    for item in agreements:
        if not item.relation.soft:
            beside[item.left.id].append(item)
            beside[item.right.id].append(item)
    reached: list[Match] = []
    wave = [name for name in first if name in beside]
    seen = set(wave)
    while wave:
        name = wave.pop()
        for item in beside[name]:
            other = item.left.id
            if other == name:
                reached.append(item)
                other = item.right.id
            if other not in seen:
                seen.add(other)
                wave.append(other)
    return reached


def _nearness(item: Match) -> tuple[object, ...]:
    """Order agreements: of one value first ("41" stands with "41", not with "at least 34"), then by how well they fit."""
    return item.relation.code != "equal", -item.link.fit, item.left.id, item.right.id


def _repeated(contested: Iterable[Match]) -> Iterable[tuple[Claim, Claim]]:
    """Return claims of one document, measure and value that conflict with the same claim: the text says it twice."""
    known: defaultdict[tuple[str, str], list[tuple[RuleName, Claim]]] = defaultdict(list)
    for item in contested:
        for claim, other in ((item.left, item.right), (item.right, item.left)):
            beside = known[other.id, claim.document]
            for rule, first in beside:
                if rule == item.rule and first.measure == claim.measure and first.mention.value == claim.mention.value:
                    if first.id != claim.id:
                        yield first, claim
                    break
            else:
                beside.append((item.rule, claim))
