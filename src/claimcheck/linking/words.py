"""The words of a claim in a form that two texts can share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import permutations

import regex
from attrs import field, frozen

from claimcheck.lexicons import Entry, Lexicon
from claimcheck.lexicons.inflection import forms_of, singular
from claimcheck.lexicons.memos import Memo

COMMON_WEIGHT = 0.3
"""What a term tells that most texts have."""
WORD = r"[\p{L}][\p{L}'’]*+"
PLAIN_VERBS = frozenset(
    {"be", "have", "do", "say", "take", "include", "make", "reach", "report", "confirm", "find", "rise", "fall", "grow",
     "climb", "jump", "drop", "revise", "update", "correct", "lower", "raise", "put", "stand", "total", "number", "count",
     "estimate", "exceed", "pass", "top", "remain", "consist", "comprise", "contain", "amount", "record", "register"}
)  # fmt: skip
"""Verbs that tell nothing that happened to what is counted."""
Side = tuple[str, int]
"""A contrast, and the number of one of its sides."""
NEITHER: frozenset[Side] = frozenset()


@frozen(kw_only=True)
class Synonyms(Entry):
    """Words that name one thing for the purpose of comparing; the key stands for all of them."""

    words: tuple[str, ...]


@frozen(kw_only=True)
class Contrast(Entry):
    """Words that set claims apart: two claims with different sides of one contrast are about different things."""

    sides: tuple[tuple[str, ...], ...]


@frozen(kw_only=True)
class Akin(Entry):
    """Measures that a text may call by each other's names."""

    measures: tuple[str, ...]


@frozen
class Vocabulary:
    """The lexicon's word classes, keyed by stem.

    `contrasts` are the phrases that take a side, as stems, by the first of these, longer ones first; `akin` are the pairs of measures that a text may call
    by each other's names. `stem` gives that of a
    word in lower case, `term` its term: the stem, synonyms folded, empty where the word has no content; `phrase` the terms of a phrase
    that many texts have, in order; `relatives` who is somebody's; `thing` those of what is measured, by the measure and the head noun, with the one that
    names it.
    """

    common: frozenset[str]
    pollsters: frozenset[str]
    stop: frozenset[str]
    widespread: frozenset[str]
    synonyms: Mapping[str, str]
    contrasts: Mapping[str, Sequence[tuple[Sequence[str], frozenset[Side]]]]
    openers: frozenset[str]
    akin: frozenset[tuple[str | None, str | None]]
    plain: frozenset[str]
    relatives: frozenset[str]
    stem: Callable[[str], str] = field(eq=False, repr=False)
    term: Callable[[str], str] = field(eq=False, repr=False)
    phrase: Callable[[str], tuple[str, ...]] = field(eq=False, repr=False)
    thing: Callable[[tuple[str, str | None]], tuple[frozenset[str], str | None]] = field(eq=False, repr=False)

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Vocabulary":
        """Read the word classes."""
        lists = {entry.key: entry.words for entry in lexicon.entries("background", Synonyms)}
        classes = {entry.key: entry.words for entry in lexicon.entries("word_classes", Synonyms)}
        stop = frozenset(lists["stop"])
        given = [word for entry in lexicon.entries("given_names", Synonyms) for word in entry.words]
        synonyms = {stem(word): entry.key for entry in lexicon.entries("synonyms", Synonyms) for word in entry.words}
        contrasts = _contrasts(lexicon.entries("contrasts", Contrast))

        def term_of(word: str) -> str:
            if word in stop or not word[:1].isalpha():
                return ""
            root = stem(word.removesuffix("'s").strip("'"))
            return synonyms.get(root, root)

        def terms_of(phrase: str) -> tuple[str, ...]:
            return tuple(filter(None, map(term, _plain(phrase))))

        def thing_of(named: tuple[str, str | None]) -> tuple[frozenset[str], str | None]:
            measure, head = named
            heads = terms_of(measure if head is None else head)
            return frozenset((*terms_of(measure), *heads)), heads[-1] if heads else None

        term = Memo(term_of).of
        return cls(
            pollsters=frozenset(lists["pollsters"]),
            common=frozenset(stem(word) for word in lists["common"]),
            stop=stop,
            widespread=frozenset(synonyms.get(root, root) for root in map(stem, [*lists["widespread"], *given])),
            synonyms=synonyms,
            contrasts=contrasts,
            openers=frozenset(contrasts),
            akin=frozenset(pair for entry in lexicon.entries("akin", Akin) for pair in permutations(entry.measures, 2)),
            plain=frozenset(map(term, (form for verb in PLAIN_VERBS for form in forms_of(verb).values()))),
            relatives=frozenset(classes["relatives"]),
            stem=Memo(stem).of,
            term=term,
            phrase=Memo(terms_of).of,
            thing=Memo(thing_of).of,
        )

    def terms(self, text: str) -> list[str]:
        """Return the content words of a text as stems, synonyms folded, in order."""
        return [*filter(None, map(self.term, _plain(text)))]

    def written(self, text: str, terms: AbstractSet[str], most: int) -> list[str]:
        """Return some of a text's terms as the text first writes them, in order, and not more than so many."""
        found: dict[str, str] = {}
        most = min(most, len(terms))
        for match in _pattern().finditer(text) if most else ():
            term = self.term(match[0].lower().replace("’", "'"))
            if term in terms and term not in found:
                found[term] = match[0]
                if len(found) == most:
                    break
        return list(found.values())

    def sides(self, stems: Sequence[str]) -> frozenset[Side]:
        """Return where words, as stems, stand in each contrast; who stands on two sides of one stands on neither."""
        return NEITHER if self.openers.isdisjoint(stems) else self._sides(stems)

    def _sides(self, stems: Sequence[str]) -> frozenset[Side]:
        contrasts, end = self.contrasts, 0
        found: set[Side] = set()
        for index in [index for index, word in enumerate(stems) if word in contrasts]:
            for phrase, sides in contrasts[stems[index]] if index >= end else ():
                if len(phrase) == 1 or stems[index : index + len(phrase)] == phrase:
                    found |= sides
                    end = index + len(phrase)
                    break
        if len(found) < 2:
            return frozenset(found)
        names = [name for name, _ in found]
        return frozenset(side for side in found if names.count(side[0]) == 1)

    def weight(self, term: str) -> float:
        """Return how much a shared term tells."""
        return COMMON_WEIGHT if term in self.common else 1.0

    def heft(self, terms: AbstractSet[str]) -> float:
        """Return how much a set of terms tells together."""
        return len(terms) - (1 - COMMON_WEIGHT) * len(terms & self.common)


def _contrasts(entries: Iterable[Contrast]) -> dict[str, list[tuple[list[str], frozenset[Side]]]]:
    """Return the phrases of contrasts with the sides that they take, by their first stems."""
    sides: dict[tuple[str, ...], set[Side]] = {}
    for entry in entries:
        for number, side in enumerate(entry.sides):
            for phrase in side:
                sides.setdefault(tuple(map(stem, split(phrase))), set()).add((entry.key, number))
    phrases: dict[str, list[tuple[list[str], frozenset[Side]]]] = {}
    for key in sorted(sides, key=len, reverse=True):
        phrases.setdefault(key[0], []).append(([*key], frozenset(sides[key])))
    return phrases


def split(text: str) -> list[str]:
    """Cut a text into words; a hyphen parts two words."""
    return _pattern().findall(text)


def _plain(text: str) -> list[str]:
    return split(text.lower().replace("’", "'"))


@lru_cache(maxsize=1)
def _pattern() -> "regex.Pattern[str]":
    return regex.compile(WORD)


def stem(word: str) -> str:
    """Strip the endings of inflection and a few of derivation; crude, but the same for both sides of a comparison.

    >>> [stem(word) for word in ("releases", "released", "filming", "deaths", "recoveries", "recovered", "stopped")]
    ['releas', 'releas', 'film', 'death', 'recover', 'recover', 'stop']
    """
    word = singular(word)
    for ending, rest in (("iest", 4), ("ment", 5), ("ing", 3), ("ed", 3), ("ly", 4), ("ies", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= rest:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    for ending in ("e", "y", "i"):
        if word.endswith(ending) and len(word) > 3:
            return word[:-1]
    return word
