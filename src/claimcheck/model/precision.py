"""What the digits of an amount say about its precision."""

from decimal import Decimal

from claimcheck.model.mentions import Mention
from claimcheck.model.quantities import Quantity

ZERO, HALF, ONE, TWO = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2)
HUNDRED, THOUSAND = Decimal(100), Decimal(1000)


def margin(quantity: Quantity, text: str) -> Decimal:
    """Return half the worth of the last digit that carries information.

    Decimals and scales mean what they show ("3 billion": half a billion). Zeros at the end of a whole number are taken
    as rounding only where there are two or more, and the first two digits always count: 800 is good to 10, 2,500 to
    100, 120 to 1, "$100m" to 10 million.
    """
    value, step = quantity.amount.low, quantity.step
    if value is None:
        return ZERO
    if step == ONE:
        return HALF
    if step <= ZERO:
        return ZERO
    if step < ONE:
        return step / TWO
    if step >= THOUSAND and any(map(str.isalpha, text)) and not "".join(filter(str.isdigit, text)).endswith("0"):
        return step / TWO
    return HALF if step < HUNDRED else min(step, ONE.scaleb(value.adjusted() - 1)) / TWO


def is_round(value: Decimal) -> bool:
    """Tell whether a bare number may well be a rounded one: at most two digits before two or more zeros.

    A headline's "800" may be the story's "over 800"; its "67 %" is not the story's "over 67 %".
    """
    if value.adjusted() < 2 or not value or value != value.to_integral_value():
        return False
    digits = value.normalize().as_tuple()
    return isinstance(digits.exponent, int) and digits.exponent >= 2 and len(digits.digits) <= 2


def written(mention: Mention) -> str:
    """Return an amount as the text has it, with the word that bounds or hedges it."""
    return mention.text if mention.modifier is None else f"{mention.modifier.text} {mention.text}"
