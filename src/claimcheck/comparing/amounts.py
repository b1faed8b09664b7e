"""Comparing two amounts: intervals, rounding, bounds and hedges."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Literal

from attrs import evolve

from claimcheck.comparing.relations import Outcome, Relation
from claimcheck.model import Interval, Mention, Quantity, Settings
from claimcheck.model.internal import internal
from claimcheck.model.precision import ZERO, is_round, margin, written
from claimcheck.model.steps import Reason, reason

Converter = Callable[[Interval, str, str], Interval | None]
Form = Literal["vague", "bound", "range", "hedged", "point"]
FORMS: tuple[Form, ...] = ("vague", "bound", "range", "hedged", "point")
SMALL = Decimal(10)
"""Bounds below this are not tested for being far exceeded: "more than 3" says little about 6."""
MAGNITUDE = Decimal(10)
VAGUE = Decimal(3)
"""A hedged range whose ends lie this factor apart is a vague word: "hundreds", "dozens"."""


@internal
class Figure:
    """An amount made ready for comparing, in the unit of the other one."""

    text: str
    form: Form
    amount: Interval
    margin: Decimal
    round: bool
    is_share: bool

    @property
    def value(self) -> Decimal:
        """The value of a point, or the end that a bound names."""
        low, high = self.amount.low, self.amount.high
        return low if low is not None else high if high is not None else ZERO


def figure(mention: Mention, quantity: Quantity) -> Figure:
    """Make an amount ready for comparing."""
    return Figure(
        text=written(mention),
        form=form_of(quantity.amount, approximate=quantity.approximate),
        amount=quantity.amount,
        margin=margin(quantity, mention.text),
        round=is_round(quantity),
        is_share=quantity.kind in ("percent", "score", "ratio"),
    )


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
        return Relation("unclear")
    scores = _scores(left, right) if one.kind == other.kind == "score" else None
    if scores is not None:
        return scores
    before: tuple[Reason, ...] = ()
    first, second = figure(left, one), figure(right, other)
    if not _same_unit(one, other):
        moved = _converted(second, other, one, convert)
        if moved is None:
            return Relation("unclear", (_unit_reason(one, other, first, second),))
        second = moved
        amount = format(round(second.value, 3).normalize(), "f")
        before = (reason("converted", written=second.text, amount=amount, unit=one.unit or ""),)
    relation = compare_figures(first, second, settings)
    return evolve(relation, reasons=before + relation.reasons) if before else relation


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
    if quantity is None or not quantity.is_fraction or quantity.amount.low is None:
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
        width = convert(Interval(-second.margin, second.margin), source, target)
        if amount is not None and width is not None and width.low is not None and width.high is not None:
            return evolve(second, amount=amount, margin=abs(width.high - width.low) / 2, round=False)
    return None


def _units(quantity: Quantity) -> tuple[str, ...]:
    return quantity.unit_candidates if quantity.unit is None else (quantity.unit,)


def compare_figures(left: Figure, right: Figure, settings: Settings) -> Relation:
    """Compare two amounts in one unit, by the vaguer one's form."""
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
        if right.form == "point" and left.value == right.value and right.round:
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
    coarse, fine = max(left.margin, right.margin), min(left.margin, right.margin)
    # Steps of the same size never round to each other: 6.4 and 6.5 share only an edge.
    if gap < coarse + fine or (gap == coarse + fine and fine < coarse):
        return _relation("agree", "rounded", left, right)
    if gap <= max(abs(left.value), abs(right.value)) * settings.rounding:
        share = f"{(settings.rounding * 100).normalize():f} %"
        return _relation("agree", "within-tolerance", left, right, share=share)
    if left.form == "hedged":
        hedged = [item for item in (left, right) if item.form == "hedged"]
        allowed = max(abs(item.value) for item in hedged) * settings.hedge
        code = "within-hedge" if gap <= allowed else "hedge-exceeded"
        share = f"{(settings.hedge * 100).normalize():f} %"
        return _relation("agree" if gap <= allowed else "conflict", code, left, right, share=share)
    ratio = ratio_of(left.value, right.value)
    if ratio is None:
        return _relation("conflict", "apart", left, right)
    relation = _relation("conflict", "differ", left, right, ratio=ratio_text(ratio))
    if _swapped(left, right):
        hint = reason("digits-swapped", left=left.text, right=right.text)
        return evolve(relation, reasons=(*relation.reasons, hint))
    return relation


def ratio_of(one: Decimal, other: Decimal) -> Decimal | None:
    """Return the larger over the smaller of two positive amounts."""
    if one <= 0 or other <= 0:
        return None
    return max(one, other) / min(one, other)


def ratio_text(ratio: Decimal) -> str:
    """Write a ratio to as many places as matter: 3.1, 1.04, 12."""
    places = 2 if ratio < Decimal("1.1") else 1 if ratio < 10 else 0
    return f"{ratio:.{places}f}"


def _swapped(left: Figure, right: Figure) -> bool:
    one, other = _digits(left.value), _digits(right.value)
    return len(one) > 2 and one != other and sorted(one) == sorted(other)


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))
