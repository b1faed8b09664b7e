"""Comparing claims."""

from collections.abc import Sequence

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Agreement, Analysis, Claim, Conflict, Diagnostic, Settings


@frozen
class Comparison:
    """What comparing found."""

    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    unsupported: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    pairs_compared: int
    not_comparable: int


@frozen
class Comparer:
    """Finds the conflicts and agreements between the claims of documents."""

    lexicon: Lexicon
    settings: Settings

    def compare(self, analyses: Sequence[Analysis], draft: str | None) -> Comparison:
        """Compare claims between and within documents; with a draft, the draft's against the sources'."""
        return Comparison((), (), (), (), 0, 0)
