"""The rules of the grammar in one tuple, each with the tokens at which it is tried."""

from collections.abc import Callable

from attrs import frozen

from claimcheck.reckoning.meanings import Found
from claimcheck.times import (
    clock,
    deictics,
    directed,
    ends,
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
from claimcheck.times.places import (
    ANY_FORM,
    DIGITS,
    Beside,
    Forms,
    Words,
    cardinals,
    digits,
    forms,
    ordinals,
    these,
)
from claimcheck.times.reader import ORDINAL_SUFFIXES, Reader

Read = Callable[[Reader, int], Found | None]


@frozen
class Rule:
    """A function of the grammar with the words at which it is tried, what must then stand beside them, and the forms of
    the digits that it reads."""

    read: Read
    words: Words
    beside: Beside | None = None
    forms: Forms = ANY_FORM


DAY, YEAR = forms("0{1,2}"), forms("0{1,4}")
CLOCK = forms(r"0{1,4}|0{1,2}\.00")
WHOLE = r"0{8}|0000\.00\.00"
"""20190216, 2019.02.16."""
DOTTED = r"0{1,2}\.0{1,2}\.(?:00|0000)"
"""3.4.17, 10.31.1974."""


RULES = (
    Rule(
        iso.read_iso,
        digits,
        Beside(these("w"), lambda words: ends.led(SEPARATORS, {DIGITS, "w", *words.months}), forms=forms(WHOLE)),
        forms(f"0000|{WHOLE}"),
    ),
    Rule(
        numeric.read_numeric,
        digits,
        Beside(pairs=lambda _: ends.led(("/", "-", "–"), (DIGITS,)), forms=forms(DOTTED)),
        forms("0{1,2}|" + DOTTED),
    ),
    Rule(named.read_day_first, digits, Beside(lambda words: words.months, ends.day_pairs), YEAR),
    Rule(named.read_day_first, ordinals, Beside(lambda words: words.months, ends.day_pairs)),
    Rule(named.read_day_first, cardinals, Beside(ends.day_before_month, ends.hyphened)),
    Rule(named.read_listed_day, digits, Beside(pairs=ends.listed_day_pairs), YEAR),
    Rule(foreign.read_foreign, digits, Beside(these(*ends.DAY_ENDS), second=ends.FOREIGN_JOINTS), DAY),
    Rule(named.read_month_first, lambda words: words.months),
    Rule(
        years.read_year, digits, Beside(these(*ends.ERAS), before=frozenset({"ad", "a.d."}), forms=forms("0000")), YEAR
    ),
    Rule(years.read_year, cardinals, Beside(lambda words: {*words.numbers, *ends.ERAS}, ends.hyphened)),
    Rule(years.read_short_year, these("'"), Beside(digits)),
    Rule(periods.read_decade, these("'"), Beside(digits)),
    Rule(periods.read_decade, periods.decade_words),
    Rule(periods.read_decade, digits, Beside(these("s", "'s")), YEAR),
    Rule(periods.read_quarter, these("q", "h")),
    Rule(periods.read_quarter, digits, Beside(these("q", "h")), YEAR),
    Rule(periods.read_ordinal_period, these("final", "last"), Beside(these(*ends.PARTS, *ends.CENTURY_JOINTS))),
    Rule(
        periods.read_ordinal_period,
        digits,
        Beside(pairs=lambda _: ends.led(ORDINAL_SUFFIXES, {*ends.PARTS, *ends.CENTURY_JOINTS})),
        YEAR,
    ),
    Rule(periods.read_ordinal_period, ordinals, Beside(these(*ends.PARTS), ends.ordinal_period_pairs)),
    Rule(periods.read_fiscal_year, these("fy")),
    Rule(periods.read_fiscal_year, these("fiscal", "financial"), Beside(ends.fiscal_ends)),
    Rule(periods.read_season, lambda words: words.seasons),
    Rule(weekdays.read_weekday, lambda words: words.weekdays),
    Rule(holidays.read_holiday, lambda words: words.holidays.closed),
    Rule(holidays.read_holiday, lambda words: words.holidays.open, Beside(lambda words: words.holidays.following)),
    Rule(deictics.read_deictic, lambda words: words.deictics.closed),
    Rule(deictics.read_deictic, lambda words: words.deictics.open, Beside(lambda words: words.deictics.following)),
    Rule(directed.read_directed, ends.directions, Beside(ends.directed_ends)),
    Rule(directed.read_counted_directed, digits, Beside(ends.directions)),
    Rule(directed.read_counted_directed, cardinals, Beside(ends.directions)),
    Rule(
        deictics.read_next_but_one,
        lambda words: words.units,
        Beside(pairs=lambda _: {"after": ("next",), "before": ("last",)}),
    ),
    Rule(deictics.read_this_unit, lambda words: words.units, Beside(before=ends.UNIT_LEADS)),
    Rule(nth.read_nth, these("last", "final"), Beside(ends.nth_ends)),
    Rule(
        nth.read_nth,
        digits,
        Beside(pairs=lambda words: ends.led(ORDINAL_SUFFIXES, {*words.weekdays, *words.units, "last"})),
        YEAR,
    ),
    Rule(nth.read_nth, ordinals, Beside(ends.nth_ends, ends.hyphened)),
    Rule(
        nth.read_counted_weekday,
        digits,
        Beside(lambda words: words.weekdays, lambda words: ends.led(ORDINAL_SUFFIXES, words.weekdays)),
        YEAR,
    ),
    Rule(nth.read_counted_weekday, lambda words: words.numbers, Beside(lambda words: words.weekdays)),
    Rule(nth.read_week_number, these("week"), Beside(digits)),
    Rule(nth.read_week_of, these("week")),
    Rule(weekdays.read_day_alone, digits, Beside(pairs=ends.day_alone_pairs, before=frozenset({"the"})), YEAR),
    Rule(weekdays.read_day_alone, ordinals, Beside(pairs=ends.day_alone_pairs)),
    Rule(frequencies.read_plural, ends.repeated),
    Rule(frequencies.read_plural, lambda words: words.weekdays, Beside(lambda words: ends.plurals(words.dayparts))),
    Rule(deictics.read_daypart, lambda words: words.dayparts),
    Rule(clock.read_clock, digits, Beside(ends.clock_ends, lambda _: {":": (DIGITS,), "in": ("the",)}), CLOCK),
    Rule(
        clock.read_clock,
        cardinals,
        Beside(ends.worded_clock_ends, lambda words: {**ends.hyphened(words), "in": ("the",)}),
    ),
    Rule(clock.read_led_digits, digits, Beside(before=ends.TIME_LEADS), YEAR),
    Rule(clock.read_past_hour, these("half", "quarter"), Beside(pairs=ends.past_hour_pairs)),
    Rule(clock.read_past_hour, digits, Beside(pairs=ends.past_hour_pairs), DAY),
    Rule(clock.read_past_hour, cardinals, Beside(pairs=ends.past_hour_pairs)),
    Rule(clock.read_noon, lambda words: words.dayparts),
    Rule(clock.read_noon, digits, Beside(lambda words: words.dayparts), DAY),
    Rule(hours.read_clock_to_hour, digits, Beside(these(*ends.HALVES), lambda _: {":": (DIGITS,)}), CLOCK),
    Rule(hours.read_hours, digits, Beside(pairs=ends.hour_pairs, before=ends.HOUR_LEADS), DAY),
    Rule(hours.read_hours, cardinals, Beside(pairs=ends.hour_pairs, before=ends.HOUR_LEADS)),
    Rule(lengths.read_length, these("a", "an"), Beside(ends.article_ends, ends.article_pairs)),
    Rule(lengths.read_length, lambda words: ("half", *words.classes["several"]), Beside(ends.several_ends)),
    Rule(lengths.read_length, digits, Beside(ends.length_ends, ends.length_pairs)),
    Rule(lengths.read_length, cardinals, Beside(ends.length_ends, ends.length_pairs)),
    Rule(lengths.read_lap, digits, Beside(pairs=lambda _: {":": (DIGITS,)}), DAY),
    Rule(
        lengths.read_vague_length,
        lambda words: ends.plurals(words.units),
        Beside(before=frozenset({"recent", "for", "in"})),
    ),
    Rule(lengths.read_whole, these("all", "whole", "entire"), Beside(lambda words: words.units)),
    Rule(frequencies.read_every, these("all"), Beside(ends.repeated)),
    Rule(frequencies.read_every, these("every", "each"), Beside(ends.each_ends, ends.each_other)),
    Rule(frequencies.read_times_per, lambda words: words.classes["times_per"]),
    Rule(frequencies.read_times_per, digits, Beside(pairs=lambda _: ends.led(("times",), ends.PERS)), DAY),
    Rule(frequencies.read_times_per, cardinals, Beside(pairs=lambda _: ends.led(("times",), ends.PERS))),
    Rule(frequencies.read_adverb, lambda words: words.adverbs),
)
"""Every rule; where several read something, the longest reading is taken, then the earlier rule."""
