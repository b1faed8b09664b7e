"""Words, numbers and marks with their offsets, in one pass over the text."""

import re
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub

from claimcheck.text.kinds import classify

NUMERIC = "²³¹¼-¾⁰-₟⅐-↋①-⓿❶-➓〇〡-〺㆒-㆕㈠-㉟㊀-㊿"
"""Number signs that `\\w` takes in and that are no letters."""

MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u20d0-\u20ff"
"""Combining marks, which belong to the letter before them."""


@cache
def token_pattern() -> re.Pattern[str]:
    """Compile the token pattern: a token with the space before it.

    Every alternative is possessive, so a text costs time in proportion to its length. The first one is the general word
    once more, for the letters that most words are made of: it only saves time.
    """
    letter = rf"[^\W\d_{NUMERIC}]"
    word = rf"{letter}(?:{letter}++|[{MARKS}]++)*+"
    capital = "[A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я]"
    return re.compile(
        rf"""
        \s*+(?:
          [A-Z]?+[a-z]++(?![A-Z'’\x80-\x9f\xa1-\u200f\u2028-\U0010ffff])
        | [0-9]++(?:[.,][0-9]++)*+                # 1,234.5
        | [a-z]{{2,}}+(?=(?:{capital}\.){{2}})    # "thatU.S.": a word glued to an abbreviation ends where that begins
        | (?:{capital}\.){{2,}}+                  # U.S.
        | {word}(?:['’](?!s(?![^\W_])){word})*+   # don't, O'Brien, NATO
        | (?<=[^\W_]|[.])['’]s(?![^\W_])          # the clitic of "Sales's", "1990's"
        | \.{{2,}}+                               # an ellipsis
        | ``|''                                   # quote marks of TeX
        | \S
        )
        """,
        re.VERBOSE,
    )


LONGEST_KEPT = 24
"""Longer pieces are not kept in the cache, whatever texts come."""


def _piece(piece: str) -> tuple[str, str, int]:
    """Return the norm, the kind and the length of a piece, without the space before it."""
    word = piece.lstrip()
    return (*classify(word), len(word))


@lru_cache(maxsize=1 << 15)
def _kept(piece: str) -> tuple[str, str, int]:
    """Do the same for a piece that this text or others are likely to have again."""
    return _piece(piece)


def _read(pieces: list[str], widths: tuple[int, ...]) -> list[tuple[str, str, int]]:
    """Read all pieces, those that are not kept one by one."""
    wide = [] if max(widths) <= LONGEST_KEPT else [at for at, width in enumerate(widths) if width > LONGEST_KEPT]
    read = {at: _piece(pieces[at]) for at in wide}
    for at in wide:
        pieces[at] = "-"  # holds the place
    found = list(map(_kept, pieces))
    for at, entry in read.items():
        found[at] = entry
    return found


def scan(text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], str]:
    """Return the columns of a text's tokens: starts, ends, norms and kinds (see `Tokens`)."""
    pieces = token_pattern().findall(text.rstrip())  # without space at the end every place begins a piece
    if not pieces:
        return (), (), (), ""
    widths = tuple(map(len, pieces))
    norms, kinds, lengths = zip(*_read(pieces, widths), strict=True)
    ends = tuple(accumulate(widths))
    return tuple(map(sub, ends, lengths)), ends, norms, "".join(kinds)
