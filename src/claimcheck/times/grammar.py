"""The scan that tries the rules of the grammar where one of their words, or a number with a neighbour of theirs, stands."""

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from claimcheck.reckoning.meanings import Found
from claimcheck.times.places import DIGITS, Neighbours, mark
from claimcheck.times.reader import Reader
from claimcheck.times.rules import RULES, Read
from claimcheck.times.vocabulary import Vocabulary


@frozen
class Grammar:
    """The rules, a bit each, looked up by the norm of a token and by what stands beside it."""

    words: Vocabulary
    openers: frozenset[str] = field(init=False, repr=False)
    """The words with which a time or a number begins."""
    _alone: Mapping[str, int] = field(init=False, repr=False)
    _accompanied: Mapping[str, int] = field(init=False, repr=False)
    _neighbours: Neighbours = field(init=False, repr=False)
    _hardly: frozenset[str] = field(init=False, repr=False)
    """The words that are neither numbers nor alone enough: beside most others no rule is tried at them."""

    def __attrs_post_init__(self) -> None:
        alone: dict[str, int] = {}
        accompanied: dict[str, int] = {}
        for place, rule in enumerate(RULES):
            mark(alone if rule.beside is None else accompanied, rule.words(self.words), place)
        object.__setattr__(self, "openers", frozenset({*alone, *accompanied} - {DIGITS}))
        object.__setattr__(self, "_alone", alone)
        object.__setattr__(self, "_accompanied", accompanied)
        object.__setattr__(self, "_neighbours", Neighbours.of([rule.beside for rule in RULES], self.words))
        object.__setattr__(self, "_hardly", self.openers.difference(alone, self.words.numbers))

    def scan(self, reader: Reader) -> list[Found]:
        """Return the expressions of a text in order, none overlapping another."""
        found: list[Found] = []
        reached = 0
        for index in self._places(reader):
            tried = self.tried(reader, index) if index >= reached else 0
            if not tried:
                continue
            best: Found | None = None
            for read in reads(tried):
                candidate = read(reader, index)
                if candidate is None or candidate.first < reached:
                    continue
                if best is None or candidate.last - candidate.first > best.last - best.first:
                    best = candidate
            if best is not None:
                found.append(best)
                reached = best.last
        return found

    def _places(self, reader: Reader) -> list[int]:
        """Return the tokens at which a time may begin: digits, and words that a rule or a number begins with."""
        shapes, hardly = reader.shapes, self._hardly
        callers, leads = self._neighbours.behind, self._neighbours.before
        places = [
            index
            for index in reader.tokens.among(self.openers)
            if shapes[index] not in hardly
            or shapes[index + 1] in callers
            or shapes[index - 1] in leads
            or shapes[index + 1] == DIGITS
        ]
        places += reader.digits
        places.sort()
        return places

    def tried(self, reader: Reader, index: int) -> int:
        """Return the rules to try at a token: those of its word alone, and those that what stands beside it calls for."""
        shapes, neighbours = reader.shapes, self._neighbours
        shape = shapes[index]
        alone, accompanied = self._alone.get(shape, 0), self._accompanied.get(shape, 0)
        if not accompanied:
            return alone
        called = neighbours.before.get(shapes[index - 1], 0)
        if shapes[index + 1] in neighbours.behind:
            called |= neighbours.followed(shapes, index + 1)
        if shape == DIGITS:
            called |= neighbours.sizes.get(len(reader.norms[index]), 0)
        numeral = reader.numerals.get(index)
        if numeral is not None and numeral.last > index + 1:
            called |= neighbours.followed(shapes, numeral.last)
        return alone | (accompanied & called)


@cache
def reads(rules: int) -> tuple[Read, ...]:
    """Return the functions of some rules, of which each is a bit, in their order and each one time."""
    return tuple(dict.fromkeys(rule.read for place, rule in enumerate(RULES) if rules >> place & 1))
