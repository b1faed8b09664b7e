"""Words as data: loaded, validated, matched."""

from claimcheck.lexicons.loading import Entry, Examples, Lexicon, load_lexicon

__all__ = ["Entry", "Examples", "Lexicon", "load_lexicon"]
