"""Which documents meet, found term by term: the same definitions as in `linking`, where all keys are at hand.

A document has a row for each of its terms. Sorted by term, then day, then id, those of one term tell in one pass which
documents meet by it, and few of them are in memory, however many documents bear it.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, groupby, islice
from operator import attrgetter
from typing import Literal, NamedTuple

from attrs import define, field

from claimcheck.linking import DocumentKey
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import NEAREST, RECURRING, limit, openers, written

Kind = Literal["affair", "life"]
"""Why documents are held against each other: they may be of one affair, or one gives an age and the other the birth."""
CAPITAL, OPENER, WRITTEN, AGED = 1, 2, 4, 8
"""What a term is in a document: flags, which add up."""
NAME, BORN = 16, 32
"""The same for rows of their own, without a day: they come first, since the others of the term are read in their light."""
PERSON = "\0"
"""Stands before the name of a person whose age or birth a text gives, which is no word of the text."""

SEEN = 200_000
"""Terms that a task remembers, in some 20 MB; then it begins anew."""


class Term(NamedTuple):
    """A term of a document, with the day by which it is sorted and what it is there."""

    term: str
    day: int
    role: int


class Bearer(NamedTuple):
    """A document that has a term, and what it is there."""

    term: str
    id: str
    role: int


class Pair(NamedTuple):
    """Two documents that meet; for a life, `later` is the one that gives the age."""

    kind: Kind
    later: str
    earlier: str


@define
class Terms:
    """Finds the terms of documents by which these may meet others, one document after the other.

    Words that stand for nothing any more are left out: as many documents before have them as make a word worn. So most
    words of a text need not be sorted. Where a term is a name of some document, only those that have it with a capital
    count, and these are all kept.
    """

    _seen: dict[str, int] = field(factory=dict[str, int])

    def of(self, key: DocumentKey) -> Iterator[Term]:
        """Yield the terms of a document."""
        day, capital, opening, words = age(key)[0].toordinal(), key.capital, openers(key), written(key)
        for term in words:
            named = term in capital
            if self._tells(term) or named:
                yield Term(term, day, WRITTEN + CAPITAL * named + OPENER * (term in opening))
        yield from (Term(term, day, CAPITAL) for term in capital - words)
        born, aged = key.sums.people()
        yield from (Term(name, 0, NAME) for name in key.names)
        yield from (Term(PERSON + name, 0, BORN) for name in born)
        yield from (Term(PERSON + name, day, AGED) for name in aged)

    def _tells(self, word: str) -> bool:
        """Count a word, and tell whether it is not worn."""
        seen = self._seen
        if word not in seen and len(seen) == SEEN:
            seen.clear()
        seen[word] = count = seen.get(word, 0) + 1
        return count <= RECURRING or count <= limit(word)


def pairs_of(rows: Iterable[Bearer]) -> Iterator[Pair]:
    """Yield the documents that meet, once for each term by which they do; the rows come by term, day and id."""
    for term, bearers in groupby(rows, attrgetter("term")):
        yield from _meeting(term, bearers)


def _meeting(term: str, bearers: Iterator[Bearer]) -> Iterator[Pair]:
    first = next(bearers)
    if first.role == NAME:
        return _by_name(bearers)
    if first.role == BORN:
        return _by_life(first, bearers)
    second = next(bearers, None)
    if second is None or term.startswith(PERSON):  # most words are of one document
        return iter(())
    return _by_word(chain((first, second), bearers), limit(term))


def _by_name(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    near = deque[str](maxlen=NEAREST)
    for _, name, role in bearers:
        if role & CAPITAL:
            yield from (Pair("affair", name, other) for other in near)
            near.append(name)


def _by_word(bearers: Iterable[Bearer], most: int) -> Iterator[Pair]:
    having = [*islice((row for row in bearers if row.role & WRITTEN), most)]
    if len(having) < most and any(row.role & OPENER for row in having):
        for earlier, later in combinations(having, 2):
            yield Pair("affair", later.id, earlier.id)


def _by_life(first: Bearer, bearers: Iterable[Bearer]) -> Iterator[Pair]:
    births = [first.id]
    for _, name, role in bearers:
        if role == BORN:
            births.append(name)
        else:
            yield from (Pair("life", name, birth) for birth in births if birth != name)
