"""Entries of the calendar's lexicon files: months, units of time, parts of the day, holidays, modifiers, zones."""

from typing import Literal

from attrs import frozen

from claimcheck.lexicons import Entry
from claimcheck.model import Grain

Effect = Literal[
    "from", "to", "before", "after", "about", "more", "least", "less", "most", "start", "middle", "end", "rest", "so_far"
]  # fmt: skip


@frozen(kw_only=True)
class Guarded(Entry):
    """What has words of its own, and words that are also others."""

    words: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()


@frozen(kw_only=True)
class Named(Guarded):
    """A month or weekday."""

    number: int


@frozen(kw_only=True, cache_hash=True)
class TimeUnit(Entry):
    """A unit of time (see the head of `time_units.toml`)."""

    code: str
    ucum: str
    grain: Grain
    words: tuple[str, ...]
    factor: int = 1
    short: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()


@frozen(kw_only=True)
class Daypart(Guarded):
    """A part of the day (see the head of `dayparts.toml`)."""

    code: str
    start: int
    end: int
    clock: int | None = None


@frozen(kw_only=True)
class Season(Guarded):
    """A season; `number` is its first month."""

    code: str
    number: int


@frozen(kw_only=True)
class Holiday(Guarded):
    """A holiday and the rule by which it falls (see the head of `holidays.toml`)."""

    rule: str


@frozen(kw_only=True)
class Deictic(Entry):
    """A phrase that points to a time; with `context` it steps from the last date in the text, not from the reference."""

    words: tuple[str, ...]
    unit: Grain = "day"
    shift: int = 0
    daypart: str | None = None
    code: str | None = None
    context: bool = False


@frozen(kw_only=True)
class TimeModifier(Entry):
    """A phrase that bounds a time (see the head of `time_modifiers.toml`)."""

    effect: Effect
    where: Literal["point", "length", "both"]
    words: tuple[str, ...]
    mod: str | None = None
    within: bool = False


@frozen(kw_only=True)
class Zone(Entry):
    """A time zone (see the head of `zones.toml`)."""

    offset: str
    words: tuple[str, ...]
    summer: str | None = None


@frozen(kw_only=True)
class TimeWords(Entry):
    """Function words that the grammar needs by class."""

    words: tuple[str, ...]
