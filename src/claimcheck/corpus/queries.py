"""What a corpus is asked, within one state of its file."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from claimcheck.corpus.findings import Findings, Place, Sides
from claimcheck.corpus.records import Stats
from claimcheck.corpus.regions import meetings
from claimcheck.corpus.store import Store
from claimcheck.errors import DocumentError
from claimcheck.linking.linker import age
from claimcheck.model import VERDICTS, Claim, Conflict, Coverage, Report
from claimcheck.model.timelines import Timeline, timelines
from claimcheck.pipeline import Pipeline

Days = tuple[date | None, date | None]


@frozen
class Queries:
    """Answers from the rows."""

    store: Store
    findings: Findings

    def conflicts(self, numbers: Iterable[int] | None = None, *, since: int = 0) -> tuple[Conflict, ...]:
        """Return some conflicts, or all after a number, in the order of a report: worst first, then by dates."""

        def rank(item: tuple[Conflict, Sides]) -> tuple[object, ...]:
            conflict, sides = item
            where = [(age(self.store.outline(number)), place) for (number, place), *_ in sides]
            return VERDICTS.index(conflict.verdict), -conflict.confidence, where, conflict.rule

        found = self.findings.conflicts(self.store.claim, since=since, numbers=numbers)
        return tuple(conflict for conflict, _ in sorted(found, key=rank))

    def claims(
        self, *, subject: str | None, measure: str | None, speaker: str | None, between: Days | None
    ) -> tuple[Claim, ...]:
        """Return claims, in the order of their documents' dates."""
        return tuple(map(self.store.claim, self._places(subject, measure, speaker, between)))

    def timeline(self, measure: str | None, *, subject: str | None, speaker: str | None) -> tuple[Timeline, ...]:
        """Return the figures that were compared with each other, each group in order of the days they hold for."""
        numbers = self.findings.having(self._places(subject, measure, speaker, None))
        places = sorted(self.findings.places(numbers))
        report = evolve(
            self._plain(dict.fromkeys(number for number, _ in places)),
            claims=tuple(map(self.store.claim, places)),
            conflicts=tuple(item for item, _ in self.findings.conflicts(self.store.claim, numbers=numbers)),
            agreements=tuple(self.findings.agreements(self.store.claim, numbers)),
        )
        return timelines(report, measure)

    def report(self, names: Iterable[str], pipeline: Pipeline) -> Report:
        """Return a report of some documents, with their claims and without findings; the coverage is that among them."""
        numbers = [self.require(name) for name in dict.fromkeys(names)]
        keys = sorted(map(self.store.key, numbers), key=age)
        report = self._plain(numbers)
        coverage = pipeline.compare(keys, pipeline.link(keys, meetings(self.store, numbers))).coverage
        return evolve(report, coverage=evolve(coverage, mentions=len(report.mentions), claims=len(report.claims)))

    def _plain(self, numbers: Iterable[int]) -> Report:
        analyses = [self.store.key(number).analysis for number in numbers]
        claims = tuple(claim for analysis in analyses for claim in analysis.claims)
        mentions = {claim.mention.id: claim.mention for claim in claims}
        return Report(
            documents=tuple(analysis.document for analysis in analyses),
            draft=None,
            mentions=tuple(mentions.values()),
            attributions=tuple(item for analysis in analyses for item in analysis.attributions),
            claims=claims,
            conflicts=(),
            agreements=(),
            unsupported=(),
            diagnostics=(),
            coverage=Coverage(len(mentions), len(claims), 0, 0),
        )

    def require(self, name: str) -> int:
        """Return the number of a document; DocumentError if it is not there."""
        number = self.store.number(name)
        if number is None:
            raise DocumentError(f"has no document {name!r}")
        return number

    def stats(self) -> Stats:
        """Count what the corpus holds."""
        one = self.store.connection.execute
        documents, characters = one("SELECT count(*), coalesce(sum(characters), 0) FROM documents").fetchone()
        (pages,), (page,) = one("PRAGMA page_count").fetchone(), one("PRAGMA page_size").fetchone()
        last = one("SELECT seq FROM sqlite_sequence WHERE name = 'findings'").fetchone()
        return Stats(
            documents=documents,
            claims=one("SELECT count(*) FROM claims").fetchone()[0],
            characters=characters,
            conflicts=one("SELECT count(*) FROM findings WHERE verdict IS NOT NULL").fetchone()[0],
            agreements=one("SELECT count(*) FROM findings WHERE verdict IS NULL").fetchone()[0],
            last=last[0] if last else 0,
            size=pages * page,
            schema=one("PRAGMA user_version").fetchone()[0],
            version=one("SELECT value FROM meta WHERE key = 'version'").fetchone()[0],
        )

    def _places(
        self, subject: str | None, measure: str | None, speaker: str | None, between: Days | None
    ) -> Sequence[Place]:
        """Return the claims of a kind, in the order of their documents' dates."""
        where: list[str] = []
        values: list[str] = []
        if measure is not None:
            where.append("measure = ?")
            values.append(measure)
        about = "' ' || coalesce(subject, '') || ' ' || coalesce(head, '')"
        for column, text in ((about, subject), ("speaker", speaker)):
            if text is not None:
                where.append(f"instr({column}, ?)")
                values.append(" ".join(text.casefold().split()))
        first, last = between or (None, None)
        if first is not None:
            where.append("coalesce(last, first, published) >= ?")
            values.append(first.isoformat())
        if last is not None:
            where.append("coalesce(first, last, published) <= ?")
            values.append(last.isoformat() + "~")
        rows = self.store.connection.execute(
            "SELECT document, claims.number FROM claims JOIN documents ON documents.number = document "
            f"{'WHERE ' + ' AND '.join(where) if where else ''} "
            "ORDER BY coalesce(dated, '9999-12-31'), id, claims.number",
            values,
        )
        return [(document, number) for document, number in rows]
