"""Finding attributions."""

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Attribution, Document, Mention, Names, Tokens


@frozen
class AttributionFinder:
    """Finds who said what."""

    lexicon: Lexicon

    def find(
        self, document: Document, tokens: Tokens, mentions: tuple[Mention, ...], names: Names
    ) -> tuple[Attribution, ...]:
        """Return the attributions of a document in order of their first content piece."""
        return ()
