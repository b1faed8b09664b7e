"""One stretch of text has one reading."""

from collections.abc import Iterable

from claimcheck.model import Candidate, Diagnostic, Document, Mention, Numeral, Tokens


def settle(
    document: Document, tokens: Tokens, candidates: Iterable[Candidate], numerals: tuple[Numeral, ...]
) -> tuple[tuple[Mention, ...], tuple[Diagnostic, ...]]:
    """Choose among overlapping candidates and number what is left; report numerals that nothing claimed."""
    return (), ()
