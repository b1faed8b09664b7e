"""Aliases that a text defines: "Syrian Democratic Forces (SDF)", "SDF (Syrian ...)", "also known as"."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Tokens
from claimcheck.model.internal import internal
from claimcheck.names.parts import Part

KNOWN_AS = (("also", "known", "as"), ("better", "known", "as"), ("also", "called"), ("formerly", "known", "as"),
            ("known", "as"), ("or",), ("abbreviated", "as"), ("abbreviated",), ("alias",), ("aka",), ("a.k.a.",),
            ("nicknamed",), ("whose", "real", "name", "is"), ("whose", "full", "name", "is"))  # fmt: skip

DECLARING = frozenset(words[0] for words in KNOWN_AS)

WIDEST_GAP = 6
"""Tokens between two names of which one is declared to be the other."""

WIDEST_TERM = 6
"""Tokens between the bracket and a term: '(hereafter the "Company")'."""

SHORTENINGS = frozenset(["acronym", "abbreviation", "initials", "shorthand", "initialism"])


@internal
class Definition:
    """Two names of one entity; `short` is the form that the text introduces for `full`."""

    full: Part
    short: Part


@cache
def _quoted_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\([^)q]{{0,{2 * WIDEST_TERM}}}+q")


def find_definitions(tokens: Tokens, parts: list[Part]) -> list[Definition]:
    """Return the pairs of neighbouring names that a text declares to be the same."""
    found: list[Definition] = []
    for left, right in itertools.pairwise(parts):
        if 0 < right.first - left.last <= WIDEST_GAP:
            between = tokens.norms[left.last : right.first]
            if between[0] == "(" or not DECLARING.isdisjoint(between):
                pair = _defined(tokens, left, right, between)
                if pair is not None:
                    found.append(pair)
    return [*found, *_spelled_out(tokens, parts), *_terms(tokens, parts)]


def _defined(tokens: Tokens, left: Part, right: Part, between: tuple[str, ...]) -> Definition | None:
    pair = _bracketed(left, right, exact=len(between) == 1) if between[0] == "(" and _closes(tokens, right) else None
    if pair is None and _declares(between) and None in (left.known, right.known) and _may_be(between, left, right):
        return Definition(left, right)
    return pair


def _terms(tokens: Tokens, parts: list[Part]) -> Iterator[Definition]:
    """Yield the terms that a filing defines: 'Tarn Holdings plc ("Tarn" or the "Company")'."""
    if _quoted_in_brackets().search(tokens.kinds) is None:
        return
    full: Part | None = None
    opened = -1
    for left, right in itertools.pairwise(parts):
        bracket = tokens.kinds.find("(", left.last, min(left.last + 2, right.first))
        if bracket >= 0 and right.first - bracket <= WIDEST_TERM:
            full, opened = left, bracket
        quoted = right.last < len(tokens.kinds) and tokens.kinds[right.last] == "q"
        if full is None or not quoted or "q" not in tokens.kinds[right.first - 2 : right.first]:
            continue
        if right.first - opened > 2 * WIDEST_TERM or ")" in tokens.kinds[opened : right.first]:
            full = None
        elif right.known is None and right.words != full.words:
            yield Definition(full, right)


def _spelled_out(tokens: Tokens, parts: list[Part]) -> Iterator[Definition]:
    """Yield the pairs of "the MRF, using the Tarsk acronym for the Marn River Front"."""
    if SHORTENINGS.isdisjoint(tokens.in_lower_case):
        return
    for number, right in enumerate(parts):
        opens = right.first - (tokens.norms[right.first - 1] == "the" if right.first else 0)
        if opens < 2 or tokens.norms[opens - 1] != "for" or tokens.norms[opens - 2] not in SHORTENINGS:
            continue
        before = [
            part for part in parts[max(0, number - 2) : number] if part.last < opens - 2 and part.last > opens - 12
        ]
        if before and None in (before[-1].known, right.known):
            yield Definition(right, before[-1])


def _may_be(between: tuple[str, ...], left: Part, right: Part) -> bool:
    return between[-1] != "or" or _abbreviates(right.surface, left.words)


def _closes(tokens: Tokens, part: Part) -> bool:
    return part.last < len(tokens.kinds) and tokens.norms[part.last] in (")", ",", ";")


def _bracketed(left: Part, right: Part, *, exact: bool) -> Definition | None:
    """Read what stands in brackets after a name; only letters that fit define ("(R-IN)", "(London)" do not)."""
    if exact and _abbreviates(right.surface, left.words):
        return Definition(left, right)
    if _abbreviates(left.surface, right.words):
        return Definition(right, left)
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
