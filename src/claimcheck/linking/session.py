"""One run of linking: within each document, then with the earlier ones of its affair that it meets."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from claimcheck.linking.affairs import Affairs
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.likeness import LEAST_FIT, LEAST_FIT_TWINS, LEAST_FIT_WITHIN, Likeness
from claimcheck.linking.meetings import Meeting
from claimcheck.linking.polls import asked_otherwise
from claimcheck.linking.shelves import Shelf
from claimcheck.linking.statements import about, is_plain, replaces, statement
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Diagnostic, Link, Linking, Step
from claimcheck.model.steps import step

RELIEF = 0.15
"""How much less two claims need to share where nothing else in their texts could be meant."""
ROWS = 32
"""Claims of one measure and noun in one text that a further one is held against: more are a table."""
EXAMPLES = 3
"""Claims that state the same and are held against all others; further ones only join them."""
KEPT = 4096
"""Documents whose claims stay at hand: those that meet are mostly near in time."""


class Session:
    """One run: claims are known by their number, in the order of the documents' dates."""

    def __init__(self, vocabulary: Vocabulary, keys: Sequence[DocumentKey]) -> None:
        self._keys = keys
        self._affairs, self._likeness = Affairs(keys, vocabulary), Likeness(vocabulary)
        self._claims: list[ClaimKey] = [claim for key in keys for claim in key.claims]
        self._homes = [number for number, key in enumerate(keys) for _ in key.claims]
        ends = [*accumulate((len(key.claims) for key in keys), initial=0)]
        self._ranges = [*map(range, ends, ends[1:])]
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        self._absorbed: dict[int, int] = {}
        self._shelves: dict[int, dict[str, Shelf]] = {}
        self._fits: dict[tuple[int, int], float] = {}
        self._numbers: dict[str, int] = {}
        self._known: dict[object, int] = {}
        self._states = [-1] * len(self._claims)
        self._apart = 0

    def linking(self, meeting: Meeting) -> Linking:
        """Go through the documents by age: the claims of each are held against each other, then against earlier ones."""
        for document, numbers in enumerate(self._ranges):
            self._within(numbers)
            earlier = [other for other in meeting.earlier[document] if self._affairs.one_affair(other, document)]
            if earlier:
                self._across(document, [self._shelved(other) for other in earlier])
        claims = self._claims
        judged = [*self._judged()]
        self._numbers.update((claims[number].claim.id, number) for pair, _ in judged for number in pair)
        return Linking(
            links=tuple(Link(claims[left].claim, claims[right].claim, fit) for (left, right), fit in judged),
            groups={
                claims[first].claim.id: tuple(claims[number].claim for number in (first, *others))
                for first, others in sorted(self._members.items())
                if first not in self._absorbed
            },
            apart=self._apart,
            explain=self._explain,
            diagnostics=tuple(self._broad(term, count) for term, count in meeting.broad.items()),
        )

    def _within(self, numbers: range) -> None:
        """Link what one text says twice, and gather what it repeats to the word; one sentence tells its figures apart."""
        rows: defaultdict[object, list[int]] = defaultdict(list)
        for number in numbers:
            key = self._claims[number]
            rows[key.sort, key.claim.measure, key.claim.scope.head].append(number)
        for row in rows.values():
            if len(row) > 1:
                self._along(row)

    def _along(self, row: Sequence[int]) -> None:
        """Hold claims of one measure and noun in one text against each other."""
        said: dict[object, int] = {}
        met: list[int] = []
        for number in row:
            key = self._claims[number]
            first = said.setdefault((self._state(number), about(key.claim)), number)
            if first != number:
                self._absorb(number, first)
                continue
            for other in met[-ROWS:]:
                if self._claims[other].claim.sentence != key.claim.sentence or replaces(self._claims[other], key):
                    self._hold(other, number)
            met.append(number)

    def _shelved(self, document: int) -> dict[str, Shelf]:
        """Return the claims of a document by sort."""
        shelves = self._shelves.get(document)
        if shelves is None:
            short = self._keys[document].short
            shelves = self._shelves[document] = {}
            for number in self._ranges[document]:
                key = self._claims[number]
                shelf = shelves.get(key.sort)
                if shelf is None:
                    shelf = shelves[key.sort] = Shelf(short)
                shelf.claims.append((number, key, self._state(number)))
            if len(self._shelves) > KEPT:
                del self._shelves[next(iter(self._shelves))]
        return shelves

    def _across(self, document: int, earlier: Sequence[dict[str, Shelf]]) -> None:
        """Link the claims of a document with those of earlier ones."""
        short = self._keys[document].short
        for number in self._ranges[document]:
            if number in self._absorbed:
                continue
            key = self._claims[number]
            shelves = [shelf for sorts in earlier if (shelf := sorts.get(key.sort)) is not None]
            if not shelves:
                continue
            alike = {other for shelf in shelves for other in shelf.alike(key, self._state(number))}
            if alike and self._joined(number, sorted(alike)):
                continue
            found: set[int] = set()
            for shelf in shelves:
                found.update(shelf.candidates(key, short=short))
            for other in sorted({self._absorbed.get(other, other) for other in found}):
                self._hold(other, number)

    def _state(self, number: int) -> int:
        """Return the number of what a claim states, which all that state the same share."""
        known = self._states[number]
        if known < 0:
            states = self._known
            known = self._states[number] = states.setdefault(statement(self._claims[number].claim), len(states))
        return known

    def _joined(self, number: int, alike: Sequence[int]) -> bool:
        """Join a claim to the ones that say the same, if to the word or if they are examples enough."""
        if number in self._members:
            return False
        said, document = about(self._claims[number].claim), self._homes[number]
        firsts = {other: self._absorbed.get(other, other) for other in alike}
        near = {
            other: first for other, first in firsts.items() if self._affairs.one_affair(self._homes[first], document)
        }
        for other, first in near.items():
            if about(self._claims[other].claim) == said:
                self._absorb(number, first)
                return True
        examples = sorted(set(near.values()))
        if len(examples) < EXAMPLES:
            return False
        for first in examples:
            if self._fit(first, number) is not None:
                self._absorb(number, first)
                return True
        return False

    def _absorb(self, number: int, first: int) -> None:
        self._absorbed[number] = first
        self._members[first].append(number)

    def _hold(self, one: int, other: int) -> None:
        """Hold two claims against each other, the earlier first; each pair comes here once."""
        if self._affairs.one_affair(self._homes[one], self._homes[other]):
            fit = self._fit(one, other)
            if fit is None:
                self._apart += 1
            else:
                self._fits[one, other] = fit

    def _fit(self, one: int, other: int) -> float | None:
        """Return how well two claims of one affair fit; None if not enough."""
        left, right = self._claims[one], self._claims[other]
        first, second = self._homes[one], self._homes[other]
        if first != second and asked_otherwise(self._keys[first], self._keys[second], left.sort):
            return None
        short = self._keys[first].short and self._keys[second].short
        subject = self._affairs.one_subject(first, second)
        slip = self._is_slip(left, right, first, second)
        fit = self._likeness.fit(left, right, short=short, one_subject=subject, slip=slip)
        least = LEAST_FIT_WITHIN if first == second else LEAST_FIT
        if first != second and (short or (left.sole is not None and left.sole == right.sole)):
            least -= RELIEF
        if first == second and left.twin is not None and left.twin == right.twin and is_plain(left, right):
            least = LEAST_FIT_TWINS
        return None if fit < least else round(fit, 4)

    def _is_slip(self, left: ClaimKey, right: ClaimKey, first: int, second: int) -> bool:
        """Tell whether two figures have the same digits, and each is in its own text only."""
        if left.digits is None or left.digits != right.digits or left.figure == right.figure:
            return False
        return left.figure not in self._keys[second].figures and right.figure not in self._keys[first].figures

    def _judged(self) -> Iterator[tuple[tuple[int, int], float]]:
        """Return the links between claims that stand for others, judged where both sides are in one text."""
        for (one, other), fit in self._fits.items():
            if one in self._absorbed or other in self._absorbed:
                continue
            pair = self._meeting(one, other)
            if pair is None:
                continue
            found = fit if pair == (one, other) else self._fit(*sorted(pair))
            if found is not None:
                yield (one, other), found

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

    def _explain(self, link: Link) -> tuple[Step, ...]:
        """Say what makes two linked claims comparable."""
        one, other = self._numbers[link.left.id], self._numbers[link.right.id]
        first, second = self._homes[one], self._homes[other]
        sentence = link.left.sentence.of(self._keys[first].analysis.document.text)
        steps = self._likeness.steps(self._claims[one], self._claims[other], sentence)
        terms = self._affairs.shown(first, second) if first != second else ""
        return (*steps, step("same-topic", terms=terms)) if terms else tuple(steps)

    def _broad(self, term: str, count: int) -> Diagnostic:
        first = next(key for key in self._keys if term in key.capital).analysis.document.id
        text = f"{term!r} stands in {count:,} documents: what they share only by it is compared with what is nearest in time"
        return Diagnostic(first, 0, 0, "broad-name", text)
