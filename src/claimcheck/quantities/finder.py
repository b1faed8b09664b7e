"""Finding quantities."""

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Candidate, Document, Numeral, Settings, Tokens


@frozen
class QuantityFinder:
    """Finds amounts with their units, ranges and modifiers."""

    lexicon: Lexicon
    settings: Settings

    def find(self, document: Document, tokens: Tokens, numerals: tuple[Numeral, ...]) -> list[Candidate]:
        """Return candidates for amounts, and for stretches that look like amounts and are none."""
        return []
