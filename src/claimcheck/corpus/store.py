"""Rows in and out: the only module that speaks SQL about documents, terms and claims."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from attrs import define, field, frozen

from claimcheck.corpus import packing
from claimcheck.linking import DocumentKey
from claimcheck.linking.circles import BROAD, WORN, openers, written
from claimcheck.linking.linker import age
from claimcheck.model import Claim
from claimcheck.model.records import claim_record

NAMED, CAPITAL, OPENING, WRITTEN = 1, 2, 4, 8
"""The roles of a term in a document: a telling word of a name; what may be one; by what it is found; in its text."""
NEAREST = 8
"""Documents before and after, in time, that one meets under a name that too many bear."""
KEPT = 4096
"""Keys that stay in memory: a document that was compared is likely to be compared again soon."""


@frozen
class Bearers:
    """How many documents have a term in each role."""

    named: int = 0
    capital: int = 0
    opening: int = 0
    written: int = 0

    @property
    def joins(self) -> str:
        """How documents meet by the term: as a `name`, as a `word`, or not at all."""
        if self.named:
            return "name"
        return "word" if self.opening and self.written < WORN else ""

    @property
    def is_broad(self) -> bool:
        """Whether the name stands for more than one affair."""
        return self.capital >= BROAD


@define
class Store:
    """The documents of a corpus file, within a transaction that others began."""

    connection: sqlite3.Connection
    _outlines: dict[int, DocumentKey] = field(factory=dict[int, DocumentKey])
    _keys: dict[int, DocumentKey] = field(factory=dict[int, DocumentKey])

    def forget(self) -> None:
        """Drop what is in memory: another process has written."""
        self._outlines.clear()
        self._keys.clear()

    def number(self, name: str) -> int | None:
        """Return the number of a document, None if it is not there."""
        row = self.connection.execute("SELECT number FROM documents WHERE id = ?", (name,)).fetchone()
        return row[0] if row else None

    def insert(self, key: DocumentKey) -> int:
        """Add a document with its terms and claims, and return its number."""
        analysis = key.analysis
        document = analysis.document
        published = document.published.isoformat() if document.published else None
        dated = analysis.dated.isoformat() if analysis.dated else None
        extras, text = packing.pack_extras(document), packing.pack_text(document.text)
        row = (document.id, published, dated, document.title, document.publisher, len(document.text), text, extras)
        number = self.connection.execute(
            "INSERT INTO documents (id, published, dated, title, publisher, characters, text, extras, outline, claims) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, packing.pack_outline(key), packing.pack_claims(key)),
        ).lastrowid
        assert number is not None
        day, roles = age(key)[0].toordinal(), _roles(key)
        self.connection.executemany(
            "INSERT INTO terms VALUES (?, ?, ?, ?)", ((term, day, number, roles[term]) for term in sorted(roles))
        )
        self._count(roles, 1)
        self.connection.executemany(
            f"INSERT INTO claims VALUES ({', '.join('?' * 11)})",
            ((number, *_claim_row(place, claim, key)) for place, claim in enumerate(analysis.claims)),
        )
        self._keep(self._outlines, number, key)
        self._keep(self._keys, number, key)
        return number

    def delete(self, number: int) -> None:
        """Take a document away with its terms and claims."""
        key = self.outline(number)
        day, roles = age(key)[0].toordinal(), _roles(key)
        self.connection.executemany(
            "DELETE FROM terms WHERE term = ? AND day = ? AND document = ?", ((term, day, number) for term in roles)
        )
        self._count(roles, -1)
        self.connection.execute("DELETE FROM claims WHERE document = ?", (number,))
        self.connection.execute("DELETE FROM documents WHERE number = ?", (number,))
        self._outlines.pop(number, None)
        self._keys.pop(number, None)

    def outline(self, number: int) -> DocumentKey:
        """Return the key of a document, perhaps without its claims."""
        known = self._outlines.get(number)
        if known is None:
            *fields, dated, outline = self.connection.execute(
                "SELECT id, published, title, publisher, text, extras, dated, outline FROM documents WHERE number = ?",
                (number,),
            ).fetchone()
            document = packing.document_of(*fields)
            known = packing.outline_of(outline, document, date.fromisoformat(dated) if dated else None)
            self._keep(self._outlines, number, known)
        return known

    def key(self, number: int) -> DocumentKey:
        """Return the key of a document with its claims."""
        known = self._keys.get(number)
        if known is None:
            (claims,) = self.connection.execute("SELECT claims FROM documents WHERE number = ?", (number,)).fetchone()
            known = packing.with_claims(self.outline(number), claims)
            self._keep(self._keys, number, known)
        return known

    @staticmethod
    def _keep(memory: dict[int, DocumentKey], number: int, key: DocumentKey) -> None:
        memory[number] = key
        if len(memory) > KEPT:
            del memory[next(iter(memory))]

    def bearers(self, term: str) -> Bearers:
        """Count the documents that have a term."""
        row = self.connection.execute(
            "SELECT named, capital, opening, written FROM bearers WHERE term = ?", (term,)
        ).fetchone()
        return Bearers(*row) if row else Bearers()

    def having(self, term: str, role: int) -> list[int]:
        """Return the documents that have a term in a role."""
        rows = self.connection.execute("SELECT document FROM terms WHERE term = ? AND role & ?", (term, role))
        return [number for (number,) in rows]

    def nearest(self, term: str, key: DocumentKey) -> Iterator[int]:
        """Return the documents nearest in time, before and after, that may have a term as a name."""
        day = age(key)[0].toordinal()
        for compare, order in (("<=", "DESC"), (">=", "ASC")):
            rows = self.connection.execute(
                f"SELECT document FROM terms WHERE term = ? AND day {compare} ? AND role & ? "
                f"ORDER BY day {order}, document {order} LIMIT ?",
                (term, day, CAPITAL, NEAREST + 1),
            )
            yield from (number for (number,) in rows)

    def places(
        self,
        *,
        subject: str | None,
        measure: str | None,
        speaker: str | None,
        between: tuple[date | None, date | None] | None,
    ) -> list[tuple[int, int]]:
        """Return the claims of a kind, in the order of their documents' dates."""
        where: list[str] = []
        values: list[str] = []
        if measure is not None:
            where.append("measure = ?")
            values.append(measure)
        for column, text in (
            ("' ' || coalesce(subject, '') || ' ' || coalesce(head, '')", subject),
            ("speaker", speaker),
        ):
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
        rows = self.connection.execute(
            "SELECT document, claims.number FROM claims JOIN documents ON documents.number = document "
            f"{'WHERE ' + ' AND '.join(where) if where else ''} "
            "ORDER BY coalesce(dated, '9999-12-31'), id, claims.number",
            values,
        )
        return [(document, number) for document, number in rows]

    def claim(self, place: tuple[int, int]) -> Claim:
        """Return a claim."""
        return self.key(place[0]).claims[place[1]].claim

    def numbers(self) -> list[int]:
        """Return all documents, in the order of their dates."""
        rows = self.connection.execute("SELECT number FROM documents ORDER BY coalesce(dated, '9999-12-31'), id")
        return [number for (number,) in rows]

    def _count(self, roles: dict[str, int], change: int) -> None:
        self.connection.executemany(
            "INSERT INTO bearers VALUES (?, ?, ?, ?, ?) ON CONFLICT (term) DO UPDATE SET named = named + excluded.named, "
            "capital = capital + excluded.capital, opening = opening + excluded.opening, "
            "written = written + excluded.written",
            (
                (term, *(change if role & part else 0 for part in (NAMED, CAPITAL, OPENING, WRITTEN)))
                for term, role in sorted(roles.items())
            ),
        )
        if change < 0:
            self.connection.executemany(
                "DELETE FROM bearers WHERE term = ? AND capital = 0 AND written = 0", ((term,) for term in roles)
            )


def terms_of(key: DocumentKey) -> Iterable[str]:
    """Return every term by which a document may meet others."""
    return key.capital | written(key)


def _roles(key: DocumentKey) -> dict[str, int]:
    roles: dict[str, int] = {}
    parts = ((key.names, NAMED), (key.capital, CAPITAL), (openers(key), OPENING), (written(key), WRITTEN))
    for terms, role in parts:
        for term in terms:
            roles[term] = roles.get(term, 0) | role
    return roles


def _claim_row(place: int, claim: Claim, key: DocumentKey) -> tuple[object, ...]:
    row = claim_record(claim, key.analysis.document)
    time = claim.time.period if claim.time and not claim.time.period.is_clock else None
    first, last = (time.start, time.end) if time else (None, None)
    head = key.claims[place].head
    speaker = claim.speaker.casefold() if claim.speaker else None
    subject = " ".join(claim.subject.text.split()).casefold() if claim.subject else None
    values = row["low"], row["high"], row["unit"]
    return place, claim.measure, head, subject, speaker, _day(first), _day(last), *values


def _day(moment: object) -> str | None:
    return moment.isoformat()[:10] if isinstance(moment, date | datetime) else None
