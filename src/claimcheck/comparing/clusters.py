"""Claims of one thing gathered by value, so that a conflict is between two values and not between many claims."""

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
        apart = {frozenset((item.left.id, item.right.id)) for item in conflicts}
        touched = {claim.id: claim for item in conflicts for claim in (item.left, item.right)}
        known: dict[str, Claim] = dict(touched)
        joined: dict[str, set[str]] = {name: {name} for name in touched}
        homes: dict[str, str] = {name: name for name in touched}
        for one, other in _repeated(conflicts):
            here, there = homes[one.id], homes[other.id]
            if here != there and not any(frozenset((a, b)) in apart for a in joined[here] for b in joined[there]):
                for name in joined.pop(there):
                    joined[here].add(name)
                    homes[name] = here
        sharp = [item for item in agreements if not item.relation.soft]
        for item in sorted(sharp, key=lambda item: (-item.link.fit, item.left.id, item.right.id)):
            one, other = item.left, item.right
            for claim in (one, other):
                known.setdefault(claim.id, claim)
                homes.setdefault(claim.id, claim.id)
                joined.setdefault(homes[claim.id], {claim.id})
            here, there = homes[one.id], homes[other.id]
            if here == there or any(frozenset((a, b)) in apart for a in joined[here] for b in joined[there]):
                continue
            for name in joined.pop(there):
                joined[here].add(name)
                homes[name] = here
        members = {
            root: tuple(claim for name in sorted(names) for claim in groups.get(name, (known[name],)))
            for root, names in joined.items()
        }
        return cls(homes, members)

    def side(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that stand with a claim."""
        return self.members[self.roots[claim.id]]


def _repeated(conflicts: Iterable[Match]) -> Iterable[tuple[Claim, Claim]]:
    """Return claims of one document, measure and value that conflict with the same claim: the text says it twice."""
    known: dict[tuple[object, ...], Claim] = {}
    for item in conflicts:
        for claim, other in ((item.left, item.right), (item.right, item.left)):
            key = (other.id, item.rule, claim.document, claim.measure, claim.mention.value)
            first = known.setdefault(key, claim)
            if first.id != claim.id:
                yield first, claim
