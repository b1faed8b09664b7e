"""The scan that tries the rules of the grammar where one of their words, or a number with a neighbour of theirs, stands."""

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import field, frozen

from claimcheck.reckoning.meanings import Found
from claimcheck.times.reader import Reader
from claimcheck.times.rules import DIGITS, RULES, Beside, Read
from claimcheck.times.vocabulary import Vocabulary

ARTICLES = frozenset({"a", "an"})


@frozen
class Neighbours:
    """Which rules to try at a number, a bit each: by the word behind it, by that before it, by its length."""

    behind: Mapping[str, int]
    before: Mapping[str, int]
    sizes: Mapping[int, int]

    @classmethod
    def of(cls, places: Iterable[Beside | None], words: Vocabulary) -> "Neighbours":
        """Index the rules, in their order, by what their numbers stand beside."""
        behind: dict[str, int] = {}
        before: dict[str, int] = {}
        sizes: dict[int, int] = {}
        for place, beside in enumerate(places):
            if beside is None:
                continue
            for norm in set(beside.behind(words)):
                behind[norm] = behind.get(norm, 0) | 1 << place
            for norm in beside.before:
                before[norm] = before.get(norm, 0) | 1 << place
            for size in beside.sizes:
                sizes[size] = sizes.get(size, 0) | 1 << place
        return cls(behind, before, sizes)


@frozen
class Grammar:
    """The rules, looked up by the norm of a token."""

    words: Vocabulary
    _by_norm: Mapping[str, int] = field(init=False, repr=False)
    _of_digits: Neighbours = field(init=False, repr=False)
    _of_words: Neighbours = field(init=False, repr=False)
    _counted: frozenset[str] = field(init=False, repr=False)
    openers: frozenset[str] = field(init=False, repr=False)
    """The words with which a time or a number begins."""

    def __attrs_post_init__(self) -> None:
        by_norm: dict[str, int] = dict.fromkeys(self.words.numbers, 0)
        for place, rule in enumerate(RULES):
            for norm in set(rule.words(self.words)):
                by_norm[norm] = by_norm.get(norm, 0) | 1 << place
        classes = self.words.classes
        counted = frozenset(self.words.units) | classes["several"] | classes["length_fillers"] | {"half"}
        object.__setattr__(self, "_by_norm", by_norm)
        object.__setattr__(self, "openers", frozenset(by_norm))
        object.__setattr__(self, "_of_digits", Neighbours.of([rule.digits for rule in RULES], self.words))
        object.__setattr__(self, "_of_words", Neighbours.of([rule.numbers for rule in RULES], self.words))
        object.__setattr__(self, "_counted", counted)

    def scan(self, reader: Reader) -> list[Found]:
        """Return the expressions of a text in order, none overlapping another."""
        found: list[Found] = []
        reached = 0
        for index in self._places(reader):
            tried = self._tried(reader, index) if index >= reached else 0
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
        kinds = reader.tokens.kinds
        places = reader.tokens.among(self.openers)
        index = kinds.find("n")
        while index >= 0:
            places.append(index)
            index = kinds.find("n", index + 1)
        places.sort()
        return places

    def _tried(self, reader: Reader, index: int) -> int:
        """Return the rules to try at a token: those of its word, and at a number those of what stands beside it."""
        norms = reader.norms
        norm = norms[index]
        if reader.kinds[index] == "n":
            neighbours, tried = self._of_digits, self._of_digits.sizes.get(len(norm), 0)
        elif norm in self.words.numbers:
            neighbours, tried = self._of_words, self._by_norm[norm]
        elif norm in ARTICLES and norms[index + 1] not in self._counted:
            return 0
        else:
            return self._by_norm[norm]
        if index:
            tried |= neighbours.before.get(norms[index - 1], 0)
        behind = neighbours.behind
        tried |= behind.get(DIGITS if reader.kinds[index + 1] == "n" else norms[index + 1], 0)
        numeral = reader.numerals.get(index)
        if numeral is not None and numeral.last > index + 1:
            tried |= behind.get(norms[numeral.last], 0)
        return tried


@cache
def reads(rules: int) -> tuple[Read, ...]:
    """Return the functions of some rules, of which each is a bit, in their order."""
    return tuple(rule.read for place, rule in enumerate(RULES) if rules >> place & 1)
