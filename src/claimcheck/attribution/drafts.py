"""What the rules hand on: attributions in tokens, before speakers are resolved."""

from bisect import bisect_right
from typing import Self

from attrs import field

from claimcheck.attribution.grammar import ENDING, Grammar
from claimcheck.lexicons.reporting import Reporting
from claimcheck.model import Tokens
from claimcheck.model.internal import internal

Reach = tuple[int, int]
"""A half-open range of tokens."""
Held = tuple[int, Reach]
"""A quote by its number, and the piece of a content that touches it."""


@internal
class Quote:
    """Words between quotation marks: the range without its marks, and whether both marks are there."""

    first: int
    last: int
    closed: bool = True


def _in_order(pieces: tuple[Reach, ...]) -> tuple[Reach, ...]:
    """Put pieces in order; drop one without a token (a cue that ends its text) and one that runs into the one before."""
    if len(pieces) == 1:
        first, last = pieces[0]
        return pieces if first < last else ()
    kept: list[Reach] = []
    for piece in sorted(pieces):
        if piece[0] < piece[1] and (not kept or kept[-1][1] <= piece[0]):
            kept.append(piece)
    return tuple(kept)


@internal
class Draft:
    """An attribution in tokens.

    `pieces` are the content; a draft that has none is no attribution.
    `cites` tells that it has no content of its own and names whom another draft of its sentence cites ("citing Y").
    `aside` is where the cue's clause stands outside of the content: the moment and the medium are looked for there.
    `inherits` tells that the speaker is the one before ("..., adding that").
    """

    pieces: tuple[Reach, ...] = field(converter=_in_order)
    cue: Reach | None
    speaker: Reach | None
    grade: str
    aside: Reach | None = None
    audience: Reach | None = None
    negated: bool = False
    inherits: bool = False
    cites: bool = False


@internal
class Reading:
    """A text being read: its tokens, the words, the quotes, for each token the quote that holds it or -1, and the cues.

    `norms` and `kinds` are those of the tokens. `openings` and `closings` are where the quotes begin and end, `cues` the
    tokens that may be one: verb forms, and words that phrases are found by. `cites` tells whether a word is among them
    before which a content may end.
    """

    tokens: Tokens
    norms: tuple[str, ...]
    kinds: str
    words: Reporting
    grammar: Grammar
    quotes: tuple[Quote, ...]
    openings: list[int]
    closings: list[int]
    quote_of: list[int]
    cues: list[int]
    cites: bool

    @classmethod
    def of(cls, tokens: Tokens, words: Reporting, grammar: Grammar, quotes: tuple[Quote, ...]) -> Self:
        """Find the places where a text has to be read."""
        inside, cues = [-1] * tokens.size, tokens.among(grammar.cues)
        for number, quote in enumerate(quotes):
            inside[quote.first : quote.last] = [number] * (quote.last - quote.first)
        return cls(
            tokens,
            tokens.norms,
            tokens.kinds,
            words,
            grammar,
            quotes,
            openings=[quote.first for quote in quotes],
            closings=[quote.last for quote in quotes],
            quote_of=inside,
            cues=cues,
            cites=not ENDING.isdisjoint(map(tokens.norms.__getitem__, cues)),
        )

    def held(self, pieces: tuple[Reach, ...]) -> list[Held]:
        """Return the quotes that the pieces of a content touch."""
        found: list[Held] = []
        openings, closings, total = self.openings, self.closings, len(self.openings)
        for piece in pieces:
            first, last = piece
            number = bisect_right(closings, first)
            while number < total and openings[number] < last:
                found.append((number, piece))
                number += 1
        return found
