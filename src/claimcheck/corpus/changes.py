"""Documents come and go, and what hangs together with them is compared again."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, evolve, field

from claimcheck.corpus.findings import Findings, Known, Place
from claimcheck.corpus.regions import Region, Surveyor
from claimcheck.corpus.store import CAPITAL, WRITTEN, Store, terms_of
from claimcheck.linking import DocumentKey
from claimcheck.linking.affairs import one_affair
from claimcheck.model import Claim, Report
from claimcheck.pipeline import Pipeline


@define
class Change:
    """One change of a corpus, within a transaction: first what goes, then what comes, then `settle`."""

    store: Store
    findings: Findings
    pipeline: Pipeline
    known: Known = field(factory=dict[str, list[int]])
    fresh: list[int] = field(factory=list[int])
    _first: set[int] = field(factory=set[int])
    _new: set[int] = field(factory=set[int])
    _joins: dict[str, str] = field(factory=dict[str, str])

    def remove(self, numbers: Sequence[int]) -> None:
        """Take documents away; what hung together with them is compared again."""
        if not numbers:
            return
        region = Surveyor(self.store, self.findings, self.pipeline).region(numbers)
        self._forget(region)
        for number in numbers:
            key = self.store.key(number)
            own = self.findings.touching([(number, place) for place in range(len(key.claims))], own=True)
            self.findings.remove(own, self.known)
            self._note(key)
            self.store.delete(number)
        self._first |= {number for number, _ in region.inner} - set(numbers)

    def add(self, keys: Sequence[DocumentKey]) -> None:
        """Add documents with what is found in each alone."""
        for key in keys:
            self._note(key)
        for key in keys:
            number = self.store.insert(key)
            self._new.add(number)
            places = {claim.id: (number, place) for place, claim in enumerate(key.analysis.claims)}
            self.fresh += self.findings.write(self.pipeline.reckon(key), places, own=True, known=self.known)

    def settle(self) -> None:
        """Compare what the change touches; the conflicts that are new are `fresh` then."""
        first = self._first | self._new | self._meeting_anew()
        if not first:
            return
        region = Surveyor(self.store, self.findings, self.pipeline).region(first)
        self._forget(region)
        report = _within(self.pipeline.compare(region.keys, region.linking), region)
        self.fresh += self.findings.write(report, region.places, own=False, known=self.known)

    def _forget(self, region: Region) -> None:
        self.findings.remove(self.findings.touching(sorted(region.inner)), self.known)

    def _note(self, key: DocumentKey) -> None:
        """Note how documents meet by the terms of a document that comes or goes."""
        for term in terms_of(key):
            if term not in self._joins:
                self._joins[term] = self.store.bearers(term).joins

    def _meeting_anew(self) -> set[int]:
        """Return the documents, new ones aside, that meet or no longer meet each other because a term joins otherwise."""
        found: set[int] = set()
        for term, before in self._joins.items():
            bearers = self.store.bearers(term)
            if bearers.joins == before:
                continue
            numbers: set[int] = set()
            if "name" in (before, bearers.joins) and not bearers.is_broad:
                numbers.update(self.store.having(term, CAPITAL))
            if "word" in (before, bearers.joins):
                numbers.update(self.store.having(term, WRITTEN))
            found |= self._of_one_affair(numbers - self._new - found)
        return found

    def _of_one_affair(self, numbers: Iterable[int]) -> set[int]:
        outlines = {number: self.store.outline(number) for number in numbers}
        return {
            one
            for one, key in outlines.items()
            if any(one != other and one_affair(key, rival) for other, rival in outlines.items())
        }


def _within(report: Report, region: Region) -> Report:
    """Return the report with what touches the inner claims of a region."""

    def known(claims: Iterable[Claim], places: Mapping[str, Place] = region.places) -> bool:
        return any(places[claim.id] in region.inner for claim in claims)

    conflicts = tuple(item for item in report.conflicts if known((*item.sides[0], *item.sides[1])))
    agreements = tuple(item for item in report.agreements if known(item.claims))
    return evolve(report, conflicts=conflicts, agreements=agreements)
