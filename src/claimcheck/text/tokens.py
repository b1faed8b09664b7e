"""Words, numbers and marks with their offsets, in one pass over the text."""

import re
from collections.abc import Callable, Sequence
from functools import cache
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


LONGEST_KEPT, MOST_KEPT = 24, 1 << 15
"""Longer pieces are not kept, nor more of them, whatever texts come."""

Piece = tuple[str, str, int, int, str]
"""The norm, kind and length of a piece without the space before it, a bit for each watched set it is in, and its tag."""


class Pieces(dict[str, Piece]):
    """The pieces that texts are made of, each read once; texts share most of them."""

    def __init__(self, watched: Sequence[frozenset[str]], tag: Callable[[str, str], str]) -> None:
        super().__init__()
        self.watched, self.tag = [(1 << bit, words) for bit, words in enumerate(watched)], tag

    def __missing__(self, piece: str) -> Piece:
        word = piece.lstrip()
        norm, kind = classify(word)
        marks = 0
        for bit, words in self.watched:
            if norm in words:
                marks |= bit
        found = norm, kind, len(word), marks, self.tag(norm, kind)
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[piece] = found
        return found


def scan(
    text: str, known: Pieces
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], str, tuple[int, ...], str]:
    """Return the columns of a text's tokens: starts, ends, norms, kinds, marks and tags (see `Tokens`)."""
    pieces = token_pattern().findall(text.rstrip())  # without space at the end every place begins a piece
    if not pieces:
        return (), (), (), "", (), ""
    norms, kinds, lengths, marks, tags = zip(*map(known.__getitem__, pieces), strict=True)
    ends = tuple(accumulate(map(len, pieces)))
    return tuple(map(sub, ends, lengths)), ends, norms, "".join(kinds), marks, "".join(tags)
