"""Aliases that a text defines: "Syrian Democratic Forces (SDF)", "SDF (Syrian ...)", "also known as"."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Tokens
from claimcheck.names.grammar import KNOWN_AS, SHORTENINGS
from claimcheck.names.parts import Parts

WIDEST_GAP = 6
"""Tokens between two names of which one is declared to be the other."""

WIDEST_TERM = 6
"""Tokens between the bracket and a term: '(hereafter the "Company")'."""

Definition = tuple[int, int]
"""Two rows that name one entity: the full form, and the short form that the text introduces for it."""


@cache
def _quoted_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\([^)q]{{0,{2 * WIDEST_TERM}}}+q")


def find_definitions(tokens: Tokens, parts: Parts, namings: str) -> list[Definition]:
    """Return the pairs of neighbouring names that a text declares to be the same; see `NameWords.naming` of `namings`."""
    found: list[Definition] = []
    for row in _declared(parts, namings):
        pair = _defined(tokens, parts, row, tokens.norms[parts.lasts[row] : parts.firsts[row + 1]])
        if pair is not None:
            found.append(pair)
    if "s" in namings:
        found += _spelled_out(tokens, parts)
    if "(" in namings:
        found += _terms(tokens, parts)
    return found


def _declared(parts: Parts, namings: str) -> list[int]:
    """Return the rows that a declaring word parts from the next one, or behind which a bracket opens."""
    firsts, lasts = parts.firsts, parts.lasts
    rows: set[int] = set()
    for mark in "d(":
        at = namings.find(mark)
        while at >= 0:
            row = bisect_left(firsts, at) - 1
            near = 0 <= row < len(firsts) - 1 and firsts[row + 1] - lasts[row] <= WIDEST_GAP
            if near and (at == lasts[row] or (mark == "d" and at > lasts[row])):
                rows.add(row)
            at = namings.find(mark, at + 1)
    return sorted(rows)


def _defined(tokens: Tokens, parts: Parts, row: int, between: tuple[str, ...]) -> Definition | None:
    pair = None
    if between[0] == "(" and _closes(tokens, parts.lasts[row + 1]):
        pair = _bracketed(parts, row, exact=len(between) == 1)
    if pair is not None or not _declares(between) or None not in parts.known[row : row + 2]:
        return pair
    return (row, row + 1) if between[-1] != "or" or _abbreviates(parts.surfaces[row + 1], parts.words[row]) else None


def _terms(tokens: Tokens, parts: Parts) -> Iterator[Definition]:
    """Yield the terms that a filing defines: 'Tarn Holdings plc ("Tarn" or the "Company")'."""
    kinds = tokens.kinds
    if _quoted_in_brackets().search(kinds) is None:
        return
    full: int | None = None
    opened = -1
    for left, right in itertools.pairwise(range(len(parts.firsts))):
        before, first, last = parts.lasts[left], parts.firsts[right], parts.lasts[right]
        bracket = kinds.find("(", before, min(before + 2, first))
        if bracket >= 0 and first - bracket <= WIDEST_TERM:
            full, opened = left, bracket
        quoted = last < len(kinds) and kinds[last] == "q"
        if full is None or not quoted or "q" not in kinds[first - 2 : first]:
            continue
        if first - opened > 2 * WIDEST_TERM or ")" in kinds[opened:first]:
            full = None
        elif parts.known[right] is None and parts.words[right] != parts.words[full]:
            yield full, right


def _spelled_out(tokens: Tokens, parts: Parts) -> Iterator[Definition]:
    """Yield the pairs of "the MRF, using the Tarsk acronym for the Marn River Front"."""
    for row, first in enumerate(parts.firsts):
        opens = first - (tokens.norms[first - 1] == "the" if first else 0)
        if opens < 2 or tokens.norms[opens - 1] != "for" or tokens.norms[opens - 2] not in SHORTENINGS:
            continue
        before = [left for left in range(max(0, row - 2), row) if opens - 12 < parts.lasts[left] < opens - 2]
        if before and None in (parts.known[before[-1]], parts.known[row]):
            yield row, before[-1]


def _closes(tokens: Tokens, index: int) -> bool:
    return index < tokens.size and tokens.norms[index] in (")", ",", ";")


def _bracketed(parts: Parts, row: int, *, exact: bool) -> Definition | None:
    """Read what stands in brackets after a name; only letters that fit define ("(R-IN)", "(London)" do not)."""
    if exact and _abbreviates(parts.surfaces[row + 1], parts.words[row]):
        return row, row + 1
    if _abbreviates(parts.surfaces[row], parts.words[row + 1]):
        return row + 1, row
    return None


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether a short form is made of the first letters of words, small words left out or in.

    >>> _abbreviates("SDF", ("syrian", "democratic", "forces")), _abbreviates("R", ("rossini",))
    (True, False)
    """
    letters = short.replace(".", "").lower()
    if not (2 <= len(letters) <= 8 and sum(letter.isupper() for letter in short) >= 2 and len(words) >= 2):
        return False
    small = frozenset(["of", "the", "and", "for", "de", "la", "-", "&"])
    initials = "".join(word[0] for word in words if word not in small)
    return letters in (initials, "".join(word[0] for word in words))


def _declares(between: tuple[str, ...]) -> bool:
    words = tuple(word for word in between if word not in (",", "(", "the", '"', "'"))
    return words in KNOWN_AS and (words != ("or",) or between[0] == ",")
