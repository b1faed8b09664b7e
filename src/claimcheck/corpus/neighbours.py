"""Which documents are about one affair, kept up to date as documents come and go: as `check` finds it for all at once."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import define, field, frozen

from claimcheck.linking import DocumentKey
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import NEAREST, limit, openers, written

Pair = tuple[int, int]


@frozen
class Bearers:
    """How many documents have a term: as a telling word of a name, as what may be one, opening and in their text."""

    named: int = 0
    capital: int = 0
    opening: int = 0
    written: int = 0


@define
class Neighbours:
    """The terms of the documents of a corpus file, and by them the pairs of documents of one affair."""

    connection: sqlite3.Connection
    outline: Callable[[int], DocumentKey]
    _before: dict[str, str] = field(factory=dict[str, str])
    _moved: list[tuple[str, int, str]] = field(factory=list[tuple[str, int, str]])
    _joins: dict[str, str] = field(factory=dict[str, str])

    def insert(self, number: int, key: DocumentKey) -> None:
        """Enter the terms of a document."""
        self._note(key)
        day, name = _age(key)
        self.connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?)", ((term, day, name, number) for term in sorted(key.capital))
        )
        self.connection.executemany(
            "INSERT INTO words VALUES (?, ?)", ((term, number) for term in sorted(written(key)))
        )
        self._count(key, 1)

    def delete(self, number: int, key: DocumentKey) -> None:
        """Take the terms of a document away, and its pairs."""
        self._note(key)
        day, name = _age(key)
        self.connection.executemany(
            "DELETE FROM names WHERE term = ? AND day = ? AND id = ?", ((term, day, name) for term in key.capital)
        )
        self.connection.executemany(
            "DELETE FROM words WHERE term = ? AND document = ?", ((term, number) for term in written(key))
        )
        self._count(key, -1)
        self._write("DELETE", ((number, other) for other in self.of(number)))

    def of(self, number: int) -> list[int]:
        """Return the documents that are of one affair with a document."""
        rows = self.connection.execute("SELECT other FROM affairs WHERE document = ?", (number,))
        return [other for (other,) in rows]

    def settle(self, new: Iterable[int]) -> set[int]:
        """Bring the pairs up to date after terms came and went; return the documents, new ones included, whose pairs changed."""
        self._joins.clear()
        changed = set(new)
        gained: set[Pair] = set()
        doubtful: set[Pair] = set()
        for number in new:
            gained.update((number, other) for other in self._met(number))
        for term, before in self._before.items():
            now = self._joined_by(term)
            if now != before:
                self._rejoined(term, now, gained, doubtful)
        for term, day, name in self._moved:
            if self._joined_by(term) == "name":
                self._shifted(term, day, name, gained, doubtful)
        self._before.clear()
        self._moved.clear()
        gained = {(one, other) if one < other else (other, one) for one, other in gained}
        fresh = {
            pair for pair in gained if one_affair(*map(self.outline, pair)) and pair[1] not in set(self.of(pair[0]))
        }
        lost = {(one, other) for one, other in doubtful - gained if not self._meet(one, other)}
        self._write("INSERT", fresh)
        self._write("DELETE", lost)
        return changed.union(*fresh, *lost)

    def _note(self, key: DocumentKey) -> None:
        """Note what a document that comes or goes may change: how a term joins, and who is near whom under a name."""
        for term in key.capital | written(key):
            if term not in self._before:
                self._before[term] = self._read_join(term)
        day, name = _age(key)
        self._moved += ((term, day, name) for term in key.capital)

    def _read_join(self, term: str) -> str:
        """Return how documents meet by a term: as a `name`, as a `word`, or not at all."""
        found = self.bearers(term)
        if found.named:
            return "name"
        return "word" if found.opening and found.written < limit(term) else ""

    def _joined_by(self, term: str) -> str:
        known = self._joins.get(term)
        if known is None:
            known = self._joins[term] = self._read_join(term)
        return known

    def bearers(self, term: str) -> Bearers:
        """Count the documents that have a term."""
        row = self.connection.execute(
            "SELECT named, capital, opening, written FROM bearers WHERE term = ?", (term,)
        ).fetchone()
        return Bearers(*row) if row else Bearers()

    def _met(self, number: int) -> set[int]:
        """Return the documents that a document meets."""
        key = self.outline(number)
        day, name = _age(key)
        met: set[int] = set()
        for term in key.capital:
            if self._joined_by(term) == "name":
                for side in self._around(term, day, name):
                    met.update(side)
        for term in written(key):
            if self._joined_by(term) == "word":
                met.update(self._having(term))
        met.discard(number)
        return met

    def _around(self, term: str, day: int, name: str) -> tuple[list[int], list[int]]:
        """Return the nearest documents with a name before and after a place in time, the nearest ones first."""
        select = "SELECT document FROM names WHERE term = ? AND (day, id)"
        before = self.connection.execute(
            f"{select} < (?, ?) ORDER BY day DESC, id DESC LIMIT ?", (term, day, name, NEAREST)
        )
        after = self.connection.execute(f"{select} > (?, ?) ORDER BY day, id LIMIT ?", (term, day, name, NEAREST))
        return [number for (number,) in before], [number for (number,) in after]

    def _having(self, term: str) -> list[int]:
        return [number for (number,) in self.connection.execute("SELECT document FROM words WHERE term = ?", (term,))]

    def _bearing(self, term: str) -> list[int]:
        rows = self.connection.execute("SELECT document FROM names WHERE term = ? ORDER BY day, id", (term,))
        return [number for (number,) in rows]

    def _rejoined(self, term: str, now: str, gained: set[Pair], doubtful: set[Pair]) -> None:
        """Collect the pairs that may have changed because documents meet otherwise by a term."""
        bearing, having = self._bearing(term), self._having(term) if self.bearers(term).opening else []
        if now == "name":
            for place, number in enumerate(bearing):
                gained.update((other, number) for other in bearing[max(0, place - NEAREST) : place])
        elif now == "word":
            gained.update((one, other) for place, one in enumerate(having) for other in having[:place])
        holders = {*bearing, *having}
        doubtful.update(self._paired(holders, holders))

    def _shifted(self, term: str, day: int, name: str, gained: set[Pair], doubtful: set[Pair]) -> None:
        """Collect the pairs about a place in time where a document came or went, which are nearer or farther now."""
        before, after = self._around(term, day, name)
        if len(before) + len(after) < NEAREST:
            return
        doubtful.update(self._paired(before, set(after)))
        here = self.connection.execute(
            "SELECT 1 FROM names WHERE term = ? AND day = ? AND id = ?", (term, day, name)
        ).fetchone()
        for place, one in enumerate(before if here is None else ()):
            gained.update((one, other) for other in after[: NEAREST - place])

    def _paired(self, ones: Iterable[int], others: set[int]) -> Iterator[Pair]:
        for one in ones:
            for other in self.of(one):
                if other in others:
                    yield (one, other) if one < other else (other, one)

    def _meet(self, one: int, other: int) -> bool:
        """Tell whether two documents meet by any term."""
        left, right = self.outline(one), self.outline(other)
        if any(self._joined_by(term) == "word" for term in written(left) & written(right)):
            return True
        low, high = sorted((_age(left), _age(right)))
        return any(
            self._joined_by(term) == "name" and self._are_near(term, low, high) for term in left.capital & right.capital
        )

    def _are_near(self, term: str, low: tuple[int, str], high: tuple[int, str]) -> bool:
        """Tell whether under a name so few documents stand between two places in time that their documents meet."""
        (between,) = self.connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM names WHERE term = ? AND (day, id) >= (?, ?) AND (day, id) < (?, ?) "
            "LIMIT ?)",
            (term, *low, *high, NEAREST + 1),
        ).fetchone()
        return bool(between <= NEAREST)

    def _write(self, verb: str, pairs: Iterable[Pair]) -> None:
        both = sorted(row for one, other in pairs for row in ((one, other), (other, one)))
        order = "INSERT OR IGNORE INTO affairs VALUES (?, ?)"
        self.connection.executemany(
            order if verb == "INSERT" else "DELETE FROM affairs WHERE document = ? AND other = ?", both
        )

    def _count(self, key: DocumentKey, change: int) -> None:
        roles: Sequence[frozenset[str]] = (key.names, key.capital, openers(key), written(key))
        terms = sorted(key.capital | written(key))
        self.connection.executemany(
            "INSERT INTO bearers VALUES (?, ?, ?, ?, ?) ON CONFLICT (term) DO UPDATE SET named = named + excluded.named, "
            "capital = capital + excluded.capital, opening = opening + excluded.opening, "
            "written = written + excluded.written",
            ((term, *(change if term in role else 0 for role in roles)) for term in terms),
        )
        if change < 0:
            self.connection.executemany(
                "DELETE FROM bearers WHERE term = ? AND capital = 0 AND written = 0", ((term,) for term in terms)
            )


def _age(key: DocumentKey) -> tuple[int, str]:
    day, name = age(key)
    return day.toordinal(), name
