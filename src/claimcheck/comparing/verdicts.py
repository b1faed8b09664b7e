"""From two values that do not fit to a verdict: the first of the contract's cases that applies."""

from collections.abc import Iterable
from datetime import date, datetime

from claimcheck.comparing.quoting import GIVEN_TO_TWO
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.setting import Setting
from claimcheck.comparing.speakers import differ_honestly, same_speaker, speaker_reasons
from claimcheck.model import Claim, Interval, Period, Verdict
from claimcheck.model.precision import written
from claimcheck.model.steps import Account, Reason, reason, told

MUCH_LONGER = 1.5
"""Ratio of the lengths of two periods from which on a figure of one is none of the other."""
LONG = 300
"""Days after which a text that names no time hardly speaks of what happened any more."""
STATES = frozenset({None, "be", "have", "stand", "own", "cost", "weigh", "measure", "contain", "include", "cover"})
"""Verbs with which a figure holds on."""
WEEK = 7
"""Days up to which a period is one as of which a text speaks."""
Order = tuple[Claim, Claim, Period, Period]
"""Two claims of different moments with these, the earlier first."""
Told = tuple[Verdict, Account]
"""A verdict with what tells why."""

UNSETTLED, SAME_TIME = told("unsettled"), told("same-time")


Ruling = tuple[Verdict | None, tuple[Account, ...]]
"""A verdict with what tells its reasons; None where the two are not in conflict after all."""
NO_CONFLICT: Ruling = (None, ())


def decide(left: Claim, right: Claim, relation: Relation, setting: Setting) -> Ruling:
    """Return the verdict for two claims of one thing whose values stand in a relation."""
    if relation.code == GIVEN_TO_TWO:
        return _given_to_two(left, right, setting)
    if relation.code == "risen":
        return "update", ()
    speakers: Account = (speaker_reasons, left, right)
    if relation.outcome == "stretched":
        return "discrepancy", (speakers, (_possibly_update, left, right, setting))
    one, other = setting.time(left), setting.time(right)
    if one is not None and other is not None and _other_moment(left, right, one, other, setting):
        return NO_CONFLICT
    if setting.draft is not None and setting.draft in (left.document, right.document):
        return _against_draft(left, right, relation, setting, speakers)
    if one is None and other is not None and _long_past(left, right, other, setting):
        return NO_CONFLICT
    if other is None and one is not None and _long_past(right, left, one, setting):
        return NO_CONFLICT
    order = _order(left, right, setting.as_of(left, one), setting.as_of(right, other))
    found = _in_order(left, right, order, setting) if order else _within(left, right, setting)
    if found is not None:
        return found[0], (speakers, found[1])
    if relation.soft or differ_honestly(left, right, setting):
        return "discrepancy", (speakers, UNSETTLED)
    return "contradiction", (speakers, SAME_TIME)


def _given_to_two(left: Claim, right: Claim, setting: Setting) -> Ruling:
    """One of two people said it, unless they spoke on different days: then one may have repeated the other."""
    one, other = (setting.spoken(claim) for claim in (left, right))
    if one is None or other is None or one.meets(other):
        return "contradiction", ()
    return "discrepancy", (told("said-later", left=_since(one), right=_since(other)),)


def _against_draft(left: Claim, right: Claim, relation: Relation, setting: Setting, speakers: Account) -> Ruling:
    """A draft must say what its source says: time and speakers excuse it only where both are named."""
    if "asserted" in (left.modality, right.modality) and left.modality != right.modality:
        source = right if left.document == setting.draft else left
        return "discrepancy", (speakers, told("only-foreseen", source=written(source.mention)))
    if relation.soft or (left.speaker and right.speaker and left.speaker != right.speaker):
        return "discrepancy", (speakers, UNSETTLED)
    return "contradiction", (speakers, SAME_TIME)


def _order(left: Claim, right: Claim, one: Period | None, other: Period | None) -> Order | None:
    """Put two claims in the order of the moments as of which they speak, where these are known and differ."""
    if one is None or other is None:
        return None
    mine, theirs = _as_of(one), _as_of(other)
    if mine is theirs or mine.meets(theirs):
        return None
    return (left, right, one, other) if _begins_before(mine, theirs) else (right, left, other, one)


def _begins_before(one: Period, other: Period) -> bool:
    """Tell which of two periods comes first; of two that begin together it is the one that ends first."""
    start, first = one.start, other.start
    if type(start) is date and type(first) is date and start != first:
        return start < first
    return one.bounds() < other.bounds()


def _as_of(period: Period) -> Period:
    """Read "by 9 April" as of that day: a figure that has a last moment only is given for it."""
    if period.start is not None or not isinstance(period.end, date) or isinstance(period.end, datetime):
        return period
    return Period(date.fromordinal(max(1, period.end.toordinal() - 1)), period.end)


def _other_moment(left: Claim, right: Claim, one: Period, other: Period, setting: Setting) -> bool:
    """Tell whether the times that both texts name leave nothing to compare.

    What is settled differs from period to period; a bound as of one day says nothing about another day.
    """
    if _as_of(one).meets(_as_of(other)):
        return left.scope.amount != "order" and _of_other_length(one, other)
    bounded = any(claim.mention.quantity and _is_bound(claim.mention.quantity.amount) for claim in (left, right))
    if bounded or setting.natures.of_pair(left, right) == "settled":
        return True
    return _spans_weeks(one) or _spans_weeks(other)


def _of_other_length(one: Period, other: Period) -> bool:
    """Tell whether figures of two periods, one within the other, are of a month and of a quarter, or of a half and a year."""
    if not (_spans_weeks(one) and _spans_weeks(other)):
        return False
    lengths = sorted(map(_days, (one, other)))
    return lengths[1] > MUCH_LONGER * lengths[0]


def _long_past(undated: Claim, dated: Claim, period: Period, setting: Setting) -> bool:
    """Tell whether a figure of long ago stands against one without a time in a text that never speaks of that time.

    What is settled is then that of another occasion: the seats won in 2030, and those of the election just held.
    """
    day, nature = setting.day(undated), setting.natures.of_pair(undated, dated)
    if day is None or period.end is None or nature == "changing":
        return False
    if nature == "open" and dated.scope.event in STATES:
        return False
    ended = period.bounds()[1].date().toordinal()
    return day.toordinal() - ended > LONG and not setting.speaks_of(undated.document, period)


def _spans_weeks(period: Period) -> bool:
    """Tell whether a period is one that figures are drawn up for (a month, a quarter, a year), not an as-of day."""
    return period.start is not None and period.end is not None and _days(period) > WEEK


def _days(period: Period) -> int:
    start, end = period.start, period.end
    if type(start) is date and type(end) is date:
        return (end - start).days
    low, high = period.bounds()
    return (high - low).days


def _is_bound(amount: Interval) -> bool:
    return amount.low is None or amount.high is None


def _possibly_update(left: Claim, right: Claim, setting: Setting) -> tuple[Reason, ...]:
    one, other = setting.moment(left), setting.moment(right)
    if one is None or other is None or one.meets(other):
        return ()
    return (reason("possibly-update", left=_since(one), right=_since(other)),)


def _since(period: Period) -> str:
    start = period.start if period.start is not None else period.end
    return start.date().isoformat() if isinstance(start, datetime) else str(start)


def _correction(claim: Claim, setting: Setting) -> Account | None:
    word = setting.correction(claim)
    return None if word is None else told("corrected", word=word)


def _within(left: Claim, right: Claim, setting: Setting) -> Told | None:
    """Return the verdict where one text takes back what it says of the same moment."""
    if left.document != right.document:
        return None
    corrected = _correction(left, setting) or _correction(right, setting)
    return None if corrected is None else ("update", corrected)


def _in_order(left: Claim, right: Claim, order: Order, setting: Setting) -> Told | None:
    """Return the verdict on two claims of different moments, if these decide it."""
    earlier, later, first, second = order
    nature = setting.natures.of_pair(left, right)
    is_open = nature == "open" and not (_names_its_time(left) and _names_its_time(right))
    fell = nature == "cumulative" and _least(later) < _least(earlier)
    if not (is_open or fell or nature == "settled"):
        return "update", (_replaced, order, setting)
    superseded = _superseded(earlier, later, setting)
    if superseded is not None:
        return "update", superseded
    if fell:
        return "discrepancy", (_fell, first, second)
    if is_open and same_speaker(left, right):
        # One source gives another figure on another day, for what may well have changed since.
        return "discrepancy", (_possibly_update, left, right, setting)
    return None


def _names_its_time(claim: Claim) -> bool:
    """Tell whether a text says when a figure holds: "up from 4 in 2029" says only that it is a later one."""
    return claim.time is not None and (claim.time.period.start is None or claim.time.period.end is not None)


def _superseded(earlier: Claim, later: Claim, setting: Setting) -> Account | None:
    """Return that the later text itself takes the earlier value back, or gives it as that of before."""
    return _level_before(earlier, later, setting) or _correction(later, setting)


def _replaced(order: Order, setting: Setting) -> Iterable[Reason]:
    """Tell what makes an update of a figure that may well have moved: what the later text says of it, else the moments."""
    earlier, later, first, second = order
    tell, *about = _superseded(earlier, later, setting) or (_moved, first, second)
    return tell(*about)


def _level_before(earlier: Claim, later: Claim, setting: Setting) -> Account | None:
    """Return that the later text itself gives the earlier value as the level before: "40, down from about 60"."""
    quantity = earlier.mention.quantity
    if quantity is None:
        return None
    for level in setting.levels_before(later):
        known = level.mention.quantity
        if known and known.unit == quantity.unit and known.amount.meets(quantity.amount):
            return told("level-before", level=written(level.mention))
    return None


def _fell(first: Period, second: Period) -> tuple[Reason, ...]:
    return (reason("fell", earlier=_since(first), later=_since(second)),)


def _moved(first: Period, second: Period) -> tuple[Reason, ...]:
    return (reason("moved", left=_since(first), right=_since(second)),)


def _least(claim: Claim) -> float:
    quantity = claim.mention.quantity
    value = (
        None if quantity is None else quantity.amount.low if quantity.amount.low is not None else quantity.amount.high
    )
    return float(value) if value is not None else 0.0
