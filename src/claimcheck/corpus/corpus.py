"""A collection of documents in one file, which grows: what is added is compared with what is there."""

import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import evolve

from claimcheck.corpus.changes import Change, rebuild
from claimcheck.corpus.findings import Findings
from claimcheck.corpus.provenance import is_stale, note, require_same_settings
from claimcheck.corpus.queries import Days, Queries
from claimcheck.corpus.records import Stats
from claimcheck.corpus.schema import connect, told
from claimcheck.corpus.store import Store
from claimcheck.corpus.texts import Load, Texts
from claimcheck.errors import DocumentError
from claimcheck.linking import DocumentKey
from claimcheck.model import Claim, Conflict, Document, Report
from claimcheck.model.timelines import Timeline
from claimcheck.pipeline import Pipeline

if TYPE_CHECKING:
    from claimcheck.corpus.exporting import ExportFormat


class Corpus:
    """Documents with their claims and conflicts in an SQLite file; the same conflicts as `check` over all of them at once.

    What is added in one call is one transaction: when the call returns it is in the file, and when it does not nothing is.
    One process writes at a time, others may read meanwhile. Every method may raise CorpusError.

    In which order and portions documents come makes no difference to rule, verdict and sides of what is found. Where more
    than 1,024 documents hang together by one figure, only those nearest to a new one are compared again.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Corpus.open(f"{folder}/news.corpus") as corpus:
    ...     first = corpus.add([Document(id="a", text="The fire at the Dorn mill on 3 May 2031 killed 12 people.")])
    ...     second = corpus.add([Document(id="b", text="The fire at the Dorn mill on 3 May 2031 killed 17 people.")])
    >>> len(first), [conflict.verdict for conflict in second]
    (0, ['contradiction'])
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, pipeline: Pipeline, texts: Texts) -> None:
        self.path = path
        self.pipeline = pipeline
        self._connection = connection
        self._store, self._findings = Store(connection, texts), Findings(connection)
        self._ask = Queries(self._store, self._findings)
        self._version = -1

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        pipeline: Pipeline | None = None,
        create: bool = True,
        timeout: float = 30,
        texts: Load | None = None,
        rebuild: bool = False,
    ) -> Self:
        """Open a corpus file, or make one; `timeout` is how many seconds to wait for another process that writes.

        With `texts`, a function from a document's id to its text such as `file_text`, the texts of documents that are
        added are not kept in the file but referred to by id and hash. `rebuild` reads all texts again, where the file was
        made with other settings, words, or by another version; conflicts that are found again keep their numbers.
        """
        path = Path(path)
        pipeline = pipeline or Pipeline()
        connection = connect(path, create=create, timeout=timeout)
        corpus = cls(path, connection, pipeline, Texts(texts))
        try:
            with told(path):
                if rebuild or is_stale(connection):
                    corpus._rebuild()
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
        return self._add([*self.pipeline.keys(documents, shelved=False)], replace=False)

    def replace(self, documents: Iterable[Document]) -> tuple[Conflict, ...]:
        """Add documents, each in the place of the one with its id if there is one; return the conflicts not known before."""
        return self._add([*self.pipeline.keys(documents, shelved=False)], replace=True)

    def remove(self, names: Iterable[str]) -> None:
        """Remove documents by their ids; DocumentError if one is not there: nothing is removed then."""
        with self._writing() as ask:
            numbers = [ask.require(name) for name in dict.fromkeys(names)]
            change = Change(self._store, self._findings, self.pipeline)
            change.remove(numbers)
            change.settle()

    def conflicts(self, *, since: int = 0) -> tuple[Conflict, ...]:
        """Return the conflicts, worst first, or only those found after the one with a number: that of "k7" is 7.

        A conflict keeps its number as long as its sides are the same.
        """
        with self._reading() as ask:
            return ask.conflicts(since=since)

    def claims(
        self,
        *,
        subject: str | None = None,
        measure: str | None = None,
        speaker: str | None = None,
        between: Days | None = None,
    ) -> tuple[Claim, ...]:
        """Return claims, in the order of their documents' dates.

        `subject` is a word of what a figure counts or measures, `measure` what is measured ("deaths"), `speaker` a part of
        a name; `between` are the first and last day for which a claim holds or, where it names no time, on which its
        document was published.
        """
        with self._reading() as ask:
            return ask.claims(subject=subject, measure=measure, speaker=speaker, between=between)

    def timeline(
        self, measure: str | None = None, *, subject: str | None = None, speaker: str | None = None
    ) -> tuple[Timeline, ...]:
        """Return the figures that were compared with each other, each group in order of the days they hold for."""
        with self._reading() as ask:
            return ask.timeline(measure, subject=subject, speaker=speaker)

    def documents(self) -> Iterator[Document]:
        """Yield the documents, in the order of their dates, then ids."""
        with self._reading() as ask:
            yield from map(ask.store.document, ask.store.numbers())

    def claims_by_document(self) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
        """Yield the documents with their claims, in the order of their dates, then ids; little of it is in memory at a time."""
        with self._reading() as ask:
            for number in ask.store.numbers():
                analysis = ask.store.key(number).analysis
                yield analysis.document, analysis.claims

    def report(self, conflicts: Sequence[Conflict]) -> Report:
        """Return a report of some of the corpus' conflicts, with the documents that they concern: for the output formats."""
        names = (claim.document for item in conflicts for side in item.sides for claim in side)
        return evolve(self.report_of(names), conflicts=tuple(conflicts))

    def report_of(self, names: Iterable[str]) -> Report:
        """Return a report of some documents by their ids, with their claims and without findings."""
        with self._reading() as ask:
            return ask.report(names, self.pipeline)

    def export(self, folder: str | Path, form: "ExportFormat" = "parquet") -> dict[str, int]:
        """Write the tables `documents`, `claims` and `conflicts` into a folder as Parquet, CSV or JSON Lines.

        Returns how many rows each has. MissingExtraError if Parquet is asked for and pyarrow is not installed.
        """
        from claimcheck.corpus.exporting import export

        return export(self, Path(folder), form)

    def __contains__(self, name: str) -> bool:
        with self._reading() as ask:
            return ask.store.number(name) is not None

    def __len__(self) -> int:
        return self.stats().documents

    def stats(self) -> Stats:
        """Count what the corpus holds."""
        with self._reading() as ask:
            return ask.stats()

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
            return self._ask.conflicts(change.fresh)

    def _rebuild(self) -> None:
        """Read all texts again."""
        with self._writing():
            rebuild(self._store, self._findings, self.pipeline)
            note(self._connection, self.pipeline)

    @contextmanager
    def _writing(self) -> Generator[Queries]:
        """Do all or nothing, alone."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refresh()
                yield self._ask
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                self._store.forget()
                raise

    @contextmanager
    def _reading(self) -> Generator[Queries]:
        """See one state of the file, whatever others write meanwhile."""
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                self._refresh()
                yield self._ask
            finally:
                self._connection.execute("ROLLBACK")

    def _refresh(self) -> None:
        """Forget what is in memory where another process has written since."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._store.forget()
            self._version = version
