"""Losses as accounts write them: an amount in brackets, (1,234), is below zero."""

from attrs import evolve

from claimcheck.model import Tokens
from claimcheck.quantities.amounts import MINUS_ONE, Amount

COPULAS = frozenset({"is", "was", "were", "are", ":", "="})


def below_zero(tokens: Tokens, amount: Amount) -> Amount:
    """Return an amount in brackets as the loss that it is: a table's whole cell, or money behind "was" or a colon.

    Decimals below one that fill a cell are as often the error of the figure above.
    """
    first, last, norms = amount.first - 1, amount.last + 1, tokens.norms
    if first < 0 or norms[first] != "(" or norms[last - 1 : last] != (")",) or amount.value < 1:
        return amount
    if not (_fills_cell(tokens, first, last) or (amount.kind == "currency" and norms[first - 1] in COPULAS)):
        return amount
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return evolve(amount.converted(MINUS_ONE), first=first, last=last, start=start, end=end)


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
