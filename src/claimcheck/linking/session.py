"""One run of linking: within each document, then with the earlier ones of its affair that it meets."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from claimcheck.linking.affairs import Tie, one_affair
from claimcheck.linking.explaining import Explainer
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.likeness import LEAST_FIT, LEAST_FIT_TWINS, LEAST_FIT_WITHIN, Likeness
from claimcheck.linking.meetings import Meeting
from claimcheck.linking.polls import ASKED
from claimcheck.linking.shelves import Entry, Shelf, Shelves
from claimcheck.linking.statements import about, is_plain, replaces
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Diagnostic, Link, Linking

RELIEF = 0.15
"""How much less two claims need to share where nothing else in their texts could be meant."""
ROWS = 32
"""Claims of one measure and noun in one text that a further one is held against: more are a table."""
EXAMPLES = 3
"""Claims that state the same and are held against all others; further ones only join them."""


class Session:
    """One run: claims are known by their number, in the order of the documents' dates."""

    def __init__(self, vocabulary: Vocabulary, keys: Sequence[DocumentKey]) -> None:
        self._keys, self._vocabulary, self._likeness = keys, vocabulary, Likeness(vocabulary)
        self._claims: list[ClaimKey] = [claim for key in keys for claim in key.claims]
        self._homes = [number for number, key in enumerate(keys) for _ in key.claims]
        ends = [*accumulate((len(key.claims) for key in keys), initial=0)]
        self._shelves = Shelves(keys, [*map(range, ends, ends[1:])])
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        self._absorbed: dict[int, int] = {}
        self._ties: dict[int, Tie | None] = {}
        self._held: list[tuple[int, int, float]] = []
        self._apart = 0

    def linking(self, meeting: Meeting) -> Linking:
        """Go through the documents by age: the claims of each are held against each other, then against earlier ones."""
        for document, earlier in enumerate(meeting.earlier):
            self._ties = {document: Tie.of(self._keys[document], self._keys[document])}
            met = [other for other in earlier if self._tie(other, document) is not None]
            *others, own = self._shelves.of([*met, document])
            for sort, shelf in own.items():
                if len(shelf.entries) > 1:
                    self._within(shelf.entries)
                shelves = [other[sort] for other in others if sort in other]
                if shelves:
                    self._across(document, shelf.entries, shelves)
        claims = self._claims
        return Linking(
            links=tuple(Link(claims[one].claim, claims[other].claim, fit) for one, other, fit in self._judged()),
            groups={
                claims[first].claim.id: tuple(claims[number].claim for number in (first, *sorted(others)))
                for first, others in sorted(self._members.items())
                if first not in self._absorbed
            },
            apart=self._apart,
            explain=Explainer(self._keys, self._vocabulary).explain,
            diagnostics=tuple(self._broad(term, count) for term, count in meeting.broad.items()),
        )

    def _tie(self, one: int, other: int) -> Tie | None:
        """Return what an earlier document and the one whose turn it is have to do with each other, if it is anything."""
        try:
            return self._ties[one]
        except KeyError:
            first, second = self._keys[one], self._keys[other]
            tie = self._ties[one] = Tie.of(first, second) if one_affair(first, second) else None
            return tie

    def _within(self, entries: Sequence[Entry]) -> None:
        """Link what one text says twice, and gather what it repeats to the word; one sentence tells its figures apart."""
        rows: defaultdict[object, list[Entry]] = defaultdict(list)
        for entry in entries:
            claim = entry.key.claim
            rows[claim.measure, claim.scope.head].append(entry)
        for row in rows.values():
            if len(row) > 1:
                self._along(row)

    def _along(self, row: Sequence[Entry]) -> None:
        """Hold claims of one measure and noun in one text against each other."""
        said: dict[object, int] = {}
        met: list[Entry] = []
        for entry in row:
            number, key, stated = entry
            first = said.setdefault((stated, about(key.claim)), number)
            if first != number:
                self._absorb(number, first)
                continue
            for other in met[-ROWS:]:
                if other.key.claim.sentence != key.claim.sentence or replaces(other.key, key):
                    self._hold(other.number, number)
            met.append(entry)

    def _across(self, document: int, entries: Sequence[Entry], shelves: Sequence[Shelf]) -> None:
        """Link the claims of one sort of a document with those of earlier ones."""
        short, absorbed = self._keys[document].short, self._absorbed
        for number, key, stated in entries:
            if number in absorbed:
                continue
            alike = {other for shelf in shelves for other in shelf.alike(key, stated)}
            if alike and self._joined(number, sorted(alike)):
                continue
            found = {other for shelf in shelves for other in shelf.candidates(key, short=short)}
            for other in sorted({absorbed.get(other, other) for other in found}):
                self._hold(other, number)

    def _joined(self, number: int, alike: Sequence[int]) -> bool:
        """Join a claim to the ones that say the same, if to the word or if they are examples enough."""
        if number in self._members:
            return False
        said, document = about(self._claims[number].claim), self._homes[number]
        firsts = {other: self._absorbed.get(other, other) for other in alike}
        near = {other: first for other, first in firsts.items() if self._tie(self._homes[first], document)}
        for other, first in near.items():
            if about(self._claims[other].claim) == said:
                self._absorb(number, first)
                return True
        examples = sorted(set(near.values()))
        if len(examples) < EXAMPLES:
            return False
        for first in examples:
            if self._fit(first, number, self._tie(self._homes[first], document)) is not None:
                self._absorb(number, first)
                return True
        return False

    def _absorb(self, number: int, first: int) -> None:
        self._absorbed[number] = first
        self._members[first].append(number)

    def _hold(self, one: int, other: int) -> None:
        """Hold two claims against each other, the earlier first; each pair comes here once."""
        tie = self._tie(self._homes[one], self._homes[other])
        if tie is not None:
            fit = self._fit(one, other, tie)
            if fit is None:
                self._apart += 1
            else:
                self._held.append((one, other, fit))

    def _fit(self, one: int, other: int, tie: Tie | None) -> float | None:
        """Return how well two claims of one affair fit; None if not enough."""
        left, right = self._claims[one], self._claims[other]
        first, second = self._homes[one], self._homes[other]
        if tie is None or (tie.polled and left.sort in ASKED):
            return None
        fit = self._likeness.fit(left, right, tie, slip=self._is_slip(left, right, first, second))
        if first == second:
            twins = left.twin is not None and left.twin == right.twin and is_plain(left, right)
            least = LEAST_FIT_TWINS if twins else LEAST_FIT_WITHIN
        else:
            relieved = tie.short or (left.sole is not None and left.sole == right.sole)
            least = LEAST_FIT - RELIEF if relieved else LEAST_FIT
        return None if fit < least else round(fit, 4)

    def _is_slip(self, left: ClaimKey, right: ClaimKey, first: int, second: int) -> bool:
        """Tell whether two figures have the same digits, and each is in its own text only."""
        if left.digits is None or left.digits != right.digits or left.figure == right.figure:
            return False
        return left.figure not in self._keys[second].figures and right.figure not in self._keys[first].figures

    def _judged(self) -> Iterator[tuple[int, int, float]]:
        """Return the links between claims that stand for others, judged where both sides are in one text."""
        absorbed = self._absorbed
        for one, other, fit in self._held:
            if one in absorbed or other in absorbed:
                continue
            pair = self._meeting(one, other)
            if pair is None:
                continue
            found = fit if pair == (one, other) else self._refitted(*sorted(pair))
            if found is not None:
                yield one, other, found

    def _refitted(self, one: int, other: int) -> float | None:
        first, second = (self._keys[self._homes[number]] for number in (one, other))
        return self._fit(one, other, Tie.of(first, second))

    def _meeting(self, one: int, other: int) -> tuple[int, int] | None:
        """Return the claims by which two groups are judged: where one text makes both claims it is judged within that text.

        None where that text makes them in one sentence, and so tells them apart.
        """
        if one not in self._members and other not in self._members:
            return one, other
        mine = {self._homes[number]: number for number in reversed((one, *self._members.get(one, ())))}
        for right in (other, *self._members.get(other, ())):
            left = mine.get(self._homes[right])
            if left is not None:
                sentences = (self._claims[number].claim.sentence for number in (left, right))
                return None if next(sentences) == next(sentences) else (left, right)
        return one, other

    def _broad(self, term: str, count: int) -> Diagnostic:
        first = next(key for key in self._keys if term in key.capital).analysis.document.id
        text = f"{term!r} stands in {count:,} documents: what they share only by it is compared with what is nearest in time"
        return Diagnostic(first, 0, 0, "broad-name", text)
