"""Rows in and out: what a corpus file holds of each document."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from attrs import define, evolve, field

from claimcheck.corpus import packing
from claimcheck.corpus.neighbours import Neighbours
from claimcheck.corpus.texts import Texts, packed
from claimcheck.linking import DocumentKey
from claimcheck.model import Claim, Document
from claimcheck.model.records import claim_record

KEPT = 4096
"""Keys that stay in memory: a document that was compared is likely to be compared again soon."""


@define
class Store:
    """The documents of a corpus file, within a transaction that others began."""

    connection: sqlite3.Connection
    texts: Texts
    neighbours: Neighbours = field(init=False)
    _removed: int = 0
    _elsewhere: set[str] = field(factory=set[str])
    _outlines: dict[int, DocumentKey] = field(factory=dict[int, DocumentKey])
    _keys: dict[int, DocumentKey] = field(factory=dict[int, DocumentKey])

    def __attrs_post_init__(self) -> None:
        """Let the neighbours read outlines."""
        self.neighbours = Neighbours(self.connection, self.outline)

    def forget(self) -> None:
        """Drop what is in memory: another process has written, or nothing of what was tried stays."""
        self._outlines.clear()
        self._keys.clear()
        self.neighbours = Neighbours(self.connection, self.outline)

    def number(self, name: str) -> int | None:
        """Return the number of a document, None if it is not there."""
        row = self.connection.execute("SELECT number FROM documents WHERE id = ?", (name,)).fetchone()
        return row[0] if row else None

    def has(self, number: int) -> bool:
        """Tell whether a document is there."""
        if number in self._outlines:
            return True
        return self.connection.execute("SELECT 1 FROM documents WHERE number = ?", (number,)).fetchone() is not None

    def insert(self, key: DocumentKey, born: Iterable[str], aged: Iterable[str]) -> int:
        """Add a document with its terms, its claims, and whose births and ages it gives; return its number."""
        analysis = key.analysis
        document = analysis.document
        published = document.published.isoformat() if document.published else None
        dated = analysis.dated.isoformat() if analysis.dated else None
        refers = self.texts.load is not None or document.id in self._elsewhere
        text, digest = packed(document.text, refers=refers)
        row = (document.id, published, dated, document.title, document.publisher, len(document.text), text, digest)
        # A number that was taken away in this transaction still stands in findings: it is not given again.
        (last,) = self.connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()
        number: int = max(last, self._removed) + 1
        self.connection.execute(
            "INSERT INTO documents (number, id, published, dated, title, publisher, characters, text, digest, extras, "
            "outline, claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *row, packing.pack_extras(document), packing.pack_outline(key), packing.pack_claims(key)),
        )
        self.connection.executemany(
            f"INSERT INTO claims VALUES ({', '.join('?' * 11)})",
            ((number, *_claim_row(place, claim, key)) for place, claim in enumerate(analysis.claims)),
        )
        people = [*((name, False) for name in born), *((name, True) for name in aged)]
        self.connection.executemany("INSERT INTO people VALUES (?, ?, ?)", ((*row, number) for row in sorted(people)))
        _keep(self._outlines, number, key)
        _keep(self._keys, number, key)
        self.neighbours.insert(number, key)
        return number

    def delete(self, number: int) -> None:
        """Take a document away with its terms and claims."""
        self.neighbours.delete(number, self.outline(number))
        for table in ("claims", "people"):
            self.connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
        self.connection.execute("DELETE FROM documents WHERE number = ?", (number,))
        self._removed = max(self._removed, number)
        self._outlines.pop(number, None)
        self._keys.pop(number, None)

    def outline(self, number: int) -> DocumentKey:
        """Return the key of a document, perhaps without its text and its claims."""
        known = self._outlines.get(number)
        if known is None:
            *fields, dated, outline = self._row("id, published, title, publisher, extras, dated, outline", number)
            document = packing.document_of(*fields)
            known = packing.outline_of(outline, document, date.fromisoformat(dated) if dated else None)
            _keep(self._outlines, number, known)
        return known

    def key(self, number: int) -> DocumentKey:
        """Return the key of a document with its claims."""
        known = self._keys.get(number)
        if known is None:
            name, text, digest, claims = self._row("id, text, digest, claims", number)
            known = packing.with_claims(self.outline(number), self.texts.unpacked(name, text, digest), claims)
            _keep(self._keys, number, known)
        return known

    def document(self, number: int) -> Document:
        """Return a document."""
        *fields, text, digest = self._row("id, published, title, publisher, extras, text, digest", number)
        return evolve(packing.document_of(*fields), text=self.texts.unpacked(fields[0], text, digest))

    def emptied(self) -> Iterator[Document]:
        """Drop everything but the documents, and yield these one by one, each taken out."""
        for table in ("claims", "people", "names", "words", "bearers", "affairs"):
            self.connection.execute(f"DELETE FROM {table}")
        self.forget()
        for number in self.numbers():
            document = self.document(number)
            if self._row("digest", number) != (None,):
                self._elsewhere.add(document.id)
            self.connection.execute("DELETE FROM documents WHERE number = ?", (number,))
            yield document

    def size(self, number: int) -> int:
        """Return how many characters a document has."""
        (characters,) = self._row("characters", number)
        return int(characters)

    def _row(self, columns: str, number: int) -> tuple[Any, ...]:
        row = self.connection.execute(f"SELECT {columns} FROM documents WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise packing.Damaged
        return tuple(row)

    def people(self, number: int) -> tuple[set[str], set[str]]:
        """Return whose births a document gives, and whose ages it may give."""
        rows = self.connection.execute("SELECT aged, name FROM people WHERE document = ?", (number,)).fetchall()
        born, older = ({name for aged, name in rows if bool(aged) is wanted} for wanted in (False, True))
        return born, older

    def births(self, name: str, most: int) -> list[int]:
        """Return documents that give the birth of somebody, the oldest ones."""
        rows = self.connection.execute(
            "SELECT document FROM people JOIN documents ON number = document WHERE name = ? AND NOT aged "
            "ORDER BY coalesce(dated, '9999-12-31'), id LIMIT ?",
            (name, most),
        )
        return [number for (number,) in rows]

    def aged(self, names: Iterable[str]) -> set[int]:
        """Return the documents that may give the age of some people."""
        select = "SELECT document FROM people WHERE name = ? AND aged"
        return {number for name in names for (number,) in self.connection.execute(select, (name,))}

    def claim(self, place: tuple[int, int]) -> Claim:
        """Return a claim."""
        return self.key(place[0]).claims[place[1]].claim

    def numbers(self) -> list[int]:
        """Return all documents, in the order of their dates."""
        rows = self.connection.execute("SELECT number FROM documents ORDER BY coalesce(dated, '9999-12-31'), id")
        return [number for (number,) in rows]


def _keep(memory: dict[int, DocumentKey], number: int, key: DocumentKey) -> None:
    memory[number] = key
    if len(memory) > KEPT:
        del memory[next(iter(memory))]


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
