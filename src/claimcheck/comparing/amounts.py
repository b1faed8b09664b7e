"""Comparing two amounts: intervals, rounding, bounds and hedges."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import product

from claimcheck.comparing.figures import FORMS, Figure, end_of
from claimcheck.comparing.ratios import has_same_digits, ratio_of, ratio_text
from claimcheck.comparing.relations import UNCLEAR, Outcome, Relation, relation
from claimcheck.model import Interval, Mention, Quantity, Settings
from claimcheck.model.internal import evolve
from claimcheck.model.precision import ZERO, is_round, margin, written
from claimcheck.model.steps import Reason, reason

Converter = Callable[[Interval, str, str], Interval | None]
SMALL = Decimal(10)
"""Bounds below this are not tested for being far exceeded: "more than 3" says little about 6."""
MAGNITUDE = Decimal(10)
EXCEEDED = frozenset({"bounds-apart", "bound-exceeded"})
"""What is said with how many times as much a value is."""
SOFT = frozenset({"vague", "hedged"})
"""Forms of amounts that leave room."""
Margins = tuple[Decimal, Decimal]
"""What each of two values is good to."""
EXACT: Margins = (ZERO, ZERO)
NOTHING = Interval.point(ZERO)
CACHED = 4096
"""Pairs of units of which is kept whether they can be converted."""


def compare_amounts(left: Figure | None, right: Figure | None, settings: Settings, convert: Converter) -> Relation:
    """Compare two amounts; those without a common unit are unclear."""
    if left is None or right is None:
        return UNCLEAR
    if left.score is not None and right.score is not None:
        names = {"left": left.text, "right": right.text}
        same = left.score == right.score
        return relation("agree", "same-score", names) if same else relation("conflict", "apart", names)
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return UNCLEAR
    if one.per == other.per and one.may_share_unit(other):
        return compare_figures(left, right, settings)
    moved = _converted(right, other, one, convert)
    if moved is None:
        code = "other-currency" if one.kind == other.kind == "currency" else "other-unit"
        return Relation("unclear", code, ((_told, code, left.mention, right.mention),))
    found = compare_figures(left, moved, settings)
    return evolve(found, accounts=((_conversion, moved, one), *found.accounts))


def _converted(second: Figure, other: Quantity, one: Quantity, convert: Converter) -> Figure | None:
    if one.per != other.per or one.dimension != other.dimension:
        return None
    units = _common(convert, _units(other), _units(one))
    if units is None:
        return None
    amount, width = convert(second.amount, *units), convert(Interval(-second.margin, second.margin), *units)
    if amount is None or width is None or width.low is None or width.high is None:
        return None
    return evolve(second, amount=amount, value=end_of(amount), margin=abs(width.high - width.low) / 2, round=False)


@lru_cache(maxsize=CACHED)
def _common(convert: Converter, sources: tuple[str, ...], targets: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the first units between which amounts can be converted, of those that two amounts may have."""
    return next((units for units in product(sources, targets) if convert(NOTHING, *units) is not None), None)


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
    return Relation(outcome, code, ((_told, code, left.mention, right.mention, ratio, share),), ratio, soft)


def _told(
    code: str, left: Mention, right: Mention, ratio: Decimal | None = None, share: Decimal | None = None
) -> Iterable[Reason]:
    names = {"left": written(left), "right": written(right)}
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
    return Relation("agree", "within-bound", ((_told, "within-bound", left.mention, right.mention),), ratio, far)


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
    """Compare two values, of which the left or both may be hedged."""
    margins = EXACT if exact else (left.margin, right.margin)
    mine, theirs, one, other = left.mention, right.mention, left.value, right.value
    found = compare_points(mine, theirs, one, other, settings, margins)
    if left.form == "point":
        return found
    return _hedged(found, mine, theirs, one, other, settings, both=right.form == "hedged")


def compare_hedged(left: Mention, right: Mention, one: Decimal, other: Decimal, settings: Settings) -> Relation:
    """Compare two amounts that are single values in one unit, of which one or both are hedged."""
    mine = left.quantity is not None and left.quantity.approximate
    theirs = right.quantity is not None and right.quantity.approximate
    if not mine:
        left, right, one, other = right, left, other, one
    found = compare_points(left, right, one, other, settings)
    return _hedged(found, left, right, one, other, settings, both=mine and theirs)


def _hedged(
    found: Relation, left: Mention, right: Mention, one: Decimal, other: Decimal, settings: Settings, *, both: bool
) -> Relation:
    """Read what was found of two single values as that of values of which the left or `both` are hedged."""
    if found.outcome == "agree":
        return Relation("agree", found.code, found.accounts, soft=True)
    room = (max(abs(one), abs(other)) if both else abs(one)) * settings.hedge
    outcome: Outcome = "agree" if abs(one - other) <= room else "conflict"
    code = "within-hedge" if outcome == "agree" else "hedge-exceeded"
    return Relation(outcome, code, ((_told, code, left, right, found.ratio, settings.hedge),), found.ratio, soft=True)


def compare_points(
    left: Mention, right: Mention, one: Decimal, other: Decimal, settings: Settings, margins: Margins | None = None
) -> Relation:
    """Compare two single values in one unit; without `margins` they are good to what their digits tell."""
    if one == other:
        return Relation("agree", "equal", ((_told, "equal", left, right),))
    low, high = (one, other) if one < other else (other, one)
    gap = high - low
    if margins is None:
        mine, theirs = left.quantity, right.quantity
        # Each is good to half of its step at most: both together are to the coarser step only where they are to the same.
        if mine is not None and theirs is not None and (gap < mine.step or gap < theirs.step):
            margins = margin(mine, left.text), margin(theirs, right.text)
    if margins is not None and _is_rounded(gap, *margins):
        return Relation("agree", "rounded", ((_told, "rounded", left, right),))
    rounding = settings.rounding
    if rounding and gap <= max(abs(low), abs(high)) * rounding:
        return Relation("agree", "within-tolerance", ((_told, "within-tolerance", left, right, None, rounding),))
    ratio = high / low if low > ZERO else None
    code = "apart" if ratio is None else "differ"
    return Relation("conflict", code, ((_apart, left, right, one, other, ratio),), ratio)


def _is_rounded(gap: Decimal, fine: Decimal, coarse: Decimal) -> bool:
    """Tell whether two values agree within their last digits, each good to so much."""
    width = fine + coarse
    # Steps of the same size never round to each other: 6.4 and 6.5 share only an edge.
    return gap < width or (gap == width and fine != coarse)


def _apart(left: Mention, right: Mention, one: Decimal, other: Decimal, ratio: Decimal | None) -> Iterable[Reason]:
    """Tell two values that differ, and how far they lie apart."""
    names = {"left": written(left), "right": written(right)}
    if ratio is None:
        yield reason("apart", **names)
        return
    yield reason("differ", **names, ratio=ratio_text(ratio))
    if has_same_digits(one, other):
        yield reason("digits-swapped", **names)
