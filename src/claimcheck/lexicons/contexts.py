"""Words beside a number that tell what kind of number it is."""

from attrs import frozen

from claimcheck.lexicons.loading import Lexicon
from claimcheck.lexicons.words import WordList
from claimcheck.model import QuantityKind


@frozen(kw_only=True)
class NumberContext(WordList):
    """A table of number_contexts.toml; `makes` is the kind of amount that its words lead to, None for no amount."""

    makes: QuantityKind | None = None


@frozen
class NumberContexts:
    """All of them by name (see the comments of number_contexts.toml)."""

    pronoun_after: frozenset[str]
    pronoun_before: frozenset[str]
    prefixes: frozenset[str]
    short_prefixes: frozenset[str]
    never_names: frozenset[str]
    placing: frozenset[str]
    verb_before: frozenset[str]
    no_noun: frozenset[str]
    crowds: frozenset[str]
    lengthy: frozenset[str]
    millions: frozenset[str]
    graduating: frozenset[str]
    warmth: frozenset[str]
    contest: frozenset[str]
    participles: frozenset[str]
    numbered: frozenset[str]
    streaks: frozenset[str]
    aged: frozenset[str]
    age_groups: frozenset[str]
    ranking: frozenset[str]
    rating: frozenset[str]
    streets: frozenset[str]
    spread: frozenset[str]
    records: frozenset[str]
    rates: frozenset[str]
    counted_rows: frozenset[str]
    given: frozenset[str]

    @classmethod
    def load(cls, lexicon: Lexicon) -> "NumberContexts":
        """Read number_contexts.toml, and the given names, behind which a number in brackets is an age."""
        entries = lexicon.entries("number_contexts", NumberContext)
        given = frozenset(word for entry in lexicon.entries("given_names", WordList) for word in entry.words)
        return cls(**{entry.key: frozenset(entry.words) for entry in entries}, given=given)
