"""The first step of every analysis: a text becomes columns of tokens."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from attrs import Factory, field, frozen

from claimcheck.model import Tokens
from claimcheck.text.layout import paragraphs
from claimcheck.text.sentences import sentence_starts
from claimcheck.text.tokens import Pieces, scan


def _untagged(norm: str, kind: str) -> str:
    return ""


@frozen
class Tokenizer:
    """Splits texts; `abbreviations` are words, lower case without their stop, after which a stop ends no sentence.

    `watched` are sets of norms that later rooms look for (`Tokens.among`): a word is looked up in them when it is first
    met, in whatever text, and not again. So does `tag`, which gives the class of a word by its norm and kind.
    """

    abbreviations: frozenset[str]
    watched: tuple[frozenset[str], ...] = field(default=(), repr=False)
    tag: Callable[[str, str], str] = field(default=_untagged, repr=False)
    _bits: Mapping[frozenset[str], int] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: {words: 1 << bit for bit, words in enumerate(self.watched)}, takes_self=True),
    )
    _pieces: Pieces = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: Pieces(self.watched, self.tag), takes_self=True)
    )

    def tokenize(self, text: str) -> Tokens:
        """Return the tokens of a text with its sentences and paragraphs."""
        starts, ends, norms, kinds, marks, tags = scan(text, self._pieces)
        openings: dict[int, str] = {}
        for offset, kind in paragraphs(text):
            index = bisect_left(starts, offset)
            if index < len(starts):
                openings.setdefault(index, kind)
        paragraph_starts = tuple(openings)
        return Tokens(
            text=text,
            starts=starts,
            ends=ends,
            norms=norms,
            kinds=kinds,
            sentence_starts=sentence_starts(text, starts, ends, norms, kinds, paragraph_starts, self.abbreviations),
            paragraph_starts=paragraph_starts,
            paragraph_kinds="".join(openings.values()),
            bits=self._bits,
            marks=marks,
            tags=tags,
        )
