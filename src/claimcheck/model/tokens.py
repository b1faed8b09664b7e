"""A text as columns of tokens: parallel tuples, because objects are what costs in Python."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import compress

from attrs import Factory, field

from claimcheck.model.internal import internal


@internal
class Tokens:
    """The words, numbers and marks of a text with their offsets, and where sentences and paragraphs begin.

    `norms` are lower case with straight quotes. `kinds` has one character a token, so that a grammar can be a
    pattern over it:

    | kind | token |
    | --- | --- |
    | `a` | word in lower case |
    | `A` | Capitalised or CamelCase word |
    | `U` | word of two or more capitals, abbreviation with stops (`U.S.`) |
    | `I` | one capital letter |
    | `m` | word with a capital inside only (`iPhone`) |
    | `n` | ASCII digits with their inner commas and stops |
    | `x` | another digit or fraction sign |
    | `l` | clitic `'s` |
    | `q` | double quote mark of any form |
    | `k` | single quote mark or apostrophe |
    | `.` | stop, question or exclamation mark, ellipsis |
    | `-` | hyphen, minus |
    | `–` | dash |
    | `$` | currency sign |
    | `s` | any other sign |

    and `, ; : ( ) [ ] { } % /` stand for themselves.

    Sentences and paragraphs are half-open token ranges; `sentence_starts` and `paragraph_starts` hold the first token
    of each, ascending, the first being 0. `paragraph_kinds` has a character a paragraph: `p` prose, `h` heading,
    `l` list item, `t` table row.

    `marks` tells for each token which of some sets its norm is in; `marked` are the tokens that are in any, `telling` their
    marks, and `bits` has for each of the sets the table that makes 1 of the marks of its members. `tags` has the word class
    of each token and `namings` the part that it may have in names, where the tokenizer was told how to tell them. `digits`
    are the tokens of kind `n`; `in_lower_case` are the norms of the words that the text has in lower case; `size` is how
    many tokens there are. They are plain fields: one `cached_property` in a class with slots makes each look-up of any
    field of it three times as dear.
    """

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    norms: tuple[str, ...] = field(repr=False)
    kinds: str = field(repr=False)
    sentence_starts: tuple[int, ...] = field(repr=False)
    paragraph_starts: tuple[int, ...] = field(repr=False)
    paragraph_kinds: str = field(repr=False)
    bits: Mapping[frozenset[str], bytes] = field(factory=dict[frozenset[str], bytes], repr=False, eq=False)
    marks: bytes = field(default=b"", repr=False, eq=False)
    tags: str = field(default="", repr=False, eq=False)
    namings: str = field(default="", repr=False, eq=False)
    digits: tuple[int, ...] = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: _digits(self.kinds), takes_self=True)
    )
    size: int = field(init=False, repr=False, eq=False, default=Factory(lambda self: len(self.starts), takes_self=True))
    in_lower_case: frozenset[str] = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: _in_lower_case(self), takes_self=True)
    )
    marked: tuple[int, ...] = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: positions(self.marks), takes_self=True)
    )
    telling: bytes = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: self.marks.translate(None, b"\0"), takes_self=True),
    )

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def slice(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def among(self, words: frozenset[str]) -> list[int]:
        """Return the tokens whose norm is one of some words, ascending; at once where the tokenizer watched for them."""
        members = self.bits.get(words)
        if members is None:
            return list(compress(range(len(self.norms)), map(words.__contains__, self.norms)))
        told = self.telling.translate(members)
        return list(compress(self.marked, told)) if 1 in told else []

    def at(self, offset: int) -> int:
        """Return the last token that starts at or before an offset, -1 if there is none."""
        return bisect_right(self.starts, offset) - 1

    def sentence_index(self, index: int) -> int:
        """Return the number of the sentence that holds a token."""
        return bisect_right(self.sentence_starts, index) - 1

    def sentence(self, number: int) -> tuple[int, int]:
        """Return the token range of a sentence."""
        return _range(self.sentence_starts, number, len(self.starts))

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        starts = self.sentence_starts
        number = bisect_right(starts, index)
        return starts[number - 1], starts[number] if number < len(starts) else self.size

    def paragraph_index(self, index: int) -> int:
        """Return the number of the paragraph that holds a token."""
        return bisect_right(self.paragraph_starts, index) - 1

    def paragraph(self, number: int) -> tuple[int, int]:
        """Return the token range of a paragraph."""
        return _range(self.paragraph_starts, number, len(self.starts))

    def paragraph_of(self, index: int) -> tuple[int, int]:
        """Return the token range of the paragraph that holds a token."""
        return self.paragraph(self.paragraph_index(index))


def _digits(kinds: str) -> tuple[int, ...]:
    index = -1
    return tuple([index := index + len(piece) + 1 for piece in kinds.split("n")[:-1]])


def positions(marks: bytes) -> tuple[int, ...]:
    """Return the places of the marks that are not 0."""
    return tuple(compress(range(len(marks)) if len(marks) > COMMON_SIZE else _places(), marks))


COMMON_SIZE = 1 << 12
"""So many tokens most texts have at most."""


@cache
def _places() -> tuple[int, ...]:
    """Return the first numbers, made once: a range makes each of them anew for every text."""
    return tuple(range(COMMON_SIZE))


def _in_lower_case(tokens: Tokens) -> frozenset[str]:
    return frozenset(compress(tokens.norms, tokens.kinds.encode("latin-1", "replace").translate(_lower_case())))


@cache
def _lower_case() -> bytes:
    return bytes(kind == ord("a") for kind in range(256))


def _range(starts: tuple[int, ...], number: int, total: int) -> tuple[int, int]:
    return starts[number], starts[number + 1] if number + 1 < len(starts) else total
