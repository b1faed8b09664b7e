"""The figures of one sentence, with what stands between them."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import pairwise

from attrs import frozen

from claimcheck.lexicons.conversion import Conversion
from claimcheck.model import Claim, Interval, Quantity
from claimcheck.model.findings import Finding
from claimcheck.model.internal import internal
from claimcheck.model.lengths import SECONDS
from claimcheck.model.precision import margin
from claimcheck.model.wire import decimal_text

ONE = Decimal(1)
HUNDRED = Decimal(100)


@internal
class Row:
    """The claims of one sentence in order, with the text that they stand in.

    `traits` names what its figures are, so that a check need not look at a sentence that has nothing for it: the kinds
    and roles of its amounts, `amount` `share` `length` `stretch` (from a day to a day) `birth`, `bracket` where one stands
    between figures, and `three`, `three amounts`, `three shares` where there are so many.
    """

    text: str
    claims: tuple[Claim, ...]
    conversion: Conversion
    traits: frozenset[str] = frozenset()

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.claims[0].sentence.of(self.text)

    def between(self, one: Claim, other: Claim) -> str:
        """Return the text from the end of one figure to the start of the next, its modifier not included."""
        return self.text[one.mention.end : max(one.mention.end, start(other))]

    def after(self, claim: Claim, size: int = 40) -> str:
        """Return the text of the sentence behind a figure."""
        return self.text[claim.mention.end : min(claim.mention.end + size, claim.sentence.end)]

    def before(self, claim: Claim, size: int = 40) -> str:
        """Return the text of the sentence ahead of a figure and its modifier."""
        return self.text[max(claim.sentence.start, start(claim) - size) : start(claim)]

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Return every two neighbours."""
        return pairwise(self.claims)

    def amounts(self) -> tuple[Claim, ...]:
        """Return the claims that are amounts, not times."""
        return tuple(claim for claim in self.claims if claim.mention.quantity is not None)


@frozen
class Check:
    """Looks for one form of words in a sentence whose figures have the traits that it needs."""

    find: Callable[[Row], Iterator[Finding]]
    needs: frozenset[str]


def traits(text: str, claims: Sequence[Claim]) -> frozenset[str]:
    """Name what the figures of a sentence are."""
    named = [trait for claim in claims for trait in _traits(claim)]
    found = set(named)
    if len(claims) > TWO:
        found.add("three")
        found.update(f"three {trait}s" for trait in ("amount", "share") if named.count(trait) > TWO)
    if "(" in text[claims[0].mention.end : claims[-1].mention.start]:
        found.add("bracket")
    return frozenset(found)


def _traits(claim: Claim) -> Iterator[str]:
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is not None:
        yield "amount"
        yield quantity.kind
        if quantity.unit == "percent":
            yield "share"
        elif quantity.unit in SECONDS:
            yield "length"
        if quantity.role is not None:
            yield quantity.role
    elif timex is not None and timex.length is not None:
        yield "length"
    elif timex is not None and "/" in (timex.value or ""):
        yield "stretch"
    if claim.measure == "birth":
        yield "birth"


TWO = 2


def start(claim: Claim) -> int:
    """Return where a figure begins, with the word that bounds it."""
    return claim.mention.modifier.start if claim.mention.modifier else claim.mention.start


def spread(claim: Claim) -> Interval:
    """Return an amount with the rounding that its digits leave open."""
    quantity = claim.mention.quantity
    if quantity is None:
        return Interval(None, None)
    return quantity.amount.widened(margin(quantity, claim.mention.text))


def spreads(*claims: Claim) -> tuple[Interval, ...]:
    """Return amounts with their rounding; counts of which none has decimals are exact up to their zeros."""
    quantities = [claim.mention.quantity for claim in claims]
    exact = all(item is not None and item.kind == "number" and item.step >= 1 for item in quantities)
    return tuple(
        item.amount if exact and item and item.step < HUNDRED else spread(claim)
        for claim, item in zip(claims, quantities, strict=True)
    )


def value(claim: Claim) -> Decimal | None:
    """Return the value of an exact amount; None for bounds, hedges and ranges."""
    quantity = claim.mention.quantity
    if quantity is None or quantity.approximate or claim.mention.modifier is not None:
        return None
    return quantity.amount.low if quantity.amount.is_point else None


def is_count(claim: Claim) -> bool:
    """Tell whether it is an exact count of things."""
    quantity = claim.mention.quantity
    return quantity is not None and quantity.kind == "number" and value(claim) is not None and quantity.role is None


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts are of one kind, unit and denominator."""
    return (
        one.kind == other.kind
        and one.unit == other.unit
        and one.per == other.per
        and one.unit_candidates == other.unit_candidates
    )


def shown(result: Interval, like: Claim) -> str:
    """Write the middle of an interval with about as many places as the figure beside it."""
    if result.low is None or result.high is None:
        return ""
    return number((result.low + result.high) / 2, like)


def percent(result: Interval, like: Claim) -> str:
    """Write the middle of an interval of per cent with one place more than the figure beside it has."""
    if result.low is None or result.high is None:
        return ""
    quantity = like.mention.quantity
    step = min(ONE, quantity.step) if quantity is not None and quantity.step else ONE
    return f"{decimal_text(((result.low + result.high) / 2).quantize(step / 10, ROUND_HALF_UP))}%"


def number(amount: Decimal, like: Claim) -> str:
    """Write an amount as the figure beside it is written: with about as many places, and in its scale and unit."""
    quantity = like.mention.quantity
    written = _scaled().fullmatch(like.mention.text)
    if quantity is not None and quantity.amount.is_point and quantity.amount.low and written:
        counted = Decimal(written["digits"].replace(",", ""))
        scale = quantity.amount.low / counted if counted else ONE
        if scale > 1 and scale == scale.to_integral_value():
            scaled = (amount / scale).quantize(min(ONE, ONE.scaleb(-len(written["places"] or "") + 1)))
            return f"{written['before']}{decimal_text(scaled)}{written['after']}"
    places = Decimal(1) if quantity is None or quantity.step >= 1 or not quantity.step else quantity.step
    plain = decimal_text(amount.quantize(places)) or ""
    return re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", plain) if "." not in plain and len(plain) > 4 else plain


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>[^0-9]{0,8})(?P<digits>[0-9][0-9,]{0,20}(?P<places>\.[0-9]{1,9})?)(?P<after>[^0-9]{0,30})"
    )


@cache
def decrease() -> re.Pattern[str]:
    """Return what follows a fall: "9 percent decrease"."""
    return re.compile(r"\s*(?:decrease|drop|fall|decline|cut|reduction)\b")
