"""Finding written forms of several tokens by dictionary look-ups."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from attrs import field, frozen

from claimcheck.lexicons.inflection import plural
from claimcheck.model import Tokens

V = TypeVar("V")
Words = tuple[str, ...]

JOINTS = frozenset({"-", "."})
"""Marks that are passed over between the words of a form."""


@frozen
class Surfaces(Generic[V]):
    """Written forms with what they stand for.

    `exact` is keyed by tokens as written, `folded` by their norms; where both know a stretch, `exact` wins. A hyphen
    that joins two words, and the stop of a `shortened` word, are passed over ("light-year", "sq. ft").
    """

    exact: Mapping[Words, V] = field(repr=False)
    folded: Mapping[Words, V] = field(repr=False)
    shortened: frozenset[str]
    longest: Mapping[str, int] = field(repr=False)
    tails: frozenset[str] = field(repr=False)
    """The last words of all forms, by which a stretch that ends in none is passed over."""
    seconds: Mapping[str, frozenset[str]] = field(repr=False)
    """The words with which forms go on behind their first."""

    @classmethod
    def build(
        cls, exact: Iterable[tuple[str, V]], folded: Iterable[tuple[str, V]], shortened: Iterable[str] = ()
    ) -> "Surfaces[V]":
        """Index written forms; of two equal ones the first stays."""
        tables: tuple[dict[Words, V], dict[Words, V]] = ({}, {})
        longest: dict[str, int] = {}
        tails: set[str] = set()
        seconds: dict[str, set[str]] = {}
        for table, pairs in zip(tables, (exact, folded), strict=True):
            for surface, value in pairs:
                words = surface_words(surface)
                table.setdefault(words, value)
                head = words[0].lower()
                longest[head] = max(longest.get(head, 0), len(words))
                tails.add(words[-1].lower())
                if len(words) > 1:
                    seconds.setdefault(head, set()).add(words[1].lower())
        following = {head: frozenset(words) for head, words in seconds.items()}
        return cls(*tables, frozenset(shortened), longest, frozenset(tails), following)

    def match(self, tokens: Tokens, index: int) -> tuple[int, V] | None:
        """Return the longest form that begins at a token, as the token after it and what it stands for."""
        norms, size = tokens.norms, tokens.size
        norm = norms[index] if index < size else ""
        length = self.longest.get(norm)
        if length is None:
            return None
        following = norms[index + 1] if length > 1 and index + 1 < size else ""
        if following not in JOINTS and (length == 1 or following not in self.seconds[norm]):
            value = self.exact.get((tokens.word(index),)) or self.folded.get((norm,))
            return None if value is None else (index + 1, value)
        places = self._words(tokens, index, length)
        words, folded = tuple(map(tokens.word, places)), tuple([norms[place] for place in places])
        for count in range(len(places), 0, -1):
            value = self.exact.get(words[:count])
            if value is None:
                value = self.folded.get(folded[:count])
            if value is not None:
                return places[count - 1] + 1, value
        return None

    def _words(self, tokens: Tokens, index: int, length: int) -> list[int]:
        """Return the places of up to `length` tokens, joints left out."""
        places = [index]
        norms, total = tokens.norms, tokens.size
        place = index + 1
        while len(places) < length and place < total:
            joint = norms[place] == "-" or (norms[place] == "." and norms[place - 1] in self.shortened)
            if joint and tokens.glued(place) and place + 1 < total and norms[place] + norms[place + 1] != "--":
                place += 1
                if norms[place] in "-.":
                    break
            places.append(place)
            place += 1
        return places


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|[0-9]+(?:[.,][0-9]+)*|\S")


def surface_words(surface: str) -> Words:
    """Split a written form as texts are split into tokens, joining hyphens left out.

    >>> surface_words("u.s. dollar"), surface_words("light-year"), surface_words("HK$")
    (('u.s.', 'dollar'), ('light', 'year'), ('HK', '$'))
    """
    words = [word for word in _word().findall(surface) if word != "-"]
    return tuple(words) or (surface,)


def with_plurals(surfaces: Sequence[str]) -> list[str]:
    """Return names in the singular with their plurals: of the last word, and of the first one of several.

    >>> with_plurals(["pound sterling"])
    ['pound sterling', 'pound sterlings', 'pounds sterling']
    """
    found: list[str] = []
    for surface in surfaces:
        head, space, rest = surface.partition(" ")
        found += [surface, plural(surface)]
        if space:
            found.append(f"{plural(head)} {rest}")
    return found
