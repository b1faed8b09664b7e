"""Claims of one thing gathered by value, so that a conflict is between two values and not between many claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from claimcheck.comparing.matches import Match
from claimcheck.comparing.ordering import Places
from claimcheck.model import Claim, RuleName


@frozen
class Clusters:
    """The cluster of each claim: every claim whose value fits its own."""

    roots: Mapping[str, str]
    _joined: Mapping[str, Iterable[str]]
    _known: Mapping[str, Claim]
    _groups: Mapping[str, tuple[Claim, ...]]
    _places: Places
    _sides: dict[str, tuple[Claim, ...]] = field(factory=dict[str, tuple[Claim, ...]], init=False)

    @classmethod
    def of(
        cls,
        agreements: Iterable[Match],
        conflicts: Sequence[Match],
        groups: Mapping[str, tuple[Claim, ...]],
        places: Places,
    ) -> "Clusters":
        """Join claims that agree; two that are in conflict are never joined, whatever lies between them."""
        foes: defaultdict[str, set[str]] = defaultdict(set)
        known: dict[str, Claim] = {}
        for item in conflicts:
            left, right = item.left, item.right
            known[left.id], known[right.id] = left, right
            foes[left.id].add(right.id)
            foes[right.id].add(left.id)
        reached = _reached(agreements, known)
        for item in reached:
            known[item.left.id], known[item.right.id] = item.left, item.right
        homes = {name: name for name in known}
        joined = {name: {name} for name in known}

        def join(one: Claim, other: Claim) -> None:
            here, there = homes[one.id], homes[other.id]
            if here == there or not foes[here].isdisjoint(joined[there]):
                return
            if len(joined[here]) < len(joined[there]):
                here, there = there, here
            foes[here] |= foes.pop(there, set())
            for name in joined[there]:
                homes[name] = here
            joined[here] |= joined.pop(there)

        for one, other in _repeated(conflicts):
            join(one, other)
        for item in sorted(reached, key=_nearness):
            join(item.left, item.right)
        return cls(homes, joined, known, groups, places)

    def side(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that stand with a claim, in order."""
        root = self.roots[claim.id]
        side = self._sides.get(root)
        if side is None:
            groups, known = self._groups, self._known
            found = [claim for name in self._joined[root] for claim in groups.get(name) or (known[name],)]
            side = self._sides[root] = self._places.ordered(found) if len(found) > 1 else tuple(found)
        return side


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


def _repeated(conflicts: Iterable[Match]) -> Iterable[tuple[Claim, Claim]]:
    """Return claims of one document, measure and value that conflict with the same claim: the text says it twice."""
    known: defaultdict[tuple[str, str], list[tuple[RuleName, Claim]]] = defaultdict(list)
    for item in conflicts:
        for claim, other in ((item.left, item.right), (item.right, item.left)):
            beside = known[other.id, claim.document]
            for rule, first in beside:
                if rule == item.rule and first.measure == claim.measure and first.mention.value == claim.mention.value:
                    if first.id != claim.id:
                        yield first, claim
                    break
            else:
                beside.append((item.rule, claim))
