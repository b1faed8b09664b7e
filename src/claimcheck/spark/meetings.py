"""Which documents meet, found term by term: the same definitions as in `linking`, where all keys are at hand.

Each task deals the terms of its documents into buckets, by a hash of the term, so that those of one term come together. They
are read in the order of the documents' age: then little is kept of a term, however many documents bear it.
"""

import pickle
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, groupby
from operator import attrgetter
from typing import Literal, NamedTuple
from zlib import crc32

from attrs import define, field

from claimcheck.linking import DocumentKey
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import NEAREST, RECURRING, limit, openers, written

Kind = Literal["affair", "life"]
"""Why documents are held against each other: they may be of one affair, or one gives an age and the other the birth."""
CAPITAL, OPENER, WRITTEN, AGED = 1, 2, 4, 8
"""What a term is in a document: flags, which add up."""
NAME, BORN = 16, 32
"""The same for entries of their own, without a day: they come first, since the others are read in their light."""
PERSON = "\0"
"""Stands before the name of a person whose age or birth a text gives, which is no word of the text."""

SEEN = 200_000
"""Terms that a task remembers, in some 20 MB; then it begins anew."""
HELD = 100_000
"""Terms that a task holds before it writes them down, in some 20 MB."""
SEASON = 128
"""Days of which a worker has the terms of one bucket in memory, to sort them."""

Term = tuple[int, str, int]
"""A day, a term, and what it is in a document."""
Bearer = tuple[int, str, str, int]
"""A day, the id of a document, a term, and what it is there."""


class Block(NamedTuple):
    """Some of the bearers of a bucket, written down; `season` tells of which days they are."""

    bucket: int
    season: int
    bearers: bytes


class Pair(NamedTuple):
    """Two documents that meet; for a life, `later` is the one that gives the age."""

    kind: Kind
    later: str
    earlier: str


@define
class Terms:
    """Finds the terms of documents by which these may meet others, one document after the other, and deals them into buckets.

    Words that stand for nothing any more are left out: as many documents before have them as make a word worn. So most
    words of a text go no further. Where a term is a name of some document, only those that have it with a capital
    count, and these are all kept.
    """

    buckets: int
    _seen: dict[str, int] = field(factory=dict[str, int])
    _worn: set[str] = field(factory=set[str])
    _dealt: dict[int, dict[int, list[Bearer]]] = field(
        factory=lambda: defaultdict[int, dict[int, list[Bearer]]](lambda: defaultdict[int, list[Bearer]](list))
    )
    _held: int = 0

    @property
    def many(self) -> bool:
        """Whether it is time to write them down."""
        return self._held > HELD

    def add(self, key: DocumentKey) -> None:
        """Deal the terms of a document."""
        name, dealt, buckets, terms = key.analysis.document.id, self._dealt, self.buckets, self.of(key)
        for day, term, role in terms:
            bucket = crc32(term.encode(errors="surrogatepass")) % buckets  # the same in all workers
            dealt[day // SEASON][bucket].append((day, name, term, role))
        self._held += len(terms)

    def blocks(self) -> list[Block]:
        """Write down what has been dealt, and hold nothing any more."""
        written = [
            Block(bucket, season, pickle.dumps(bearers))
            for season, dealt in self._dealt.items()
            for bucket, bearers in dealt.items()
        ]
        self._dealt.clear()
        self._held = 0
        return written

    def of(self, key: DocumentKey) -> list[Term]:
        """Return the terms of a document."""
        day, capital, opening, words = age(key)[0].toordinal(), key.capital, openers(key), written(key)
        found = [
            (day, term, WRITTEN + CAPITAL * (term in capital) + OPENER * (term in opening))
            for term in self._telling(words) | (words & capital)
        ]
        found += [(day, term, CAPITAL) for term in capital - words]
        born, aged = key.sums.people()
        found += [(0, name, NAME) for name in key.names]
        found += [(0, PERSON + name, BORN) for name in born]
        found += [(day, PERSON + name, AGED) for name in aged]
        return found

    def _telling(self, words: frozenset[str]) -> frozenset[str]:
        """Count words, and return those that are not worn."""
        seen, worn = self._seen, self._worn
        if len(seen) > SEEN:
            seen.clear()
            worn.clear()
        telling = words - worn
        for word in telling:
            seen[word] = count = seen.get(word, 0) + 1
            if count >= RECURRING and count == limit(word):
                worn.add(word)
        return telling


def pairs_of(blocks: Iterable[Block]) -> Iterator[Pair]:
    """Yield the documents that meet, once for each term by which they do; the blocks come by bucket and season."""
    for _, bucket in groupby(blocks, attrgetter("bucket")):
        yield from _meeting(_by_age(bucket))


def _by_age(bucket: Iterable[Block]) -> Iterator[Bearer]:
    for _, season in groupby(bucket, attrgetter("season")):
        yield from sorted(chain.from_iterable(pickle.loads(block.bearers) for block in season))


def _meeting(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    near, births = dict[str, deque[str]](), defaultdict[str, list[str]](list)
    words = defaultdict[str, list[tuple[str, int]]](list)
    for _, name, term, role in bearers:
        if role == NAME:
            near[term] = deque(maxlen=NEAREST)
        elif role == BORN:
            births[term].append(name)
        elif role == AGED:
            yield from (Pair("life", name, birth) for birth in births.get(term, ()) if birth != name)
        elif (others := near.get(term)) is not None:
            if role & CAPITAL:
                yield from (Pair("affair", name, other) for other in others)
                others.append(name)
        elif role & WRITTEN and len(having := words[term]) < limit(term):
            having.append((name, role))
    for term, having in words.items():
        yield from _by_word(having, limit(term))


def _by_word(having: Sequence[tuple[str, int]], most: int) -> Iterator[Pair]:
    if 1 < len(having) < most and any(role & OPENER for _, role in having):
        for (earlier, _), (later, _) in combinations(having, 2):
            yield Pair("affair", later, earlier)
