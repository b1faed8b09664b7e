"""A collection of documents in one file, which grows: what is added is compared with what is there."""

import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import evolve

from claimcheck.corpus.changes import Change
from claimcheck.corpus.findings import Findings, Sides
from claimcheck.corpus.provenance import require_same_settings
from claimcheck.corpus.records import Stats
from claimcheck.corpus.schema import connect, told
from claimcheck.corpus.store import Store
from claimcheck.errors import DocumentError
from claimcheck.linking import DocumentKey
from claimcheck.linking.linker import age
from claimcheck.model import VERDICTS, Claim, Conflict, Coverage, Document, Report
from claimcheck.model.timelines import Timeline, timelines
from claimcheck.pipeline import Pipeline

if TYPE_CHECKING:
    from claimcheck.corpus.exporting import ExportFormat


class Corpus:
    """Documents with their claims and conflicts in an SQLite file; the same conflicts as `check` over all of them at once.

    What is added in one call is one transaction: when the call returns it is in the file, and when it does not nothing is.
    One process writes at a time, others may read meanwhile. Every method may raise CorpusError.

    Ages are held against birth dates within each document only, where `check` does it between documents too. Apart from
    that, the order in which documents come makes no difference, with two exceptions. Under a name that 24 documents or more
    share, `check` holds claims against the nearest before them in time; a corpus holds a new document against all that
    share a rarer name with it, and against the eight nearest before and after it under each such name. And what hangs
    together is followed over 16 documents beyond the added ones. Which pair of claims stands for two sides in the steps,
    and with it the confidence, may differ where several claims say the same.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Corpus.open(f"{folder}/news.corpus") as corpus:
    ...     first = corpus.add([Document(id="a", text="The fire at the Dorn mill on 3 May 2031 killed 12 people.")])
    ...     second = corpus.add([Document(id="b", text="The fire at the Dorn mill on 3 May 2031 killed 17 people.")])
    >>> len(first), [conflict.verdict for conflict in second]
    (0, ['contradiction'])
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, pipeline: Pipeline) -> None:
        self.path = path
        self.pipeline = pipeline
        self._connection = connection
        self._store, self._findings = Store(connection), Findings(connection)
        self._version = -1

    @classmethod
    def open(
        cls, path: str | Path, *, pipeline: Pipeline | None = None, create: bool = True, timeout: float = 30
    ) -> Self:
        """Open a corpus file, or make one; `timeout` is how many seconds to wait for another process that writes."""
        path = Path(path)
        pipeline = pipeline or Pipeline()
        connection = connect(path, create=create, timeout=timeout)
        corpus = cls(path, connection, pipeline)
        try:
            with told(path):
                require_same_settings(connection, pipeline, path)
        except BaseException:
            connection.close()
            raise
        return corpus

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, documents: Iterable[Document]) -> tuple[Conflict, ...]:
        """Add documents and return the conflicts that were not known before, worst first.

        DocumentError if an id is there already: nothing is added then.
        """
        return self._add([self.pipeline.key(document) for document in documents], replace=False)

    def replace(self, documents: Iterable[Document]) -> tuple[Conflict, ...]:
        """Add documents, each in the place of the one with its id if there is one; return the conflicts not known before."""
        return self._add([self.pipeline.key(document) for document in documents], replace=True)

    def remove(self, names: Iterable[str]) -> None:
        """Remove documents by their ids; DocumentError if one is not there: nothing is removed then."""
        with self._writing():
            numbers = [self._require(name) for name in dict.fromkeys(names)]
            change = Change(self._store, self._findings, self.pipeline)
            change.remove(numbers)
            change.settle()

    def conflicts(self, *, since: int = 0) -> tuple[Conflict, ...]:
        """Return the conflicts, worst first, or only those found after the one with a number: that of "k7" is 7.

        A conflict keeps its number as long as its sides are the same.
        """
        with self._reading():
            return self._ordered(self._findings.conflicts(self._store.claim, since=since))

    def claims(
        self,
        *,
        subject: str | None = None,
        measure: str | None = None,
        speaker: str | None = None,
        between: tuple[date | None, date | None] | None = None,
    ) -> tuple[Claim, ...]:
        """Return claims, in the order of their documents' dates.

        `subject` is a word of what a figure counts or measures, `measure` what is measured ("deaths"), `speaker` a part of
        a name; `between` are the first and last day for which a claim holds or, where it names no time, on which its
        document was published.
        """
        with self._reading():
            return tuple(
                map(
                    self._store.claim,
                    self._store.places(subject=subject, measure=measure, speaker=speaker, between=between),
                )
            )

    def timeline(
        self, measure: str | None = None, *, subject: str | None = None, speaker: str | None = None
    ) -> tuple[Timeline, ...]:
        """Return the figures that were compared with each other, each group in order of the days they hold for."""
        with self._reading():
            asked = self._store.places(subject=subject, measure=measure, speaker=speaker, between=None)
            numbers = self._findings.touching(asked)
            places = sorted(self._findings.places(numbers))
            keys = [self._store.key(number) for number in dict.fromkeys(number for number, _ in places)]
            report = Report(
                documents=tuple(key.analysis.document for key in keys),
                draft=None,
                mentions=(),
                attributions=(),
                claims=tuple(map(self._store.claim, places)),
                conflicts=tuple(item for item, _ in self._findings.conflicts(self._store.claim, numbers=numbers)),
                agreements=tuple(self._findings.agreements(self._store.claim, numbers)),
                unsupported=(),
                diagnostics=(),
                coverage=Coverage(0, len(places), 0, 0),
            )
            return timelines(report, measure)

    def documents(self) -> Iterator[Document]:
        """Yield the documents, in the order of their dates, then ids."""
        with self._reading():
            for number in self._store.numbers():
                yield self._store.outline(number).analysis.document

    def claims_by_document(self) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
        """Yield the documents with their claims, in the order of their dates, then ids; little of it is in memory at a time."""
        with self._reading():
            for number in self._store.numbers():
                analysis = self._store.key(number).analysis
                yield analysis.document, analysis.claims

    def report(self, conflicts: Sequence[Conflict]) -> Report:
        """Return a report of some of the corpus' conflicts, with the documents that they concern: for the output formats."""
        names = (claim.document for item in conflicts for side in item.sides for claim in side)
        return evolve(self.report_of(names), conflicts=tuple(conflicts))

    def report_of(self, names: Iterable[str]) -> Report:
        """Return a report of some documents by their ids, with their claims and without findings."""
        with self._reading():
            analyses = [self._store.key(self._require(name)).analysis for name in dict.fromkeys(names)]
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

    def export(self, folder: str | Path, form: "ExportFormat" = "parquet") -> dict[str, int]:
        """Write the tables `documents`, `claims` and `conflicts` into a folder as Parquet, CSV or JSON Lines.

        Returns how many rows each has. MissingExtraError if Parquet is asked for and pyarrow is not installed.
        """
        from claimcheck.corpus.exporting import export

        return export(self, Path(folder), form)

    def __contains__(self, name: str) -> bool:
        with self._reading():
            return self._store.number(name) is not None

    def __len__(self) -> int:
        return self.stats().documents

    def stats(self) -> Stats:
        """Count what the corpus holds."""
        with self._reading():
            one = self._connection.execute
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

    def vacuum(self) -> None:
        """Give the room of what was removed back to the disk."""
        with told(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _add(self, keys: Sequence[DocumentKey], *, replace: bool) -> tuple[Conflict, ...]:
        names = [key.analysis.document.id for key in keys]
        twice = next((name for name, count in Counter(names).items() if count > 1), None)
        if twice is not None:
            raise DocumentError(f"two documents have the id {twice!r}; give each an id of its own")
        with self._writing():
            present = [number for name in names if (number := self._store.number(name)) is not None]
            if present and not replace:
                taken = self._store.outline(present[0]).analysis.document.id
                raise DocumentError(
                    f"{self.path}: has a document {taken!r} already; replace it, or give this one another id"
                )
            change = Change(self._store, self._findings, self.pipeline)
            change.remove(present)
            change.add(keys)
            change.settle()
            return self._ordered(self._findings.conflicts(self._store.claim, numbers=change.fresh))

    def _ordered(self, found: Iterable[tuple[Conflict, Sides]]) -> tuple[Conflict, ...]:
        """Put conflicts in the order of a report: worst first, then by the dates of their documents."""

        def rank(item: tuple[Conflict, Sides]) -> tuple[object, ...]:
            conflict, sides = item
            where = [(age(self._store.outline(number)), place) for (number, place), *_ in sides]
            return VERDICTS.index(conflict.verdict), -conflict.confidence, where, conflict.rule

        return tuple(conflict for conflict, _ in sorted(found, key=rank))

    def _require(self, name: str) -> int:
        number = self._store.number(name)
        if number is None:
            raise DocumentError(f"{self.path}: has no document {name!r}")
        return number

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Do all or nothing, alone."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refresh()
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                self._store.forget()
                raise

    @contextmanager
    def _reading(self) -> Generator[None]:
        """See one state of the file, whatever others write meanwhile."""
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                self._refresh()
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def _refresh(self) -> None:
        """Forget what is in memory where another process has written since."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._store.forget()
            self._version = version
