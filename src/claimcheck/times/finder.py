"""Finding times."""

from datetime import date, datetime

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Candidate, Document, Numeral, Settings, Tokens


@frozen
class TimeFinder:
    """Finds dates, times, durations and sets."""

    lexicon: Lexicon
    settings: Settings

    def reference(self, document: Document, tokens: Tokens) -> date | datetime | None:
        """Return what relative expressions are reckoned from: the publication date, else the document's own dateline."""
        return document.published

    def find(
        self, document: Document, tokens: Tokens, numerals: tuple[Numeral, ...], reference: date | datetime | None
    ) -> list[Candidate]:
        """Return candidates for time expressions."""
        return []
