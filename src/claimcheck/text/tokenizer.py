"""The first step of every analysis: a text becomes columns of tokens."""

from bisect import bisect_left

from attrs import frozen

from claimcheck.model import Tokens
from claimcheck.text.layout import paragraphs
from claimcheck.text.sentences import sentence_starts
from claimcheck.text.tokens import scan


@frozen
class Tokenizer:
    """Splits texts; `abbreviations` are words, lower case without their stop, after which a stop ends no sentence."""

    abbreviations: frozenset[str]

    def tokenize(self, text: str) -> Tokens:
        """Return the tokens of a text with its sentences and paragraphs."""
        starts, ends, norms, kinds = scan(text)
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
        )
