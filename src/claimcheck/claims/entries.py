"""The entries of the lexicon of measures."""

from attrs import frozen

from claimcheck.lexicons import Entry


@frozen(kw_only=True)
class MeasureEntry(Entry):
    """One table of `measures.toml`; its head explains the fields."""

    amounts: tuple[str, ...]
    counts: str | None = None
    nouns: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    object_verbs: tuple[str, ...] = ()
    exchange_verbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    attributive: tuple[str, ...] = ()

    def admits(self, amount: str) -> bool:
        """Tell whether an amount of this kind can be of the measure."""
        return not self.amounts or amount in self.amounts
