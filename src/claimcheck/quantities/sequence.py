"""The amounts of a text one after another: each read with its unit, joined with the next, or found to be a name."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.model import Candidate, Numeral, Tokens
from claimcheck.model.internal import internal
from claimcheck.quantities.accounts import below_zero
from claimcheck.quantities.ages import lifetime
from claimcheck.quantities.amounts import Amount
from claimcheck.quantities.codes import embedded, listed
from claimcheck.quantities.measuring import AmountReader
from claimcheck.quantities.naming import name_of, stands_free
from claimcheck.quantities.ranges import RangeReader
from claimcheck.quantities.shapes import RECORD, Shaped, rank, ratio, record, score
from claimcheck.quantities.tables import Head

NAME_RANK = 80
"""Names beat all amounts and all times but clear dates."""


@internal
class AmountSequence:
    """Reads the numerals of one text in order."""

    tokens: Tokens
    words: AmountWords
    reader: AmountReader
    ranges: RangeReader
    heads: Mapping[int, Head | None]

    @classmethod
    def build(cls, words: AmountWords, reader: AmountReader, heads: Mapping[int, Head | None]) -> "AmountSequence":
        """Make the one for the reader's text; `heads` are those of its tables by token."""
        changes: Collection[str] = words.changes.keys()
        return cls(reader.tokens, words, reader, RangeReader(reader.tokens, reader, changes), heads)

    def items(self, numerals: Sequence[Numeral]) -> Iterator[Amount | Shaped | Candidate]:
        """Yield amounts in order, ranges joined; a number that names something is a candidate for nothing."""
        named: set[str] = set()
        kept: Amount | None = None
        index, floor, total = 0, 0, len(numerals)
        tokens, heads, contexts = self.tokens, self.heads, self.words.contexts
        norms, kinds = tokens.norms, tokens.kinds
        tallied = RECORD in kinds
        while index < total:
            numeral = numerals[index]
            amount = self.reader.read(numeral, floor) if kept is None else kept
            kept = None
            index += 1
            if numeral.first < floor and not listed(tokens, numeral):
                continue
            head = heads.get(numeral.first) if heads else None
            if head is not None:
                amount = amount.headed(head)
            if tallied and kinds.startswith(RECORD, amount.first):
                tally = record(tokens, contexts, amount, numerals[index : index + 2])
                if tally is not None:
                    yield tally
                    floor, index = tally.amount.last, index + 2
                    continue
            name = None
            bare = amount.unit is None and amount.last == numeral.last
            if bare or heads or tokens.starts[numeral.first] == tokens.ends[numeral.first - 1]:
                name = self._name(amount, named, bare=bare)
            if name is not None and not self._opens_ratio(amount, numerals[index : index + 1]):
                yield lifetime(tokens, amount) or rank(tokens, contexts, amount) or self._named(*name)
                floor = name[1]
                continue
            if norms[amount.first - 1] == "(":
                amount = below_zero(self.reader, amount)
            if index < total and self.ranges.may_join(amount, numerals[index]):
                item, kept, index = self._joined(amount, numerals, index)
                floor = max(floor, (item.amount if isinstance(item, Shaped) else item).last)
                yield item
            else:
                floor = max(floor, amount.last)
                yield amount

    def _joined(
        self, amount: Amount, numerals: Sequence[Numeral], index: int
    ) -> tuple[Amount | Shaped, Amount | None, int]:
        """Join an amount with those after it, the next of which it may join.

        Return also the one after them, if it was read, and the numeral to go on with.
        """
        joins = True
        while joins:
            following = self.reader.read(numerals[index], amount.last)
            if following.first < amount.last:
                return amount, following, index
            if amount.unit is None and following.unit is None:
                contexts = self.words.contexts
                shaped = ratio(self.tokens, contexts, amount, following) or score(
                    self.tokens, contexts, amount, following
                )
                if shaped is not None:
                    return shaped, None, index + 1
            joined = self.ranges.join(amount, following)
            if joined is None:
                return amount, following, index
            amount, index = joined, index + 1
            joins = index < len(numerals) and self.ranges.may_join(amount, numerals[index])
        return amount, None, index

    def _name(self, amount: Amount, named: set[str], *, bare: bool) -> tuple[int, int] | None:
        """Return the tokens of the name that a number is part of, None where it counts."""
        numeral = amount.numeral
        if self.heads and numeral.first in self.heads and self.heads[numeral.first] is None:
            return amount.first, amount.last
        if not bare:
            return embedded(self.tokens, self.words.contexts, numeral, led=amount.first < numeral.first)
        if stands_free(self.tokens, self.words, numeral, named):
            return None
        return name_of(self.tokens, self.words, numeral, named)

    def _named(self, first: int, last: int) -> Candidate:
        return Candidate(self.tokens.starts[first], self.tokens.ends[last - 1], None, rank=NAME_RANK)

    def _opens_ratio(self, amount: Amount, following: Sequence[Numeral]) -> bool:
        """Tell whether a "one" that could be a pronoun is part of a ratio ("one in ten people")."""
        numeral = amount.numeral
        before = self.tokens.norms[numeral.first - 1] if numeral.first else ""
        if numeral.form != "words" or not following or following[0].first - numeral.last > 3:
            return False
        if before in self.words.contexts.pronoun_before and before not in ("a", "the"):
            return False
        return ratio(self.tokens, self.words.contexts, amount, self.reader.read(following[0], numeral.last)) is not None
