"""What stands around the figures of a document: the keys of its claims."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import not_

from claimcheck.linking.figures import exact
from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.naming import acronym
from claimcheck.linking.slots import Filled, Slots
from claimcheck.linking.sorts import measured, sort_of
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Claim, Span, Tokens

REACH = 24
"""How many tokens around a figure may belong to it."""
LONG = 160
"""Tokens of a sentence from which on only those near a figure are looked at for what fills its places."""
BARE = frozenset({"count", "number", "amount", "share", "percent", "total", "figure"})
"""Measures that name no thing."""
KINDS = frozenset({"money", "time"})
"""Words before a participle in a measure that say only of which kind the amount is."""
BREAKS = frozenset({*",;:()[]—–|", "and", "but", "while", "whereas", "with", "against", "including", "compared"})
"""Tokens at which what belongs to one figure ends."""
BROKEN = frozenset({("of", "which"), ("for", "a"), ("for", "an")})
"""The same for two tokens."""
NOWHERE: frozenset[str] = frozenset()
SUSPECTS = BREAKS | {"-", *(first for first, _ in BROKEN)}
"""Tokens at which it may end: a hyphen only where it stands apart."""


class Surroundings:
    """The terms of a document's tokens, and where its mentions stand among them."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens, analysis: Analysis) -> None:
        self.terms = [*map(vocabulary.term, tokens.norms)]
        self._vocabulary, self._tokens, self._analysis = vocabulary, tokens, analysis
        self._stems = [*map(vocabulary.stem, tokens.norms)]
        self._ranges = [self._range(item.start, item.end) for item in analysis.mentions]
        self._lows = [low for low, _ in self._ranges]
        self._figures = {item.start: number for number, item in enumerate(analysis.mentions)}
        self._breaks = _breaks(tokens)
        self._sentences: dict[int, tuple[tuple[int, int], frozenset[str]]] = {}
        self._slots: Slots | None = None
        self._named: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {(): (NOWHERE, NOWHERE)}

    def cases(self) -> tuple[set[str], set[str]]:
        """Return the terms of words in lower case, and of words with a capital."""
        small = [kind == "a" for kind in self._tokens.kinds]
        low, capital = {*compress(self.terms, small)}, {*compress(self.terms, map(not_, small))}
        return low - {""}, capital - {""}

    def claim_keys(self, *, short: bool) -> Iterator[ClaimKey]:
        """Make the key of each claim; in a text that is not `short` slots only tell apart what may be said twice."""
        claims = self._analysis.claims
        sorts = [sort_of(claim) for claim in claims]
        counted = [
            None if _is_former(claim) else measured(claim, sort) for claim, sort in zip(claims, sorts, strict=True)
        ]
        values: defaultdict[str | None, list[object]] = defaultdict(list)
        for claim, what in zip(claims, counted, strict=True):
            values[what].append(claim.mention.value)
        sizes = {what: len(found) if len(found) == 1 else len({*found}) for what, found in values.items()}
        told, places = self._told(claims, sorts), _places(claims, sorts)
        rows = Counter([(sort, claim.measure) for claim, sort in zip(claims, sorts, strict=True)])
        for number, (claim, sort, what) in enumerate(zip(claims, sorts, counted, strict=True)):
            elsewhere = NOWHERE if claim.scope.place else places.get((sort, claim.scope.head), NOWHERE)
            apart = told.get(number, NOWHERE), elsewhere, short or rows[sort, claim.measure] > 1
            yield self._claim_key(claim, sort, what, 0 if what is None else sizes[what], *apart)

    def _told(self, claims: Sequence[Claim], sorts: Sequence[str]) -> dict[int, frozenset[str]]:
        """Return the terms that tell a claim from a plainer one of its measure, by the claims' numbers."""
        rows: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
        for number, (claim, sort) in enumerate(zip(claims, sorts, strict=True)):
            if claim.scope.known and sort != "date":
                rows[sort, claim.measure].append(number)
        told: dict[int, frozenset[str]] = {}
        for row in rows.values():
            if len(row) > 1:
                words = {number: self._qualifiers(claims[number]) for number in row}
                plainest = min(words.values(), key=len)
                told.update((number, own - plainest) for number, own in words.items() if plainest < own)
        return told

    def _qualifiers(self, claim: Claim) -> frozenset[str]:
        scope, vocabulary = claim.scope, self._vocabulary
        return frozenset(vocabulary.phrase(scope.group or "")) | self._names(scope.names)[0]

    def _claim_key(
        self,
        claim: Claim,
        sort: str,
        what: str | None,
        values: int,
        told: frozenset[str],
        elsewhere: frozenset[str],
        slots: bool,
    ) -> ClaimKey:
        vocabulary, terms, stems = self._vocabulary, self.terms, self._stems
        scope, measure = claim.scope, claim.measure or ""
        sentence, said = self._sentence(claim.sentence)
        (left, first), (last, right) = self._stretch(claim, sentence)
        start, end = self._subject(claim, sentence)
        thing, head = vocabulary.thing(("" if measure in BARE and scope.head is None else _named(claim), scope.head))
        names, initials = self._names(scope.names)
        near = {*thing, *terms[left:first], *terms[last:right], *terms[start:end], *initials}
        for word in (*scope.words, scope.group or ""):
            near.update(vocabulary.phrase(word))
        near.discard("")
        around = near | self._names(scope.context)[1] if scope.context else near
        figure, digits = exact(claim, sort)
        aside = [*map(vocabulary.stem, (*measure.split(), *scope.words)), *stems[start:end]]
        aside += (*stems[left:first], *stems[last:right])
        if claim.time is None and sort != "date":
            aside += stems[right : right + 2]  # 9 percent in July
        return ClaimKey(
            claim=claim,
            sort=sort,
            head=head,
            thing=thing,
            near=frozenset(near),
            context=said if around <= said else said | around,
            names=names if names.isdisjoint(thing) else names.difference(thing),
            sides=vocabulary.sides(aside),
            sole=what if values == 1 else None,
            twin=what if values == 2 else None,
            figure=figure,
            digits=digits,
            told=told,
            elsewhere=elsewhere,
            slots=self._filled(
                sentence, (left, right), sorted({*range(left, first), *range(last, right), *range(start, end)}), sort
            )
            if slots
            else (),
        )

    def _subject(self, claim: Claim, sentence: tuple[int, int]) -> tuple[int, int]:
        """Return the tokens of a claim's subject, without a period before its noun, which its time gives."""
        subject = claim.subject
        if subject is None:
            return 0, 0
        inside = claim.sentence.start <= subject.start < claim.sentence.end
        start, end = self._range(subject.start, subject.end, *(sentence if inside else (0, None)))
        place = bisect_left(self._lows, start)
        if place < len(self._lows) and self._lows[place] == start:
            mention = self._analysis.mentions[place]
            start = self._ranges[place][1] if mention.timex is not None else start
        return min(start, end), end

    def _range(self, start: int, end: int, low: int = 0, high: int | None = None) -> tuple[int, int]:
        """Return the tokens that stand between two offsets, mostly few, the first of them between two tokens."""
        starts = self._tokens.starts
        high = low = bisect_left(starts, start, low, high)
        while high < len(starts) and starts[high] < end:
            high += 1
        return low, high

    def _sentence(self, span: Span) -> tuple[tuple[int, int], frozenset[str]]:
        """Return the tokens of a sentence, and its terms."""
        known = self._sentences.get(span.start)
        if known is None:
            starts = self._tokens.starts
            low = bisect_left(starts, span.start)
            high = bisect_left(starts, span.end, low)
            known = self._sentences[span.start] = (low, high), frozenset(filter(None, self.terms[low:high]))
        return known

    def _filled(
        self, sentence: tuple[int, int], near: tuple[int, int], places: Iterable[int], sort: str
    ) -> tuple[Filled, ...]:
        """Return what fills the places of a claim's sentence, `near` being the tokens around its figure."""
        if self._slots is None:
            analysis = self._analysis
            speakers = (item.speaker for item in analysis.attributions if item.speaker is not None)
            self._slots = Slots(
                self._vocabulary,
                self._tokens,
                self.terms,
                analysis.names,
                zip(analysis.mentions, self._ranges, strict=True),
                (self._range(item.start, item.end) for item in speakers),
            )
        low, high = sentence
        if high - low > LONG:  # so that no sentence costs more than its length
            low, high = max(low, near[0] - LONG // 2), min(high, near[1] + LONG // 2)
        return self._slots.of((low, high), places, self._called, sort)

    def _called(self, name: str) -> frozenset[str]:
        return self._names((name,))[0]

    def _names(self, names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms of some names, with the initials that may stand for them, and these alone."""
        known = self._named.get(names)
        if known is None:
            initials = frozenset(short for name in names if (short := acronym(name)))
            known = self._named[names] = frozenset(self._vocabulary.terms(" ".join(names))) | initials, initials
        return known

    def _stretch(self, claim: Claim, sentence: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the tokens before and after a figure up to a break in the sentence or the next figure."""
        number, lows, breaks = self._figures[claim.mention.start], self._lows, self._breaks
        first, last = self._ranges[number]
        before = self._ranges[number - 1][1] if number else 0
        after = lows[number + 1] if number + 1 < len(lows) else self._tokens.size
        lowest = max(sentence[0], before, first - REACH)
        highest = min(sentence[1], after, last + REACH)
        place, end = bisect_left(breaks, first), bisect_left(breaks, last)
        left = max(lowest, breaks[place - 1] + 1) if place else lowest
        right = min(highest, breaks[end]) if end < len(breaks) else highest
        return (min(left, first), first), (last, max(right, last))


def _is_former(claim: Claim) -> bool:
    """Tell whether a figure is one from which another moved, beside which that is still the only one of its time."""
    quantity = claim.mention.quantity
    return quantity is not None and quantity.role == "from"


def _named(claim: Claim) -> str:
    """Return the words of a measure that name a thing: what was done, of "money stolen" and "time served"."""
    kind, _, done = (claim.measure or "").partition(" ")
    return done if done and kind in KINDS and not claim.scope.known else claim.measure or ""


def _places(claims: Sequence[Claim], sorts: Sequence[str]) -> dict[tuple[str, str | None], frozenset[str]]:
    """Return the places of the claims of each sort and noun: where soldiers are tells nothing of where fighters are."""
    places: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for claim, sort in zip(claims, sorts, strict=True):
        if claim.scope.place:
            places[sort, claim.scope.head].add(claim.scope.place)
    return {of: frozenset(found) for of, found in places.items()}


def _breaks(tokens: Tokens) -> list[int]:
    """Return the tokens at which what belongs to one figure ends."""
    suspects = tokens.among(SUSPECTS)
    return [index for index in suspects if tokens.norms[index] in BREAKS or _is_broken(tokens, index)]


def _is_broken(tokens: Tokens, index: int) -> bool:
    norm = tokens.norms[index]
    if norm == "-":
        return not tokens.glued(index)
    return index + 1 < len(tokens) and (norm, tokens.norms[index + 1]) in BROKEN
