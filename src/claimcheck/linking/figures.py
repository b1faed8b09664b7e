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
            size = len(_digits(end)) if end is not None else 0
            if size >= TELLING:
                yield _term(key.sort, f"{end:f}")
            elif size == TELLING - 1 and key.head is not None and key.head not in GENERIC:
                yield _term(key.sort, f"{end:f}", key.head)


def exact(claim: Claim, sort: str) -> tuple[str | None, str | None]:
    """Return the names of an exact value and of all with its digits: 4,850 and 4,580 are often one, copied wrongly."""
    quantity = claim.mention.quantity
    if quantity is None or not quantity.amount.is_point or quantity.approximate or quantity.amount.low is None:
        return None, None
    value = quantity.amount.low
    digits = _digits(value)
    if len(digits) < TELLING:
        return None, None
    return _term(sort, f"{value:f}"), f"{sort} {quantity.unit} {value.adjusted()} {''.join(map(str, sorted(digits)))}"


@lru_cache(maxsize=CACHED)
def _digits(value: Decimal) -> tuple[int, ...]:
    """Return the significant digits of a number."""
    return value.normalize().as_tuple().digits


def _term(*parts: str) -> str:
    """Make one term, which no word of a text can be."""
    return "=".join(parts).replace(" ", "_")
