"""Finding quantities."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.locales import Locales
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Candidate, Document, Numeral, Quantity, QuantityKind, Settings, Tokens
from claimcheck.model.internal import maker
from claimcheck.quantities.ages import AGED_BEFORE, AGED_BEHIND, age
from claimcheck.quantities.amounts import PLACES, Amount
from claimcheck.quantities.bounds import both_sides, bounded
from claimcheck.quantities.changes import UNCHANGED, change
from claimcheck.quantities.currencies import Settler
from claimcheck.quantities.inherited import inherited
from claimcheck.quantities.measuring import BESIDE, AmountReader
from claimcheck.quantities.sequence import AmountSequence
from claimcheck.quantities.shapes import RANKED, Shaped, candidate, rank, rating
from claimcheck.quantities.tables import Head, TableReader
from claimcheck.quantities.vague import UNIT_RANK, VagueReader

make_quantity = maker(Quantity)

BARE_RANK, TIME_RANK = 10, 20
"""A date beats a bare number and a span of time, money and units beat what may be a year."""

BEFORE_SHAPED, BEHIND_SHAPED = AGED_BEFORE | RANKED, AGED_BEHIND
"""Words and marks one of which stands beside an amount that is an age or a place in a chart."""


@frozen
class QuantityFinder:
    """Finds amounts with their units, ranges and modifiers."""

    lexicon: Lexicon
    settings: Settings
    _numbers: NumberWords = field(init=False, repr=False, eq=False)
    _words: AmountWords = field(init=False, repr=False, eq=False)
    _units: UnitTable = field(init=False, repr=False, eq=False)
    _settler: Settler = field(init=False, repr=False, eq=False)
    _vague: VagueReader = field(init=False, repr=False, eq=False)
    _tables: TableReader = field(init=False, repr=False, eq=False)
    _beside: tuple[frozenset[str], frozenset[str]] = field(init=False, repr=False, eq=False)
    """What must stand before or behind an amount that is bounded or has a shape of its own, fractions aside."""

    _followers: frozenset[str] = field(init=False, repr=False, eq=False)
    """The words that may stand behind a number that has a unit."""

    def __attrs_post_init__(self) -> None:
        numbers, words = NumberWords.load(self.lexicon), AmountWords.load(self.lexicon)
        units = UnitTable.load(self.lexicon, self.settings)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_units", units)
        beside = BEFORE_SHAPED.union(words.before.lengths), BEHIND_SHAPED.union(words.after.lengths)
        object.__setattr__(self, "_beside", beside)
        object.__setattr__(self, "_followers", BESIDE.union(units.heads))
        object.__setattr__(self, "_settler", Settler(units, Locales.load(self.lexicon)))
        object.__setattr__(self, "_tables", TableReader(units, numbers, words.contexts.counted_rows))
        object.__setattr__(self, "_vague", VagueReader.build(words, numbers, units))

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return self._vague.heads, *self._settler.locales.watched

    def find(
        self, document: Document, tokens: Tokens, numerals: tuple[Numeral, ...], dated: frozenset[int] = frozenset()
    ) -> list[Candidate]:
        """Return candidates for amounts, and for stretches that look like amounts and are none.

        Numerals among the tokens `dated` are part of a time and are not read.
        """
        del document
        heads = self._tables.heads(tokens)
        counted = [numeral for numeral in numerals if numeral.first not in dated] if dated else numerals
        candidates, amounts = self._read(tokens, counted, heads) if counted else ([], [])
        candidates += self._settled(tokens, amounts)
        vague = self._vague.find(tokens, numerals, amounts)
        if heads:
            named = {tokens.starts[index] for index, head in heads.items() if head is None}
            vague = [item for item in vague if item.start not in named]
        return candidates + vague

    def _read(
        self, tokens: Tokens, numerals: Sequence[Numeral], heads: Mapping[int, Head | None]
    ) -> tuple[list[Candidate], list[Amount]]:
        """Return names and amounts of a shape of their own as candidates, and the other amounts."""
        candidates: list[Candidate] = []
        amounts: list[Amount] = []
        norms, size, words, (before, behind) = tokens.norms, tokens.size, self._words, self._beside
        reader = AmountReader(tokens, self._units, self._numbers, words.contexts, self._followers)
        reached = 0
        for item in AmountSequence.build(words, reader, heads).items(numerals):
            if isinstance(item, Amount):
                last = item.last
                alone = norms[item.first - 1] not in before and (last >= size or norms[last] not in behind)
                if alone and item.numeral.form != "fraction":
                    reached = last
                    amounts.append(item)
                    continue
                shaped = self._shape(tokens, item)
                if shaped is None:
                    amount = bounded(tokens, words, item, reached)
                    reached = amount.after or amount.last
                    amounts.append(amount)
                    continue
            elif isinstance(item, Shaped):
                shaped = item
            else:
                candidates.append(item)
                continue
            amount = bounded(tokens, words, shaped.amount, reached)
            reached = amount.after or amount.last
            candidates.append(candidate(tokens, shaped, amount))
        return candidates, amounts

    def _shape(self, tokens: Tokens, amount: Amount) -> Shaped | None:
        """Return the kind that the words around a single amount make of it."""
        norms, first, last = tokens.norms, amount.first, amount.last
        if norms[first - 1] not in BEFORE_SHAPED and (last >= len(norms) or norms[last] not in BEHIND_SHAPED):
            shaped = None
        else:
            contexts = self._words.contexts
            shaped = age(tokens, contexts, amount) or rank(tokens, contexts, amount)
        if shaped is None and amount.numeral.form == "fraction":
            return rating(tokens, self._words.contexts, amount)
        return shaped

    def _settled(self, tokens: Tokens, amounts: Sequence[Amount]) -> list[Candidate]:
        """Settle open units by what the text tells, join opposite bounds, and return the candidates."""
        measured = [amount for amount in amounts if amount.unit is not None]
        if measured:
            amounts = inherited(tokens, self._words, self._units.units, self._settler.settle(tokens, amounts))
        found: list[Candidate] = []
        joined = False
        for index, amount in enumerate(amounts):
            if joined:
                joined = False
                continue
            if amount.effects and index + 1 < len(amounts):
                both = both_sides(tokens, amount, amounts[index + 1])
                if both is not None:
                    amount, joined = both, True
            found.append(self._candidate(tokens, amount))
        return found

    def _candidate(self, tokens: Tokens, amount: Amount) -> Candidate:
        unit, numeral = amount.unit, amount.numeral
        ordinal = numeral.form in PLACES
        role, direction = UNCHANGED if ordinal else change(tokens, self._words, amount)
        count = numeral.count
        bare = unit is None and role is None and amount.per is None and not (amount.effects or ordinal)
        if bare and count is not None and amount.interval is count.amount and amount.step is count.step:
            return Candidate(amount.start, amount.end, count, None, BARE_RANK)
        kind: QuantityKind = "number"
        code: str | None = None
        candidates: tuple[str, ...] = ()
        dimension, order = "count", BARE_RANK
        if unit is not None:
            kind, code, candidates, dimension = unit.kind, unit.code, unit.candidates, unit.dimension
            order = TIME_RANK if dimension == "time" else UNIT_RANK
        series = None
        if ordinal:
            kind, dimension, series = "ordinal", "order", _series(tokens, amount)
        quantity = make_quantity(
            kind,
            amount.interval,
            code,
            candidates,
            dimension,
            amount.approximate,
            amount.step,
            None if amount.per is None else amount.per.code,
            role,
            direction,
            series,
        )
        return Candidate(amount.start, amount.end, quantity, amount.modifier(tokens) if amount.effects else None, order)


def _series(tokens: Tokens, amount: Amount) -> str | None:
    """Return what an ordinal counts: the word behind it ("third album")."""
    last = amount.last
    if amount.numeral.form == "roman":
        return tokens.norms[amount.first - 1]
    if last + 1 < tokens.size and tokens.kinds[last] == "-" and tokens.glued(last + 1):
        last += 1
    return tokens.norms[last] if last < tokens.size and tokens.kinds[last] == "a" else None
