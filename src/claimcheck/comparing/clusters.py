"""Claims of one thing gathered by value, so that a conflict is between two values and not between many claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from attrs import field, frozen

from claimcheck.comparing.matches import Match
from claimcheck.comparing.matching import Matches
from claimcheck.comparing.ordering import Places
from claimcheck.model import Claim, Group, RuleName

Numbered = tuple[int, Claim]
"""A claim with its number."""
Side = tuple[int, tuple[Claim, ...], Collection[str]]
"""Claims in order, with the rank of the first before them, and behind them their documents."""


@frozen
class Clusters:
    """The cluster of each claim: every claim whose value fits its own.

    `homes` name it by the number of one of them, for claims that stand with another one.
    """

    homes: Mapping[int, int]
    _joined: Mapping[int, Iterable[int]]
    _known: Mapping[int, Claim]
    _groups: Mapping[int, Group]
    _places: Places
    _sides: dict[int, Side] = field(factory=dict[int, Side], init=False)

    @classmethod
    def of(cls, matches: Matches, groups: Mapping[int, Group], places: Places) -> "Clusters":
        """Join claims that agree; two that are in conflict are never joined, whatever lies between them."""
        conflicts = [link for link, _, _ in matches.conflicts]
        first = {link.left_number for link in conflicts} | {link.right_number for link in conflicts}
        bonds = [*_repeated(matches.contested)]
        bonds += map(_ends, sorted(_reached(matches.agreeing, first), key=_nearness))
        known = dict(chain.from_iterable(bonds))
        foes: dict[int, set[int]] = {number: set() for number in known}
        for link in conflicts:
            one, other = link.left_number, link.right_number
            if one in foes:
                foes[one].add(other)
            if other in foes:
                foes[other].add(one)
        homes, joined = {number: number for number in known}, {number: {number} for number in known}
        for (left, _), (right, _) in bonds:
            here, there = homes[left], homes[right]
            if here == there or not foes[here].isdisjoint(joined[there]):
                continue
            if len(joined[here]) < len(joined[there]):
                here, there = there, here
            foes[here] |= foes.pop(there)
            for number in joined[there]:
                homes[number] = here
            joined[here] |= joined.pop(there)
        return cls(homes, joined, known, groups, places)

    def side(self, number: int) -> Side | None:
        """Return the claims that stand with the claim of a number; None where it stands alone."""
        root = self.homes.get(number)
        if root is None:
            if number not in self._groups:
                return None
            root = number
        side = self._sides.get(root)
        if side is None:
            side = self._sides[root] = self._side(root)
        return side

    def _side(self, root: int) -> Side:
        groups, joined = self._groups, self._joined.get(root)
        if joined is None:
            return self._ranked(groups[root].numbers, groups[root].claims)
        numbers: list[int] = []
        claims: list[Claim] = []
        for number in joined:
            group = groups.get(number)
            numbers += (number,) if group is None else group.numbers
            claims += (self._known[number],) if group is None else group.claims
        return self._ranked(numbers, tuple(claims))

    def _ranked(self, numbers: Sequence[int], claims: tuple[Claim, ...]) -> Side:
        ranks = self._places.ranks(numbers)
        order = sorted(ranks)
        if order != ranks:
            claims = tuple([claim for _, claim in sorted(zip(ranks, claims, strict=True), key=itemgetter(0))])
        return order[0], claims, {claim.document for claim in claims}


def _ends(item: Match) -> tuple[Numbered, Numbered]:
    link = item[0]
    return (link.left_number, link.left), (link.right_number, link.right)


def _reached(agreeing: Mapping[int, Iterable[Match]], first: Iterable[int]) -> list[Match]:
    """Return the agreements by which something hangs together with some claims; one with a vague value tells nothing."""
    reached: list[Match] = []
    wave = [number for number in first if number in agreeing]
    seen = set(wave)
    while wave:
        number = wave.pop()
        for item in agreeing[number]:
            link, _, relation = item
            if relation.soft:
                continue
            other = link.left_number
            if other == number:
                reached.append(item)
                other = link.right_number
            if other not in seen:
                seen.add(other)
                wave.append(other)
    return reached


def _nearness(item: Match) -> tuple[object, ...]:
    """Order agreements: of one value first ("41" stands with "41", not with "at least 34"), then by how well they fit."""
    link, _, relation = item
    return relation.code != "equal", -link.fit, link.left.id, link.right.id


def _repeated(contested: Iterable[Match]) -> Iterator[tuple[Numbered, Numbered]]:
    """Yield claims of one document, measure and value that conflict with the same claim: the text says it twice."""
    known: defaultdict[tuple[int, str], list[tuple[RuleName, Numbered]]] = defaultdict(list)
    for item in contested:
        ends, rule = _ends(item), item[1]
        for (number, claim), (other, _) in (ends, ends[::-1]):
            beside = known[other, claim.document]
            for known_rule, (earlier, first) in beside:
                if known_rule == rule and first.measure == claim.measure and first.mention.value == claim.mention.value:
                    if earlier != number:
                        yield (earlier, first), (number, claim)
                    break
            else:
                beside.append((rule, (number, claim)))
