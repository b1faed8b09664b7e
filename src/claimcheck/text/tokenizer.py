"""The first step of every analysis: a text becomes columns of tokens."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from attrs import Factory, field, frozen
from attrs.validators import max_len

from claimcheck.model import Tokens
from claimcheck.text.layout import paragraphs
from claimcheck.text.sentences import sentence_starts
from claimcheck.text.tokens import Scanner

MOST_WATCHED = 8
"""How many sets of words fit into the byte that tells which of them a word is in."""


def _untagged(norm: str, kind: str) -> str:
    return " "


@frozen
class Tokenizer:
    """Splits texts; `abbreviations` are words, lower case without their stop, after which a stop ends no sentence.

    `watched` are up to eight sets of norms that later rooms look for (`Tokens.among`): a word is looked up in them when it
    is first met, in whatever text, and not again. So do `tag` and `naming`, which give the class of a word and its part in
    names by its norm and kind.
    """

    abbreviations: frozenset[str]
    watched: tuple[frozenset[str], ...] = field(default=(), repr=False, validator=max_len(MOST_WATCHED))
    tag: Callable[[str, str], str] = field(default=_untagged, repr=False)
    naming: Callable[[str, str], str] = field(default=_untagged, repr=False)
    _bits: Mapping[frozenset[str], bytes] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(
            lambda self: {words: _having(1 << bit) for bit, words in enumerate(self.watched)}, takes_self=True
        ),
    )
    _scanner: Scanner = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: Scanner(self.tag, self.naming, _marks(self.watched)), takes_self=True),
    )

    def tokenize(self, text: str) -> Tokens:
        """Return the tokens of a text with its sentences and paragraphs."""
        starts, ends, norms, kinds, tags, namings, marks = self._scanner.scan(text)
        openings: dict[int, str] = {}
        for offset, kind in paragraphs(text):
            index = bisect_left(starts, offset)
            if index < len(starts):
                openings.setdefault(index, kind)
        paragraph_starts = tuple(openings)
        return Tokens(
            text,
            starts,
            ends,
            norms,
            kinds,
            sentence_starts(text, starts, ends, norms, kinds, paragraph_starts, self.abbreviations),
            paragraph_starts,
            "".join(openings.values()),
            self._bits,
            marks,
            "" if self.tag is _untagged else tags,
            "" if self.naming is _untagged else namings,
        )


def _marks(watched: Sequence[frozenset[str]]) -> dict[str, str]:
    """Return the character of each word that has a bit for each of the sets that the word is in."""
    marks: dict[str, int] = {}
    for bit, words in enumerate(watched):
        for word in words:
            marks[word] = marks.get(word, 0) | 1 << bit
    return {word: chr(bits) for word, bits in marks.items()}


def _having(bit: int) -> bytes:
    """Return the table that makes 1 of each mark that has a bit, and 0 of each that has not."""
    return bytes(mark & bit > 0 for mark in range(256))
