"""Amounts without a figure: "thousands of", "several hundred", "most of", "doubled", "no injuries"."""

from collections.abc import Mapping
from decimal import Context, Decimal

from attrs import evolve, frozen

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Candidate, Interval, Numeral, Quantity, Tokens

VAGUE_RANK, PRONOUN_RANK = 15, 90

AUXILIARIES = frozenset({"was", "were", "is", "has", "had", "have", "been", "be", "got", "seriously", "believed", "to"})


@frozen
class VagueReader:
    """Finds the vague amounts of a text."""

    words: AmountWords
    numbers: NumberWords
    units: UnitTable

    def find(self, tokens: Tokens, numerals: tuple[Numeral, ...]) -> list[Candidate]:
        """Return them in order of the offsets."""
        vague, plurals, factors = self.words.vague.lengths, self.numbers.vague, self.words.factors
        firsts = {numeral.first: numeral for numeral in numerals}
        inner = {index for numeral in numerals for index in range(numeral.first, numeral.last)}
        found: list[Candidate] = []
        wanted = (vague.keys() | plurals.keys() | factors.keys()) - {"a"}
        seconds = {words[1] for words in self.words.vague.values if words[0] == "a"}
        norms = tokens.norms
        places = [index for index, norm in enumerate(norms) if norm in wanted]
        places += [
            index - 1 for index, norm in enumerate(norms) if norm in seconds and index and norms[index - 1] == "a"
        ]
        for index in sorted(places):
            norm = norms[index]
            if norm in vague:
                item = self._phrase(tokens, index, firsts)
            elif norm in plurals and index not in inner:
                item = self._plural(tokens, index)
            elif norm in factors:
                item = self._factor(tokens, index)
            else:
                continue
            if item is not None:
                found.append(item)
        return found

    def _phrase(self, tokens: Tokens, index: int, firsts: Mapping[int, Numeral]) -> Candidate | None:
        matched = self.words.vague.match(tokens, index)
        if matched is None:
            return None
        last, entry = matched
        if entry.needs and (last >= len(tokens) or tokens.norms[last] not in entry.needs):
            return None
        if entry.outcomes and _outcome(tokens, last) not in entry.outcomes:
            return None
        low, high = entry.low, entry.high
        if entry.share:
            interval = Interval(low / 100, Decimal(1), low_open=True)
            return _candidate(tokens, index, last, Quantity("ratio", interval, dimension="ratio", approximate=True))
        quantity = Quantity("number", Interval(low, high, high_open=low != high), approximate=low > 0)
        if entry.key == "couple" and not _counts(tokens, last):
            return None
        if entry.outcomes:  # beats the pronoun in "no one"
            return evolve(_candidate(tokens, index, last, quantity), rank=PRONOUN_RANK)
        scaled = firsts.get(last)
        if scaled is not None and scaled.scaled and scaled.last == last + 1:
            quantity = evolve(quantity, amount=_times(quantity.amount, scaled.value))
            last = scaled.last
        return self._with_unit(tokens, index, last, quantity)

    def _plural(self, tokens: Tokens, index: int) -> Candidate | None:
        low, high = self.numbers.vague[tokens.norms[index]]
        low = Decimal(24) if low == 12 else low  # contract: dozens are two at least
        quantity = Quantity("number", Interval(low, high, high_open=True), approximate=True)
        return self._with_unit(tokens, index, index + 1, quantity)

    def _factor(self, tokens: Tokens, index: int) -> Candidate | None:
        factor, direction, needs = self.words.factors[tokens.norms[index]]
        if needs and needs.isdisjoint(tokens.norms[index + 1 : index + 2]):
            return None
        quantity = Quantity("number", Interval.point(factor), dimension="factor", role="factor", direction=direction)
        return _candidate(tokens, index, index + 1, quantity)

    def _with_unit(self, tokens: Tokens, first: int, last: int, quantity: Quantity) -> Candidate:
        """Take a unit in: "billions of dollars"."""
        at = last + 1 if last + 1 < len(tokens) and tokens.norms[last] == "of" else last
        unit = self.units.match(tokens, at) if at < len(tokens) else None
        if unit is None or unit.unit.dimension == "time" or unit.unit.scale != 1:
            return _candidate(tokens, first, last, quantity)
        known = unit.unit
        quantity = evolve(
            quantity, kind=known.kind, unit=known.code, unit_candidates=known.candidates, dimension=known.dimension
        )
        return evolve(_candidate(tokens, first, unit.last, quantity), rank=VAGUE_RANK + 20)


def _outcome(tokens: Tokens, index: int) -> str:
    """Return what happened to nobody: the word behind "was", "were", "has been"."""
    while index < len(tokens) and tokens.norms[index] in AUXILIARIES:
        index += 1
    return tokens.norms[index] if index < len(tokens) else ""


def _counts(tokens: Tokens, last: int) -> bool:
    """Tell whether "a couple" counts things: people may be one ("a couple from Leeds")."""
    if last >= len(tokens) or tokens.norms[last - 1] == "of":
        return True
    return tokens.kinds[last] == "." or tokens.norms[last] in ("more", "dozen", "hundred", "thousand", "million")


def _candidate(tokens: Tokens, first: int, last: int, quantity: Quantity) -> Candidate:
    return Candidate(tokens.starts[first], tokens.ends[last - 1], quantity, rank=VAGUE_RANK)


def _times(interval: Interval, factor: Decimal) -> Interval:
    context = Context(prec=60)
    low, high = (None if end is None else context.multiply(end, factor) for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)
