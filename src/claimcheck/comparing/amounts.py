"""Comparing two amounts: intervals, rounding, bounds and hedges."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Literal

from attrs import evolve

from claimcheck.comparing.ratios import has_same_digits, ratio_of, ratio_text
from claimcheck.comparing.relations import UNCLEAR, Outcome, Relation
from claimcheck.model import Interval, Mention, Quantity, Settings
from claimcheck.model.internal import internal
from claimcheck.model.precision import ZERO, is_round, margin, written
from claimcheck.model.steps import Reason, reason
from claimcheck.model.times import Length

Converter = Callable[[Interval, str, str], Interval | None]
Form = Literal["vague", "bound", "range", "hedged", "point"]
FORMS: tuple[Form, ...] = ("vague", "bound", "range", "hedged", "point")
SMALL = Decimal(10)
"""Bounds below this are not tested for being far exceeded: "more than 3" says little about 6."""
ONE, MAGNITUDE = Decimal(1), Decimal(10)
VAGUE = Decimal(3)
"""A hedged range whose ends lie this factor apart is a vague word: "hundreds", "dozens"."""


@internal
class Figure:
    """An amount made ready for comparing, in the unit of the other one.

    `value` is that of a point, or the end that a bound names; `round` whether that may be rounded, None where its digits
    tell.
    """

    text: str
    form: Form
    amount: Interval
    value: Decimal
    margin: Decimal
    round: bool | None
    is_share: bool


def figure(mention: Mention, quantity: Quantity) -> Figure:
    """Make an amount ready for comparing."""
    amount = quantity.amount
    return Figure(
        written(mention),
        form_of(amount, approximate=quantity.approximate),
        amount,
        end_of(amount),
        margin(quantity, mention.text),
        None,
        quantity.kind in ("percent", "score", "ratio"),
    )


def end_of(amount: Interval) -> Decimal:
    """Return the value of a point, or the end that a bound names."""
    return amount.low if amount.low is not None else amount.high if amount.high is not None else ZERO


def form_of(amount: Interval, *, approximate: bool) -> Form:
    """Name the form of an amount."""
    low, high = amount.low, amount.high
    if low is None or high is None:
        return "bound"
    if low == high:
        return "hedged" if approximate else "point"
    return "vague" if approximate and high >= VAGUE * low else "range"


def compare_amounts(left: Mention, right: Mention, settings: Settings, convert: Converter) -> Relation:
    """Compare two amounts; those without a common unit are unclear."""
    one, other = as_share(left.quantity), as_share(right.quantity)
    if one is None or other is None or (one.amount.low is None and one.amount.high is None):
        return UNCLEAR
    scores = _scores(left, right) if one.kind == other.kind == "score" else None
    if scores is not None:
        return scores
    same = _same_unit(one, other)
    if same and one.amount.low == other.amount.low == one.amount.high == other.amount.high:
        return equal(left, right, one, other)
    before: tuple[Reason, ...] = ()
    first, second = figure(left, one), figure(right, other)
    if not same:
        moved = _converted(second, other, one, convert)
        if moved is None:
            return Relation("unclear", (_unit_reason(one, other, first, second),))
        second = moved
        amount = format(round(second.value, 3).normalize(), "f")
        before = (reason("converted", written=second.text, amount=amount, unit=one.unit or ""),)
    relation = compare_figures(first, second, settings)
    return evolve(relation, reasons=before + relation.reasons) if before else relation


def equal(left: Mention, right: Mention, one: Quantity | Length, other: Quantity | Length) -> Relation:
    """Tell that two amounts are one and the same, the hedged one first."""
    if other.approximate and not one.approximate:
        left, right = right, left
    ratio = ONE if end_of(one.amount) > ZERO else None
    soft = one.approximate or other.approximate
    return Relation("agree", (reason("equal", left=written(left), right=written(right)),), ratio, soft)


def _scores(left: Mention, right: Mention) -> Relation | None:
    """Compare scores in digits by all their numbers, whichever side is named first: "3-2" is "2-3" told by the others."""
    one, other = (sorted(map(int, _numbers().findall(mention.text))) for mention in (left, right))
    if len(one) < 2 or len(other) < 2:
        return None
    names = {"left": written(left), "right": written(right)}
    return (
        Relation("agree", (reason("same-score", **names),))
        if one == other
        else Relation("conflict", (reason("apart", **names),))
    )


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,4}")


def as_share(quantity: Quantity | None) -> Quantity | None:
    """Read a fraction in words as so many percent, which people take loosely: two-thirds is about 67 %."""
    if quantity is None or quantity.step or not quantity.is_fraction or quantity.amount.low is None:
        return quantity
    amount = Interval.point(quantity.amount.low * 100)
    return evolve(quantity, kind="percent", unit="percent", dimension="share", amount=amount, approximate=True)


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.per == other.per and one.may_share_unit(other)


def _unit_reason(one: Quantity, other: Quantity, left: Figure, right: Figure) -> Reason:
    code = "other-currency" if one.kind == other.kind == "currency" else "other-unit"
    return reason(code, left=left.text, right=right.text)


def _converted(second: Figure, other: Quantity, one: Quantity, convert: Converter) -> Figure | None:
    if one.per != other.per or one.dimension != other.dimension:
        return None
    for source, target in product(_units(other), _units(one)):
        amount = convert(second.amount, source, target)
        width = convert(Interval(-second.margin, second.margin), source, target) if amount is not None else None
        if amount is not None and width is not None and width.low is not None and width.high is not None:
            span = abs(width.high - width.low) / 2
            return evolve(second, amount=amount, value=end_of(amount), margin=span, round=False)
    return None


def _units(quantity: Quantity) -> tuple[str, ...]:
    return quantity.unit_candidates if quantity.unit is None else (quantity.unit,)


def compare_figures(left: Figure, right: Figure, settings: Settings) -> Relation:
    """Compare two amounts in one unit, by the vaguer one's form."""
    if left.form == right.form == "point":
        return _points(left, right, settings)
    if FORMS.index(left.form) > FORMS.index(right.form):
        left, right = right, left
    if left.form == "vague":
        return _vague(left, right)
    if left.form == "bound":
        return _bounds(left, right, settings) if right.form == "bound" else _bound(left, right, settings)
    if left.form == "range":
        return _range(left, right, settings)
    return _points(left, right, settings)


def _relation(outcome: Outcome, code: str, left: Figure, right: Figure, **more: str) -> Relation:
    return Relation(
        outcome,
        (reason(code, left=left.text, right=right.text, **more),),
        ratio_of(left.value, right.value),
        soft=left.form in ("vague", "hedged") or right.form in ("vague", "hedged"),
    )


def _vague(left: Figure, right: Figure) -> Relation:
    if left.amount.meets(right.amount):
        return _relation("agree", "within-range", left, right)
    low, high = left.amount.low or ZERO, left.amount.high or ZERO
    if Interval(low / MAGNITUDE, high * MAGNITUDE).meets(right.amount):
        return _relation("agree", "soft-edge", left, right)
    return _relation("conflict", "beyond-magnitude", left, right)


def _bounds(left: Figure, right: Figure, settings: Settings) -> Relation:
    if not left.amount.meets(right.amount):
        return _relation("conflict", "bounds-disjoint", left, right)
    ratio = ratio_of(left.value, right.value)
    one_way = left.amount.high is None and right.amount.high is None
    if one_way and not left.is_share and ratio is not None and ratio > settings.bound_ratio and left.value >= SMALL:
        return _relation("stretched", "bounds-apart", left, right, ratio=ratio_text(ratio))
    return _relation("agree", "bounds-overlap", left, right)


def _bound(left: Figure, right: Figure, settings: Settings) -> Relation:
    """Test a bound against a value itself, not against the edges of the value's rounding."""
    amount = right.amount
    if right.form == "hedged":
        amount = amount.widened(right.value * settings.hedge)
    if not left.amount.meets(amount):
        rounded = is_round(right.value) if right.round is None else right.round
        if right.form == "point" and left.value == right.value and rounded:
            return _relation("agree", "rounded", left, right)
        return _relation("conflict", "bound-violated", left, right)
    ratio = ratio_of(left.value, right.value)
    far = ratio is not None and ratio > settings.bound_ratio and left.value >= SMALL
    if far and ratio is not None and left.amount.high is None and not left.is_share:
        return _relation("stretched", "bound-exceeded", left, right, ratio=ratio_text(ratio))
    # Nine is below 62 as well as below anything else: it tells nothing about which figure is meant.
    return evolve(_relation("agree", "within-bound", left, right), soft=far)


def _range(left: Figure, right: Figure, settings: Settings) -> Relation:
    wide = right.value * settings.hedge if right.form == "hedged" else right.margin if right.form == "point" else ZERO
    if left.amount.meets(right.amount.widened(wide)):
        return _relation("agree", "within-range", left, right)
    return _relation("conflict", "outside-range", left, right)


def _points(left: Figure, right: Figure, settings: Settings) -> Relation:
    gap = abs(left.value - right.value)
    if not gap:
        return _relation("agree", "equal", left, right)
    fine, coarse = left.margin, right.margin
    if coarse < fine:
        fine, coarse = coarse, fine
    # Steps of the same size never round to each other: 6.4 and 6.5 share only an edge.
    if gap < coarse + fine or (gap == coarse + fine and fine < coarse):
        return _relation("agree", "rounded", left, right)
    if settings.rounding and gap <= max(abs(left.value), abs(right.value)) * settings.rounding:
        share = f"{(settings.rounding * 100).normalize():f} %"
        return _relation("agree", "within-tolerance", left, right, share=share)
    if left.form == "hedged":
        hedged = [item for item in (left, right) if item.form == "hedged"]
        allowed = max(abs(item.value) for item in hedged) * settings.hedge
        code = "within-hedge" if gap <= allowed else "hedge-exceeded"
        share = f"{(settings.hedge * 100).normalize():f} %"
        return _relation("agree" if gap <= allowed else "conflict", code, left, right, share=share)
    return _apart(left, right)


def _apart(left: Figure, right: Figure) -> Relation:
    """Tell two points that differ, and how far they lie apart."""
    ratio = ratio_of(left.value, right.value)
    names = {"left": left.text, "right": right.text}
    if ratio is None:
        return Relation("conflict", (reason("apart", **names),))
    reasons: tuple[Reason, ...] = (reason("differ", **names, ratio=ratio_text(ratio)),)
    if has_same_digits(left.value, right.value):
        reasons = (*reasons, reason("digits-swapped", **names))
    return Relation("conflict", reasons, ratio)
