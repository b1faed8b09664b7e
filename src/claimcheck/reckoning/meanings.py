"""What a time says, before it is known when the text was written."""

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, fields

from claimcheck.lexicons.calendar import Daypart, Season, TimeModifier, TimeUnit
from claimcheck.model import Grain, Passage
from claimcheck.model.internal import evolve, internal


@internal
class Clock:
    """A time of day; `loose` tells that it may as well be twelve hours later."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    loose: bool = False

    def shifted(self) -> "Clock":
        """Return the reading after noon of a loose time."""
        return evolve(self, hour=self.hour % 12 + 12, loose=False)


@internal(kw_only=True, slots=False)
class Fields:
    """A time by the calendar fields that are written; None where a field is not.

    `shift` counts units from the reference ("next week": week, 1), with `context` from the last date of the text;
    `pick` says which one of a named field is meant ("last March": -1). `nth` counts units or weekdays (`mon`) within
    the rest ("first Monday of March"), from its end where negative. `other` is the month and day of the other reading
    of 03/04, `numeric` the order of a numeric date that has but one. `written` holds the fields that are not None, `slots` names them; a shift
    fills the slot of its unit. `century` 19 is the 1900s; years are astronomical: 0 is 1 BC.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: Season | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool | None = None
    day: int | None = None
    weekday: int | None = None
    holiday: str | None = None
    nth: tuple[int, str] | None = None
    shift: tuple[Grain, int] | None = None
    daypart: Daypart | None = None
    clock: Clock | None = None
    pick: int | None = None
    fiscal: bool | None = None
    context: bool | None = None
    other: tuple[int, int] | None = None
    numeric: str | None = None
    written: dict[str, Any] = field(init=False, repr=False, eq=False)
    slots: frozenset[str] = field(init=False, repr=False, eq=False)

    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            """Set what is given; the way of attrs goes through all the fields, of which hardly three are written."""
            written = {name: value for name, value in values.items() if value is not None}
            slots = SLOTS.intersection(written)
            shift = written.get("shift")
            self.__dict__.update(UNWRITTEN, **written)
            self.__dict__["written"] = written
            self.__dict__["slots"] = slots | {shift[0]} if shift else slots

    def are(self, name: str) -> bool:
        """Tell whether this slot is written and no other."""
        return len(self.slots) == 1 and name in self.slots

    def merged(self, other: "Fields") -> "Fields":
        """Return both together; the other's fields win."""
        return Fields(**self.written | other.written)

    def having(self, **changes: Any) -> "Fields":
        """Return it with some fields changed; None leaves one out."""
        return Fields(**self.written | changes)


@lru_cache(maxsize=1 << 12)
def of_calendar(
    year: int | None, month: int | None = None, day: int | None = None, weekday: int | None = None
) -> Fields:
    """Return what is kept of the fields that most dates are made of: texts name the same ones again and again."""
    return Fields(year=year, month=month, day=day, weekday=weekday)


@lru_cache(maxsize=1 << 10)
def away(unit: Grain, count: int, *, context: bool | None = None) -> Fields:
    """Return what is kept of so many units from the reference, which texts name again and again as well."""
    return Fields(shift=(unit, count), context=context)


YEAR = frozenset({"year"})
OF_DAY = frozenset({"clock", "daypart"})
UNWRITTEN = {item.name: None for item in fields(Fields) if item.init}
SLOTS = frozenset(UNWRITTEN) - {
    "shift",
    "pick",
    "fiscal",
    "context",
    "other",
    "numeric",
}


@internal
class Offset:
    """A length away from an anchor, before it where `sign` is -1 ("three days ago", "two weeks after Easter");

    `weekday` is the day meant of the week in which it ends ("Monday two weeks from now").
    """

    parts: tuple[tuple[Decimal, TimeUnit], ...]
    sign: int
    anchor: Fields | None = None
    context: bool = False
    clock: Clock | None = None
    daypart: Daypart | None = None
    weekday: int | None = None


@internal
class Stretch:
    """A number of units that end or begin with the reference ("the last two weeks"); `count` is None for "few".

    `lasting` tells that the words before it ask how long: "over the next two weeks".
    """

    count: Decimal | None
    unit: TimeUnit
    sign: int
    lasting: bool = False


@internal
class Closing:
    """A length that ends with a time: the three months ended 31 March, the year to June."""

    count: Decimal
    unit: TimeUnit
    end: Fields


@internal
class Opening:
    """A length that begins with a time: a term of five years from 3 March 2020, two weeks starting on 4 May."""

    count: Decimal
    unit: TimeUnit
    start: Fields


@internal
class Extent:
    """How long: counts of units, from `low` to `high` where a range is written; None is a vague count."""

    low: tuple[tuple[Decimal | None, TimeUnit], ...]
    high: tuple[tuple[Decimal | None, TimeUnit], ...] | None = None


@internal
class Frequency:
    """How often: TIMEX3's value."""

    value: str
    grain: Grain | None = None


@internal
class Vague:
    """A reference to the past, present or future that has no bounds."""

    code: str


@internal
class Range:
    """From one time to another."""

    start: "Fields | Offset"
    end: "Fields | Offset"


Meaning: TypeAlias = Fields | Offset | Stretch | Closing | Opening | Extent | Frequency | Vague | Range


@internal
class Found:
    """A time expression: the tokens from `first` up to, not including, `last`, and what it means.

    `strong` is False where the words could as well be a plain number, and a `latent` one is a time only
    beside another ("afternoon", "dusk").
    """

    first: int
    last: int
    meaning: Meaning
    strong: bool = True
    latent: bool = False
    modifier: Passage | None = None
    bounds: tuple[TimeModifier, ...] = ()
