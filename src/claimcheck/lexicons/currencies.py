"""The entries of currencies.toml: money with its forms."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import field, frozen

from claimcheck.lexicons.loading import Entry
from claimcheck.lexicons.measures import Form, Unit
from claimcheck.lexicons.quantulum import Vocabulary
from claimcheck.lexicons.surfaces import with_plurals


@frozen(kw_only=True)
class Currency(Entry):
    """A table of currencies.toml; the head of that file says what each field means."""

    name: str
    code: str | None = None
    scale: Decimal = field(default=Decimal(1), converter=Decimal)
    surfaces: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    cautious: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    leads: bool = True
    coded: bool = True

    @property
    def unit(self) -> Unit:
        """What an amount is counted in."""
        return Unit(self.code or self.key, self.name, "currency", "currency", (), self.scale)

    @property
    def has_code(self) -> bool:
        """Whether the key is a code that texts write."""
        return self.code is None and self.coded


def following_forms(entry: Currency, base: Mapping[str, Vocabulary]) -> Iterator[Form]:
    """Yield what stands after an amount; "MEUR" is a million euros."""
    unit, cautious = entry.unit, entry.cautious
    names, symbols = list(entry.surfaces), list(entry.symbols)
    for taken in base.values():
        if taken.currency == entry.key:
            names += taken.surfaces
            symbols += taken.symbols
    for name in with_plurals(names):
        yield Form(name, unit)
    yield from _symbols(entry, symbols)
    if entry.has_code:
        yield Form(entry.key, unit, exact=True)
        yield Form("M" + entry.key, _million(unit), exact=True, cautious=bool(cautious))


def leading_forms(entry: Currency) -> Iterator[Form]:
    """Yield what stands before an amount."""
    unit = entry.unit
    yield from _symbols(entry, [symbol for symbol in entry.symbols if symbol not in entry.cautious])
    for name in with_plurals(entry.leading):
        yield Form(name, unit)
    if entry.has_code and entry.leads:
        yield Form(entry.key, unit, exact=True)
        yield Form("M" + entry.key, _million(unit), exact=True)


def _symbols(entry: Currency, symbols: list[str] | tuple[str, ...]) -> Iterator[Form]:
    unit = entry.unit
    for symbol in symbols:
        doubtful = symbol in entry.cautious
        yield Form(symbol, unit, exact=True, cautious=doubtful)
        if not doubtful and "$" in symbol:
            yield Form(symbol.lower(), unit)


def _million(unit: Unit) -> Unit:
    return Unit(unit.code, unit.name, unit.kind, unit.dimension, (), Decimal(1_000_000))
