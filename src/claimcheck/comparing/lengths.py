"""Comparing two durations, in the coarser one's unit."""

from claimcheck.comparing.amounts import Figure, compare_figures, end_of, equal, form_of
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.model import Interval, Length, Mention, Settings
from claimcheck.model.lengths import SECONDS, length_of
from claimcheck.model.precision import ONE, ZERO, written


def compare_lengths(left: Mention, right: Mention, settings: Settings) -> Relation:
    """Compare two durations; where their units differ, the coarser one is good to half of its unit."""
    one, other = length_of(left), length_of(right)
    if one is None or other is None or one.unit not in SECONDS or other.unit not in SECONDS:
        return UNCLEAR
    same = one.unit == other.unit
    if (
        same
        and one.amount.low is not None
        and one.amount.low == other.amount.low == one.amount.high == other.amount.high
    ):
        return equal(left, right, one, other)
    return compare_figures(_figure(left, one, same=same), _figure(right, other, same=same), settings)


def _figure(mention: Mention, length: Length, *, same: bool) -> Figure:
    factor = SECONDS[length.unit]
    low, high = length.amount.low, length.amount.high
    margin = min(length.step or ONE, ONE) / 2
    amount = Interval(
        None if low is None else low * factor,
        None if high is None else high * factor,
        length.amount.low_open,
        length.amount.high_open,
    )
    return Figure(
        text=written(mention),
        form=form_of(length.amount, approximate=length.approximate),
        amount=amount,
        value=end_of(amount),
        margin=ZERO if same else margin * factor,
        round=True,
        is_share=False,
    )
