"""The words of time expressions, looked up by token norm."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import regex
from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.amounts import ChangeWord
from claimcheck.lexicons.calendar import (
    Daypart,
    Deictic,
    Guarded,
    Holiday,
    Named,
    Season,
    TimeModifier,
    TimeUnit,
    TimeWords,
    Zone,
)
from claimcheck.lexicons.numbers import NumberWord, NumberWords

T = TypeVar("T")


def split(phrase: str) -> tuple[str, ...]:
    """Split a phrase of the lexicon into token norms.

    >>> split("new year's day")
    ('new', 'year', "'s", 'day')
    """
    return tuple(regex.findall(r"(?<=\w)'s\b|\w+(?:'(?!s\b)\w+)*+|\S", phrase))


FUNCTION_WORDS = frozenset({"the", "in", "at", "a", "that", "very", "of", "as", "on", "or", "no", "an", "this", "not"})
"""Words that are too frequent to look phrases up by."""


@frozen
class Phrases(Generic[T]):
    """Phrases of one or more words with what they mean, found by one of their words.

    `shapes` are the lengths of the phrases that a word leads to, with its place in them, longest first; a phrase may have
    several meanings.
    """

    shapes: Mapping[str, tuple[tuple[int, int], ...]]
    meanings: Mapping[tuple[str, ...], tuple[int, tuple[T, ...]]]

    @property
    def edges(self) -> frozenset[str]:
        """The words by which phrases are found."""
        return frozenset(self.shapes)

    @property
    def closed(self) -> frozenset[str]:
        """The edges with which a phrase ends, so that it may be there whatever follows."""
        return frozenset(words[-1] for words, (place, _) in self.meanings.items() if place == len(words) - 1)

    @property
    def open(self) -> frozenset[str]:
        """The edges behind which all their phrases go on."""
        return self.edges - self.closed

    @property
    def following(self) -> frozenset[str]:
        """The words that follow an edge in a phrase that goes on."""
        return frozenset(words[place + 1] for words, (place, _) in self.meanings.items() if place + 1 < len(words))

    def at(self, norms: tuple[str, ...], index: int) -> Sequence[tuple[int, int, T]]:
        """Return begin, end and meaning of the phrases whose looked-up word is a token, longest first."""
        found: list[tuple[int, int, T]] = []
        for size, place in self.shapes.get(norms[index], ()):
            first = index - place
            known = self.meanings.get(norms[first : first + size]) if first >= 0 else None
            if known is not None and known[0] == place:
                found += [(first, first + size, meaning) for meaning in known[1]]
        return found

    def longest(self, norms: tuple[str, ...], index: int) -> tuple[int, int, T] | None:
        """Return begin, end and first meaning of the longest phrase whose looked-up word is a token."""
        for size, place in self.shapes.get(norms[index], ()):
            first = index - place
            known = self.meanings.get(norms[first : first + size]) if first >= 0 else None
            if known is not None and known[0] == place:
                return first, first + size, known[1][0]
        return None

    def after(self, norms: tuple[str, ...], index: int) -> tuple[int, T] | None:
        """Return the end and meaning of the longest phrase that begins with its looked-up word at a token."""
        for first, last, meaning in self.at(norms, index):
            if first == index:
                return last, meaning
        return None


def phrases(items: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Index phrases by their first word that is no function word."""
    shapes: dict[str, set[tuple[int, int]]] = {}
    meanings: dict[tuple[str, ...], tuple[int, tuple[T, ...]]] = {}
    for phrase, meaning in items:
        words = split(phrase)
        telling = (place for place, word in enumerate(words) if word not in FUNCTION_WORDS)
        place = next(telling, 0)
        shapes.setdefault(words[place], set()).add((len(words), place))
        meanings[words] = place, (*meanings.get(words, (place, ()))[1], meaning)
    return Phrases({word: tuple(sorted(found, reverse=True)) for word, found in shapes.items()}, meanings)


@frozen
class Ending(Generic[T]):
    """The meanings of phrases that begin with some words, and by the word before these the endings of longer ones."""

    meanings: list[T] = field(factory=list[T])
    longer: "dict[str, Ending[T]]" = field(factory=dict[str, "Ending[T]"])

    def add(self, words: Iterable[str], meaning: T) -> None:
        """Take in a phrase, its last word first."""
        ending = self
        for word in words:
            ending = ending.longer.setdefault(word, Ending())
        ending.meanings.append(meaning)

    def before(self, norms: Sequence[str], index: int) -> list[tuple[int, T]]:
        """Return the start and meaning of the phrases that end with a token, longest first."""
        found: list[tuple[int, T]] = []
        ending = self.longer.get(norms[index])
        while ending is not None:
            if ending.meanings:
                found = [(index, meaning) for meaning in ending.meanings] + found
            index -= 1
            ending = ending.longer.get(norms[index])
        return found


def endings(items: Iterable[tuple[str, T]]) -> Ending[T]:
    """Index phrases to be found from their ends leftwards."""
    root = Ending[T]()
    for phrase, meaning in items:
        root.add(reversed(split(phrase)), meaning)
    return root


@frozen
class Vocabulary:
    """All words of time expressions of a language; `guarded` ones are also other words."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, TimeUnit]
    short_units: Mapping[str, TimeUnit]
    adverbs: Mapping[str, TimeUnit]
    dayparts: Mapping[str, Daypart]
    seasons: Mapping[str, Season]
    holidays: Phrases[Holiday]
    deictics: Phrases[Deictic]
    modifiers: Ending[TimeModifier]
    zones: Phrases[Zone]
    numbers: Mapping[str, NumberWord]
    classes: Mapping[str, frozenset[str]]
    guarded: frozenset[str]
    grains: Mapping[str, TimeUnit] = field(init=False)
    tenses: Mapping[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "grains", {unit.key: unit for unit in self.units.values()})
        named = (
            ("plural_schedules", "plural"),
            ("schedules", "schedule"),
            ("future", "future"),
            ("reporting", "past"),
        )
        object.__setattr__(self, "tenses", {word: tense for name, tense in named for word in self.classes[name]})

    @classmethod
    def load(cls, lexicon: Lexicon) -> "Vocabulary":
        """Read the calendar's lexicon files."""
        months = lexicon.entries("months", Named)
        weekdays = lexicon.entries("weekdays", Named)
        units = lexicon.entries("time_units", TimeUnit)
        dayparts = lexicon.entries("dayparts", Daypart)
        seasons = lexicon.entries("seasons", Season)
        holidays = lexicon.entries("holidays", Holiday)
        guarded: list[Guarded] = [*months, *weekdays, *dayparts, *seasons, *holidays]
        return cls(
            months={word: item.number for item in months for word in (*item.words, *item.guarded)},
            weekdays={word: item.number for item in weekdays for word in (*item.words, *item.guarded)},
            units={word: unit for unit in units for word in unit.words},
            short_units={word: unit for unit in units for word in unit.short},
            adverbs={word: unit for unit in units for word in unit.adverbs},
            dayparts={word: item for item in dayparts for word in (*item.words, *item.guarded)},
            seasons={word: item for item in seasons for word in (*item.words, *item.guarded)},
            holidays=phrases((word, item) for item in holidays for word in (*item.words, *item.guarded)),
            deictics=phrases((word, item) for item in lexicon.entries("deictics", Deictic) for word in item.words),
            modifiers=endings(
                (word, item) for item in lexicon.entries("time_modifiers", TimeModifier) for word in item.words
            ),
            zones=phrases((word, item) for item in lexicon.entries("zones", Zone) for word in item.words),
            numbers=NumberWords.load(lexicon).words,
            classes={item.key: frozenset(item.words) for item in lexicon.entries("time_words", TimeWords)}
            | {
                "changes": frozenset(
                    word for item in lexicon.entries("change_words", ChangeWord) for word in item.words
                )
            },
            guarded=frozenset(word for item in guarded for word in item.guarded),
        )
