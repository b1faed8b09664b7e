"""Building claims."""

from datetime import date

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Attribution, Claim, Document, Mention, Names, Tokens


@frozen
class ClaimBuilder:
    """Makes claims of mentions: what each counts or measures, when, and who says so."""

    lexicon: Lexicon

    def build(
        self,
        document: Document,
        tokens: Tokens,
        mentions: tuple[Mention, ...],
        attributions: tuple[Attribution, ...],
        names: Names,
        dated: date | None,
    ) -> tuple[Claim, ...]:
        """Return the claims of a document in order of the offsets."""
        return ()
