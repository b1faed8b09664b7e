"""The entries of ambiguous_units.toml: names that several units share, and what tells which is meant."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from claimcheck.lexicons.conversion import Shared
from claimcheck.lexicons.loading import Entry
from claimcheck.lexicons.measures import Form, Unit
from claimcheck.lexicons.surfaces import with_plurals
from claimcheck.model import QuantityKind, Tokens
from claimcheck.model.internal import evolve

WINDOW = 8
"""How many tokens on each side may tell which unit is meant."""

Cues = Mapping[str, frozenset[str]]


def _cues(raw: Mapping[str, tuple[str, ...]]) -> Cues:
    return {code: frozenset(words) for code, words in raw.items()}


@frozen(kw_only=True)
class Ambiguous(Entry):
    """A table of ambiguous_units.toml; the head of that file says what each field means."""

    name: str
    kind: QuantityKind
    dimension: str
    candidates: tuple[str, ...]
    code: str | None = None
    scale: Decimal = field(default=Decimal(1), converter=Decimal)
    surfaces: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    cautious: tuple[str, ...] = ()
    near: Cues = field(factory=dict[str, frozenset[str]], converter=_cues)
    next: Cues = field(factory=dict[str, frozenset[str]], converter=_cues)
    before: bool = False
    silent: bool = False

    @property
    def unit(self) -> Unit:
        """The open unit."""
        known = len(self.candidates) < 2 and self.code in (None, *self.candidates)
        candidates = () if known else self.candidates
        return Unit(self.code, self.name, self.kind, self.dimension, candidates, self.scale)

    def forms(self, *, leading: bool) -> Iterator[Form]:
        """Yield the written forms, those before an amount or those after it."""
        if leading and not self.before:
            return
        for symbol in self.symbols:
            yield Form(symbol, self.unit, exact=True, cautious=not leading and symbol in self.cautious)
        for name in () if leading else with_plurals(self.surfaces):
            yield Form(name, self.unit, cautious=name in self.cautious)

    def read(self, tokens: Tokens, first: int, last: int) -> str | None:
        """Return the candidate that the words around tell, None where none does."""
        if not self.near and not self.next:
            return None
        around = frozenset(tokens.norms[max(0, first - WINDOW) : first] + tokens.norms[last : last + WINDOW])
        following = tokens.norms[last] if last < tokens.size else ""
        scores = {
            code: 3 * (following in self.next.get(code, ())) + len(around & self.near.get(code, frozenset()))
            for code in self.candidates
        }
        best = max(scores.values())
        leaders = [code for code, score in scores.items() if score == best]
        return leaders[0] if best and len(leaders) == 1 else None


def shared_names(entries: Iterable[Ambiguous]) -> Mapping[str, Shared]:
    """Return the names of money that have a code of their own as long as the text leaves the currency open."""
    return {
        entry.code: Shared(Fraction(entry.scale), frozenset(entry.candidates))
        for entry in entries
        if entry.kind == "currency" and entry.code is not None and entry.code not in entry.candidates
    }


def decided(unit: Unit, code: str, units: Mapping[str, Unit]) -> Unit:
    """Return an open unit as the one of its candidates that is meant."""
    known = units.get(code)
    if known is None:
        return evolve(unit, code=code, candidates=())
    return Unit(code, unit.name, known.kind, known.dimension, (), unit.scale)
