"""Finding numerals."""

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Numeral, Tokens


@frozen
class NumeralScanner:
    """Finds the numbers of a text, in digits and in words."""

    lexicon: Lexicon

    def scan(self, tokens: Tokens) -> tuple[Numeral, ...]:
        """Return the numerals of a text in order, none overlapping another."""
        return ()
