"""The places in a sentence that a name or noun fills: two texts that fill one place differently are about two things."""

from collections.abc import Container, Iterable, Iterator

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Names, Tokens

Slot = tuple[str, str]
"""The words before and after a name; `^` and `$` stand for the ends of the sentence, `#` for a figure."""
Filled = tuple[Slot, frozenset[str]]
"""A slot with the terms of the name in it."""

ENDS = frozenset(".!?;:")


def named(
    tokens: Tokens, first: int, last: int, names: Names, taken: Container[int], vocabulary: Vocabulary
) -> Iterator[Filled]:
    """Yield the slots of the names of a sentence, tokens `first` up to `last`, but those `taken` by who speaks."""
    for begin, end, name in names.standing(first, last):
        if name.type == "role" or begin in taken:
            continue
        terms = frozenset(vocabulary.terms(" ".join(tokens.norms[begin:end])))
        if terms:  # of Arn Street and Orla Street what is usual tells nothing
            yield _slot(tokens, begin, end, first, last), terms - vocabulary.common or terms


def plain(tokens: Tokens, first: int, last: int, places: Iterable[int], vocabulary: Vocabulary) -> Iterator[Filled]:
    """Yield the slots of single words at some places of a sentence."""
    for index in places:
        word = tokens.norms[index]
        term = vocabulary.term(word) or (word if tokens.kinds[index] == "a" else "")
        if term:
            yield _slot(tokens, index, index + 1, first, last), frozenset((term,))


def may_fill(tokens: Tokens, index: int) -> bool:
    """Tell whether a word in small letters is a noun or an adjective; what may be a verb is one behind a determiner."""
    if tokens.kinds[index] != "a" or not tokens.tags:  # of words whose class nobody asked for nothing is known
        return False
    tag = tokens.tags[index]
    return tag in "nj" or (tag in "uz" and tokens.tags[index - 1] in "dj")


def _slot(tokens: Tokens, begin: int, end: int, first: int, last: int) -> Slot:
    before = _word(tokens, begin - 1) if begin > first else "^"
    after = _word(tokens, end) if end < last else "$"
    return before, "$" if after in ENDS else after


def _word(tokens: Tokens, index: int) -> str:
    return "#" if tokens.kinds[index] == "n" else tokens.norms[index]
