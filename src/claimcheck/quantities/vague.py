"""Amounts without a figure: "thousands of", "several hundred", "most of", "doubled", "no injuries", "a gallon of"."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from operator import attrgetter

from attrs import field, frozen

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Candidate, Interval, Numeral, Quantity, Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.ages import decade
from claimcheck.quantities.amounts import Amount
from claimcheck.quantities.shapes import candidate

FIRST, LAST = attrgetter("first"), attrgetter("last")

VAGUE_RANK, UNIT_RANK, PRONOUN_RANK = 15, 40, 90

ARTICLES = frozenset({"a", "an"})

SUPERLATIVES = frozenset({"the", "its", "their", "our", "at", "far"})
"""Words before "most" that make it the highest number, or no number: "the most voters ever", "at most"."""

AUXILIARIES = frozenset({"was", "were", "is", "has", "had", "have", "been", "be", "got", "seriously", "believed", "to"})


@frozen
class VagueReader:
    """Finds the vague amounts of a text."""

    words: AmountWords
    numbers: NumberWords
    units: UnitTable
    heads: frozenset[str] = field(repr=False)
    """The words by which vague amounts are found, articles included."""
    seconds: Mapping[str, frozenset[str]] = field(repr=False)
    """The words one of which must follow a head that says nothing alone ("a gallon of")."""
    led: frozenset[str] = field(repr=False)
    """The words by which what begins with "the" is found ("the majority of"): no other word is as frequent."""

    @classmethod
    def build(cls, words: AmountWords, numbers: NumberWords, units: UnitTable) -> "VagueReader":
        """Gather the words to look for."""
        alone = frozenset(phrase[0] for phrase in words.vague.values if len(phrase) == 1)
        alone = alone.union(numbers.vague, numbers.decades, words.factors)
        seconds: dict[str, frozenset[str]] = dict.fromkeys(ARTICLES, units.heads)
        for phrase in words.vague.values:
            if phrase[0] not in alone:
                seconds[phrase[0]] = seconds.get(phrase[0], frozenset()) | {phrase[1]}
        led = seconds.pop("the", frozenset())
        return cls(words, numbers, units, alone.union(seconds, led), seconds, led)

    def find(self, tokens: Tokens, numerals: Sequence[Numeral], amounts: Sequence[Amount]) -> list[Candidate]:
        """Return them in order of the offsets; an article behind one of the other `amounts` begins a rate ("$20 a barrel")."""
        norms, seconds, size = tokens.norms, self.seconds, tokens.size
        found: list[Candidate] = []
        for index in tokens.among(self.heads):
            if norms[index] in self.led and index and norms[index - 1] == "the":
                index -= 1
            norm, after = norms[index], index + 1
            needed = seconds.get(norm)
            if needed is not None and (after == size or norms[after] not in needed):
                continue
            single = norm in ARTICLES and not _ends_one(amounts, index)
            item = self._single(tokens, index) if single else None
            item = item or self._at(tokens, index, numerals)
            if item is not None:
                found.append(item)
        return found

    def _at(self, tokens: Tokens, index: int, numerals: Sequence[Numeral]) -> Candidate | None:
        norm = tokens.norms[index]
        item = self._phrase(tokens, index, numerals) if norm in self.words.vague.lengths else None
        if item is not None:
            return item
        if norm in self.numbers.vague:
            held = _numeral_at(numerals, index)
            return None if held is not None and held.scaled else self._plural(tokens, index)
        if norm in self.numbers.decades:
            return self._decade(tokens, index)
        return self._factor(tokens, index) if norm in self.words.factors else None

    def _decade(self, tokens: Tokens, index: int) -> Candidate | None:
        """Read "in her early thirties"."""
        value, start, end = self.numbers.decades[tokens.norms[index]], tokens.starts[index], tokens.ends[index]
        numeral = Numeral(index, index + 1, start, end, value, value, "words")
        shaped = decade(tokens, Amount(index, index + 1, start, end, Interval.point(value), value, numeral))
        return None if shaped is None else candidate(tokens, shaped, shaped.amount)

    def _single(self, tokens: Tokens, index: int) -> Candidate | None:
        """Read a unit with an article for a number: "a gallon of water", "not a dollar."."""
        norms, total = tokens.norms, tokens.size
        found = self.units.match(tokens, index + 1)
        if found is None:
            return None
        unit, ended = found.unit, found.last >= total or tokens.kinds[found.last] == "."
        held = unit.dimension in ("volume", "mass") and norms[found.last : found.last + 1] == ("of",)
        alone = index == 0 and found.last == total and unit.dimension != "time"
        if not (held or alone or (ended and unit.kind == "currency")):
            return None
        one = Interval.point(unit.worth)
        quantity = Quantity(unit.kind, one, unit.code, unit.candidates, unit.dimension, step=unit.worth)
        return Candidate(tokens.starts[index], tokens.ends[found.last - 1], quantity, rank=UNIT_RANK)

    def _phrase(self, tokens: Tokens, index: int, numerals: Sequence[Numeral]) -> Candidate | None:
        matched = self.words.vague.match(tokens, index)
        if matched is None:
            return None
        last, entry = matched
        if entry.needs and (last >= tokens.size or tokens.norms[last] not in entry.needs):
            return None
        if entry.outcomes and _outcome(tokens, last) not in entry.outcomes:
            return None
        low, high = entry.low, entry.high
        if entry.share and index and tokens.norms[index - 1] in SUPERLATIVES:
            return None
        if entry.share:
            interval = Interval(low / 100, Decimal(1), low_open=True)
            return _candidate(tokens, index, last, Quantity("ratio", interval, dimension="ratio", approximate=True))
        quantity = Quantity("number", Interval(low, high, high_open=low != high), approximate=low > 0)
        if entry.key == "couple" and not _counts(tokens, last):
            return None
        if entry.outcomes:  # beats the pronoun in "no one"
            return evolve(_candidate(tokens, index, last, quantity), rank=PRONOUN_RANK)
        scaled = _numeral_at(numerals, last)
        if scaled is not None and scaled.scaled and scaled.first == last == scaled.last - 1:
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
        at = last + 1 if last + 1 < tokens.size and tokens.norms[last] == "of" else last
        unit = self.units.match(tokens, at) if at < tokens.size else None
        if unit is None or unit.unit.dimension == "time" or unit.unit.scale != 1:
            return _candidate(tokens, first, last, quantity)
        known = unit.unit
        quantity = evolve(
            quantity, kind=known.kind, unit=known.code, unit_candidates=known.candidates, dimension=known.dimension
        )
        return evolve(_candidate(tokens, first, unit.last, quantity), rank=VAGUE_RANK + 20)


def _numeral_at(numerals: Sequence[Numeral], index: int) -> Numeral | None:
    """Return the numeral that holds a token."""
    place = bisect_right(numerals, index, key=FIRST) - 1
    return numerals[place] if place >= 0 and index < numerals[place].last else None


def _ends_one(amounts: Sequence[Amount], index: int) -> bool:
    """Tell whether an amount ends right before a token."""
    place = bisect_right(amounts, index, key=LAST) - 1
    return place >= 0 and amounts[place].last == index


def _outcome(tokens: Tokens, index: int) -> str:
    """Return what happened to nobody: the word behind "was", "were", "has been"."""
    while index < tokens.size and tokens.norms[index] in AUXILIARIES:
        index += 1
    return tokens.norms[index] if index < tokens.size else ""


def _counts(tokens: Tokens, last: int) -> bool:
    """Tell whether "a couple" counts things: people may be one ("a couple from Leeds")."""
    if last >= tokens.size or tokens.norms[last - 1] == "of":
        return True
    return tokens.kinds[last] == "." or tokens.norms[last] in ("more", "dozen", "hundred", "thousand", "million")


def _candidate(tokens: Tokens, first: int, last: int, quantity: Quantity) -> Candidate:
    return Candidate(tokens.starts[first], tokens.ends[last - 1], quantity, rank=VAGUE_RANK)


def _times(interval: Interval, factor: Decimal) -> Interval:
    context = Context(prec=60)
    low, high = (None if end is None else context.multiply(end, factor) for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)
