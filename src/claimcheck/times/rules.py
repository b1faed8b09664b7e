"""The rules of the grammar in one tuple, each with the tokens at which it is tried."""

from collections.abc import Callable, Iterable

from attrs import frozen

from claimcheck.reckoning.meanings import Found
from claimcheck.times import (
    clock,
    deictics,
    directed,
    foreign,
    frequencies,
    holidays,
    hours,
    iso,
    lengths,
    named,
    nth,
    numeric,
    periods,
    weekdays,
    years,
)
from claimcheck.times.iso import SEPARATORS
from claimcheck.times.reader import JOINERS, ORDINAL_SUFFIXES, Reader
from claimcheck.times.vocabulary import Vocabulary

Read = Callable[[Reader, int], Found | None]

Words = Callable[[Vocabulary], Iterable[str]]


def no_words(_: Vocabulary) -> Iterable[str]:
    """Return nothing."""
    return ()


@frozen
class Numbers:
    """The numbers at which a rule is tried: most begin no time, which their neighbours tell without a look at the rule.

    `behind` are the words of which one stands behind the number, `before` those before digits; `sizes` are the lengths
    of digits that need neither. `words` admits numbers in words as well.
    """

    behind: Words = no_words
    before: frozenset[str] = frozenset()
    sizes: tuple[int, ...] = ()
    digits: bool = True
    words: bool = False


@frozen
class Rule:
    """A rule and the tokens at which it is tried: words of the lexicon, and numbers."""

    read: Read
    words: Words = no_words
    numbers: Numbers | None = None


HOUR_LEADS = frozenset({"at", "by", "@", "around", "between"})
"""What may stand before a plain number that is an hour."""

TIME_LEADS = frozenset({"at", "around", "approximately", "between", "from", "to", "-"})
"""What may stand before plain digits that are hours and minutes."""

HALVES = frozenset({"am", "pm", "a", "p", "a.m.", "p.m.", "a.m", "p.m"})

ERAS = frozenset({"bc", "bce", "ad", "ce", "b.c.", "a.d.", "b.c.e.", "c.e.", "b.c", "a.d"})

DIGITS = "0"
"""Stands for any digits behind a number."""

DOTTED = (6, 7, 8, 9, 10)
"""How many characters 3.4.17 and 10.31.1974 have."""


def _day_ends(words: Vocabulary) -> Iterable[str]:
    return {*ORDINAL_SUFFIXES, *JOINERS, *words.months, *words.numbers, "and", "/", "of", "day"}


def _clock_ends(words: Vocabulary) -> Iterable[str]:
    return {*HALVES, *words.zones.edges, *words.numbers, ":", "h", "o'clock", "oclock", "hours", "hrs", "in"}


def _length_ends(words: Vocabulary) -> Iterable[str]:
    joins = {"-", "–", "to", "or", "and", "of", "a", "an", "half"}
    return {*words.units, *words.short_units, *words.classes["length_fillers"], *joins}


def _nth_ends(words: Vocabulary) -> Iterable[str]:
    return {*ORDINAL_SUFFIXES, *words.weekdays, *words.units, *words.numbers, DIGITS, "last", "-"}


def _directed_ends(words: Vocabulary) -> Iterable[str]:
    return _classes(words, "last", "next", "this")


def _classes(words: Vocabulary, *names: str) -> list[str]:
    return [word for name in names for word in words.classes[name]]


def _past_hour_ends(words: Vocabulary) -> Iterable[str]:
    minutes = (word for word, unit in words.units.items() if unit.key == "minute")
    return {"past", "after", "to", "before", "of", "til", "till", *minutes}


RULES = (
    Rule(iso.read_iso, numbers=Numbers(lambda _: {*SEPARATORS, "w"}, sizes=(8, 10))),
    Rule(numeric.read_numeric, numbers=Numbers(lambda _: {"/", "-", "–"}, sizes=DOTTED)),
    Rule(named.read_day_first, numbers=Numbers(_day_ends, words=True)),
    Rule(foreign.read_foreign, numbers=Numbers(sizes=(1, 2))),
    Rule(named.read_month_first, words=lambda words: words.months),
    Rule(
        years.read_year,
        numbers=Numbers(
            lambda words: {*words.numbers, *ERAS, "-"}, before=frozenset({"ad", "a.d."}), sizes=(4,), words=True
        ),
    ),
    Rule(years.read_short_year, words=lambda _: ("'",)),
    Rule(
        periods.read_decade,
        words=lambda words: ("'", *periods.decade_words(words)),
        numbers=Numbers(lambda _: ("s", "'s")),
    ),
    Rule(periods.read_quarter, words=lambda _: ("q", "h"), numbers=Numbers(lambda _: ("q", "h"))),
    Rule(
        periods.read_ordinal_period,
        words=lambda _: ("final", "last"),
        numbers=Numbers(lambda _: {*ORDINAL_SUFFIXES, "-", "century", "centuries", "quarter", "half"}, words=True),
    ),
    Rule(periods.read_fiscal_year, words=lambda _: ("fy", "fiscal", "financial")),
    Rule(periods.read_season, words=lambda words: words.seasons),
    Rule(weekdays.read_weekday, words=lambda words: words.weekdays),
    Rule(holidays.read_holiday, words=lambda words: words.holidays.edges),
    Rule(deictics.read_deictic, words=lambda words: words.deictics.edges),
    Rule(directed.read_directed, words=_directed_ends),
    Rule(directed.read_counted_directed, numbers=Numbers(_directed_ends, words=True)),
    Rule(deictics.read_next_but_one, words=lambda words: words.units),
    Rule(deictics.read_this_unit, words=lambda words: words.units),
    Rule(nth.read_nth, words=lambda _: ("last", "final"), numbers=Numbers(_nth_ends, words=True)),
    Rule(
        nth.read_counted_weekday,
        numbers=Numbers(lambda words: {*ORDINAL_SUFFIXES, *words.weekdays}, words=True),
    ),
    Rule(nth.read_week_number, words=lambda _: ("week",)),
    Rule(nth.read_week_of, words=lambda _: ("week",)),
    Rule(
        weekdays.read_day_alone,
        numbers=Numbers(lambda _: {*ORDINAL_SUFFIXES, "of", "day"}, before=frozenset({"the"}), words=True),
    ),
    Rule(frequencies.read_plural, words=lambda words: (*words.weekdays, *words.dayparts, "weekends", "weekdays")),
    Rule(deictics.read_daypart, words=lambda words: words.dayparts),
    Rule(clock.read_clock, numbers=Numbers(_clock_ends, before=TIME_LEADS, words=True)),
    Rule(clock.read_past_hour, words=lambda _: ("half", "quarter"), numbers=Numbers(_past_hour_ends, words=True)),
    Rule(clock.read_noon, words=lambda words: words.dayparts, numbers=Numbers(lambda words: words.dayparts)),
    Rule(hours.read_hours, numbers=Numbers(lambda _: JOINERS, before=HOUR_LEADS, words=True)),
    Rule(
        lengths.read_length,
        words=lambda words: ("a", "an", "half", *words.classes["several"]),
        numbers=Numbers(_length_ends, words=True),
    ),
    Rule(lengths.read_vague_length, words=lambda words: words.units),
    Rule(lengths.read_whole, words=lambda _: ("all", "whole", "entire")),
    Rule(frequencies.read_every, words=lambda words: words.classes["every"]),
    Rule(
        frequencies.read_times_per,
        words=lambda words: words.classes["times_per"],
        numbers=Numbers(lambda _: ("times",), words=True),
    ),
    Rule(frequencies.read_adverb, words=lambda words: words.adverbs),
)
"""Every rule; where several read something, the longest reading is taken, then the earlier rule."""
