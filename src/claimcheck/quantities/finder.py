"""Finding quantities."""

from collections.abc import Iterator

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.locales import Locales
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Candidate, Document, Numeral, Quantity, Settings, Tokens
from claimcheck.quantities.ages import age
from claimcheck.quantities.amounts import Amount
from claimcheck.quantities.bounds import Bounded, both_sides, bounded
from claimcheck.quantities.changes import change
from claimcheck.quantities.currencies import Settler
from claimcheck.quantities.inherited import inherited
from claimcheck.quantities.measuring import AmountReader
from claimcheck.quantities.sequence import AmountSequence
from claimcheck.quantities.shapes import Shaped, candidate, rank, rating
from claimcheck.quantities.tables import TableReader
from claimcheck.quantities.vague import UNIT_RANK, VagueReader

BARE_RANK, TIME_RANK = 10, 20
"""A date beats a bare number and a span of time, money and units beat what may be a year."""


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

    def __attrs_post_init__(self) -> None:
        numbers, words = NumberWords.load(self.lexicon), AmountWords.load(self.lexicon)
        units = UnitTable.load(self.lexicon, self.settings)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_units", units)
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
        candidates: list[Candidate] = []
        amounts: list[Bounded] = []
        reader = AmountReader(tokens, self._units, self._numbers, self._words.contexts)
        heads = self._tables.heads(tokens)
        sequence = AmountSequence.build(self._words, reader, heads)
        reached = 0
        counted = [numeral for numeral in numerals if numeral.first not in dated] if dated else numerals
        for item in sequence.items(counted):
            if isinstance(item, Candidate):
                candidates.append(item)
                continue
            shaped = item if isinstance(item, Shaped) else self._shape(tokens, item)
            amount = item if isinstance(item, Amount) else item.amount
            plain = bounded(tokens, self._words, amount if shaped is None else shaped.amount, reached)
            reached = plain.after or plain.amount.last
            if shaped is None:
                amounts.append(plain)
            else:
                candidates.append(candidate(tokens, shaped, plain))
        candidates += self._settled(tokens, amounts)
        vague = self._vague.find(tokens, numerals, frozenset([item.amount.last for item in amounts]))
        named = {tokens.starts[index] for index, head in heads.items() if head is None}
        candidates += (item for item in vague if item.start not in named)
        return candidates

    def _shape(self, tokens: Tokens, amount: Amount) -> Shaped | None:
        """Return the kind that the words around a single amount make of it."""
        contexts = self._words.contexts
        shaped = age(tokens, contexts, amount) or rank(tokens, contexts, amount)
        return rating(tokens, contexts, amount) if shaped is None and amount.numeral.form == "fraction" else shaped

    def _settled(self, tokens: Tokens, items: list[Bounded]) -> Iterator[Candidate]:
        """Settle open units by what the text tells, join opposite bounds, and yield the candidates."""
        amounts = inherited(tokens, self._words, self._units.units, self._settler.settle(tokens, items))
        index = 0
        while index < len(amounts):
            item = amounts[index]
            both = both_sides(tokens, item, amounts[index + 1]) if item.effects and index + 1 < len(amounts) else None
            index += 1 if both is None else 2
            yield self._candidate(tokens, both or item)

    def _candidate(self, tokens: Tokens, item: Bounded) -> Candidate:
        amount, unit = item.amount, item.amount.unit
        kind = amount.kind
        role, direction = (None, None) if kind == "ordinal" else change(tokens, self._words, item)
        quantity = Quantity(
            kind,
            amount.interval,
            None if unit is None else unit.code,
            () if unit is None else unit.candidates,
            "order" if kind == "ordinal" else "count" if unit is None else unit.dimension,
            amount.approximate,
            amount.step,
            None if amount.per is None else amount.per.code,
            role,
            direction,
            _series(tokens, amount) if kind == "ordinal" else None,
        )
        order = BARE_RANK if unit is None else TIME_RANK if unit.dimension == "time" else UNIT_RANK
        return Candidate(amount.start, amount.end, quantity, item.passage(tokens), order)


def _series(tokens: Tokens, amount: Amount) -> str | None:
    """Return what an ordinal counts: the word behind it ("third album")."""
    last = amount.last
    if amount.numeral.form == "roman":
        return tokens.norms[amount.first - 1]
    if last + 1 < tokens.size and tokens.kinds[last] == "-" and tokens.glued(last + 1):
        last += 1
    return tokens.norms[last] if last < tokens.size and tokens.kinds[last] == "a" else None
