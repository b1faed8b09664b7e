"""Where a rule of the grammar is tried: at which words, and beside which others."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from claimcheck.times.vocabulary import Vocabulary

Words = Callable[[Vocabulary], Iterable[str]]

Pairs = Callable[[Vocabulary], Mapping[str, Iterable[str]]]

DIGITS = "0"
"""Stands for any digits."""


Forms = re.Pattern[str]
"""What some digits look like, each of them given as 0: 1,250.5 is 0,000.0."""


def forms(pattern: str) -> Forms:
    """Compile the forms that digits may have."""
    return re.compile(pattern, re.ASCII)


ANY_FORM, NO_FORM = forms(".*"), forms("(?!)")


def these(*norms: str) -> Words:
    """Return words that are the same whatever the lexicon holds."""
    return lambda _: norms


def digits(_: Vocabulary) -> Iterable[str]:
    """Return what stands for any digits."""
    return (DIGITS,)


def cardinals(words: Vocabulary) -> Iterable[str]:
    """Return the words with which a cardinal number begins."""
    return [word for word, number in words.numbers.items() if not number.ordinal]


def ordinals(words: Vocabulary) -> Iterable[str]:
    """Return the words with which an ordinal begins, the tens among them."""
    return [word for word, number in words.numbers.items() if number.ordinal or number.role == "ten"]


def no_words(_: Vocabulary) -> Iterable[str]:
    """Return nothing."""
    return ()


def no_pairs(_: Vocabulary) -> Mapping[str, Iterable[str]]:
    """Return nothing."""
    return {}


@frozen
class Beside:
    """What stands beside a word at which a rule is tried: most numbers and units begin no time, as their neighbours tell.

    `behind` are words of which one follows it, `pairs` words that follow it with those that then follow them, `before`
    those of which one stands before it, `second` those of which one stands second behind digits; digits of one of the
    `forms` need none of these.
    """

    behind: Words = no_words
    pairs: Pairs = no_pairs
    before: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    forms: Forms = NO_FORM


Behind = Mapping[str, tuple[int, Mapping[str, int]]]
"""For each word the rules that it calls for from behind another, and those that ask for a second one, by that one."""


@frozen
class Neighbours:
    """Which rules are called for, a bit each, by the word `before` and those `behind`, and of digits by the `second` one."""

    before: Mapping[str, int]
    behind: Behind
    second: Mapping[str, int]

    @classmethod
    def of(cls, places: Iterable[Beside | None], words: Vocabulary) -> "Neighbours":
        """Index the rules, in their order, by what stands beside their words."""
        behind: dict[str, int] = {}
        pairs: dict[str, dict[str, int]] = {}
        before: dict[str, int] = {}
        second: dict[str, int] = {}
        for place, beside in enumerate(places):
            if beside is None:
                continue
            mark(behind, beside.behind(words), place)
            mark(before, beside.before, place)
            mark(second, beside.second, place)
            for first, seconds in beside.pairs(words).items():
                mark(pairs.setdefault(first, {}), seconds, place)
        return cls(before, {norm: (behind.get(norm, 0), pairs.get(norm, {})) for norm in behind | pairs}, second)

    def calling(self, rules: int) -> "Neighbours":
        """Return what calls for any of some rules, with these alone."""
        behind = {
            norm: (called & rules, _calling(seconds, rules))
            for norm, (called, seconds) in self.behind.items()
            if called & rules or any(second & rules for second in seconds.values())
        }
        return Neighbours(_calling(self.before, rules), behind, _calling(self.second, rules))


def _calling(marks: Mapping[str, int], rules: int) -> dict[str, int]:
    return {key: called & rules for key, called in marks.items() if called & rules}


def followed(behind: Behind, shapes: Sequence[str], index: int) -> int:
    """Return the rules that the token at an index, which stands behind a word of theirs, calls for with the next one."""
    rules, seconds = behind[shapes[index]]
    return rules | seconds.get(shapes[index + 1], 0) if seconds else rules


def mark(marks: dict[str, int], keys: Iterable[str], place: int) -> None:
    """Set the bit of a rule at each of some keys."""
    for key in keys:
        marks[key] = marks.get(key, 0) | 1 << place
