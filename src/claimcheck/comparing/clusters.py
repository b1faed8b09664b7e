"""Claims of one thing gathered by value, so that a conflict is between two values and not between many claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from claimcheck.comparing.matching import Match
from claimcheck.model import Claim


@frozen
class Clusters:
    """The cluster of each claim: every claim whose value fits its own."""

    roots: Mapping[str, str]
    members: Mapping[str, tuple[Claim, ...]]

    @classmethod
    def of(
        cls, agreements: Iterable[Match], conflicts: Sequence[Match], groups: Mapping[str, tuple[Claim, ...]]
    ) -> "Clusters":
        """Join claims that agree; two that are in conflict are never joined, whatever lies between them."""
        foes: defaultdict[str, set[str]] = defaultdict(set)
        for item in conflicts:
            foes[item.left.id].add(item.right.id)
            foes[item.right.id].add(item.left.id)
        touched = {claim.id: claim for item in conflicts for claim in (item.left, item.right)}
        known: dict[str, Claim] = dict(touched)
        joined: dict[str, set[str]] = {name: {name} for name in touched}
        homes: dict[str, str] = {name: name for name in touched}

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
        for item in sorted(_reached(agreements, touched), key=_nearness):
            one, other = item.left, item.right
            for claim in (one, other):
                known.setdefault(claim.id, claim)
                homes.setdefault(claim.id, claim.id)
                joined.setdefault(homes[claim.id], {claim.id})
            join(one, other)
        members = {
            root: tuple(claim for name in sorted(names) for claim in groups.get(name, (known[name],)))
            for root, names in joined.items()
        }
        return cls(homes, members)

    def side(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that stand with a claim."""
        return self.members[self.roots[claim.id]]


def _reached(agreements: Iterable[Match], first: Iterable[str]) -> list[Match]:
    """Return the agreements by which something hangs together with some claims; one with a vague value tells nothing."""
    beside: defaultdict[str, list[Match]] = defaultdict(list)
    for item in agreements:
        if not item.relation.soft:
            beside[item.left.id].append(item)
            beside[item.right.id].append(item)
    reached: list[Match] = []
    wave, seen = list(first), set(first)
    while wave:
        name = wave.pop()
        for item in beside.get(name, ()):
            if item.left.id == name:
                reached.append(item)
            other = item.right.id if item.left.id == name else item.left.id
            if other not in seen:
                seen.add(other)
                wave.append(other)
    return reached


def _nearness(item: Match) -> tuple[object, ...]:
    """Order agreements: of one value first ("41" stands with "41", not with "at least 34"), then by how well they fit."""
    return item.relation.code != "equal", -item.link.fit, item.left.id, item.right.id


def _repeated(conflicts: Iterable[Match]) -> Iterable[tuple[Claim, Claim]]:
    """Return claims of one document, measure and value that conflict with the same claim: the text says it twice."""
    known: dict[tuple[object, ...], Claim] = {}
    for item in conflicts:
        for claim, other in ((item.left, item.right), (item.right, item.left)):
            key = (other.id, item.rule, claim.document, claim.measure, claim.mention.value)
            first = known.setdefault(key, claim)
            if first.id != claim.id:
                yield first, claim
