"""Which words of names tell which affair a text is about."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Name, Tokens

ACRONYM = 3
"""Words of a name from which on its initials may stand for it."""


def telling(name: Name, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of a name that tell which affair a text is about: of a person the family name."""
    words = name.canonical.split()
    if name.type == "person":
        words = words[-1:]
    elif len(words) >= ACRONYM:
        words.append("".join(word[0] for word in words))
    return telling_terms(" ".join(words), vocabulary)


def telling_here(name: Name, vocabulary: Vocabulary, low: AbstractSet[str]) -> frozenset[str]:
    """Return the telling words of a name; of a long one not those that the text also has in lower case."""
    words = telling(name, vocabulary)
    return words - low if " " in name.canonical else words


def telling_terms(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the terms of a name that few affairs share."""
    terms = vocabulary.terms(text)
    return frozenset(
        term for term in terms if len(term) > 1 and term not in vocabulary.common and term not in vocabulary.widespread
    )


def publishing(publisher: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the telling words of who publishes a text, which often leaves out what its publisher is of."""
    return telling_terms(" ".join(word.strip(",.()") for word in publisher.split() if word[0].isupper()), vocabulary)


def given_names(names: Iterable[Name], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Return the family name's term and the given name of persons of whom a text tells both."""
    for name in names:
        if name.type == "person" and " " in name.canonical:
            given, family = name.canonical.split()[0], name.canonical.split()[-1]
            yield vocabulary.term(family.lower()), given.lower().rstrip(".")


@lru_cache(maxsize=4096)
def acronym(name: str) -> str:
    """Return the capitals of a name of several words, in lower case."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters.lower() if len(letters) >= ACRONYM else ""


def opens_sentences(name: Name, tokens: Tokens) -> bool:
    """Tell whether a name is one capital word that stands at the start of sentences only, where any word has one."""
    return " " not in name.canonical and all(_opens_sentence(tokens.text, start) for start, _ in name.places)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in ".!?:\n\r\"“”‘’'"
