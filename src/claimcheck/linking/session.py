"""One run of linking: within each document, then with the earlier ones of its affair that it meets."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from claimcheck.linking.affairs import Tie, one_affair
from claimcheck.linking.explaining import Explainer
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.likeness import LEAST_FIT, Likeness
from claimcheck.linking.meetings import Meeting
from claimcheck.linking.polls import ASKED
from claimcheck.linking.shelves import Entry, Shelves
from claimcheck.linking.statements import about, statement
from claimcheck.linking.within import fit_within, repeats_of
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Diagnostic, Link, Linking

RELIEF = 0.15
"""How much less two claims need to share where nothing else in their texts could be meant."""
FEW = 8
"""Claims up to which a text is looked through before it is asked what it has to do with another."""
EXAMPLES = 3
"""Claims that state the same and are held against all others; further ones only join them."""


class Session:
    """One run: claims are known by their number, in the order of the documents' dates."""

    def __init__(self, vocabulary: Vocabulary, keys: Sequence[DocumentKey]) -> None:
        self._keys, self._vocabulary, self._likeness = keys, vocabulary, Likeness(vocabulary)
        self._claims: list[ClaimKey] = [claim for key in keys for claim in key.claims]
        self._homes = [number for number, key in enumerate(keys) for _ in key.claims]
        ends = [*accumulate((len(key.claims) for key in keys), initial=0)]
        self._starts = ends
        self._shelves = Shelves(keys, ends)
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        self._absorbed: dict[int, int] = {}
        self._ties: dict[int, Tie | None] = {}
        self._held: list[tuple[int, int, float]] = []
        self._apart = 0

    def linking(self, meeting: Meeting) -> Linking:
        """Go through the documents by age: the claims of each are held against each other, then against earlier ones."""
        for document, earlier in enumerate(meeting.earlier):
            self._ties.clear()
            self._repeated(document)
            # Of a text with few claims it is cheaper to ask once one of them may fit.
            met = [
                other
                for other in earlier
                if len(self._keys[other].claims) <= FEW or self._tie(other, document) is not None
            ]
            if met:
                self._across(document, met)
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

    def _repeated(self, document: int) -> None:
        """Take over what one document says twice."""
        key, first = self._keys[document], self._starts[document]
        repeats = key.repeats
        if repeats is None:
            repeats = repeats_of(key.claims, self._likeness, short=key.short)
        for place, earlier in repeats.joined:
            self._absorb(first + place, first + earlier)
        self._held += ((first + one, first + other, fit) for one, other, fit in repeats.held)
        self._apart += repeats.apart

    def _across(self, document: int, met: Sequence[int]) -> None:
        """Link the claims of a document with those of earlier ones."""
        absorbed = self._absorbed
        for entries, counterparts in self._shelves.beside(document, met):
            for number, key, end in entries:
                if number in absorbed:
                    continue
                likely = counterparts.ending(end)
                if not (likely and self._joined(number, key, likely)):
                    found = {absorbed.get(entry[0], entry[0]) for entry in counterparts.of(key)}
                    for other in sorted(found) if len(found) > 1 else found:
                        self._hold(other, number)

    def _joined(self, number: int, key: ClaimKey, likely: Sequence[Entry]) -> bool:
        """Join a claim to the ones that say the same, if to the word or if they are examples enough."""
        if number in self._members:
            return False
        claim, thing, document = key.claim, key.thing, self._homes[number]
        stated, said = statement(claim), about(claim)
        examples: set[int] = set()
        for other, item, _ in sorted(likely, key=_number) if len(likely) > 1 else likely:
            if thing.isdisjoint(item.thing) or statement(item.claim) != stated:
                continue
            first = self._absorbed.get(other, other)
            if self._tie(self._homes[first], document) is None:
                continue
            if about(item.claim) == said:
                self._absorb(number, first)
                return True
            examples.add(first)
        if len(examples) < EXAMPLES:
            return False
        for first in sorted(examples):
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
        if tie is None or (tie.polled and left.sort in ASKED):
            return None
        slip = left.digits is not None and left.digits == right.digits and self._is_slip(one, other)
        fit = self._likeness.fit(left, right, tie, slip=slip)
        relieved = tie.short or (left.sole is not None and left.sole == right.sole)
        return None if fit < (LEAST_FIT - RELIEF if relieved else LEAST_FIT) else round(fit, 4)

    def _is_slip(self, one: int, other: int) -> bool:
        """Tell whether of two figures that have the same digits each is in its own text only."""
        left, right = self._claims[one].figure, self._claims[other].figure
        if left == right:
            return False
        first, second = self._keys[self._homes[one]], self._keys[self._homes[other]]
        return left not in second.figures and right not in first.figures

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
        if first is second:
            return fit_within(self._claims[one], self._claims[other], self._likeness, short=first.short)
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


_number = itemgetter(0)
"""Return the number of an entry."""
