"""Lexicon files that are plain lists of words."""

from attrs import frozen

from claimcheck.lexicons.loading import Entry, Lexicon


@frozen(kw_only=True)
class WordList(Entry):
    """A class of words, lower case."""

    words: tuple[str, ...]


def abbreviations(lexicon: Lexicon) -> frozenset[str]:
    """Return the words after which a stop ends no sentence, without the stop."""
    return frozenset(word for entry in lexicon.entries("abbreviations", WordList) for word in entry.words)
