"""What must be compared again when documents come or go: what hangs together with them, and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from claimcheck.corpus.findings import Findings, Place
from claimcheck.corpus.store import Store
from claimcheck.linking import DocumentKey
from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.linker import age
from claimcheck.model import Group, Linking
from claimcheck.pipeline import Pipeline

MOST = 1024
"""Documents up to which what hangs together is followed: beyond, a figure is everybody's."""
FAR = 2
"""How far a change reaches: from value to value that conflicts with it, to those that may lie between them in time."""


@frozen
class Region:
    """Claims that hang together, as the keys of their documents with these claims alone, in order of age.

    `inner` are the claims of which all counterparts are there, and everything that says the same as these; the others
    stand at the edge.
    """

    keys: tuple[DocumentKey, ...]
    places: Mapping[str, Place]
    inner: frozenset[Place]
    meetings: Mapping[str, tuple[str, ...]]


@frozen
class Surveyor:
    """Finds the regions of documents while the store stays as it is."""

    store: Store
    findings: Findings
    pipeline: Pipeline

    def reach(self, first: Iterable[int]) -> frozenset[Place]:
        """Return the claims of some documents, and those that may be linked with them or joined to them."""
        return frozenset(place for number in first for place in _touched(number, *self._linked(number)))

    def leave(self, number: int) -> tuple[frozenset[Place], frozenset[int]]:
        """Return what a document reaches, and the documents with a claim joined to one of its: that may then stand for itself."""
        keys, linking = self._linked(number)
        homes = {key.analysis.document.id: home for home, key in keys.items()}
        joined = (homes[claim.document] for group in _groups(keys[number], linking) for claim in group.claims)
        return frozenset(_touched(number, keys, linking)), frozenset(joined) - {number}

    def _linked(self, number: int) -> tuple[Mapping[int, DocumentKey], Linking]:
        """Link the claims of a document with those of its neighbours."""
        others = self.store.neighbours.of(number)
        keys = {other: self.store.key(other) for other in (number, *others)}
        here = age(keys[number])
        ages = [age(keys[other]) for other in others]
        met: dict[str, tuple[str, ...]] = {name: (here[1],) for day, name in ages if here < (day, name)}
        met[here[1]] = tuple(name for day, name in ages if (day, name) < here)
        return keys, self.pipeline.link(tuple(keys.values()), met)

    def region(self, roots: Collection[Place]) -> Region:
        """Return what hangs together with some claims: what says the same, what conflicts with it, and what with that."""
        levels = dict.fromkeys(roots, 0)
        most = MOST + len({number for number, _ in roots})
        for level in range(FAR + 1):
            conflicting = self._follow([place for place, at in levels.items() if at == level], level, levels, most)
            if level < FAR:
                self._entered(conflicting, level + 1, levels)
        # The texts of what comes in with rivals have rivals too.
        while rivals := self._entered(self._rivals(levels), FAR, levels):
            self._follow(rivals, FAR, levels, most)
        return self._region(levels)

    def _follow(self, wave: Collection[Place], level: int, levels: dict[Place, int], most: int) -> list[Place]:
        """Enter what says the same as some claims, directly or not, and return what conflicts with that."""
        conflicting: list[Place] = []
        homes = {number for number, _ in levels}
        while wave and len(homes) < most:
            beside, across = self._around(wave)
            wave = self._entered(beside, level, levels)
            homes.update(number for number, _ in wave)
            conflicting += across
        return conflicting

    def _rivals(self, levels: Mapping[Place, int]) -> list[Place]:
        """Return the claims beside some in their texts that may fit their counterparts better."""
        homes = {number: self.store.key(number) for number, _ in levels}
        known = _Rivals.of(homes[number].claims[claim] for number, claim in levels)
        return [
            (number, place)
            for number, key in homes.items()
            for place, item in enumerate(key.claims)
            if known.has(item, short=key.short)
        ]

    def _around(self, places: Iterable[Place]) -> tuple[list[Place], list[Place]]:
        """Return what says the same as some claims, and what conflicts with them."""
        wave = set(places)
        beside: list[Place] = []
        across: list[Place] = []
        for sides in self.findings.around(wave):
            for side in sides:
                (across if wave.isdisjoint(side) else beside).extend(side)
        return beside, across

    def _entered(self, places: Iterable[Place], level: int, levels: dict[Place, int]) -> list[Place]:
        """Enter claims at a level, and return those that are new."""
        new = [place for place in dict.fromkeys(places) if place not in levels and self.store.has(place[0])]
        levels.update(dict.fromkeys(new, level))
        return new

    def _region(self, levels: Mapping[Place, int]) -> Region:
        wanted: defaultdict[int, list[int]] = defaultdict(list)
        for number, claim in sorted(levels):
            wanted[number].append(claim)
        keys: list[DocumentKey] = []
        places: dict[str, Place] = {}
        for number, claims in wanted.items():
            key = self.store.key(number)
            part = tuple(key.claims[claim] for claim in claims)
            keys.append(evolve(key, claims=part, repeats=None, shelf=None))
            places |= {key.claims[claim].claim.id: (number, claim) for claim in claims}
        return Region(
            keys=tuple(sorted(keys, key=age)),
            places=places,
            inner=frozenset(place for place, level in levels.items() if level < FAR),
            meetings=meetings(self.store, wanted),
        )


@frozen
class _Rivals:
    """What some claims measure and what stands around them, by sort: others of their texts may fit better."""

    around: frozenset[tuple[str, str]]
    things: frozenset[tuple[str, str]]
    sorts: frozenset[str]

    @classmethod
    def of(cls, claims: Iterable[ClaimKey]) -> "_Rivals":
        """Gather them."""
        kept = tuple(claims)
        around = frozenset((item.sort, term) for item in kept for term in item.near)
        things = frozenset((item.sort, term) for item in kept for term in item.thing)
        return cls(around, things, frozenset(item.sort for item in kept))

    def has(self, item: ClaimKey, *, short: bool) -> bool:
        """Tell whether a claim may be linked with one of these."""
        if item.sort not in self.sorts:
            return False
        if (short and item.sort != "count") or item.digits is not None:
            return True
        near = any((item.sort, term) in self.things for term in item.near)
        return near or any((item.sort, term) in self.around for term in item.thing)


def meetings(store: Store, numbers: Iterable[int]) -> Mapping[str, tuple[str, ...]]:
    """Return which of some documents are of one affair, by the id of the later one."""
    ages = {number: age(store.outline(number)) for number in numbers}
    return {
        here[1]: tuple(
            there[1] for other in store.neighbours.of(number) if (there := ages.get(other)) is not None and there < here
        )
        for number, here in ages.items()
    }


def _touched(number: int, keys: Mapping[int, DocumentKey], linking: Linking) -> Iterator[Place]:
    """Return the claims of a document with what they are linked with, joined to, or state alike."""
    places = {item.claim.id: (home, place) for home, key in keys.items() for place, item in enumerate(key.claims)}
    firsts = {claim.id: group.claims[0].id for group in linking.groups.values() for claim in group.claims}
    own = {firsts.get(item.claim.id, item.claim.id) for item in keys[number].claims}
    yield from ((number, place) for place in range(len(keys[number].claims)))
    for link in linking.links:
        if link.left.id in own or link.right.id in own:
            yield from (places[link.left.id], places[link.right.id])
    for group in _groups(keys[number], linking):
        yield from (places[claim.id] for claim in group.claims)
    stated: defaultdict[object, list[Place]] = defaultdict(list)
    for home, key in keys.items():
        for place, item in enumerate(key.claims):
            for term in item.thing:
                stated[item.sort, term, item.stated].append((home, place))
    for item in keys[number].claims:
        for term in item.thing:
            yield from stated[item.sort, term, item.stated]


def _groups(key: DocumentKey, linking: Linking) -> list[Group]:
    """Return the groups of claims joined to each other that one of a document is in."""
    own = {item.claim.id for item in key.claims}
    return [group for group in linking.groups.values() if not own.isdisjoint(claim.id for claim in group.claims)]
