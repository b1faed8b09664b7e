"""One run of linking: within each document, then with the earlier ones of its affair that it meets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain, repeat
from operator import sub

from claimcheck.linking.affairs import Tie, one_affair
from claimcheck.linking.explaining import Explainer
from claimcheck.linking.groups import Groups
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.likeness import Likeness
from claimcheck.linking.meetings import Meeting
from claimcheck.linking.shelves import Beside, Shelves
from claimcheck.linking.within import fit_within, repeats_of
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Diagnostic, Link, Linking

FEW = 8
"""Claims up to which a text is looked through before it is asked what it has to do with another."""
EXAMPLES = 3
"""Claims that state the same and are held against all others; further ones only join them."""

Held = tuple[int, int, float]
"""Two claims by their numbers, the earlier first, with how well they fit."""


class Session:
    """One run: claims are known by their number, in the order of the documents' dates.

    `firsts` are the numbers by which others know the first claim of each document.
    """

    def __init__(self, vocabulary: Vocabulary, keys: Sequence[DocumentKey], firsts: Sequence[int]) -> None:
        self._keys, self._vocabulary, self._likeness = keys, vocabulary, Likeness(vocabulary)
        sizes = [len(key.claims) for key in keys]
        self._claims: list[ClaimKey] = [*chain.from_iterable([key.claims for key in keys])]
        self._homes = [*chain.from_iterable(map(repeat, range(len(sizes)), sizes))]
        self._starts = [*accumulate(sizes, initial=0)]
        self._firsts = firsts
        # Of a text with few claims it is cheaper to ask what it has to do with another once one of them may fit.
        self._large = frozenset(number for number, size in enumerate(sizes) if size > FEW)
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        self._absorbed: dict[int, int] = {}
        self._shelves = Shelves.of(keys, self._starts)
        self._seats: dict[int, dict[int, int]] = {}
        self._ties: dict[int, Tie | None] = {}
        self._held: list[Held] = []
        self._apart = 0

    def linking(self, meeting: Meeting) -> Linking:
        """Go through the documents by age: the claims of each are held against each other, then against earlier ones."""
        large = self._large
        for document, earlier in enumerate(meeting.earlier):
            self._ties.clear()
            self._repeated(document)
            met = earlier
            if not large.isdisjoint(earlier):
                met = [other for other in earlier if other not in large or self._tie(other, document) is not None]
            if met:
                self._across(document, met)
        for others in self._members.values():
            if len(others) > 1:
                others.sort()
        return Linking(
            links=tuple(self._judged()),
            groups=Groups(self._claims, self._members, self._homes, self._shifts()),
            apart=self._apart,
            explain=Explainer(self._keys, self._vocabulary).explain,
            diagnostics=tuple(self._broad(term, count) for term, count in meeting.broad.items()),
        )

    def _tie(self, one: int, other: int) -> Tie | None:
        """Return what an earlier document and the one whose turn it is have to do with each other, if it is anything."""
        if one in self._ties:
            return self._ties[one]
        first, second = self._keys[one], self._keys[other]
        tie = self._ties[one] = Tie.of(first, second) if one_affair(first, second) else None
        return tie

    def _repeated(self, document: int) -> None:
        """Take over what one document says twice."""
        key, start = self._keys[document], self._starts[document]
        repeats = key.repeats
        if repeats is None:
            repeats = repeats_of(key.claims, self._likeness, short=key.short)
        for place, earlier in repeats.joined:
            self._absorbed[start + place] = start + earlier
            self._members[start + earlier].append(start + place)
        if repeats.held:
            self._held += [(start + one, start + other, fit) for one, other, fit in repeats.held]
        self._apart += repeats.apart

    def _across(self, document: int, met: Sequence[int]) -> None:
        """Link the claims of a document with those of earlier ones."""
        absorbed, members, shelves, start = self._absorbed, self._members, self._shelves, self._starts[document]
        for number, alike in shelves.sharing(document, met):
            if number not in absorbed and number not in members:
                first = self._standing(number, document, alike)
                if first is not None:
                    absorbed[number] = first
                    members[first].append(number)
        for sort, row in shelves.rows(document).items():
            beside: Beside | None = None
            for place, _, _ in row.claims:
                number = start + place
                if number in absorbed:
                    continue
                if beside is None:
                    beside = shelves.beside(document, sort, met)
                found = beside.fitting(self._claims[number], absorbed)
                if found:
                    self._hold(number, sorted(found) if len(found) > 1 else found, document)

    def _standing(self, number: int, document: int, likely: Iterable[int]) -> int | None:
        """Return the claim that stands for a claim, of earlier ones whose values have an end as its own has."""
        claims, absorbed, homes, ties = self._claims, self._absorbed, self._homes, self._ties
        key = claims[number]
        stated, about, sort, strange = key.stated, key.about, key.sort, key.thing.isdisjoint
        otherwise: list[int] = []
        for other in likely:
            item = claims[other]
            if item.stated != stated or item.sort != sort or strange(item.thing):
                continue
            first = absorbed.get(other, other)
            if item.about != about:
                otherwise.append(first)
                continue
            home = homes[first]
            if (ties[home] if home in ties else self._tie(home, document)) is not None:
                return first
        return None if len(otherwise) < EXAMPLES else self._example(number, document, {*otherwise})

    def _example(self, number: int, document: int, firsts: AbstractSet[int]) -> int | None:
        """Return the first claim that a claim may join, if there are enough that state the same in other words."""
        claims, fit, key = self._claims, self._likeness.fit, self._claims[number]
        ties = [(first, self._tie(self._homes[first], document)) for first in sorted(firsts)]
        tied = [(first, tie) for first, tie in ties if tie is not None]
        if len(tied) < EXAMPLES:
            return None
        return next((first for first, tie in tied if fit(claims[first], key, tie) is not None), None)

    def _hold(self, number: int, earlier: Iterable[int], document: int) -> None:
        """Hold a claim of the document whose turn it is against earlier ones; each pair comes here once."""
        claims, homes, ties, held, fit_of = self._claims, self._homes, self._ties, self._held, self._likeness.fit
        key = claims[number]
        for other in earlier:
            home = homes[other]
            tie = ties[home] if home in ties else self._tie(home, document)
            if tie is not None:
                fit = fit_of(claims[other], key, tie)
                if fit is None:
                    self._apart += 1
                else:
                    held.append((other, number, fit))

    def _judged(self) -> Iterator[Link]:
        """Yield the links between claims that stand for others, judged where both sides are in one text."""
        claims, absorbed, members = self._claims, self._absorbed, self._members
        homes, shifts = self._homes, self._shifts()
        for one, other, held in self._held:
            if one in absorbed or other in absorbed:
                continue
            fit: float | None = held
            if one in members or other in members:
                pair = self._meeting(one, other)
                if pair is None:
                    continue
                if pair != (one, other):
                    fit = self._refitted(*sorted(pair))
            if fit is not None:
                left, right = one + shifts[homes[one]], other + shifts[homes[other]]
                yield Link(claims[one].claim, claims[other].claim, fit, left, right)

    def _shifts(self) -> list[int]:
        """Return by document how far the numbers of its claims are from those by which others know them."""
        return [*map(sub, self._firsts, self._starts)]

    def _refitted(self, one: int, other: int) -> float | None:
        first, second = (self._keys[self._homes[number]] for number in (one, other))
        if first is second:
            return fit_within(self._claims[one], self._claims[other], self._likeness, short=first.short)
        return self._likeness.fit(self._claims[one], self._claims[other], Tie.of(first, second))

    def _meeting(self, one: int, other: int) -> tuple[int, int] | None:
        """Return the claims by which two groups are judged: where one text makes both claims it is judged within that text.

        None where that text makes them in one sentence, and so tells them apart.
        """
        homes, members = self._homes, self._members
        if one not in members or other not in members:
            alone, first = (one, other) if one not in members else (other, one)
            strangers = homes[alone] not in self._seated(first)
        else:
            strangers = self._seated(one).keys().isdisjoint(self._seated(other))
        if strangers:
            return one, other
        mine = self._seated(one)
        rights = (other, *members.get(other, ()))
        left, right = next((mine[home], right) for right in rights if (home := homes[right]) in mine)
        sentences = (self._claims[number].claim.sentence for number in (left, right))
        return None if next(sentences) == next(sentences) else (left, right)

    def _seated(self, first: int) -> Mapping[int, int]:
        """Return by document the earliest of the claims for which one stands."""
        seats = self._seats.get(first)
        if seats is None:
            numbers = (first, *self._members.get(first, ()))
            seats = self._seats[first] = {self._homes[number]: number for number in reversed(numbers)}
        return seats

    def _broad(self, term: str, count: int) -> Diagnostic:
        first = next(key for key in self._keys if term in key.capital).analysis.document.id
        text = f"{term!r} stands in {count:,} documents: what they share only by it is compared with what is nearest in time"
        return Diagnostic(first, 0, 0, "broad-name", text)
