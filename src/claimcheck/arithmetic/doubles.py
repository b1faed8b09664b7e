"""One amount given twice: in words and figures, in two units."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.arithmetic.rows import Row, shown, spread
from claimcheck.model import Quantity
from claimcheck.model.findings import Finding, reckoned
from claimcheck.model.steps import step


def written_twice(row: Row) -> Iterator[Finding]:
    """Compare a number in words with the same number in brackets: "thirty (60) days"."""
    for words, digits in row.pairs():
        if row.between(words, digits).strip() != "(" or not row.after(digits, 1).startswith(")"):
            continue
        one, other = words.mention.quantity, digits.mention.quantity
        in_words = not any(letter.isdigit() for letter in words.mention.text)
        if one and other and in_words and digits.mention.text.isdigit() and _end(one) != _end(other):
            names = {"words": words.mention.text, "digits": digits.mention.text}
            timed = re.match(r"\)\s*(?:calendar |business )?(?:day|week|month|year|hour)", row.after(digits))
            yield Finding(words, (digits,), step("written-twice", **names), "duration" if timed else "value")


def _end(quantity: Quantity) -> Decimal | None:
    """Return the number itself, whatever bounds it."""
    return quantity.amount.high if quantity.amount.low is None else quantity.amount.low


def unit_double(row: Row) -> Iterator[Finding]:
    """Compare a measure with its double in brackets: "198 m (656 ft)"."""
    for left, right in row.pairs():
        one, other = left.mention.quantity, right.mention.quantity
        if one is None or other is None or one.unit is None or other.unit is None or one.unit == other.unit:
            continue
        if row.between(left, right).strip() not in ("(", "or") or left.mention.modifier or right.mention.modifier:
            continue
        if one.dimension != other.dimension or not (one.amount.is_point and other.amount.is_point):
            continue
        double = row.conversion.convert(spread(left), one.unit, other.unit)
        if double is not None:
            names = {"left": left.mention.text, "result": shown(double, right), "stated": right.mention.text}
            yield reckoned(right, (left,), "unit-double", holds=double.meets(spread(right)), **names)
