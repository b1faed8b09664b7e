"""Phrases of several words, found forwards from their first token or backwards from their last."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from attrs import frozen

from claimcheck.model import Tokens

T = TypeVar("T")


@frozen
class Phrases(Generic[T]):
    """Phrases by the token that a search meets first; `lengths` are the lengths to try there, longest first."""

    lengths: Mapping[str, tuple[int, ...]]
    values: Mapping[tuple[str, ...], T]
    backwards: bool

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, T]], *, backwards: bool = False) -> "Phrases[T]":
        """Index phrases, their words separated by spaces."""
        values = {tuple(phrase.split(" ")): value for phrase, value in phrases}
        lengths: dict[str, set[int]] = {}
        for words in values:
            lengths.setdefault(words[-1 if backwards else 0], set()).add(len(words))
        return cls({key: tuple(sorted(item, reverse=True)) for key, item in lengths.items()}, values, backwards)

    def match(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Return the far end and the value of the longest phrase at a token.

        Forwards the phrase begins at `index` and the end is the token after it; backwards it ends right before `index`
        and the end is its first token.
        """
        norms, backwards = tokens.norms, self.backwards
        place = index - 1 if backwards else index
        lengths = self.lengths.get(norms[place]) if 0 <= place < len(norms) else None
        if lengths is None:
            return None
        for count in lengths:
            first = index - count if backwards else index
            last = first + count
            value = self.values.get(norms[first:last]) if first >= 0 and last <= len(norms) else None
            if value is not None:
                return (first if backwards else last), value
        return None
