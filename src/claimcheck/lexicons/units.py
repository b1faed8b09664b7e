"""Units next to amounts: measures and money, found by dictionary look-ups and read into codes."""

from collections.abc import Collection, Mapping

from attrs import field, frozen

from claimcheck.lexicons.conversion import Conversion
from claimcheck.lexicons.loading import Lexicon
from claimcheck.lexicons.measures import Measures, Unit
from claimcheck.lexicons.readings import decided
from claimcheck.lexicons.written_units import MARKS, UnitMatch, WrittenUnits
from claimcheck.model import Interval, Settings, Tokens
from claimcheck.model.internal import evolve

__all__ = ["Unit", "UnitMatch", "UnitTable"]


@frozen
class UnitTable:
    """Every unit of a lexicon; build it once, it takes some 25 ms."""

    written: WrittenUnits = field(repr=False)
    conversion: Conversion = field(repr=False)
    heads: frozenset[str] = field(repr=False)
    """The words with which a unit behind an amount may begin."""
    rates: frozenset[str] = field(repr=False)
    """The words with which a denominator begins."""
    tails: frozenset[str] = field(repr=False)
    """The words with which a currency before an amount ends."""
    dollar: str | None

    @classmethod
    def load(cls, lexicon: Lexicon, settings: Settings | None = None) -> "UnitTable":
        """Read the lexicon's units; `settings.dollar` is what a bare `$` stands for."""
        measures = Measures.load(lexicon)
        written = WrittenUnits.load(lexicon, measures)
        words = written.words
        return cls(
            written=written,
            conversion=measures.conversion(),
            heads=words.square.union(words.cubic, written.following.longest, MARKS),
            rates=words.per | words.a,
            tails=written.leading.tails,
            dollar=settings.dollar if settings else None,
        )

    @property
    def units(self) -> Mapping[str, Unit]:
        """The single units by their code."""
        return self.written.units

    @property
    def leads(self) -> Collection[str]:
        """The words with which a currency before an amount may begin."""
        return self.written.leading.longest.keys()

    def match_before(self, tokens: Tokens, index: int) -> UnitMatch | None:
        """Return the longest currency sign, code or name that ends right before a token, where an amount stands."""
        return self.written.match_before(tokens, index)

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

    def match_per(self, tokens: Tokens, index: int, *, bought: bool = False) -> UnitMatch | None:
        """Return the unit of a denominator that begins at a token ("per hour", "/kg", "an hour").

        Behind an article it is one of time or area, and any for what is `bought` ("60 crowns a barrel").
        """
        if index + 1 >= tokens.size:
            return None
        norm = tokens.norms[index]
        if norm not in self.rates:
            return None
        found = self._term(tokens, index + 1)
        if found is None or found.unit.kind not in ("quantity", "currency"):
            return None
        if norm in self.written.words.a and not bought and found.unit.dimension not in ("time", "area"):
            return None
        if found.unit.kind == "currency" and found.last < tokens.size and tokens.kinds[found.last] == "n":
            return None  # "€4bn / US $5bn" has two amounts
        if found.unit.dimension == "time" and norm == "/":
            power, last = self._exponent(tokens, found.last)
            return UnitMatch(index, last, self._raised(found.unit, power) if power > 1 else found.unit)
        return UnitMatch(index, found.last, found.unit)

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
        power = 2 if norm in self.written.words.square else 3 if norm in self.written.words.cubic else 1
        if power > 1:
            place = index + 1
            while place < tokens.size and tokens.norms[place] in "-." and tokens.glued(place):
                place += 1
            inner = self.written.match(tokens, place)
            if inner is not None and inner.unit.dimension == "length":
                return UnitMatch(index, inner.last, self._raised(inner.unit, power))
        found = self.written.match(tokens, index)
        if found is None or found.unit.dimension != "length":
            return found
        power, last = self._exponent(tokens, found.last)
        return UnitMatch(index, last, self._raised(found.unit, power)) if power > 1 else found

    def _exponent(self, tokens: Tokens, index: int) -> tuple[int, int]:
        """Return the exponent that begins at a token, 1 where there is none, and the token after it."""
        norms = tokens.norms
        if index >= tokens.size or tokens.kinds[index - 1] in "kq":  # 6'2" is no square
            return 1, index
        if norms[index] in self.written.words.squared:
            return 2, index + 1
        if norms[index] in self.written.words.cubed:
            return 3, index + 1
        place = index + 1 if norms[index] == "^" else index
        if place < tokens.size and norms[place] in ("2", "3") and tokens.glued(place):
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
