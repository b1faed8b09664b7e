"""Words, numbers and marks with their offsets, in one pass over the text."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from attrs import Factory, field, frozen

from claimcheck.lexicons.memos import Memo
from claimcheck.text.kinds import classify

NUMERIC = "²³¹¼-¾⁰-₟⅐-↋①-⓿❶-➓〇〡-〺㆒-㆕㈠-㉟㊀-㊿"
"""Number signs that `\\w` takes in and that are no letters."""

MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u20d0-\u20ff"
"""Combining marks, which belong to the letter before them."""


@cache
def token_pattern() -> re.Pattern[str]:
    """Compile the token pattern: a token with the space before it.

    No alternative can be gone back into, as nothing follows it, so a text costs time in proportion to its length. Groups
    are not possessive: CPython up to 3.11.4 matches such groups wrongly (gh-106052). The first alternative is the general
    word once more, for the letters that most words are made of: it only saves time.
    """
    letter = rf"[^\W\d_{NUMERIC}]"
    word = rf"{letter}(?:{letter}++|[{MARKS}]++)*"
    capital = "[A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я]"
    return re.compile(
        rf"""
        \s*+(?:
          [A-Z]?+[a-z]++(?![A-Z'’\x80-\x9f\xa1-\u200f\u2028-\U0010ffff])
        | [0-9]++(?:[.,][0-9]++)*                 # 1,234.5
        | [a-z]{{2,}}+(?=(?:{capital}\.){{2}})    # "thatU.S.": a word glued to an abbreviation ends where that begins
        | (?:{capital}\.){{2,}}                   # U.S.
        | {word}(?:['’](?!s(?![^\W_])){word})*    # don't, O'Brien, NATO
        | (?:(?<=[^\W_]|[.])|\A)['’]s(?![^\W_])   # the clitic of "Sales's", "1990's", also apart: "Sales 's"
        | \.{{2,}}+                               # an ellipsis
        | ``|''                                   # quote marks of TeX
        | \S
        )
        """,
        re.VERBOSE,
    )


Columns = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], str, str, str, bytes]
"""The starts, ends, norms, kinds, tags, namings and marks of tokens (see `Tokens`)."""

Word = tuple[str, str, int]
"""The norm of a token, its kind, tag, naming and marks, one character each, and its length."""

Chunk = tuple[Any, ...]
"""Four values for each token of a chunk: its norm, how far it is from the token before it (the first, one space further), its
four characters, and its length. They lie in one row, so that the rows of a text add up to one list, each column of the text
is a slice of that, and all offsets are sums of every second value."""


@frozen(eq=False)
class Scanner:
    """Makes the columns of texts; `tag`, `naming` and `marks` give the characters that a word has beside its kind.

    A text is cut at single spaces, where all tokens end, and what stands between them is looked up whole: the pattern runs
    only over chunks that are new. Then each word is looked up, and only those that are new are asked for their class.
    """

    tag: Callable[[str, str], str]
    naming: Callable[[str, str], str]
    marks: Mapping[str, str]
    _chunks: Memo[str, Chunk] = field(init=False, default=Factory(lambda self: Memo(self._read_chunk), takes_self=True))
    _words: Memo[str, Word] = field(init=False, default=Factory(lambda self: Memo(self._read_word), takes_self=True))

    def scan(self, text: str) -> Columns:
        """Return the columns of a text's tokens."""
        text = text.rstrip()
        if not text:
            return (), (), (), "", "", "", b""
        columns = self._columns(text.split(" "))
        if columns[1][-1:] == (len(text),):
            return columns
        return self._columns(_last_spaces().split(text))  # there is more space than a single one between some tokens

    def _columns(self, chunks: Iterable[str]) -> Columns:
        cells: list[Any] = []
        for chunk in map(self._chunks.of, chunks):
            cells += chunk
        offsets = tuple(accumulate(cells[1::2], initial=-1))  # no space is before the first
        by_turns = "".join(cells[2::4])
        kinds, tags, namings, marks = by_turns[::4], by_turns[1::4], by_turns[2::4], by_turns[3::4].encode("latin-1")
        return offsets[1::2], offsets[2::2], tuple(cells[::4]), kinds, tags, namings, marks

    def _read_chunk(self, chunk: str) -> Chunk:
        words = self._words
        if chunk.isascii() and chunk.isalpha():  # most that are met anew: one word, whatever its capitals
            norm, letters, length = words[chunk]
            return norm, 1, letters, length
        cells: list[Any] = []
        gap = 1
        for piece in token_pattern().findall(chunk.rstrip()):
            norm, letters, length = words[piece]
            cells += norm, len(piece) - length + gap, letters, length
            gap = 0
        return tuple(cells)

    def _read_word(self, piece: str) -> Word:
        word = piece.lstrip()
        norm, kind = classify(word)
        told = self.tag(norm, kind) + self.naming(norm, kind) + self.marks.get(norm, "\0")
        return norm, kind + told, len(word)


@cache
def _last_spaces() -> re.Pattern[str]:
    """Compile the pattern of the spaces that stand right behind a token, so that what they part ends with one."""
    return re.compile(r" (?<=\S )")
