"""What must be compared again when documents come or go: what hangs together with them, and nothing else."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import define, evolve, field, frozen

from claimcheck.corpus.findings import Findings, Place
from claimcheck.corpus.store import CAPITAL, WRITTEN, Bearers, Store, terms_of
from claimcheck.linking import DocumentKey, Terms
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.linker import age
from claimcheck.linking.statements import statement
from claimcheck.model import Linking
from claimcheck.pipeline import Pipeline

MOST = 16
"""Documents beyond the first ones up to which what hangs together is followed."""


@frozen
class Region:
    """Claims that hang together, the keys of their documents in order of age, and the links between them.

    `inner` are the claims of which all counterparts are known; the others stand at the edge of a region that is too large.
    """

    keys: tuple[DocumentKey, ...]
    places: Mapping[str, Place]
    inner: frozenset[Place]
    linking: Linking


@define
class Surveyor:
    """Finds the regions of documents while the store stays as it is."""

    store: Store
    findings: Findings
    pipeline: Pipeline
    _bearers: dict[str, Bearers] = field(factory=dict[str, Bearers])

    def bearers(self, term: str) -> Bearers:
        """Count the documents that have a term."""
        known = self._bearers.get(term)
        if known is None:
            known = self._bearers[term] = self.store.bearers(term)
        return known

    def region(self, first: Collection[int]) -> Region:
        """Return what hangs together with some documents, themselves included."""
        expanded: set[int] = set()
        members: set[int] = set()
        wanted, room = sorted(first), MOST
        while True:
            expanded.update(wanted)
            members.update(wanted, *map(self.meeting, wanted))
            keys = {number: self.store.key(number) for number in sorted(members)}
            linking = self.pipeline.link(tuple(keys.values()), self._terms(keys.values()))
            places = {
                item.claim.id: (number, place) for number, key in keys.items() for place, item in enumerate(key.claims)
            }
            roots = [item.claim.id for number in first for item in keys[number].claims]
            together = _Claims(keys, linking, places).together(roots)
            reached = {places[name] for name in together}
            found = self.findings.places(self.findings.touching(sorted(reached)))
            wanted = sorted({number for number, _ in reached | found} - expanded)[:room]
            room -= len(wanted)
            if not wanted:
                inner = frozenset(place for place in reached if place[0] in expanded)
                return _region(keys, together, places, inner, linking)

    def meeting(self, number: int) -> set[int]:
        """Return the documents that are of one affair with a document and share a term by which documents meet."""
        key = self.store.outline(number)
        found: set[int] = set()
        for term in terms_of(key):
            bearers = self.bearers(term)
            joins = bearers.joins
            if joins == "name" and term in key.capital:
                found.update(self.store.nearest(term, key) if bearers.is_broad else self.store.having(term, CAPITAL))
            elif joins == "word" and (term in key.telling or term in key.usual or term in key.figures):
                found.update(self.store.having(term, WRITTEN))
        found.discard(number)
        return {other for other in found if one_affair(key, self.store.outline(other))}

    def _terms(self, keys: Iterable[DocumentKey]) -> Terms:
        """Return by which terms documents meet in the whole corpus, of the terms that two of them share."""
        shared = Counter(term for key in keys for term in terms_of(key))
        joins = {term: self.bearers(term).joins for term, count in shared.items() if count > 1}
        names = frozenset(term for term, how in joins.items() if how == "name")
        return Terms(names, frozenset(term for term, how in joins.items() if how == "word"))


class _Claims:
    """The claims of some documents, and which of them hang together."""

    def __init__(self, keys: Mapping[int, DocumentKey], linking: Linking, places: Mapping[str, Place]) -> None:
        self._keys, self._places = keys, places
        self._claims = {item.claim.id: item for key in keys.values() for item in key.claims}
        self._linked: defaultdict[str, list[str]] = defaultdict(list)
        for link in linking.links:
            self._linked[link.left.id].append(link.right.id)
            self._linked[link.right.id].append(link.left.id)
        for name, group in linking.groups.items():
            for claim in group[1:]:
                self._linked[name].append(claim.id)
                self._linked[claim.id].append(name)
        self._alike: defaultdict[object, list[str]] = defaultdict(list)
        for name, item in self._claims.items():
            for term in item.thing:
                self._alike[item.sort, term, statement(item.claim)].append(name)

    def together(self, roots: Iterable[str]) -> set[str]:
        """Return what some claims are linked with, directly or not, or may be joined with for saying the same."""
        reached = set(roots)
        waiting = list(reached)
        while waiting:
            name = waiting.pop()
            for other in (*self._linked[name], *self._equals(name)):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached

    def _equals(self, name: str) -> Iterator[str]:
        item = self._claims[name]
        home = self._keys[self._places[name][0]]
        stated = statement(item.claim)
        for term in item.thing:
            for other in self._alike[item.sort, term, stated]:
                away = self._keys[self._places[other][0]]
                if away is home or one_affair(home, away):
                    yield other


def _region(
    keys: Mapping[int, DocumentKey],
    together: set[str],
    places: Mapping[str, Place],
    inner: frozenset[Place],
    linking: Linking,
) -> Region:
    homes = {places[name][0] for name in together}
    links = tuple(link for link in linking.links if link.left.id in together and link.right.id in together)
    groups = {name: group for name, group in linking.groups.items() if name in together}
    return Region(
        keys=tuple(sorted((keys[number] for number in homes), key=age)),
        places=places,
        inner=inner,
        linking=evolve(linking, links=links, groups=groups, diagnostics=()),
    )
