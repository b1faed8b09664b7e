"""Finding quantities."""

from collections.abc import Iterator

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Candidate, Document, Numeral, Quantity, Settings, Tokens
from claimcheck.quantities.ages import age, lifetime
from claimcheck.quantities.amounts import Amount, AmountReader
from claimcheck.quantities.bounds import Bounded, both_sides, bounded
from claimcheck.quantities.changes import change
from claimcheck.quantities.naming import embedded, is_name, listed
from claimcheck.quantities.ranges import RangeReader
from claimcheck.quantities.shapes import Shaped, candidate, ratio, score
from claimcheck.quantities.tables import TableReader
from claimcheck.quantities.vague import UNIT_RANK, VagueReader

BARE_RANK, TIME_RANK, NAME_RANK = 10, 20, 80
"""A date beats a bare number and a span of time, money and units beat what may be a year, names beat all but clear dates."""


@frozen
class QuantityFinder:
    """Finds amounts with their units, ranges and modifiers."""

    lexicon: Lexicon
    settings: Settings
    _numbers: NumberWords = field(init=False, repr=False, eq=False)
    _words: AmountWords = field(init=False, repr=False, eq=False)
    _units: UnitTable = field(init=False, repr=False, eq=False)
    _vague: VagueReader = field(init=False, repr=False, eq=False)
    _tables: TableReader = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        numbers, words = NumberWords.load(self.lexicon), AmountWords.load(self.lexicon)
        units = UnitTable.load(self.lexicon, self.settings)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_units", units)
        object.__setattr__(self, "_tables", TableReader(units, numbers))
        object.__setattr__(self, "_vague", VagueReader.build(words, numbers, units))

    def find(self, document: Document, tokens: Tokens, numerals: tuple[Numeral, ...]) -> list[Candidate]:
        """Return candidates for amounts, and for stretches that look like amounts and are none."""
        del document
        candidates: list[Candidate] = []
        amounts: list[Bounded] = []
        reached = 0
        for item in self._amounts(tokens, numerals, candidates):
            shaped = item if isinstance(item, Shaped) else age(tokens, self._words.contexts, item)
            amount = item.amount if isinstance(item, Shaped) else item
            plain = bounded(tokens, self._words, amount if shaped is None else shaped.amount, reached)
            reached = plain.after or plain.amount.last
            if shaped is None:
                amounts.append(plain)
            else:
                candidates.append(candidate(tokens, shaped, plain))
        self._settle(tokens, amounts, candidates)
        candidates += self._vague.find(tokens, numerals, frozenset([item.amount.last for item in amounts]))
        return candidates

    def _amounts(
        self, tokens: Tokens, numerals: tuple[Numeral, ...], candidates: list[Candidate]
    ) -> Iterator[Amount | Shaped]:
        """Yield amounts in order, ranges joined; numbers that name something become candidates for nothing."""
        reader = AmountReader(tokens, self._units, self._numbers, self._words.contexts)
        ranges = RangeReader(reader, self._words.changes.keys())
        heads = self._tables.heads(tokens)
        named: set[str] = set()
        kept: Amount | None = None
        index, floor = 0, 0
        while index < len(numerals):
            numeral = numerals[index]
            amount, kept = kept or reader.read(numeral, floor), None
            index += 1
            if numeral.first < floor and not listed(tokens, numeral):
                continue
            head = heads.get(numeral.first)
            amount = amount if head is None else amount.headed(head)
            aged = lifetime(tokens, amount)
            if aged is not None:
                floor = aged.amount.last
                yield aged
                continue
            name = self._name(tokens, amount, named)
            if head is None and numeral.first in heads:
                name = amount.first, amount.last
            if name is not None and not _opens_ratio(tokens, reader, amount, numerals[index : index + 1]):
                candidates.append(Candidate(tokens.starts[name[0]], tokens.ends[name[1] - 1], None, rank=NAME_RANK))
                floor = name[1]
                continue
            shaped: Shaped | None = None
            while index < len(numerals) and ranges.may_join(amount, numerals[index]):
                kept = reader.read(numerals[index], amount.last)
                if kept.first < amount.last:
                    break
                shaped = ratio(tokens, amount, kept) or score(tokens, self._words.contexts, amount, kept)
                joined = None if shaped else ranges.join(amount, kept)
                if shaped is None and joined is None:
                    break
                amount, kept, index = joined or amount, None, index + 1
                if shaped is not None:
                    break
            floor = max(floor, (shaped.amount if shaped else amount).last)
            yield shaped or amount

    def _name(self, tokens: Tokens, amount: Amount, named: set[str]) -> tuple[int, int] | None:
        """Return the tokens of the name that a number is part of, None where it counts."""
        if amount.unit is None and amount.last == amount.numeral.last:
            return is_name(tokens, self._words, amount.numeral, named)
        return embedded(tokens, self._words.contexts, amount.numeral)

    def _settle(self, tokens: Tokens, amounts: list[Bounded], candidates: list[Candidate]) -> None:
        """Join opposite bounds, settle open units by what the document names, and write the candidates."""
        written = frozenset(
            item.amount.unit.code for item in amounts
            if item.amount.unit is not None and item.amount.unit.code and not item.amount.unit.candidates
        )  # fmt: skip
        index = 0
        while index < len(amounts):
            item = amounts[index]
            both = both_sides(tokens, item, amounts[index + 1]) if item.effects and index + 1 < len(amounts) else None
            index += 1 if both is None else 2
            candidates.append(self._candidate(tokens, both or item, written))

    def _candidate(self, tokens: Tokens, item: Bounded, written: frozenset[str]) -> Candidate:
        amount = item.amount
        unit = (
            amount.unit
            if amount.unit is None or not amount.unit.candidates
            else self._units.settle(amount.unit, written)
        )
        role, direction = change(tokens, self._words.contexts, self._words.changes, item)
        quantity = Quantity(
            amount.kind,
            amount.interval,
            None if unit is None else unit.code,
            () if unit is None else unit.candidates,
            "order" if amount.kind == "ordinal" else "count" if unit is None else unit.dimension,
            amount.approximate,
            amount.step,
            None if amount.per is None else amount.per.code,
            role,
            direction,
            _series(tokens, amount) if amount.kind == "ordinal" else None,
        )
        rank = BARE_RANK if unit is None else TIME_RANK if unit.dimension == "time" else UNIT_RANK
        return Candidate(amount.start, amount.end, quantity, item.passage(tokens), rank)


def _opens_ratio(tokens: Tokens, reader: AmountReader, amount: Amount, following: tuple[Numeral, ...]) -> bool:
    """Tell whether a "one" that could be a pronoun is part of a ratio ("one in ten people")."""
    numeral = amount.numeral
    before = tokens.norms[numeral.first - 1] if numeral.first else ""
    if numeral.form != "words" or not following or following[0].first - numeral.last > 3:
        return False
    if before in reader.contexts.pronoun_before and before not in ("a", "the"):
        return False
    return ratio(tokens, amount, reader.read(following[0], numeral.last)) is not None


def _series(tokens: Tokens, amount: Amount) -> str | None:
    """Return what an ordinal counts: the word behind it ("third album")."""
    last = amount.last
    if amount.numeral.form == "roman":
        return tokens.norms[amount.first - 1]
    if last + 1 < len(tokens) and tokens.kinds[last] == "-" and tokens.glued(last + 1):
        last += 1
    return tokens.norms[last] if last < len(tokens) and tokens.kinds[last] == "a" else None
