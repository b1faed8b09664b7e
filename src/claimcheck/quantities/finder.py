"""Finding quantities."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import Unit, UnitTable
from claimcheck.model import Candidate, ChangeRole, Direction, Document, Interval, Numeral, Quantity, Settings, Tokens
from claimcheck.quantities.amounts import Amount, AmountReader
from claimcheck.quantities.bounds import Bounded, both_sides, bounded
from claimcheck.quantities.naming import embedded, is_name, listed
from claimcheck.quantities.ranges import RangeReader
from claimcheck.quantities.shapes import Shaped, age, ratio, score
from claimcheck.quantities.vague import VagueReader

BARE_RANK, TIME_RANK, SHAPE_RANK, UNIT_RANK, AGE_RANK, NAME_RANK = 10, 20, 30, 40, 70, 80
"""A date beats a bare number and a span of time, money and units beat what may be a year, names beat all."""

NEAR = 4
"""How many tokens may stand between the two amounts of a range."""


@frozen
class QuantityFinder:
    """Finds amounts with their units, ranges and modifiers."""

    lexicon: Lexicon
    settings: Settings
    _numbers: NumberWords = field(init=False, repr=False, eq=False)
    _words: AmountWords = field(init=False, repr=False, eq=False)
    _units: UnitTable = field(init=False, repr=False, eq=False)
    _vague: VagueReader = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        numbers, words = NumberWords.load(self.lexicon), AmountWords.load(self.lexicon)
        units = UnitTable.load(self.lexicon, self.settings)
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_units", units)
        object.__setattr__(self, "_vague", VagueReader(words, numbers, units))

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
                candidates.append(_shape(tokens, shaped, plain))
        self._settle(tokens, amounts, candidates)
        candidates += self._vague.find(tokens, numerals)
        candidates += self._single(tokens, frozenset(item.amount.last for item in amounts))
        return candidates

    def _amounts(
        self, tokens: Tokens, numerals: tuple[Numeral, ...], candidates: list[Candidate]
    ) -> Iterator[Amount | Shaped]:
        """Yield amounts in order, ranges joined; numbers that name something become candidates for nothing."""
        reader = AmountReader(tokens, self._units, self._numbers, self._words.contexts)
        ranges = RangeReader(reader, frozenset(self._words.changes))
        named: set[str] = set()
        kept: Amount | None = None
        index, floor = 0, 0
        while index < len(numerals):
            numeral = numerals[index]
            amount, kept = kept or reader.read(numeral, floor), None
            index += 1
            if numeral.first < floor and not listed(tokens, numeral):
                continue
            bare = amount.unit is None and amount.last == numeral.last
            name = (
                is_name(tokens, self._words, numeral, named)
                if bare
                else embedded(tokens, self._words.contexts, numeral)
            )
            if name is not None:
                candidates.append(Candidate(tokens.starts[name[0]], tokens.ends[name[1] - 1], None, rank=NAME_RANK))
                floor = name[1]
                continue
            shaped: Shaped | None = None
            while index < len(numerals) and numerals[index].first - amount.last <= NEAR:
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

    def _single(self, tokens: Tokens, ends: frozenset[int]) -> Iterator[Candidate]:
        """Yield units with an article for a number: "a gallon of water", "not a dollar."; "$20 a barrel" is a rate."""
        known = self._units.following.longest
        norms = tokens.norms
        places = [index for index, norm in enumerate(norms[1:]) if norm in known and norms[index] in ("a", "an")]
        for index in places:
            found = self._units.match(tokens, index + 1) if index not in ends else None
            if found is None:
                continue
            unit, ended = found.unit, found.last >= len(tokens) or tokens.kinds[found.last] == "."
            held = unit.dimension in ("volume", "mass") and norms[found.last : found.last + 1] == ("of",)
            alone = index == 0 and found.last == len(tokens) and unit.dimension != "time"
            if held or alone or (ended and unit.kind == "currency"):
                one = Interval.point(Decimal(1))
                quantity = Quantity(unit.kind, one, _code(unit), unit.candidates, unit.dimension, step=Decimal(1))
                yield Candidate(tokens.starts[index], tokens.ends[found.last - 1], quantity, rank=UNIT_RANK)

    def _candidate(self, tokens: Tokens, item: Bounded, written: frozenset[str]) -> Candidate:
        amount = item.amount
        unit = (
            amount.unit
            if amount.unit is None or not amount.unit.candidates
            else self._units.settle(amount.unit, written)
        )
        role, direction = self._change(tokens, item)
        quantity = Quantity(
            amount.kind,
            amount.interval,
            None if unit is None else _code(unit),
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

    def _change(self, tokens: Tokens, item: Bounded) -> tuple[ChangeRole | None, Direction | None]:
        """Return the part that an amount plays in a change, and the way it went."""
        if item.amount.kind == "ordinal":
            return None, None
        compared = _compared(tokens, item.amount)
        if compared is not None:
            return compared
        first = item.amount.first if item.before is None else item.before
        if not first:
            return None, None
        before = tokens.norms[first - 1]
        role: ChangeRole = "to" if before == "to" else "from" if before == "from" else "by"
        start = tokens.sentence_of(first)[0]
        window = 10 if before in ("by", "to", "from") else 2
        for index in range(first - 1, max(start, first - 1 - window) - 1, -1):
            norm = tokens.norms[index]
            if window == 2 and norm in ("and", "or", "but", ",", ";", ":"):
                break
            direction = self._words.changes.get(norm)
            if direction is not None and tokens.norms[index - 1] not in ("make", "makes", "made", "making"):
                return role, direction
        return None, None


UPWARD = frozenset({"more", "higher", "larger", "bigger", "greater", "faster", "longer", "stronger", "above"})
DOWNWARD = frozenset({"less", "fewer", "lower", "smaller", "slower", "shorter", "below"})


def _compared(tokens: Tokens, amount: Amount) -> tuple[ChangeRole, Direction | None] | None:
    """Read the comparison behind an amount: "five times as many", "half as much", "a third more than", "10 % fewer"."""
    norms = tokens.norms[amount.last : amount.last + 2]
    if norms[:1] == ("as",) and norms[1:] and amount.numeral.form == "fraction":
        return "factor", "down"
    if norms[:1] == ("times",) and norms[1:]:
        direction: Direction = "down" if norms[1] in DOWNWARD else "up"
        return (
            ("factor", direction) if norms[1] in UPWARD or norms[1] in DOWNWARD or norms[1] in ("as", "the") else None
        )
    if norms[:1] and norms[0] in UPWARD | DOWNWARD and norms[1:] != ("or",):
        return "by", "up" if norms[0] in UPWARD else "down"
    return None


def _code(unit: Unit) -> str | None:
    """Return a unit's code; a part of a currency ("pence") has none and is its own unit."""
    return unit.name if unit.kind == "currency" and unit.scale != 1 else unit.code


def _series(tokens: Tokens, amount: Amount) -> str | None:
    """Return what an ordinal counts: the word behind it ("third album")."""
    last = amount.last
    if amount.numeral.form == "roman":
        return tokens.norms[amount.first - 1]
    if last + 1 < len(tokens) and tokens.kinds[last] == "-" and tokens.glued(last + 1):
        last += 1
    return tokens.norms[last] if last < len(tokens) and tokens.kinds[last] == "a" else None


def _shape(tokens: Tokens, shaped: Shaped, plain: Bounded) -> Candidate:
    amount = plain.amount
    quantity = Quantity(
        shaped.kind,
        amount.interval,
        shaped.unit,
        (),
        shaped.dimension,
        amount.approximate,
        amount.step,
        series=shaped.series,
    )
    rank = AGE_RANK if shaped.kind in ("age", "score") else SHAPE_RANK
    return Candidate(amount.start, amount.end, quantity, plain.passage(tokens), rank)
