"""The written forms of units and currencies, and what tells that one stands beside an amount."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from claimcheck.lexicons.currencies import Currency, following_forms, leading_forms
from claimcheck.lexicons.loading import Lexicon
from claimcheck.lexicons.measures import Form, Measures, Unit
from claimcheck.lexicons.quantulum import vocabularies
from claimcheck.lexicons.readings import Ambiguous, decided
from claimcheck.lexicons.surfaces import Surfaces
from claimcheck.lexicons.words import WordList
from claimcheck.model import Tokens
from claimcheck.model.internal import internal

LONGEST_QUOTE = 200
"""How many tokens before a mark are searched for the quotation that it may close."""

MARKS = ("'", '"')
"""The marks of feet and inches."""

LONGEST_LEAD = 4
"""How many tokens a currency before an amount may have."""


@internal
class UnitMatch:
    """A unit as written: the tokens from `first` up to, not including, `last`."""

    first: int
    last: int
    unit: Unit


@frozen
class UnitWords:
    """Words that make units out of units (unit_words.toml)."""

    per: frozenset[str]
    a: frozenset[str]
    square: frozenset[str]
    cubic: frozenset[str]
    squared: frozenset[str]
    cubed: frozenset[str]
    shortened: frozenset[str]
    extents: frozenset[str]
    plural: frozenset[str]

    @classmethod
    def load(cls, lexicon: Lexicon) -> "UnitWords":
        """Read unit_words.toml."""
        return cls(**{entry.key: frozenset(entry.words) for entry in lexicon.entries("unit_words", WordList)})


@frozen
class Meaning:
    """What a written form stands for."""

    unit: Unit
    cautious: bool = False
    ambiguous: Ambiguous | None = None


@frozen
class WrittenUnits:
    """Every way to write a single unit; `units` are by their code."""

    following: Surfaces[Meaning] = field(repr=False)
    leading: Surfaces[Meaning] = field(repr=False)
    words: UnitWords = field(repr=False)
    units: Mapping[str, Unit] = field(repr=False)

    @classmethod
    def load(cls, lexicon: Lexicon, measures: Measures) -> "WrittenUnits":
        """Read the lexicon's units and currencies."""
        base = vocabularies()
        words, currencies = UnitWords.load(lexicon), lexicon.entries("currencies", Currency)
        ambiguous = lexicon.entries("ambiguous_units", Ambiguous)
        after = [form for entry in currencies for form in following_forms(entry, base)]
        before = [form for entry in currencies for form in leading_forms(entry)]
        forms = [*measures.forms(base), *after]
        units = {form.unit.code: form.unit for form in reversed(forms) if form.unit.code and form.unit.scale == 1}
        return cls(
            _surfaces(ambiguous, forms, words, leading=False),
            _surfaces(ambiguous, before, words, leading=True),
            words,
            units,
        )

    def match_before(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the longest currency sign, code or name that ends right before a token, where an amount stands."""
        if not index or tokens.norms[index - 1] not in self.leading.tails:
            return None
        for count in range(min(LONGEST_LEAD, index), 0, -1):
            first = index - count
            if not self.leading.longest.get(tokens.norms[first]) or _loose(tokens, first, count):
                continue
            found = self.leading.match(tokens, first)
            if found is not None and found[0] == index:
                unit = self._read(found[1], tokens, first, index)
                if unit is not None:
                    return UnitMatch(first, index, unit)
        return None

    def match(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the longest written form that begins at a token, where it is a unit."""
        found = self.following.match(tokens, index)
        if found is None:
            return self._mark(tokens, index) if 0 < index < tokens.size and tokens.norms[index] in MARKS else None
        last, meaning = found
        if meaning.cautious and not (self._alone(tokens, index, last) or self._sums(tokens, last, meaning.unit)):
            return None
        unit = self._read(meaning, tokens, index, last)
        return None if unit is None else UnitMatch(index, last, unit)

    def _sums(self, tokens: Tokens, last: int, unit: Unit) -> bool:
        """Tell whether a weight in smaller units goes on behind a word of other use ("12 stone 4 pounds")."""
        if unit.dimension != "mass" or tokens.kinds[last : last + 1] != "n":
            return False
        found = self.following.match(tokens, last + 1)
        return found is not None and found[1].unit.dimension == "mass"

    def _mark(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the feet or inches of a mark on a number (5'10", an 8" pipe), where no quotation is open."""
        norms = tokens.norms
        extent = index + 1 < tokens.size and norms[index + 1] in self.words.extents
        if not (tokens.glued(index) or extent) or tokens.kinds[index - 1] not in "nx" or len(norms[index - 1]) > 4:
            return None
        if norms[index] == '"':
            code = "[in_i]" if tokens.word(index) in ('"', "''") else None
        else:
            inches = index + 2 < tokens.size and tokens.kinds[index + 1] in "nx" and norms[index + 2] == '"'
            code = "[ft_i]" if inches or extent else None
        if code is None or _quoting(tokens, index):
            return None
        return UnitMatch(index, index + 1, self.units[code])

    def _read(self, meaning: Meaning, tokens: Tokens, first: int, last: int) -> Unit | None:
        """Settle an ambiguous name by the words around it."""
        ambiguous = meaning.ambiguous
        if ambiguous is None:
            return meaning.unit
        code = ambiguous.read(tokens, first, last)
        if code is None:
            return None if ambiguous.silent else meaning.unit
        return decided(meaning.unit, code, self.units)

    def _alone(self, tokens: Tokens, index: int, last: int) -> bool:
        """Tell whether a form of other use stands on the amount, or where the measure ends ("2 in thick", "12 in.")."""
        if last < tokens.size and tokens.glued(last) and tokens.norms[last] == "-":
            return False
        before = tokens.norms[index - 1]
        if tokens.norms[index] in self.words.plural and before.isdecimal():
            return False  # 1990s, F-16s
        if last + 1 < tokens.size and tokens.norms[last] == "." and tokens.glued(last) and tokens.glued(last + 1):
            return False  # 5 p.m.
        if tokens.glued(index) and tokens.kinds[index - 1] in "nx-/":
            return True
        if last >= tokens.size or tokens.kinds[last] in ".,;:)]/" or tokens.norms[last] in ("|", *self.words.extents):
            return True
        return tokens.sentence_index(last) != tokens.sentence_index(index)


def _quoting(tokens: Tokens, index: int) -> bool:
    """Tell whether a mark closes a quotation: an odd number of its like stand before it that are on no number."""
    norms, mark = tokens.norms, tokens.norms[index]
    begin = max(tokens.paragraph_of(index)[0], index - LONGEST_QUOTE)
    places = (place for place in range(begin, index) if norms[place] == mark)
    return sum(not (tokens.glued(place) and tokens.kinds[place - 1] in "nx") for place in places) % 2 == 1


def _loose(tokens: Tokens, first: int, count: int) -> bool:
    """Tell whether "A $" is an article before a dollar sign; only "c $" is written apart."""
    if count < 2 or len(tokens.norms[first]) > 1 or tokens.norms[first + 1] != "$":
        return False
    return not tokens.glued(first + 1) and tokens.word(first) != "c"


def _surfaces(
    ambiguous: Iterable[Ambiguous], forms: Iterable[Form], words: UnitWords, *, leading: bool
) -> Surfaces[Meaning]:
    """Index the forms; ambiguous ones come first, for the first of two equal forms stays."""
    shared = [
        (form, Meaning(form.unit, form.cautious, entry)) for entry in ambiguous for form in entry.forms(leading=leading)
    ]
    every = [*shared, *((form, Meaning(form.unit, form.cautious)) for form in forms)]
    return Surfaces[Meaning].build(
        ((form.surface, meaning) for form, meaning in every if form.exact),
        ((form.surface, meaning) for form, meaning in every if not form.exact),
        words.shortened,
    )
