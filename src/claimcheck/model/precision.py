"""What the digits of an amount say about its precision."""

from decimal import Decimal

from claimcheck.model.mentions import Mention
from claimcheck.model.quantities import Quantity

ZERO, HALF = Decimal(0), Decimal("0.5")


def margin(quantity: Quantity, text: str) -> Decimal:
    """Return half the worth of the last digit that carries information.

    Decimals and scales mean what they show ("3 billion": half a billion). Zeros at the end of a whole number are taken
    as rounding only where there are two or more, and the first two digits always count: 800 is good to 10, 2,500 to
    100, 120 to 1, "$100m" to 10 million.
    """
    value, step = quantity.amount.low, quantity.step
    if value is None or step <= 0:
        return ZERO
    if step <= 1:
        return step / 2
    if step >= 1000 and any(map(str.isalpha, text)) and not "".join(filter(str.isdigit, text)).endswith("0"):
        return step / 2
    return HALF if step < 100 else min(step, Decimal(10) ** (value.adjusted() - 1)) / 2


def is_round(quantity: Quantity) -> bool:
    """Tell whether a bare number may well be a rounded one: at most two digits before two or more zeros.

    A headline's "800" may be the story's "over 800"; its "67 %" is not the story's "over 67 %".
    """
    value = quantity.amount.low
    if value is None or value.adjusted() < 2 or not value or value != value.to_integral_value():
        return False
    digits = value.normalize().as_tuple()
    return isinstance(digits.exponent, int) and digits.exponent >= 2 and len(digits.digits) <= 2


def written(mention: Mention) -> str:
    """Return an amount as the text has it, with the word that bounds or hedges it."""
    return mention.text if mention.modifier is None else f"{mention.modifier.text} {mention.text}"
