"""Documents come and go, and what hangs together with them is compared again."""

from collections.abc import Iterable, Sequence
from itertools import islice

from attrs import define, evolve, field

from claimcheck.corpus.findings import Findings, Known, Place
from claimcheck.corpus.regions import Region, Surveyor
from claimcheck.corpus.store import Store
from claimcheck.linking import DocumentKey
from claimcheck.linking.linker import age
from claimcheck.model import Claim, Report
from claimcheck.pipeline import Pipeline

PORTION = 100
"""Documents that are read again together."""
BIRTHS = 64
"""Documents with the birth of one person that an age is held against."""


@define
class Change:
    """One change of a corpus, within a transaction: first what goes, then what comes, then `settle`."""

    store: Store
    findings: Findings
    pipeline: Pipeline
    known: Known = field(factory=dict[str, list[int]])
    fresh: list[int] = field(factory=list[int])
    _roots: set[Place] = field(factory=set[Place])
    _new: dict[int, DocumentKey] = field(factory=dict[int, DocumentKey])
    _born: set[str] = field(factory=set[str])
    _stale: set[int] = field(factory=set[int])
    _heirs: set[int] = field(factory=set[int])

    def remove(self, numbers: Sequence[int]) -> None:
        """Take documents away; what hung together with them is compared again."""
        surveyor = Surveyor(self.store, self.findings, self.pipeline)
        for number in numbers:
            reached, heirs = surveyor.leave(number)
            self._roots |= reached
            self._heirs |= heirs
        for number in numbers:
            born, _ = self.store.people(number)
            self._born |= born
            places = [(number, place) for place in range(len(self.store.key(number).claims))]
            self._stale.update(self.findings.touching(places))
            self.findings.remove(self.findings.reckoned(places), self.known)
            self.store.delete(number)

    def add(self, keys: Sequence[DocumentKey]) -> None:
        """Add documents with what is found in each alone."""
        for key in keys:
            born, aged = key.sums.people()
            number = self.store.insert(key, born, aged)
            self._new[number] = key
            self._born |= born

    def settle(self) -> None:
        """Compare what the change touches; the conflicts that are new are `fresh` then."""
        changed = self.store.neighbours.settle(self._new)
        surveyor = Surveyor(self.store, self.findings, self.pipeline)
        centres = {number for number in changed | self._heirs if self.store.has(number)}
        roots = {place for place in self._roots if self.store.has(place[0])} | surveyor.reach(sorted(centres))
        region = surveyor.region(roots)
        self.findings.remove({*self.findings.touching(sorted(region.inner)), *self._stale}, self.known)
        for number in sorted({*self._new} | self.store.aged(self._born)):
            self._reckon(number)
        linking = self.pipeline.link(region.keys, region.meetings)
        report = _within(self.pipeline.compare(region.keys, linking), region)
        self.fresh += self.findings.write(report, region.places, own=False, known=self.known)

    def _reckon(self, number: int) -> None:
        """Write what a document lets one recompute, its ages with the births that others give."""
        born = (self.store.births(name, BIRTHS) for name in self.store.people(number)[1])
        keys = {other: self._whole(other) for other in {number}.union(*born)}
        places = {
            claim.id: (home, place) for home, key in keys.items() for place, claim in enumerate(key.analysis.claims)
        }
        own = [place for place in places.values() if place[0] == number]
        stale = [finding for finding in self.findings.reckoned(own) if self.findings.home(finding) == number]
        self.findings.remove(stale, self.known)
        report = _stated_in(self.pipeline.reckon(*sorted(keys.values(), key=age)), keys[number].analysis.document.id)
        self.fresh += self.findings.write(report, places, own=True, known=self.known)

    def _whole(self, number: int) -> DocumentKey:
        """Return a document with all that its text says, which is not kept."""
        return self._new.get(number) or self.pipeline.key(self.store.document(number))


def rebuild(store: Store, findings: Findings, pipeline: Pipeline) -> None:
    """Read all texts again and compare them anew."""
    known: Known = {}
    findings.clear(known)
    documents = store.emptied()
    while portion := list(islice(documents, PORTION)):
        change = Change(store, findings, pipeline, known)
        change.add([*pipeline.keys(portion, shelved=False)])
        change.settle()


def _stated_in(report: Report, name: str) -> Report:
    """Return what a report finds of the results that one document states."""
    conflicts = tuple(item for item in report.conflicts if item.sides[0][0].document == name)
    agreements = tuple(item for item in report.agreements if item.claims[0].document == name)
    return evolve(report, conflicts=conflicts, agreements=agreements)


def _within(report: Report, region: Region) -> Report:
    """Return the report with what touches the inner claims of a region."""

    def known(claims: Iterable[Claim]) -> bool:
        return any(region.places[claim.id] in region.inner for claim in claims)

    conflicts = tuple(item for item in report.conflicts if known((*item.sides[0], *item.sides[1])))
    agreements = tuple(item for item in report.agreements if known(item.claims))
    return evolve(report, conflicts=conflicts, agreements=agreements)
