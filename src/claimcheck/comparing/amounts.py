"""Comparing two amounts: intervals, rounding, bounds and hedges."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import product

from attrs import evolve

from claimcheck.comparing.figures import FORMS, Figure, end_of
from claimcheck.comparing.ratios import has_same_digits, ratio_of, ratio_text
from claimcheck.comparing.relations import UNCLEAR, Outcome, Relation, relation
from claimcheck.model import Interval, Quantity, Settings
from claimcheck.model.precision import ZERO, is_round
from claimcheck.model.steps import Reason, reason

Converter = Callable[[Interval, str, str], Interval | None]
SMALL = Decimal(10)
"""Bounds below this are not tested for being far exceeded: "more than 3" says little about 6."""
MAGNITUDE = Decimal(10)
EXCEEDED = frozenset({"bounds-apart", "bound-exceeded"})
"""What is said with how many times as much a value is."""
SOFT = frozenset({"vague", "hedged"})
"""Forms of amounts that leave room."""


def compare_amounts(left: Figure | None, right: Figure | None, settings: Settings, convert: Converter) -> Relation:
    """Compare two amounts; those without a common unit are unclear."""
    if left is None or right is None:
        return UNCLEAR
    if left.score is not None and right.score is not None:
        names = {"left": left.text, "right": right.text}
        same = left.score == right.score
        return relation("agree", "same-score", names) if same else relation("conflict", "apart", names)
    if left.unit == right.unit:
        return compare_figures(left, right, settings)
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return UNCLEAR
    if one.per == other.per and one.may_share_unit(other):
        return compare_figures(left, right, settings)
    moved = _converted(right, other, one, convert)
    if moved is None:
        code = "other-currency" if one.kind == other.kind == "currency" else "other-unit"
        return Relation("unclear", code, ((_told, (code, left, right)),))
    found = compare_figures(left, moved, settings)
    return evolve(found, accounts=((_conversion, (moved, one)), *found.accounts))


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


def _conversion(moved: Figure, one: Quantity) -> Iterable[Reason]:
    amount = format(round(moved.value, 3).normalize(), "f")
    return (reason("converted", written=moved.text, amount=amount, unit=one.unit or ""),)


def compare_figures(left: Figure, right: Figure, settings: Settings, *, exact: bool = False) -> Relation:
    """Compare two amounts in one unit, by the vaguer one's form; `exact` ones are not rounded to it."""
    if left.form == right.form == "point":
        return _points(left, right, settings, exact=exact)
    if FORMS.index(left.form) > FORMS.index(right.form):
        left, right = right, left
    if left.form == "vague":
        return _vague(left, right)
    if left.form == "bound":
        return _bounds(left, right, settings) if right.form == "bound" else _bound(left, right, settings)
    if left.form == "range":
        return _range(left, right, settings, exact=exact)
    return _points(left, right, settings, exact=exact)


def _relation(
    outcome: Outcome,
    code: str,
    left: Figure,
    right: Figure,
    ratio: Decimal | None = None,
    share: Decimal | None = None,
) -> Relation:
    soft = left.form in SOFT or right.form in SOFT
    return Relation(outcome, code, ((_told, (code, left, right, ratio, share)),), ratio, soft)


def _told(
    code: str, left: Figure, right: Figure, ratio: Decimal | None = None, share: Decimal | None = None
) -> Iterable[Reason]:
    names = {"left": left.text, "right": right.text}
    if ratio is not None and code in EXCEEDED:
        names["ratio"] = ratio_text(ratio)
    if share is not None:
        names["share"] = f"{(share * 100).normalize():f} %"
    return (reason(code, **names),)


def _vague(left: Figure, right: Figure) -> Relation:
    ratio = ratio_of(left.value, right.value)
    if left.amount.meets(right.amount):
        return _relation("agree", "within-range", left, right, ratio)
    low, high = left.amount.low or ZERO, left.amount.high or ZERO
    if Interval(low / MAGNITUDE, high * MAGNITUDE).meets(right.amount):
        return _relation("agree", "soft-edge", left, right, ratio)
    return _relation("conflict", "beyond-magnitude", left, right, ratio)


def _bounds(left: Figure, right: Figure, settings: Settings) -> Relation:
    ratio = ratio_of(left.value, right.value)
    if not left.amount.meets(right.amount):
        return _relation("conflict", "bounds-disjoint", left, right, ratio)
    one_way = left.amount.high is None and right.amount.high is None
    if one_way and not left.is_share and ratio is not None and ratio > settings.bound_ratio and left.value >= SMALL:
        return _relation("stretched", "bounds-apart", left, right, ratio)
    return _relation("agree", "bounds-overlap", left, right, ratio)


def _bound(left: Figure, right: Figure, settings: Settings) -> Relation:
    """Test a bound against a value itself, not against the edges of the value's rounding."""
    amount = right.amount
    if right.form == "hedged":
        amount = amount.widened(right.value * settings.hedge)
    ratio = ratio_of(left.value, right.value)
    if not left.amount.meets(amount):
        rounded = is_round(right.value) if right.round is None else right.round
        if right.form == "point" and left.value == right.value and rounded:
            return _relation("agree", "rounded", left, right, ratio)
        return _relation("conflict", "bound-violated", left, right, ratio)
    far = ratio is not None and ratio > settings.bound_ratio and left.value >= SMALL
    if far and ratio is not None and left.amount.high is None and not left.is_share:
        return _relation("stretched", "bound-exceeded", left, right, ratio)
    # Nine is below 62 as well as below anything else: it tells nothing about which figure is meant.
    return Relation("agree", "within-bound", ((_told, ("within-bound", left, right)),), ratio, far)


def _range(left: Figure, right: Figure, settings: Settings, *, exact: bool) -> Relation:
    wide = ZERO
    if right.form == "hedged":
        wide = right.value * settings.hedge
    elif right.form == "point" and not exact:
        wide = right.margin
    if left.amount.meets(right.amount.widened(wide)):
        return _relation("agree", "within-range", left, right)
    return _relation("conflict", "outside-range", left, right, ratio_of(left.value, right.value))


def _points(left: Figure, right: Figure, settings: Settings, *, exact: bool) -> Relation:
    low, high = left.value, right.value
    if low == high:
        return _relation("agree", "equal", left, right)
    if high < low:
        low, high = high, low
    gap = high - low
    if not exact and _is_rounded(gap, left.margin, right.margin):
        return _relation("agree", "rounded", left, right)
    if settings.rounding and gap <= max(abs(low), abs(high)) * settings.rounding:
        return _relation("agree", "within-tolerance", left, right, share=settings.rounding)
    ratio = high / low if low > ZERO else None
    if left.form == "hedged":
        value = max(abs(low), abs(high)) if right.form == "hedged" else abs(left.value)
        if gap <= value * settings.hedge:
            return _relation("agree", "within-hedge", left, right, ratio, settings.hedge)
        return _relation("conflict", "hedge-exceeded", left, right, ratio, settings.hedge)
    return Relation("conflict", "apart" if ratio is None else "differ", ((_apart, (left, right, ratio)),), ratio)


def _is_rounded(gap: Decimal, fine: Decimal, coarse: Decimal) -> bool:
    """Tell whether two values agree within their last digits, each good to so much."""
    width = fine + coarse
    # Steps of the same size never round to each other: 6.4 and 6.5 share only an edge.
    return gap < width or (gap == width and fine != coarse)


def _apart(left: Figure, right: Figure, ratio: Decimal | None) -> Iterable[Reason]:
    """Tell two points that differ, and how far they lie apart."""
    if ratio is None:
        yield reason("apart", left=left.text, right=right.text)
        return
    yield reason("differ", left=left.text, right=right.text, ratio=ratio_text(ratio))
    if has_same_digits(left.value, right.value):
        yield reason("digits-swapped", left=left.text, right=right.text)
