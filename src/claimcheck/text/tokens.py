"""Words, numbers and marks with their offsets, in one pass over the text."""

import re
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Generic, TypeVar

from attrs import Factory, field, frozen

from claimcheck.text.kinds import classify

V = TypeVar("V")

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
"""Longer strings are not kept, nor more of them, whatever texts come."""


class Kept(dict[str, V], Generic[V]):
    """What strings read as, each read once: texts share most of what they are made of."""

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, string: str) -> V:
        found = self.read(string)
        if len(string) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[string] = found
        return found


Columns = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], str, str, bytes]
"""The starts, ends, norms, kinds, tags and marks of tokens (see `Tokens`)."""

Chunk = tuple[tuple[str, ...], str, bytes]
"""The norms of the tokens of a chunk; their kinds, tags and marks, one character each, by turns; and as unsigned numbers
by turns the space before each, one more for the first, and its length."""


@frozen(eq=False)
class Scanner:
    """Makes the columns of texts; each word is looked up in the sets that are `watched`, and asked for its `tag`, once.

    A text is cut at single spaces, where all tokens end, and what stands between them is looked up whole: no pattern runs
    but over chunks that are new.
    """

    watched: Sequence[frozenset[str]]
    tag: Callable[[str, str], str]
    _words: Kept[tuple[str, str]] = field(
        init=False, default=Factory(lambda self: Kept(self._read_word), takes_self=True)
    )
    _chunks: Kept[Chunk] = field(init=False, default=Factory(lambda self: Kept(self._read_chunk), takes_self=True))

    def scan(self, text: str) -> Columns:
        """Return the columns of a text's tokens."""
        text = text.rstrip()
        if not text:
            return (), (), (), "", "", b""
        columns = self._columns(text.split(" "))
        if columns[1][-1:] != (
            len(text),
        ):  # the last is not where it ought to be: there was more space than single ones
            columns = self._columns(_only_before_space().split(text))
        return columns

    def _columns(self, chunks: Iterable[str]) -> Columns:
        columns, letters, widths = zip(*map(self._chunks.__getitem__, chunks), strict=True)
        offsets = tuple(accumulate(array("I", b"".join(widths)), initial=-1))  # before the first chunk is no space
        norms: list[str] = []
        deque(map(norms.extend, columns), maxlen=0)
        by_turns = "".join(letters)
        return (
            offsets[1::2],
            offsets[2::2],
            tuple(norms),
            by_turns[::3],
            by_turns[1::3],
            by_turns[2::3].encode("latin-1"),
        )

    def _read_chunk(self, chunk: str) -> Chunk:
        pieces = token_pattern().findall(chunk.rstrip())
        words = [piece.lstrip() for piece in pieces]
        norms, letters = [], []
        for word in words:
            norm, of_word = self._words[word]
            norms.append(norm)
            letters.append(of_word)
        widths = array("I")
        for piece, word in zip(pieces, words, strict=True):
            widths.extend((len(piece) - len(word) + (not widths), len(word)))
        return tuple(norms), "".join(letters), widths.tobytes()

    def _read_word(self, word: str) -> tuple[str, str]:
        """Return the norm of a word and its three letters."""
        norm, kind = classify(word)
        marks = sum(1 << bit for bit, words in enumerate(self.watched) if norm in words)
        return norm, kind + self.tag(norm, kind) + chr(marks)


@cache
def _only_before_space() -> re.Pattern[str]:
    """Compile the pattern of the spaces before which no space stands, so that what they part ends with a token."""
    return re.compile(r" (?<=\S )")
