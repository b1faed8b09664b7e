"""Figures by their digits: those that tell texts apart, and those that may be one, copied wrongly."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.sorts import GENERIC
from claimcheck.model import Claim

TELLING = 3
"""Significant digits from which on two texts hardly share a figure by chance."""
CACHED = 4096
"""Numbers whose digits are kept: the smaller ones come again and again."""


def telling_figures(keys: Iterable[ClaimKey]) -> Iterator[str]:
    """Return the figures by which two texts about one affair are known: of three digits, of two with what they count."""
    for key in keys:
        quantity = key.claim.mention.quantity
        ends = {quantity.amount.low, quantity.amount.high} if quantity is not None else ()
        for end in ends:
            if end is None:
                continue
            digits, plain, _ = _written(end)
            if len(digits) >= TELLING:
                yield _term(key.sort, plain)
            elif len(digits) == TELLING - 1 and key.head is not None and key.head not in GENERIC:
                yield _term(key.sort, plain, key.head)


def exact(claim: Claim, sort: str) -> tuple[str | None, str | None]:
    """Return the names of an exact value and of all with its digits: 4,850 and 4,580 are often one, copied wrongly."""
    quantity = claim.mention.quantity
    if quantity is None or quantity.approximate or quantity.amount.low is None or not quantity.amount.is_point:
        return None, None
    digits, plain, size = _written(quantity.amount.low)
    return (None, None) if len(digits) < TELLING else (_term(sort, plain), f"{sort} {quantity.unit} {size} {digits}")


@lru_cache(maxsize=CACHED)
def _written(value: Decimal) -> tuple[str, str, int]:
    """Return the significant digits of a number in order of size, the number in full, and its power of ten."""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "".join(map(str, sorted(value.normalize().as_tuple().digits))), plain, value.adjusted()


def _term(*parts: str) -> str:
    """Make one term, which no word of a text can be."""
    return "=".join(parts).replace(" ", "_")
