"""Times after TIMEX3: what is said, and the half-open period that it bounds."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from claimcheck.model.internal import sealed
from claimcheck.model.quantities import Interval

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal[
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season", "half", "year",
    "decade", "century", "millennium",
]  # fmt: skip
Moment = date | datetime | time


@sealed
class Period:
    """A half-open stretch of time; None is an open end.

    Ends are dates where the grain is a day or more, datetimes where it is finer, times of day where the day is unknown.

    Examples:
        >>> Period(date(2019, 1, 1), date(2020, 1, 1)).meets(Period(date(2019, 2, 16), date(2019, 2, 17)))
        True
    """

    start: Moment | None
    end: Moment | None

    @property
    def is_clock(self) -> bool:
        """Whether it is a time of an unknown day."""
        return isinstance(self.start, time) or isinstance(self.end, time)

    def bounds(self) -> tuple[datetime, datetime]:
        """Return both ends as naive datetimes, open ones as the least and greatest, clock times on day one."""
        low = datetime.min if self.start is None else _instant(self.start)
        return low, datetime.max if self.end is None else _instant(self.end)

    def meets(self, other: "Period") -> bool:
        """Tell whether the two share a moment; a clock time and a dated period share nothing that could be known."""
        start, end, first, last = self.start, self.end, other.start, other.end
        if type(start) is date and type(end) is date and type(first) is date and type(last) is date:
            return start < last and first < end
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        return low < other_high and other_low < high

    def contains(self, other: "Period") -> bool:
        """Tell whether the other lies wholly within."""
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        return low <= other_low and other_high <= high


def _instant(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    if isinstance(moment, date):
        return datetime.combine(moment, time.min)
    return datetime.combine(date.min, moment.replace(tzinfo=None))


@sealed
class Length:
    """How long: an interval in one unit, a UCUM code (`s` `min` `h` `d` `wk` `mo` `a`)."""

    amount: Interval
    unit: str
    approximate: bool = False
    step: Decimal = Decimal(0)


@sealed
class Timex:
    """A time expression's meaning.

    `value`, `mod` and `timex_type` follow TIMEX3, `edtf` is ISO 8601-2. `period` is None for durations, sets and what
    is unresolved, but bounds a duration that ends or begins with the reference ("the last two weeks") or begins with a
    written time ("five years from 3 March 2020"). `readings` holds the other values of an ambiguous date (03/04/2017). `resolved` is False where a
    reference date is needed and the document gives none: then nothing is guessed. `anchored` tells that the period
    was reckoned from the reference date ("late Saturday") rather than written out.
    """

    timex_type: TimexType
    value: str | None
    mod: str | None = None
    edtf: str | None = None
    period: Period | None = None
    length: Length | None = None
    grain: Grain | None = None
    resolved: bool = True
    readings: tuple[str, ...] = ()
    anchored: bool = False
