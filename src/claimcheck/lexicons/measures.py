"""The entries of units.toml: measures with their forms and what they are worth."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from claimcheck.errors import LexiconError
from claimcheck.lexicons.conversion import Conversion, Powers, Scale, components, fraction
from claimcheck.lexicons.loading import Entry, Lexicon
from claimcheck.lexicons.quantulum import Vocabulary
from claimcheck.lexicons.surfaces import with_plurals
from claimcheck.model import QuantityKind


@frozen(cache_hash=True)
class Unit:
    """What an amount is measured in.

    `code` is an ISO 4217 code, a UCUM code, or the name where there is neither; None where the text leaves it wholly
    open. `candidates` are the codes that it may be, none where it is certain. One of it is `scale` of `code`: a penny
    is 0.01 GBP, a decade 10 a.
    """

    code: str | None
    name: str
    kind: QuantityKind
    dimension: str
    candidates: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)

    @property
    def is_open_part(self) -> bool:
        """Whether it is a part that several currencies have: a cent is counted in cents until the text tells of what."""
        return bool(self.candidates) and 0 < self.scale < 1

    @property
    def worth(self) -> Decimal:
        """What one of it is where it is read: 1 as long as it is an open part."""
        return Decimal(1) if self.is_open_part else self.scale


@frozen
class Form:
    """One way to write a unit; a `cautious` one is a word or letter of other use, too."""

    surface: str
    unit: Unit
    exact: bool = False
    cautious: bool = False


@frozen(kw_only=True)
class Prefix(Entry):
    """A table of unit_prefixes.toml."""

    code: str
    symbols: tuple[str, ...]
    factor: Fraction = field(converter=fraction)


@frozen(kw_only=True)
class Measure(Entry):
    """A table of units.toml; the head of that file says what each field means."""

    code: str
    dimension: str
    kind: QuantityKind = "quantity"
    factor: Fraction = field(default=Fraction(1), converter=fraction)
    of: str | None = None
    offset: Fraction = field(default=Fraction(0), converter=fraction)
    scale: Decimal = field(default=Decimal(1), converter=Decimal)
    prefixes: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    cautious: tuple[str, ...] = ()
    exact: bool = False


@frozen
class Measures:
    """Every measure of a lexicon, read once."""

    entries: tuple[Measure, ...]
    prefixes: Mapping[str, Prefix]

    @classmethod
    def load(cls, lexicon: Lexicon) -> "Measures":
        """Read units.toml and unit_prefixes.toml."""
        prefixes = {prefix.key: prefix for prefix in lexicon.entries("unit_prefixes", Prefix)}
        entries = lexicon.entries("units", Measure)
        for entry in entries:
            unknown = set(entry.prefixes) - set(prefixes)
            if unknown:
                raise LexiconError(f"units: [{entry.key}]: there is no prefix {min(unknown)!r}")
        return cls(entries, prefixes)

    def conversion(self) -> Conversion:
        """Work out what every code is worth in base units."""
        worth: dict[str, tuple[Fraction, str, Fraction]] = {}
        scales = {"1": Scale(Fraction(1), ())}
        dimensions: dict[Powers, str] = {}
        conversion = Conversion(scales, dimensions)
        for entry in self.entries:
            if entry.of is not None:
                worth.setdefault(entry.code, (entry.factor, entry.of, entry.offset))
            for key in entry.prefixes:
                prefix = self.prefixes[key]
                worth.setdefault(prefix.code + entry.code, (prefix.factor, entry.code, Fraction(0)))
        for entry in self.entries:
            if entry.code not in worth and components(entry.code) == [(entry.code, 1)]:
                scales.setdefault(entry.code, Scale(Fraction(1), ((entry.code, 1),)))
        for code in worth:
            _resolve(code, worth, conversion, scales)
        for entry in self.entries:
            scale = conversion.scale(entry.code)
            if scale is None:
                raise LexiconError(f"units: [{entry.key}]: {entry.code!r} is made of unknown codes")
            dimensions.setdefault(scale.powers, entry.dimension)
        return conversion

    def forms(self, base: Mapping[str, Vocabulary]) -> Iterator[Form]:
        """Yield the ways in which the measures are written, prefixed ones included."""
        for entry in self.entries:
            taken = base.get(entry.key, Vocabulary())
            dropped = frozenset(entry.without)
            names = [*entry.surfaces, *(name.lower() for name in taken.surfaces if name not in dropped)]
            symbols = [*entry.symbols, *(symbol for symbol in taken.symbols if symbol not in dropped)]
            unit = Unit(entry.code, entry.key, entry.kind, entry.dimension, (), entry.scale)
            yield from _written(entry, unit, names, symbols)
            for key in entry.prefixes:
                prefix = self.prefixes[key]
                prefixed = Unit(prefix.code + entry.code, key + entry.key, entry.kind, entry.dimension)
                more = [mark + symbol for mark in prefix.symbols for symbol in symbols if symbol[0].isalpha()]
                more = [symbol for symbol in more if symbol not in dropped]
                yield from _written(entry, prefixed, [key + name for name in names], more)


def _resolve(
    code: str, worth: Mapping[str, tuple[Fraction, str, Fraction]], conversion: Conversion, scales: dict[str, Scale]
) -> None:
    """Enter what a code is worth, and first what it is made of."""
    if code in scales:
        return
    factor, of, offset = worth[code]
    for part, _ in components(of):
        if part in worth:
            _resolve(part, worth, conversion, scales)
    scale = conversion.scale(of)
    if scale is None:
        raise LexiconError(f"units: {code!r} is made of {of!r}, which has unknown codes")
    scales[code] = Scale(scale.factor * factor, scale.powers, offset * scale.factor)


def _written(entry: Measure, unit: Unit, names: list[str], symbols: list[str]) -> Iterator[Form]:
    cautious = entry.cautious
    for name in with_plurals(names):
        yield Form(name, unit, cautious=name in cautious)
    for symbol in symbols:
        doubtful = symbol in cautious
        yield Form(symbol, unit, exact=True, cautious=doubtful)
        if not entry.exact and not doubtful and len(symbol) > 1:
            yield Form(symbol.lower(), unit)
