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
class Beside:
    """What stands beside a number at which a rule is tried: most numbers begin no time, as their neighbours tell.

    `behind` are the words of which one stands behind it, `before` those of which one stands before it; digits of one of
    the `sizes` need neither.
    """

    behind: Words = no_words
    before: frozenset[str] = frozenset()
    sizes: tuple[int, ...] = ()


@frozen
class Rule:
    """A rule and the tokens at which it is tried: words of the lexicon, digits, numbers in words."""

    read: Read
    words: Words = no_words
    digits: Beside | None = None
    numbers: Beside | None = None


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
    return {*ORDINAL_SUFFIXES, *JOINERS, *words.months, "and", "/", "of", "day"}


def _worded_day_ends(words: Vocabulary) -> Iterable[str]:
    return {*JOINERS, *words.months, *words.numbers, "and", "/", "of", "day"}


def _clock_ends(words: Vocabulary) -> Iterable[str]:
    return {*HALVES, *words.zones.edges, ":", "h", "o'clock", "oclock", "hours", "hrs", "in"}


def _worded_clock_ends(words: Vocabulary) -> Iterable[str]:
    return {*HALVES, *words.numbers, "-", "o'clock", "oclock", "in"}


def _past_hour_ends(words: Vocabulary) -> Iterable[str]:
    minutes = (word for word, unit in words.units.items() if unit.key == "minute")
    return {"past", "after", "to", "before", "of", "til", "till", *minutes}


def _length_ends(words: Vocabulary) -> Iterable[str]:
    joins = {"-", "–", "to", "or", "and", "of", "a", "an", "half"}
    return {*words.units, *words.short_units, *words.classes["length_fillers"], *joins}


def _nth_ends(words: Vocabulary) -> Iterable[str]:
    return {*words.weekdays, *words.units, *words.numbers, DIGITS, "last", "-"}


def _directed_ends(words: Vocabulary) -> Iterable[str]:
    return _classes(words, "last", "next", "this")


def _suffixes(_: Vocabulary) -> Iterable[str]:
    return ORDINAL_SUFFIXES


def _classes(words: Vocabulary, *names: str) -> list[str]:
    return [word for name in names for word in words.classes[name]]


RULES = (
    Rule(iso.read_iso, digits=Beside(lambda _: {*SEPARATORS, "w"}, sizes=(8, 10))),
    Rule(numeric.read_numeric, digits=Beside(lambda _: {"/", "-", "–"}, sizes=DOTTED)),
    Rule(named.read_day_first, digits=Beside(_day_ends), numbers=Beside(_worded_day_ends)),
    Rule(named.read_listed_day, digits=Beside(lambda _: {",", "and", *ORDINAL_SUFFIXES})),
    Rule(foreign.read_foreign, digits=Beside(sizes=(1, 2))),
    Rule(named.read_month_first, words=lambda words: words.months),
    Rule(
        years.read_year,
        digits=Beside(lambda _: ERAS, before=frozenset({"ad", "a.d."}), sizes=(4,)),
        numbers=Beside(lambda words: {*words.numbers, *ERAS, "-"}),
    ),
    Rule(years.read_short_year, words=lambda _: ("'",)),
    Rule(
        periods.read_decade,
        words=lambda words: ("'", *periods.decade_words(words)),
        digits=Beside(lambda _: ("s", "'s")),
    ),
    Rule(periods.read_quarter, words=lambda _: ("q", "h"), digits=Beside(lambda _: ("q", "h"))),
    Rule(
        periods.read_ordinal_period,
        words=lambda _: ("final", "last"),
        digits=Beside(_suffixes),
        numbers=Beside(lambda _: {"-", "–", "to", "and", "or", "century", "centuries", "quarter", "half"}),
    ),
    Rule(periods.read_fiscal_year, words=lambda _: ("fy", "fiscal", "financial")),
    Rule(periods.read_season, words=lambda words: words.seasons),
    Rule(weekdays.read_weekday, words=lambda words: words.weekdays),
    Rule(holidays.read_holiday, words=lambda words: words.holidays.edges),
    Rule(deictics.read_deictic, words=lambda words: words.deictics.edges),
    Rule(directed.read_directed, words=_directed_ends),
    Rule(directed.read_counted_directed, digits=Beside(_directed_ends), numbers=Beside(_directed_ends)),
    Rule(deictics.read_next_but_one, words=lambda words: words.units),
    Rule(deictics.read_this_unit, words=lambda words: words.units),
    Rule(nth.read_nth, words=lambda _: ("last", "final"), digits=Beside(_suffixes), numbers=Beside(_nth_ends)),
    Rule(
        nth.read_counted_weekday,
        digits=Beside(lambda words: {*ORDINAL_SUFFIXES, *words.weekdays}),
        numbers=Beside(lambda words: words.weekdays),
    ),
    Rule(nth.read_week_number, words=lambda _: ("week",)),
    Rule(nth.read_week_of, words=lambda _: ("week",)),
    Rule(
        weekdays.read_day_alone,
        digits=Beside(lambda _: {*ORDINAL_SUFFIXES, "of", "day"}, before=frozenset({"the"})),
        numbers=Beside(lambda _: ("of", "day")),
    ),
    Rule(frequencies.read_plural, words=lambda words: (*words.weekdays, *words.dayparts, "weekends", "weekdays")),
    Rule(deictics.read_daypart, words=lambda words: words.dayparts),
    Rule(clock.read_clock, digits=Beside(_clock_ends), numbers=Beside(_worded_clock_ends)),
    Rule(clock.read_led_digits, digits=Beside(before=TIME_LEADS)),
    Rule(
        clock.read_past_hour,
        words=lambda _: ("half", "quarter"),
        digits=Beside(_past_hour_ends),
        numbers=Beside(_past_hour_ends),
    ),
    Rule(clock.read_noon, words=lambda words: words.dayparts, digits=Beside(lambda words: words.dayparts)),
    Rule(hours.read_clock_to_hour, digits=Beside(lambda _: {*HALVES, ":"})),
    Rule(
        hours.read_hours,
        digits=Beside(lambda _: JOINERS, before=HOUR_LEADS),
        numbers=Beside(lambda _: JOINERS, before=HOUR_LEADS),
    ),
    Rule(
        lengths.read_length,
        words=lambda words: ("a", "an", "half", *words.classes["several"]),
        digits=Beside(_length_ends),
        numbers=Beside(_length_ends),
    ),
    Rule(lengths.read_lap, digits=Beside(lambda _: (":",))),
    Rule(lengths.read_vague_length, words=lambda words: words.units),
    Rule(lengths.read_whole, words=lambda _: ("all", "whole", "entire")),
    Rule(frequencies.read_every, words=lambda words: words.classes["every"]),
    Rule(
        frequencies.read_times_per,
        words=lambda words: words.classes["times_per"],
        digits=Beside(lambda _: ("times",)),
        numbers=Beside(lambda _: ("times",)),
    ),
    Rule(frequencies.read_adverb, words=lambda words: words.adverbs),
)
"""Every rule; where several read something, the longest reading is taken, then the earlier rule."""
