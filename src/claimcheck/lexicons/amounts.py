"""Words around amounts: what bounds and hedges them, vague amounts, words of change, and names with numbers."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.lexicons.loading import Entry, Lexicon
from claimcheck.lexicons.phrases import Phrases
from claimcheck.model import Direction

Effect = Literal["more", "at_least", "less", "at_most", "nearly", "about", "exact"]


def _optional(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@frozen(kw_only=True)
class Modifier(Entry):
    """A table of modifiers.toml."""

    effect: Effect
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@frozen(kw_only=True)
class VagueAmount(Entry):
    """A table of vague_amounts.toml."""

    words: tuple[str, ...]
    low: Decimal = field(converter=Decimal)
    high: Decimal | None = field(default=None, converter=_optional)
    needs: frozenset[str] = field(factory=frozenset[str], converter=_words)
    outcomes: frozenset[str] = field(factory=frozenset[str], converter=_words)
    share: bool = False


@frozen(kw_only=True)
class ChangeWord(Entry):
    """A table of change_words.toml: forms of verbs and nouns that tell which way an amount went."""

    words: tuple[str, ...]
    direction: Direction | None = None
    factor: str | None = None
    nouns: tuple[str, ...] = ()
    needs: frozenset[str] = field(factory=frozenset[str], converter=_words)


@frozen(kw_only=True)
class NumberedName(Entry):
    """A table of numbered_names.toml: words whose number is a name, or phrases of digits that are."""

    before: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@frozen
class AmountWords:
    """All of them, indexed.

    `changing` are the words of change with those that are a factor ("doubled to 5"), `verbs` are all of them.
    """

    before: Phrases[Effect]
    after: Phrases[Effect]
    vague: Phrases[VagueAmount]
    changes: dict[str, Direction]
    changing: dict[str, Direction]
    verbs: frozenset[str]
    nouns: dict[str, Direction]
    factors: dict[str, tuple[Decimal, Direction, frozenset[str]]]
    numbered: frozenset[str]
    fixed: Phrases[bool]
    contexts: NumberContexts

    @classmethod
    def load(cls, lexicon: Lexicon) -> "AmountWords":
        """Read the four files."""
        modifiers = lexicon.entries("modifiers", Modifier)
        vague = lexicon.entries("vague_amounts", VagueAmount)
        changes = lexicon.entries("change_words", ChangeWord)
        names = lexicon.entries("numbered_names", NumberedName)
        return cls(
            Phrases[Effect].of(
                ((words, entry.effect) for entry in modifiers for words in entry.before), backwards=True
            ),
            Phrases[Effect].of((words, entry.effect) for entry in modifiers for words in entry.after),
            Phrases[VagueAmount].of((words, entry) for entry in vague for words in entry.words),
            {
                word: entry.direction
                for entry in changes
                if entry.direction and not entry.factor
                for word in entry.words
            },
            {word: entry.direction for entry in changes if entry.direction for word in entry.words if not entry.needs},
            frozenset(word for entry in changes for word in entry.words),
            {word: entry.direction for entry in changes if entry.direction for word in entry.nouns},
            {
                word: (Decimal(entry.factor), entry.direction, entry.needs)
                for entry in changes
                if entry.factor and entry.direction
                for word in entry.words
            },
            frozenset(word for entry in names for word in entry.before),
            Phrases[bool].of((words, True) for entry in names for words in entry.phrases),
            NumberContexts.load(lexicon),
        )
