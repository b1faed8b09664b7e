"""Which land a text speaks of, for money whose name several lands share."""

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from claimcheck.lexicons.calendar import Named
from claimcheck.lexicons.loading import Entry, Lexicon
from claimcheck.lexicons.phrases import Phrases
from claimcheck.lexicons.surfaces import Surfaces
from claimcheck.lexicons.words import WordList
from claimcheck.model import Tokens

Order = Literal["dmy", "mdy"]

ENOUGH = 2
"""How many habits of different kinds tell of a land: Canada shares the order of dates, many the spelling of percent."""

LINKING = ("determiners", "prepositions", "clause_openers", "time_modifiers", "openers")
"""The classes of function_words.toml behind which a weekday is not bare."""


@frozen(kw_only=True)
class Locale(Entry):
    """A table of locales.toml; the head of that file says what each field means."""

    names: tuple[str, ...]
    settles: bool = True
    order: Order | None = None
    spellings: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    yearly: tuple[str, ...] = ()
    bare_days: bool = False


@frozen
class Locales:
    """The lands whose currencies share a name, by the currency's ISO 4217 code."""

    names: Surfaces[str] = field(repr=False)
    heads: frozenset[str] = field(repr=False)
    """The words with which those names begin."""
    settling: frozenset[str]
    """The currencies that a text means which names their land alone."""
    habits: "tuple[Habits, ...]" = field(repr=False)

    @classmethod
    def load(cls, lexicon: Lexicon) -> "Locales":
        """Read locales.toml."""
        entries = lexicon.entries("locales", Locale)
        names = Surfaces[str].build(((name, entry.key) for entry in entries for name in entry.names), ())
        habits = tuple(Habits.of(entry, lexicon) for entry in entries if entry.order or entry.spellings)
        return cls(names, frozenset(names.longest), frozenset(entry.key for entry in entries if entry.settles), habits)

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        habits = (words for land in self.habits for words in (land.heads, land.months, land.weekdays))
        return tuple(dict.fromkeys((self.heads, *habits)))

    def currencies(self, tokens: Tokens) -> frozenset[str]:
        """Return the currencies of the lands that a text names, or whose habits of writing it has."""
        named: set[str] = set()
        for index in tokens.among(self.heads):
            found = self.names.match(tokens, index)
            if found is not None:
                named.add(found[1])
        return frozenset(named.union(habits.code for habits in self.habits if habits.show(tokens)))


@frozen
class Habits:
    """How one land writes: spelling, words, the order of dates, weekdays without a preposition."""

    code: str
    order: Order | None
    bare_days: bool
    phrases: Phrases[str] = field(repr=False)
    """What is written so there (`spelling`, `word`, or `year` before a year), and what is not (`foreign`)."""
    heads: frozenset[str] = field(repr=False)
    """The words with which those phrases begin."""
    months: frozenset[str] = field(repr=False)
    weekdays: frozenset[str] = field(repr=False)
    linking: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, entry: Locale, lexicon: Lexicon) -> "Habits":
        """Gather a land's habits."""
        kinds = {"spelling": entry.spellings, "word": entry.phrases, "year": entry.yearly, "foreign": entry.foreign}
        phrases = Phrases[str].of((phrase, kind) for kind, words in kinds.items() for phrase in words)
        months, weekdays = (
            frozenset(word for named in lexicon.entries(name, Named) for word in (*named.words, *named.guarded))
            for name in ("months", "weekdays")
        )
        classes = lexicon.entries("function_words", WordList)
        linking = frozenset(word for entry in classes if entry.key in LINKING for word in entry.words)
        heads = frozenset(phrases.lengths)
        return cls(entry.key, entry.order, entry.bare_days, phrases, heads, months, weekdays, linking)

    def show(self, tokens: Tokens) -> bool:
        """Tell whether a text has enough of these habits and none of another land."""
        marks = {"word" if mark == "year" else mark for mark in self._marks(tokens)}
        return len(marks) >= ENOUGH and "foreign" not in marks

    def _marks(self, tokens: Tokens) -> Iterator[str]:
        for index in tokens.among(self.heads):
            found = self.phrases.match(tokens, index) if tokens.kinds[index] == "a" else None
            if found is not None and (found[1] != "year" or tokens.kinds[found[0] : found[0] + 1] == "n"):
                yield found[1]
        for index in tokens.among(self.months):
            order = _order(tokens, index)
            if order is not None and self.order is not None:
                yield "order" if order == self.order else "foreign"
        for index in tokens.among(self.weekdays) if self.bare_days else ():
            if tokens.kinds[index] == "A" and index and self._is_bare(tokens, index):
                yield "day"

    def _is_bare(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a weekday follows what it says the time of: "voted Tuesday", "won 6-3 Tuesday night"."""
        before = tokens.norms[index - 1]
        return (
            tokens.kinds[index - 1] in "an"
            and before not in self.linking
            and tokens.starts[index] > tokens.ends[index - 1]
        )


def _order(tokens: Tokens, index: int) -> Order | None:
    """Return the order of the date around a month, None where no day stands beside it ("June 2027", "They may")."""
    if tokens.kinds[index] != "A":
        return None
    if index and _is_day(tokens, index - 1):
        return "dmy"
    after = index + 1
    if after < tokens.size and tokens.norms[after] == "." and tokens.glued(after):
        after += 1
    return "mdy" if after < tokens.size and _is_day(tokens, after) else None


def _is_day(tokens: Tokens, index: int) -> bool:
    """Tell whether a token is the day of a month in digits."""
    word = tokens.norms[index]
    return tokens.kinds[index] == "n" and len(word) < 3 and word.isdecimal() and 0 < int(word) < 32
