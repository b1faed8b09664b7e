"""Collecting names."""

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Document, Names, Tokens


@frozen
class NameCollector:
    """Collects who and what a document names."""

    lexicon: Lexicon

    def collect(self, document: Document, tokens: Tokens) -> Names:
        """Return the entities of a document in order of their first mention."""
        return Names()
