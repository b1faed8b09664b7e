"""Conflicts and agreements in the file: what is found again keeps its number."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from claimcheck.corpus import packing
from claimcheck.model import Agreement, Claim, Conflict, Report, Step
from claimcheck.reporting.fingerprints import fingerprint

Place = tuple[int, int]
"""A claim: the number of its document, and its own among the document's claims."""
Sides = list[list[Place]]
Known = dict[str, list[int]]
"""The numbers of conflicts that were taken away, by fingerprint: what is found again keeps its number."""


@frozen
class Findings:
    """The findings of a corpus file, within a transaction that others began."""

    connection: sqlite3.Connection

    def write(self, report: Report, places: Mapping[str, Place], *, own: bool, known: Known) -> list[int]:
        """Add what a report found, and return the numbers of the conflicts that are not `known` by their fingerprint."""
        fresh: list[int] = []
        for conflict in report.conflicts:
            name = fingerprint(conflict, report)
            sides = [[places[claim.id] for claim in side] for side in conflict.sides]
            steps = packing.pack([[item.code, item.text, dict(item.values)] for item in conflict.steps])
            row = (conflict.rule, conflict.verdict, conflict.severity, conflict.confidence, conflict.message, steps)
            before = known[name].pop() if known.get(name) else None
            number = self._insert((before, name, own, *row), sides)
            if before is None:
                fresh.append(number)
        for agreement in report.agreements:
            sides = [[places[claim.id] for claim in agreement.claims]]
            self._insert((None, "", own, agreement.rule, None, None, None, None, None), sides)
        return fresh

    def _insert(self, row: tuple[object, ...], sides: Sides) -> int:
        insert = f"INSERT INTO findings VALUES ({', '.join('?' * 10)})"
        number = self.connection.execute(insert, (*row, json.dumps(sides, separators=(",", ":")))).lastrowid
        assert number is not None
        members = sorted({(*place, number) for side in sides for place in side})
        self.connection.executemany("INSERT INTO members VALUES (?, ?, ?)", members)
        return number

    def touching(self, places: Iterable[Place]) -> list[int]:
        """Return the findings between texts in which claims stand."""
        return self._having(places, own=False)

    def reckoned(self, places: Iterable[Place]) -> list[int]:
        """Return what was reckoned with claims: sums of one text, and ages."""
        return self._having(places, own=True)

    def having(self, places: Iterable[Place]) -> list[int]:
        """Return all findings in which claims stand."""
        places = tuple(places)
        return sorted({*self.touching(places), *self.reckoned(places)})

    def _having(self, places: Iterable[Place], *, own: bool) -> list[int]:
        select = (
            "SELECT number FROM members JOIN findings ON number = finding WHERE document = ? AND claim = ? AND own = ?"
        )
        return sorted({number for place in places for (number,) in self.connection.execute(select, (*place, own))})

    def around(self, places: Iterable[Place]) -> Iterator[Sides]:
        """Yield the sides of the findings between texts in which claims stand; an agreement has one."""
        for number in self.touching(places):
            (sides,) = self.connection.execute("SELECT sides FROM findings WHERE number = ?", (number,)).fetchone()
            yield _sides(sides)

    def home(self, number: int) -> int:
        """Return the document that states the result of a sum."""
        (sides,) = self.connection.execute("SELECT sides FROM findings WHERE number = ?", (number,)).fetchone()
        return _sides(sides)[0][0][0]

    def places(self, numbers: Iterable[int]) -> set[Place]:
        """Return the claims of findings."""
        found: set[Place] = set()
        for number in numbers:
            (sides,) = self.connection.execute("SELECT sides FROM findings WHERE number = ?", (number,)).fetchone()
            found.update(place for side in _sides(sides) for place in side)
        return found

    def remove(self, numbers: Iterable[int], known: Known) -> None:
        """Take findings away, and note the numbers of the conflicts among them."""
        for number in numbers:
            row = self.connection.execute("SELECT fingerprint, sides FROM findings WHERE number = ?", (number,))
            name, sides = row.fetchone()
            if name:
                known.setdefault(name, []).append(number)
            members = {(*place, number) for side in _sides(sides) for place in side}
            self.connection.executemany(
                "DELETE FROM members WHERE document = ? AND claim = ? AND finding = ?", sorted(members)
            )
            self.connection.execute("DELETE FROM findings WHERE number = ?", (number,))

    def clear(self, known: Known) -> None:
        """Take all findings away, and note the numbers of the conflicts among them."""
        rows = self.connection.execute(
            "SELECT fingerprint, number FROM findings WHERE verdict IS NOT NULL ORDER BY number"
        )
        for name, number in rows:
            known.setdefault(name, []).append(number)
        self.connection.execute("DELETE FROM findings")
        self.connection.execute("DELETE FROM members")

    def conflicts(
        self, claim: Callable[[Place], Claim], *, since: int = 0, numbers: Iterable[int] | None = None
    ) -> Iterator[tuple[Conflict, Sides]]:
        """Return the conflicts after a number, or those of some numbers, with the places of their claims."""
        select = (
            "SELECT number, rule, verdict, severity, confidence, message, steps, sides FROM findings "
            "WHERE verdict IS NOT NULL AND number"
        )
        rows: Iterable[Any]
        if numbers is None:
            rows = self.connection.execute(f"{select} > ? ORDER BY number", (since,))
        else:
            rows = (row for number in numbers for row in self.connection.execute(f"{select} = ?", (number,)))
        for number, rule, verdict, severity, confidence, message, steps, sides in rows:
            places = _sides(sides)
            first, second = (tuple(map(claim, side)) for side in places)
            yield (
                Conflict(
                    id=f"k{number}",
                    rule=rule,
                    verdict=verdict,
                    severity=severity,
                    confidence=confidence,
                    sides=(first, second),
                    message=message,
                    steps=tuple(Step(code, text, values) for code, text, values in packing.unpack(steps)),
                ),
                places,
            )

    def agreements(self, claim: Callable[[Place], Claim], numbers: Iterable[int]) -> Iterator[Agreement]:
        """Return those of some findings that are agreements, without their steps."""
        for number in numbers:
            rows = self.connection.execute(
                "SELECT rule, sides FROM findings WHERE number = ? AND verdict IS NULL", (number,)
            )
            for rule, sides in rows:
                yield Agreement(rule, tuple(map(claim, _sides(sides)[0])), ())


def _sides(text: str) -> Sides:
    return [[(document, claim) for document, claim in side] for side in json.loads(text)]
