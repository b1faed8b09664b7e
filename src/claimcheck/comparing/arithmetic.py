"""Figures of one text that must fit together: parts and wholes, changes and levels, units written twice."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from attrs import frozen

from claimcheck.comparing.amounts import Converter
from claimcheck.comparing.lengths import SECONDS, length_of
from claimcheck.comparing.rounding import ZERO, margin, written
from claimcheck.model import Analysis, Claim, Interval, Quantity, RuleName, Step
from claimcheck.model.steps import step
from claimcheck.model.wire import decimal_text

HUNDRED = Decimal(100)


@frozen
class Finding:
    """A stated result that its terms do not make."""

    stated: Claim
    terms: tuple[Claim, ...]
    step: Step
    rule: RuleName = "arithmetic"


@frozen
class Row:
    """The claims of one sentence in order, with the text that they stand in."""

    text: str
    claims: tuple[Claim, ...]
    convert: Converter

    def between(self, one: Claim, other: Claim) -> str:
        """Return the text from the end of one figure to the start of the next, its modifier included in the latter."""
        start = other.mention.modifier.start if other.mention.modifier else other.mention.start
        return self.text[one.mention.end : max(one.mention.end, start)]

    def after(self, claim: Claim, size: int = 40) -> str:
        """Return the text behind a figure."""
        return self.text[claim.mention.end : claim.mention.end + size]

    def before(self, claim: Claim, size: int = 24) -> str:
        """Return the text ahead of a figure and its modifier."""
        start = claim.mention.modifier.start if claim.mention.modifier else claim.mention.start
        return self.text[max(0, start - size) : start]

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Return every two neighbours."""
        return pairwise(self.claims)


Check = Callable[[Row], Iterator[Finding]]


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
        if row.between(left, right).strip() not in ("(", "or") or left.mention.modifier or right.mention.modifier:
            continue
        one, other = left.mention.quantity, right.mention.quantity
        if one is None or other is None or one.unit is None or other.unit is None or one.unit == other.unit:
            continue
        if one.dimension != other.dimension or not (one.amount.is_point and other.amount.is_point):
            continue
        double = row.convert(spread(left), one.unit, other.unit)
        if double is not None and not double.meets(spread(right)):
            names = {"left": left.mention.text, "result": _result(double, right), "stated": right.mention.text}
            yield Finding(right, (left,), step("unit-double", **names))


def change(row: Row) -> Iterator[Finding]:
    """Compare a change with the levels before and after it: "up 9 percent to 5.4 from 5.0"."""
    for index in range(len(row.claims) - 2):
        trio = row.claims[index : index + 3]
        moved = [claim for claim in trio if _is_change(row, claim)]
        old = [claim for claim in trio if _is_old(row, claim) and claim not in moved]
        new = [claim for claim in trio if claim not in moved and claim not in old]
        listed = any("(" in row.between(*pair) for pair in pairwise(trio))
        if listed or len(moved) != 1 or len(old) != 1 or len(new) != 1 or not _comparable(new[0], old[0]):
            continue
        finding = _change(row, moved[0], old[0], new[0])
        if finding is not None:
            yield finding


def _is_change(row: Row, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    if quantity is None or not quantity.amount.is_point or quantity.role == "factor":
        return False
    return quantity.role == "by" or (quantity.kind == "percent" and _increase().match(row.after(claim)) is not None)


def _is_old(row: Row, claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return quantity is not None and (quantity.role == "from" or _earlier().search(row.before(claim)) is not None)


def _comparable(new: Claim, old: Claim) -> bool:
    one, other = new.mention.quantity, old.mention.quantity
    if one is None or other is None or not one.amount.is_point or not other.amount.is_point:
        return False
    if new.scope.head and old.scope.head and new.scope.head != old.scope.head:
        return False
    return (one.kind, one.unit, one.per) == (other.kind, other.unit, other.per)


def _change(row: Row, moved: Claim, old: Claim, new: Claim) -> Finding | None:
    quantity, level = moved.mention.quantity, new.mention.quantity
    if quantity is None or level is None:
        return None
    before, after = spread(old), spread(new)
    if before.low is None or before.low <= 0 or before.high is None or after.low is None or after.high is None:
        return None
    if quantity.kind == "percent" and level.kind != "percent" and quantity.unit == "percent":
        low, high = (after.low / before.high - 1) * HUNDRED, (after.high / before.low - 1) * HUNDRED
        code = "growth"
    elif quantity.kind == level.kind:
        low, high = after.low - before.high, after.high - before.low
        code = "difference"
    else:
        return None
    down = quantity.direction == "down" or _decrease().match(row.after(moved)) is not None
    result = Interval(-high, -low) if down else Interval(low, high)
    stated = spread(moved)
    if moved.mention.modifier is not None or quantity.approximate:
        stated = stated.widened((stated.high or ZERO) / 10)
    if result.meets(stated):
        return None
    shown = _result(result, moved) + (" %" if code == "growth" else "")
    if code == "growth":
        why = step(code, old=old.mention.text, new=new.mention.text, result=shown, stated=written(moved.mention))
    else:
        why = step(code, left=new.mention.text, right=old.mention.text, result=shown, stated=written(moved.mention))
    return Finding(moved, (new, old), why)


def share(row: Row) -> Iterator[Finding]:
    """Compare a share in brackets with its part and whole: "1,123 (90.0 %) of the 1,248 patients"."""
    for part, stated in row.pairs():
        quantity = stated.mention.quantity
        if quantity is None or quantity.unit != "percent" or row.between(part, stated).strip() != "(":
            continue
        others = [claim for claim in row.claims if claim is not part and claim is not stated]
        wholes = [claim for claim in others if _whole().search(row.before(claim)) and _is_count(claim)]
        smaller: Claim | None = part
        if _whole().search(row.before(part)):
            smaller, wholes = _preceding(row, part), [part]
        if smaller is None or len(wholes) != 1 or not _is_count(smaller):
            continue
        finding = _share(smaller, wholes[0], stated)
        if finding is not None:
            yield finding


def _preceding(row: Row, claim: Claim) -> Claim | None:
    index = row.claims.index(claim)
    return row.claims[index - 1] if index else None


def _is_count(claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return quantity is not None and quantity.kind == "number" and quantity.amount.is_point and quantity.role is None


def _share(part: Claim, whole: Claim, stated: Claim) -> Finding | None:
    top, bottom = spread(part), spread(whole)
    if not bottom.low or not bottom.high or top.low is None or top.high is None or bottom.low < top.high:
        return None
    result = Interval(top.low / bottom.high * HUNDRED, top.high / bottom.low * HUNDRED)
    if result.meets(spread(stated)):
        return None
    names = {"part": part.mention.text, "whole": whole.mention.text, "result": _result(result, stated) + " %"}
    return Finding(stated, (part, whole), step("share", **names, stated=stated.mention.text))


def span(row: Row) -> Iterator[Finding]:
    """Compare a duration with the dates that bound it: "from 1911 to 1914, a term of two years"."""
    for one, other in row.pairs():
        dated, lasting = (one, other) if one.mention.timex and "/" in (one.mention.timex.value or "") else (other, one)
        timex, length = dated.mention.timex, length_of(lasting.mention)
        if timex is None or timex.period is None or "/" not in (timex.value or "") or length is None:
            continue
        if not _apposed().fullmatch(row.between(one, other)) or length.unit not in ("a", "mo", "wk", "d"):
            continue
        low, high = timex.period.bounds()
        amount, seconds = length.amount, SECONDS[length.unit]
        if amount.low is None or amount.high is None or timex.period.start is None or timex.period.end is None:
            continue
        slack = {"year": 366, "month": 62, "day": 2}.get(timex.grain or "", 366)
        actual = Decimal((high - low).days)
        tolerance = slack + Decimal("0.5") * (length.step or 0) * seconds / 86400
        stated = amount.low * seconds / 86400
        if abs(actual - stated) <= tolerance or lasting.mention.modifier:
            continue
        names = {"start": f"{low:%Y-%m-%d}", "end": f"{high:%Y-%m-%d}", "stated": lasting.mention.text}
        yield Finding(lasting, (dated,), step("span", **names, result=f"{actual / Decimal('365.25'):.1f} years"))


def age(row: Row) -> Iterator[Finding]:
    """Compare an age with a birth date and the other date of the sentence: "born in 1979, died in 2019 aged 34"."""
    born = [claim for claim in row.claims if claim.measure == "birth" and _year(claim) is not None]
    died = [claim for claim in row.claims if claim.measure in ("death", "deaths") and _year(claim) is not None]
    ages = [claim for claim in row.claims if claim.mention.quantity and claim.mention.quantity.kind == "age"]
    if len(born) != 1 or len(died) != 1 or len(ages) != 1 or ages[0].mention.modifier:
        return
    first, last, quantity = _year(born[0]), _year(died[0]), ages[0].mention.quantity
    if first is None or last is None or quantity is None or not quantity.amount.is_point:
        return
    if last - first - (quantity.amount.low or ZERO) not in (0, 1):
        names = {"born": born[0].mention.text, "year": str(last), "result": f"{last - first - 1} or {last - first}"}
        yield Finding(ages[0], (born[0], died[0]), step("age", **names, stated=ages[0].mention.text))


def _year(claim: Claim) -> int | None:
    timex = claim.mention.timex
    text = (timex.value or "")[:4] if timex else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


CHECKS: tuple[Check, ...] = (written_twice, unit_double, change, share, span, age)
"""In no particular order: each looks for its own form of words."""


def findings(analysis: Analysis, convert: Converter) -> Iterator[Finding]:
    """Check the figures of each sentence of a document."""
    sentences: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        sentences[claim.sentence.start].append(claim)
    for claims in sentences.values():
        if len(claims) > 1:
            row = Row(analysis.document.text, tuple(claims), convert)
            for check in CHECKS:
                yield from check(row)


def spread(claim: Claim) -> Interval:
    """Return an amount with the rounding that its digits leave open."""
    quantity = claim.mention.quantity
    if quantity is None:
        return Interval(None, None)
    return quantity.amount.widened(margin(quantity, claim.mention.text))


def _result(result: Interval, like: Claim) -> str:
    """Write the middle of an interval with about as many places as the figure beside it."""
    if result.low is None or result.high is None:
        return ""
    quantity = like.mention.quantity
    middle = (result.low + result.high) / 2
    places = Decimal(1) if quantity is None or quantity.step >= 1 else quantity.step
    return decimal_text(middle.quantize(places)) or ""


@cache
def _increase() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:increase|rise|jump|gain|growth|decrease|drop|fall|decline|cut|reduction)\s+(?:over|from|on)\b"
    )


@cache
def _decrease() -> re.Pattern[str]:
    return re.compile(r"\s*(?:decrease|drop|fall|decline|cut|reduction)\b")


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|over (?:this|last) year's|on (?:this|last) year's|compared (?:with|to))\s*$")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]f (?:the |all |its |their |our )?$")


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        r"\s*[,(–-]?\s*(?:(?:a|an|its|his|her|the) (?:term|period|reign|spell|run|span|total|stretch|stay|tenure) of|from|or)?\s*"
    )
