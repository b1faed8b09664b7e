"""The scan that tries the rules of the grammar where one of their words, or a number with a neighbour of theirs, stands."""

from collections.abc import Mapping
from functools import cache, lru_cache

from attrs import field, frozen

from claimcheck.lexicons.memos import Memo
from claimcheck.reckoning.meanings import Found
from claimcheck.times.places import DIGITS, Behind, Neighbours, followed, mark
from claimcheck.times.reader import Reader
from claimcheck.times.rules import RULES, Read
from claimcheck.times.vocabulary import Vocabulary

Entry = tuple[int, Mapping[str, int], Behind, bool]
"""The rules that are tried wherever a word stands, what calls for its others, the word before it and those behind it, and
whether it may begin a number."""

FORM = str.maketrans("123456789", "000000000")
"""Makes of digits their form (see `Forms`)."""


@frozen
class Grammar:
    """The rules, a bit each, looked up by the norm of a token and by what stands beside it."""

    words: Vocabulary
    openers: frozenset[str] = field(init=False, repr=False)
    """The words with which a time or a number begins."""
    _entries: Mapping[str, Entry] = field(init=False, repr=False)
    _second: Mapping[str, int] = field(init=False, repr=False)
    _figures: Memo[str, tuple[int, int]] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        alone: dict[str, int] = {}
        accompanied: dict[str, int] = {}
        for place, rule in enumerate(RULES):
            mark(alone if rule.beside is None else accompanied, rule.words(self.words), place)
        every = Neighbours.of([rule.beside for rule in RULES], self.words)
        neighbours = {rules: every.calling(rules) for rules in {0, *accompanied.values()}}
        numbers = self.words.numbers.keys() | {DIGITS, "a", "an"}  # "a dozen"
        entries: dict[str, Entry] = {}
        for word in alone | accompanied:
            beside = neighbours[accompanied.get(word, 0)]
            entries[word] = alone.get(word, 0), beside.before, beside.behind, word in numbers
        object.__setattr__(self, "openers", frozenset(entries) - {DIGITS})
        object.__setattr__(self, "_entries", entries)
        object.__setattr__(self, "_second", every.second)
        object.__setattr__(self, "_figures", Memo(_of_figures))

    def scan(self, reader: Reader) -> list[Found]:
        """Return the expressions of a text in order, none overlapping another."""
        found: list[Found] = []
        reached = 0
        for index, rules in self.called(reader):
            if index < reached:
                continue
            best: Found | None = None
            for read in reads(rules):
                candidate = read(reader, index)
                if candidate is None or candidate.first < reached:
                    continue
                if best is None or candidate.last - candidate.first > best.last - best.first:
                    best = candidate
            if best is not None:
                found.append(best)
                reached = best.last
        return found

    def called(self, reader: Reader) -> list[tuple[int, int]]:
        """Return the tokens at which rules are to be tried, ascending, each with these rules.

        Those of its word alone are tried at each, the others where what stands beside it calls for them.
        """
        places = self._at_words(reader) + self._at_digits(reader)
        places.sort()
        return places

    def _at_words(self, reader: Reader) -> list[tuple[int, int]]:
        shapes, numerals, entries = reader.shapes, reader.numerals, self._entries
        places: list[tuple[int, int]] = []
        for index in reader.tokens.among(self.openers):
            rules, before, behind, counts = entries[shapes[index]]
            after = index + 1
            if before and shapes[index - 1] in before:
                rules |= before[shapes[index - 1]]
            if shapes[after] in behind:
                rules |= followed(behind, shapes, after)
            if counts and index in numerals:
                last = numerals[index].last
                if last > after and shapes[last] in behind:
                    rules |= followed(behind, shapes, last)
            if rules:
                places.append((index, rules))
        return places

    def _at_digits(self, reader: Reader) -> list[tuple[int, int]]:
        shapes, norms, numerals = reader.shapes, reader.norms, reader.numerals
        second, figures = self._second, self._figures
        _, before, behind, _ = self._entries[DIGITS]
        places: list[tuple[int, int]] = []
        for index in reader.tokens.digits:
            rules, read = figures[norms[index]]
            after = index + 1
            if shapes[index - 1] in before:
                rules |= before[shapes[index - 1]]
            if shapes[after] in behind:
                rules |= followed(behind, shapes, after)
            if shapes[after + 1] in second:
                rules |= second[shapes[after + 1]]
            if index in numerals:
                last = numerals[index].last
                if last > after and shapes[last] in behind:
                    rules |= followed(behind, shapes, last)
            if rules & read:
                places.append((index, rules & read))
        return places


def _of_figures(figures: str) -> tuple[int, int]:
    return _of_form(figures.translate(FORM))


@lru_cache(maxsize=1 << 10)
def _of_form(form: str) -> tuple[int, int]:
    """Return the rules that digits of a form call for by themselves, and those that read such digits at all."""
    called = read = 0
    for place, rule in enumerate(RULES):
        if rule.forms.fullmatch(form):
            read |= 1 << place
        if rule.beside is not None and rule.beside.forms.fullmatch(form):
            called |= 1 << place
    return called, read


@cache
def reads(rules: int) -> tuple[Read, ...]:
    """Return the functions of some rules, of which each is a bit, in their order and each one time."""
    return tuple(dict.fromkeys(rule.read for place, rule in enumerate(RULES) if rules >> place & 1))
