"""The words of a claim in a form that two texts can share."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

import regex
from attrs import frozen

from claimcheck.lexicons import Entry, Lexicon
from claimcheck.lexicons.inflection import singular

COMMON_WEIGHT = 0.3
"""What a term tells that most texts have."""
WORD = r"[\p{L}][\p{L}'’]*+(?:-[\p{L}]++)*+"


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
    """The lexicon's word classes, keyed by stem."""

    common: frozenset[str]
    stop: frozenset[str]
    widespread: frozenset[str]
    synonyms: Mapping[str, str]
    contrasts: Mapping[str, tuple[tuple[str, int], ...]]
    openers: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Vocabulary":
        """Read the word classes."""
        lists = {entry.key: entry.words for entry in lexicon.entries("background", Synonyms)}
        synonyms = {stem(word): entry.key for entry in lexicon.entries("synonyms", Synonyms) for word in entry.words}
        contrasts: dict[str, tuple[tuple[str, int], ...]] = {}
        for entry in lexicon.entries("contrasts", Contrast):
            for number, side in enumerate(entry.sides):
                for phrase in side:
                    key = " ".join(map(stem, phrase.split()))
                    contrasts[key] = (*contrasts.get(key, ()), (entry.key, number))
        return cls(
            common=frozenset(stem(word) for word in lists["common"]),
            stop=frozenset(lists["stop"]),
            widespread=frozenset(synonyms.get(root, root) for root in map(stem, lists["widespread"])),
            synonyms=synonyms,
            contrasts=contrasts,
            openers=frozenset(key.split()[0] for key in contrasts),
        )

    def terms(self, text: str) -> list[str]:
        """Return the content words of a text as stems, synonyms folded, in order."""
        return [term for word in split(text.lower().replace("’", "'")) if (term := self._term(word))]

    def _term(self, word: str) -> str:
        """Return the term of a word in lower case, empty where it has no content."""
        if word in self.stop:
            return ""
        root = stem(word.removesuffix("'s").strip("'"))
        return self.synonyms.get(root, root)

    def written(self, text: str, terms: AbstractSet[str]) -> list[str]:
        """Return some of a text's terms as the text first writes them, in order."""
        found: dict[str, str] = {}
        for word in split(text):
            if len(found) == len(terms):
                break
            term = self._term(word.lower().replace("’", "'"))
            if term in terms:
                found.setdefault(term, word)
        return list(found.values())

    def sides(self, text: str) -> frozenset[tuple[str, int]]:
        """Return where a text stands in each contrast; a text that stands on two sides of one stands on neither."""
        found: set[tuple[str, int]] = set()
        words = [stem(word) for word in split(text.lower())]
        index = 0
        while index < len(words):
            for size in (4, 3, 2, 1) if words[index] in self.openers else ():
                known = self.contrasts.get(" ".join(words[index : index + size]))
                if known is not None:
                    found.update(known)
                    index += size - 1
                    break
            index += 1
        names = [name for name, _ in found]
        return frozenset(side for side in found if names.count(side[0]) == 1)

    def weight(self, term: str) -> float:
        """Return how much a shared term tells."""
        return COMMON_WEIGHT if term in self.common else 1.0

    def heft(self, terms: frozenset[str]) -> float:
        """Return how much a set of terms tells together."""
        return len(terms) - (1 - COMMON_WEIGHT) * len(terms & self.common)


def split(text: str) -> list[str]:
    """Cut a text into words."""
    return _pattern().findall(text)


@lru_cache(maxsize=1)
def _pattern() -> "regex.Pattern[str]":
    return regex.compile(WORD)


@lru_cache(maxsize=65536)
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
