"""The words of a claim in a form that two texts can share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import regex
from attrs import field, frozen

from claimcheck.lexicons import Entry, Lexicon
from claimcheck.lexicons.inflection import forms_of, singular

COMMON_WEIGHT = 0.3
"""What a term tells that most texts have."""
WORD = r"[\p{L}][\p{L}'’]*+"
CACHED = 65536
"""Words whose terms are kept; the words of any corpus are unevenly frequent, so that few are looked up twice."""
PLAIN_VERBS = frozenset(
    {"be", "have", "do", "say", "take", "include", "make", "reach", "report", "confirm", "find", "rise", "fall", "grow",
     "climb", "jump", "drop", "revise", "update", "correct", "lower", "raise", "put", "stand", "total", "number", "count",
     "estimate", "exceed", "pass", "top", "remain", "consist", "comprise", "contain", "amount", "record", "register"}
)  # fmt: skip
"""Verbs that tell nothing that happened to what is counted."""
LONGEST = 4
"""Words of the longest phrase that takes a side."""


@frozen(kw_only=True)
class Synonyms(Entry):
    """Words that name one thing for the purpose of comparing; the key stands for all of them."""

    words: tuple[str, ...]


@frozen(kw_only=True)
class Contrast(Entry):
    """Words that set claims apart: two claims with different sides of one contrast are about different things."""

    sides: tuple[tuple[str, ...], ...]


@frozen
class Vocabulary:
    """The lexicon's word classes, keyed by stem.

    `term` gives the term of a word in lower case: its stem, synonyms folded, empty where the word has no content; `phrase`
    the terms of a phrase that many texts have, in order.
    """

    common: frozenset[str]
    pollsters: frozenset[str]
    stop: frozenset[str]
    widespread: frozenset[str]
    synonyms: Mapping[str, str]
    contrasts: Mapping[str, tuple[tuple[str, int], ...]]
    openers: frozenset[str]
    plain: frozenset[str]
    term: Callable[[str], str] = field(eq=False, repr=False)
    phrase: Callable[[str], tuple[str, ...]] = field(eq=False, repr=False)

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Vocabulary":
        """Read the word classes."""
        lists = {entry.key: entry.words for entry in lexicon.entries("background", Synonyms)}
        stop = frozenset(lists["stop"])
        given = [word for entry in lexicon.entries("given_names", Synonyms) for word in entry.words]
        synonyms = {stem(word): entry.key for entry in lexicon.entries("synonyms", Synonyms) for word in entry.words}
        contrasts: dict[str, tuple[tuple[str, int], ...]] = {}
        for entry in lexicon.entries("contrasts", Contrast):
            for number, side in enumerate(entry.sides):
                for phrase in side:
                    key = " ".join(map(stem, split(phrase)))
                    contrasts[key] = (*contrasts.get(key, ()), (entry.key, number))

        @lru_cache(maxsize=CACHED)
        def term(word: str) -> str:
            if word in stop or not word[:1].isalpha():
                return ""
            root = stem(word.removesuffix("'s").strip("'"))
            return synonyms.get(root, root)

        @lru_cache(maxsize=CACHED)
        def terms(text: str) -> tuple[str, ...]:
            return tuple(filter(None, map(term, _plain(text))))

        return cls(
            pollsters=frozenset(lists["pollsters"]),
            common=frozenset(stem(word) for word in lists["common"]),
            stop=stop,
            widespread=frozenset(synonyms.get(root, root) for root in map(stem, [*lists["widespread"], *given])),
            synonyms=synonyms,
            contrasts=contrasts,
            openers=frozenset(key.split()[0] for key in contrasts),
            plain=frozenset(map(term, (form for verb in PLAIN_VERBS for form in forms_of(verb).values()))),
            term=term,
            phrase=terms,
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

    def sides(self, words: Iterable[str]) -> frozenset[tuple[str, int]]:
        """Return where words in lower case stand in each contrast; who stands on two sides of one stands on neither."""
        stems = [*map(stem, words)]
        return frozenset() if self.openers.isdisjoint(stems) else self._sides(stems)

    def _sides(self, stems: Sequence[str]) -> frozenset[tuple[str, int]]:
        openers, end = self.openers, 0
        found: list[tuple[str, int]] = []
        for index in [index for index, word in enumerate(stems) if word in openers]:
            for size in range(LONGEST, 0, -1) if index >= end else ():
                known = self.contrasts.get(" ".join(stems[index : index + size]))
                if known is not None:
                    found += known
                    end = index + size
                    break
        if len(found) < 2:
            return frozenset(found)
        names = [name for name, _ in set(found)]
        return frozenset(side for side in found if names.count(side[0]) == 1)

    def weight(self, term: str) -> float:
        """Return how much a shared term tells."""
        return COMMON_WEIGHT if term in self.common else 1.0

    def heft(self, terms: AbstractSet[str]) -> float:
        """Return how much a set of terms tells together."""
        return len(terms) - (1 - COMMON_WEIGHT) * len(terms & self.common)


def split(text: str) -> list[str]:
    """Cut a text into words; a hyphen parts two words."""
    return _pattern().findall(text)


def _plain(text: str) -> list[str]:
    return split(text.lower().replace("’", "'"))


@lru_cache(maxsize=1)
def _pattern() -> "regex.Pattern[str]":
    return regex.compile(WORD)


@lru_cache(maxsize=CACHED)
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
