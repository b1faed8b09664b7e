"""Units next to amounts: measures and money, found by dictionary look-ups and read into codes."""

from collections.abc import Collection, Iterable, Mapping

from attrs import evolve, field, frozen

from claimcheck.lexicons.conversion import Conversion
from claimcheck.lexicons.currencies import Currency, following_forms, leading_forms
from claimcheck.lexicons.loading import Lexicon
from claimcheck.lexicons.measures import Form, Measures, Unit
from claimcheck.lexicons.quantulum import vocabularies
from claimcheck.lexicons.readings import Ambiguous, decided
from claimcheck.lexicons.surfaces import Surfaces
from claimcheck.lexicons.words import WordList
from claimcheck.model import Interval, Settings, Tokens

__all__ = ["Unit", "UnitMatch", "UnitTable"]

LONGEST_QUOTE = 200
"""How many tokens before a mark are searched for the quotation that it may close."""

MARKS = ("'", '"')
"""The marks of feet and inches."""

LONGEST_LEAD = 4
"""How many tokens a currency before an amount may have."""


@frozen
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
class UnitTable:
    """Every unit of a lexicon; build it once, it takes some 25 ms."""

    following: Surfaces[Meaning] = field(repr=False)
    leading: Surfaces[Meaning] = field(repr=False)
    words: UnitWords = field(repr=False)
    units: Mapping[str, Unit] = field(repr=False)
    conversion: Conversion = field(repr=False)
    heads: frozenset[str] = field(repr=False)
    rates: frozenset[str] = field(repr=False)
    dollar: str | None

    @classmethod
    def load(cls, lexicon: Lexicon, settings: Settings | None = None) -> "UnitTable":
        """Read the lexicon's units; `settings.dollar` is what a bare `$` stands for."""
        base = vocabularies()
        words = UnitWords.load(lexicon)
        measures, currencies = Measures.load(lexicon), lexicon.entries("currencies", Currency)
        ambiguous = lexicon.entries("ambiguous_units", Ambiguous)
        after = [form for entry in currencies for form in following_forms(entry, base)]
        before = [form for entry in currencies for form in leading_forms(entry)]
        forms = [*measures.forms(base), *after]
        units = {form.unit.code: form.unit for form in reversed(forms) if form.unit.code and form.unit.scale == 1}
        following = _surfaces(ambiguous, forms, words, leading=False)
        return cls(
            following=following,
            leading=_surfaces(ambiguous, before, words, leading=True),
            words=words,
            units=units,
            conversion=measures.conversion(),
            heads=words.square.union(words.cubic, following.longest, MARKS),
            rates=words.per | words.a,
            dollar=settings.dollar if settings else None,
        )

    def match(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the longest unit that begins at a token; the caller knows that an amount stands before it.

        Products and quotients of measures are one unit ("km/h", "tonnes per hectare", "miles an hour").
        """
        found = self._term(tokens, index)
        if found is None or found.unit.kind != "quantity" or found.unit.dimension == "time":
            return found
        under = self.match_per(tokens, found.last)
        if under is None or under.unit.kind != "quantity":
            return found
        return UnitMatch(index, under.last, self._quotient(found.unit, under.unit))

    def match_per(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the unit of a denominator that begins at a token ("per hour", "/kg", "an hour", "a barrel")."""
        if index + 1 >= len(tokens):
            return None
        norm = tokens.norms[index]
        if norm not in self.rates:
            return None
        found = self._term(tokens, index + 1)
        if found is None or found.unit.kind not in ("quantity", "currency"):
            return None
        if norm in self.words.a and found.unit.dimension != "time":
            return None
        if found.unit.kind == "currency" and found.last < len(tokens) and tokens.kinds[found.last] == "n":
            return None  # "€4bn / US $5bn" has two amounts
        if found.unit.dimension == "time" and norm == "/":
            power, last = self._exponent(tokens, found.last)
            return UnitMatch(index, last, self._raised(found.unit, power) if power > 1 else found.unit)
        return UnitMatch(index, found.last, found.unit)

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

    def settle(self, unit: Unit, written: Collection[str]) -> Unit:
        """Return an open unit as what the document's other units tell; `written` are the codes written out there.

        A bare `$` is what the settings say, else the one dollar that the document names. Where nothing tells, or two
        candidates are named, the unit comes back as it is.
        """
        if not unit.candidates:
            return unit
        if self.dollar is not None and unit.code is None and unit.kind == "currency" and self.dollar in unit.candidates:
            return decided(unit, self.dollar, self.units)
        named = [code for code in unit.candidates if code in written]
        return decided(unit, named[0], self.units) if len(named) == 1 else unit

    def convert(self, amount: Interval, source: str, target: str) -> Interval | None:
        """Return an amount in another unit (UCUM codes), exactly; None across dimensions and currencies."""
        return self.conversion.convert(amount, source, target)

    def _term(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return a unit that is no quotient, its exponent included."""
        norms = tokens.norms
        if index >= len(norms) or norms[index] not in self.heads:
            return None
        norm = norms[index]
        power = 2 if norm in self.words.square else 3 if norm in self.words.cubic else 1
        if power > 1:
            place = index + 1
            while place < len(tokens) and tokens.norms[place] in "-." and tokens.glued(place):
                place += 1
            inner = self._simple(tokens, place)
            if inner is not None and inner.unit.dimension == "length":
                return UnitMatch(index, inner.last, self._raised(inner.unit, power))
        found = self._simple(tokens, index)
        if found is None or found.unit.dimension != "length":
            return found
        power, last = self._exponent(tokens, found.last)
        return UnitMatch(index, last, self._raised(found.unit, power)) if power > 1 else found

    def _simple(self, tokens: Tokens, index: int) -> UnitMatch | None:
        found = self.following.match(tokens, index)
        if found is None:
            return self._mark(tokens, index) if index and tokens.norms[index] in MARKS else None
        last, meaning = found
        if meaning.cautious and not self._alone(tokens, index, last):
            return None
        unit = self._read(meaning, tokens, index, last)
        return None if unit is None else UnitMatch(index, last, unit)

    def _mark(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the feet or inches of a mark on a number (5'10", an 8" pipe), where no quotation is open."""
        norms = tokens.norms
        if not tokens.glued(index) or tokens.kinds[index - 1] not in "nx" or len(norms[index - 1]) > 4:
            return None
        if norms[index] == '"':
            code = "[in_i]" if tokens.word(index) in ('"', "''") else None
        else:
            inches = index + 2 < len(tokens) and tokens.kinds[index + 1] in "nx" and norms[index + 2] == '"'
            extent = index + 1 < len(tokens) and norms[index + 1] in self.words.extents
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
        if last < len(tokens) and tokens.glued(last) and tokens.norms[last] == "-":
            return False
        before = tokens.norms[index - 1]
        if tokens.norms[index] in self.words.plural and before.isdecimal():
            return False  # 1990s, F-16s
        if last + 1 < len(tokens) and tokens.norms[last] == "." and tokens.glued(last) and tokens.glued(last + 1):
            return False  # 5 p.m.
        if tokens.glued(index) and tokens.kinds[index - 1] in "nx-/":
            return True
        if last >= len(tokens) or tokens.kinds[last] in ".,;:)]/" or tokens.norms[last] in self.words.extents:
            return True
        return tokens.sentence_index(last) != tokens.sentence_index(index)

    def _exponent(self, tokens: Tokens, index: int) -> tuple[int, int]:
        """Return the exponent that begins at a token, 1 where there is none, and the token after it."""
        norms = tokens.norms
        if index >= len(tokens) or tokens.kinds[index - 1] in "kq":  # 6'2" is no square
            return 1, index
        if norms[index] in self.words.squared:
            return 2, index + 1
        if norms[index] in self.words.cubed:
            return 3, index + 1
        place = index + 1 if norms[index] == "^" else index
        if place < len(tokens) and norms[place] in ("2", "3") and tokens.glued(place):
            return int(norms[place]), place + 1
        return 1, index

    def _raised(self, unit: Unit, power: int) -> Unit:
        code = f"{unit.code}{power}"
        name = f"{'square' if power == 2 else 'cubic'} {unit.name}"
        return Unit(code, name, "quantity", self.conversion.dimension(code) or "length", (), unit.scale**power)

    def _quotient(self, above: Unit, below: Unit) -> Unit:
        code = f"{above.code}/{below.code}"
        known = self.units.get(code)
        scale = above.scale / below.scale
        if known is not None:
            return evolve(known, scale=scale)
        dimension = self.conversion.dimension(code) or f"{above.dimension}/{below.dimension}"
        candidates = tuple(f"{code}/{below.code}" for code in above.candidates)
        return Unit(code, f"{above.name} per {below.name}", "quantity", dimension, candidates, scale)


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
