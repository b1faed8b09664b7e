"""Losses as accounts write them: an amount in brackets, (1,234), is below zero."""

from claimcheck.model import Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.amounts import MINUS_ONE, Amount
from claimcheck.quantities.measuring import AmountReader

COPULAS = frozenset({"is", "was", "were", "are", ":", "="})


def below_zero(reader: AmountReader, amount: Amount) -> Amount:
    """Return an amount in brackets as the loss that it is: a table's whole cell, money behind "was" or a colon, "€(3.4)m".

    Decimals below one that fill a cell are as often the error of the figure above.
    """
    tokens = reader.tokens
    first, last, norms = amount.first - 1, amount.last + 1, tokens.norms
    if first < 0 or norms[first] != "(" or norms[last - 1 : last] != (")",) or amount.value < 1:
        return amount
    if first and amount.unit is None and tokens.kinds[first - 1] == "$" and tokens.glued(first):
        return _behind_sign(reader, amount)
    if not (_fills_cell(tokens, first, last) or (amount.kind == "currency" and norms[first - 1] in COPULAS)):
        return amount
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return evolve(amount.converted(MINUS_ONE), first=first, last=last, start=start, end=end)


def _behind_sign(reader: AmountReader, amount: Amount) -> Amount:
    """Read a loss whose brackets stand behind the sign of its currency."""
    tokens, last = reader.tokens, amount.last + 1
    sign = reader.units.match_before(tokens, amount.first - 1)
    if sign is None or sign.unit.kind != "currency":
        return amount
    loss = amount.converted(MINUS_ONE).led(sign.unit, sign.first, tokens.starts[sign.first])
    loss = evolve(loss, last=last, end=tokens.ends[last - 1])
    word = reader.numbers.words.get(tokens.norms[last]) if last < tokens.size else None
    if word is not None and word.role == "scale":
        return loss.times(word.value, last + 1, tokens.ends[last])
    return reader.with_money_suffix(loss)


def _fills_cell(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether tokens are the whole of a table's cell, between strokes or tabs."""
    number = tokens.paragraph_index(first)
    if tokens.paragraph_kinds[number] != "t":
        return False
    begin, end = tokens.paragraph(number)
    opened = first == begin or tokens.norms[first - 1] == "|" or _parted(tokens, first)
    return opened and (last == end or tokens.norms[last] == "|" or _parted(tokens, last))


def _parted(tokens: Tokens, index: int) -> bool:
    return "\t" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
