"""Finding the claims that are worth comparing, without looking at all pairs."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.linking.acronyms import expansions
from claimcheck.linking.likeness import LEAST_FIT, LEAST_FIT_WITHIN, Likeness
from claimcheck.linking.profiles import Profile, Profiler, sort_of
from claimcheck.linking.topics import Topics
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Claim, Link, Linking

BLOCK = 300
"""A block with more distinct claims than this is split by what they measure."""
PAIRS = 150_000
"""Pairs that are looked at before blocks grow smaller, so that the work stays in proportion to the claims."""
LEAST_REACH = 8

SHORT = 500
"""Characters of a text that has hardly room for two things of one sort."""
RELIEF = 0.15
"""How much less two claims need to share where nothing else in their texts could be meant."""
AFFAIRS = 50
"""How many affairs a claim is tried with before it is taken for one of its own."""
GENERIC = frozenset({"person", "people", "thing", "part", "number", "year", "day", "time", "point", "other"})


@frozen
class Linker:
    """Pairs claims whose subjects fit together, whatever their values."""

    lexicon: Lexicon
    vocabulary: Vocabulary

    @classmethod
    def build(cls, lexicon: Lexicon) -> "Linker":
        """Read the word classes."""
        return cls(lexicon, Vocabulary.of(lexicon))

    def link(self, analyses: Sequence[Analysis]) -> Linking:
        """Link the claims of documents, between them and within each."""
        analyses = sorted(analyses, key=lambda analysis: (analysis.dated or date.max, analysis.document.id))
        session = _Session(self.vocabulary, analyses)
        groups = {part[0].id: part for group in _groups(analyses) for part in session.affairs(group)}
        links: list[Link] = []
        apart = 0
        reach = max(LEAST_REACH, min(BLOCK, PAIRS // max(1, len(groups))))
        for block in _blocks([claims[0] for claims in groups.values()], reach, session.affair):
            for left, right in _pairs(block, reach):
                pair = _meeting(groups[left.id], groups[right.id])
                if pair is None:
                    continue
                link = session.link(*pair)
                if link is None:
                    apart += 1
                else:
                    links.append(evolve(link, left=left, right=right))
        return Linking(tuple(links), {name: tuple(claims) for name, claims in groups.items()}, apart)


def _counted(claim: Claim) -> str | None:
    """Name what a claim counts or measures: an entry of the lexicon, or a noun that says enough."""
    if claim.scope.known:
        return f"{sort_of(claim)} {claim.measure}"
    head = claim.scope.head
    return None if head is None or head in GENERIC else f"{sort_of(claim)} of {head}"


def _groups(analyses: Sequence[Analysis]) -> list[list[Claim]]:
    """Gather the claims that say the very same thing: equal subject, value, time, speaker."""
    groups: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for analysis in analyses:
        for claim in analysis.claims:
            scope, value = claim.scope, claim.mention.value
            when = claim.time.period if claim.time else None
            about = (claim.measure, scope.head, scope.event, scope.place, scope.group, scope.names, scope.words)
            groups[(*about, scope.basis, value, when, claim.speaker, claim.modality, claim.polarity)].append(claim)
    return list(groups.values())


def _blocks(claims: Sequence[Claim], most: int, affair: Callable[[Claim], str]) -> Iterator[list[Claim]]:
    """Cut the claims into blocks that are compared within: by sort, and where that is too many by what they measure.

    Where that is too many again, the claims of one affair come to stand beside each other.
    """
    for block in _split(claims, lambda claim: (sort_of(claim),)).values():
        if len(block) <= most:
            yield block
            continue
        for part in _split(block, lambda claim: (claim.measure, claim.scope.head)).values():
            yield part if len(part) <= most else sorted(part, key=affair)


def _split(claims: Sequence[Claim], key: Callable[[Claim], Hashable]) -> dict[Hashable, list[Claim]]:
    parts: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[key(claim)].append(claim)
    return parts


def _pairs(block: Sequence[Claim], reach: int) -> Iterator[tuple[Claim, Claim]]:
    """Return every two claims of a block, in a large one only those near each other."""
    for index, left in enumerate(block):
        for right in block[index + 1 : index + 1 + reach]:
            yield left, right


def _meeting(one: Sequence[Claim], other: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """Return the claims by which two groups are judged: where one text makes both claims it is judged within that text.

    None where that text makes them in one sentence, and so tells them apart.
    """
    if len(one) == len(other) == 1 and one[0].document != other[0].document:
        return one[0], other[0]
    homes = {claim.document: claim for claim in reversed(one)}
    for right in other:
        left = homes.get(right.document)
        if left is not None:
            return None if left.sentence == right.sentence else (left, right)
    return one[0], other[0]


class _Session:
    """The profiles of one run, made when first asked for."""

    def __init__(self, vocabulary: Vocabulary, analyses: Sequence[Analysis]) -> None:
        spelled = expansions((claim for analysis in analyses for claim in analysis.claims), vocabulary)
        self._profiler, self._likeness = Profiler(vocabulary, spelled), Likeness(vocabulary)
        self._analyses = analyses
        self._numbers = {analysis.document.id: number for number, analysis in enumerate(analyses)}
        self._topics = Topics.of(analyses, vocabulary, SHORT)
        self._profiles: dict[str, Profile] = {}
        self._values: defaultdict[tuple[str, str | None], set[object]] = defaultdict(set)
        for analysis in analyses:
            for claim in analysis.claims:
                self._values[claim.document, _counted(claim)].add(claim.mention.value)
        self._starts = [[mention.start for mention in analysis.mentions] for analysis in analyses]

    def affairs(self, group: list[Claim]) -> list[list[Claim]]:
        """Part equal claims by the affair that their documents are about."""
        if len({claim.document for claim in group}) == 1:
            return [group]
        parts: list[list[Claim]] = []
        for claim in group:
            number = self._numbers[claim.document]
            for part in parts[:AFFAIRS]:
                if self._topics.one_affair(self._numbers[part[0].document], number):
                    part.append(claim)
                    break
            else:
                parts.append([claim])
        return parts

    def affair(self, claim: Claim) -> str:
        """Return the rarest shared name of a claim's document."""
        return self._topics.affair(self._numbers[claim.document])

    def link(self, left: Claim, right: Claim) -> Link | None:
        first, second = self._numbers[left.document], self._numbers[right.document]
        if first != second and not self._topics.one_affair(first, second):
            return None
        one, other = self.profile(left), self.profile(right)
        short = self._topics.short[first] and self._topics.short[second]
        fit = self._likeness.fit(left, right, one, other, self._topics, short=short)
        least = LEAST_FIT_WITHIN if first == second else LEAST_FIT
        if fit < least - RELIEF:
            return None
        if first != second and (short or self._alone(left, right)):
            least -= RELIEF
        if fit < least:
            return None
        return Link(left, right, round(fit, 4), self._likeness.steps(left, right, one, other, self._topics))

    def _alone(self, left: Claim, right: Claim) -> bool:
        """Tell whether neither text gives another value for what the claims count."""
        keys = [_counted(claim) for claim in (left, right)]
        return (
            keys[0] is not None
            and keys[0] == keys[1]
            and all(len(self._values[claim.document, key]) == 1 for claim, key in zip((left, right), keys, strict=True))
        )

    def profile(self, claim: Claim) -> Profile:
        known = self._profiles.get(claim.id)
        if known is None:
            number = self._numbers[claim.document]
            known = self._profiler.profile(
                claim, number, self._analyses[number].document.text, self._breaks(claim, number)
            )
            self._profiles[claim.id] = known
        return known

    def _breaks(self, claim: Claim, number: int) -> list[tuple[int, int]]:
        """Return the places of the sentence's other mentions."""
        starts, mentions = self._starts[number], self._analyses[number].mentions
        first, last = bisect_left(starts, claim.sentence.start), bisect_right(starts, claim.sentence.end)
        return [(item.start, item.end) for item in mentions[first:last] if item.id != claim.mention.id]
