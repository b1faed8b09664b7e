"""The rules of the grammar in one tuple, and the scan that tries them where one of their words stands."""

from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen

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
from claimcheck.times.reader import Reader
from claimcheck.times.vocabulary import Vocabulary

Read = Callable[[Reader, int], Found | None]

Words = Callable[[Vocabulary], Iterable[str]]


@frozen
class Rule:
    """A rule and the tokens at which it is tried: digits, the first words of numbers, or words of the lexicon."""

    read: Read
    words: Words | None = None
    digits: bool = False
    numbers: bool = False


RULES = (
    Rule(iso.read_iso, digits=True),
    Rule(numeric.read_numeric, digits=True),
    Rule(named.read_day_first, digits=True, numbers=True),
    Rule(foreign.read_foreign, digits=True),
    Rule(named.read_month_first, words=lambda words: words.months),
    Rule(years.read_year, digits=True, numbers=True),
    Rule(years.read_short_year, words=lambda _: ("'",)),
    Rule(periods.read_decade, digits=True, words=lambda words: ("'", *periods.decade_words(words))),
    Rule(periods.read_quarter, digits=True, words=lambda _: ("q", "h")),
    Rule(periods.read_ordinal_period, digits=True, numbers=True, words=lambda _: ("final", "last")),
    Rule(periods.read_fiscal_year, words=lambda _: ("fy", "fiscal", "financial")),
    Rule(periods.read_season, words=lambda words: words.seasons),
    Rule(weekdays.read_weekday, words=lambda words: words.weekdays),
    Rule(holidays.read_holiday, words=lambda words: words.holidays.edges),
    Rule(deictics.read_deictic, words=lambda words: words.deictics.edges),
    Rule(directed.read_directed, words=lambda words: _classes(words, "last", "next", "this")),
    Rule(directed.read_counted_directed, digits=True, numbers=True),
    Rule(deictics.read_next_but_one, words=lambda words: words.units),
    Rule(deictics.read_this_unit, words=lambda words: words.units),
    Rule(nth.read_nth, digits=True, numbers=True, words=lambda _: ("last", "final")),
    Rule(nth.read_counted_weekday, digits=True, numbers=True),
    Rule(nth.read_week_number, words=lambda _: ("week",)),
    Rule(nth.read_week_of, words=lambda _: ("week",)),
    Rule(weekdays.read_day_alone, digits=True, numbers=True),
    Rule(frequencies.read_plural, words=lambda words: (*words.weekdays, *words.dayparts, "weekends", "weekdays")),
    Rule(deictics.read_daypart, words=lambda words: words.dayparts),
    Rule(clock.read_clock, digits=True, numbers=True),
    Rule(clock.read_past_hour, digits=True, numbers=True, words=lambda _: ("half", "quarter")),
    Rule(clock.read_noon, digits=True, words=lambda words: words.dayparts),
    Rule(hours.read_hours, digits=True, numbers=True),
    Rule(
        lengths.read_length,
        digits=True,
        numbers=True,
        words=lambda words: ("a", "an", "half", *words.classes["several"]),
    ),
    Rule(lengths.read_vague_length, words=lambda words: words.units),
    Rule(lengths.read_whole, words=lambda _: ("all", "whole", "entire")),
    Rule(frequencies.read_every, words=lambda words: words.classes["every"]),
    Rule(frequencies.read_times_per, digits=True, numbers=True, words=lambda words: words.classes["times_per"]),
    Rule(frequencies.read_adverb, words=lambda words: words.adverbs),
)
"""Every rule; where several read something, the longest reading is taken, then the earlier rule."""


def _classes(words: Vocabulary, *names: str) -> list[str]:
    return [word for name in names for word in words.classes[name]]


FOLLOWERS = frozenset({
    "-", "–", "/", ":", "st", "nd", "rd", "th", "s", "'s", "h", "am", "pm", "a", "p", "a.m.", "p.m.", "o'clock",
    "oclock", "of", "to", "through", "thru", "until", "till", "til", "past", "after", "before", "times", "q", "century",
    "centuries", "last", "in", "today", "tomorrow", "yesterday", "tonight", "on", "this", "the", "w", "~", "or",
    "half", "years'", "and", "day", "noon", "midnight", "bc", "bce", "ad", "ce",
    "b.c.", "a.d.", "b.c.e.",
})  # fmt: skip
"""What follows a number that begins a time, apart from months, units, zones and the like."""

LEADS = frozenset({"at", "on", "by", "@", "around", "approximately", "the", "from", "between"})
"""What may stand before a plain number that is one."""

ARTICLES = frozenset({"a", "an"})


def _followers(words: Vocabulary) -> frozenset[str]:
    named = (words.months, words.weekdays, words.units, words.short_units, words.dayparts, words.zones.edges)
    fillers = words.classes["length_fillers"] | words.classes["next"] | words.classes["last"]
    return FOLLOWERS | fillers | {word for group in named for word in group}


@frozen
class Grammar:
    """The rules, looked up by the norm of a token."""

    words: Vocabulary
    _by_norm: Mapping[str, tuple[Read, ...]] = field(init=False, repr=False)
    _on_digits: tuple[Read, ...] = field(init=False, repr=False)
    _numbers: frozenset[str] = field(init=False, repr=False)
    _followers: frozenset[str] = field(init=False, repr=False)
    _counted: frozenset[str] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        numbers = frozenset(self.words.numbers)
        table: dict[str, list[Read]] = {}
        for rule in RULES:
            triggers = set(rule.words(self.words)) if rule.words else set[str]()
            for norm in triggers | numbers if rule.numbers else triggers:
                table.setdefault(norm, []).append(rule.read)
        object.__setattr__(self, "_by_norm", {norm: tuple(reads) for norm, reads in table.items()})
        object.__setattr__(self, "_numbers", numbers)
        classes = self.words.classes
        counted = frozenset(self.words.units) | classes["several"] | classes["length_fillers"] | {"half"}
        object.__setattr__(self, "_counted", counted)
        object.__setattr__(self, "_followers", _followers(self.words))
        object.__setattr__(self, "_on_digits", tuple(rule.read for rule in RULES if rule.digits))

    def scan(self, reader: Reader) -> list[Found]:
        """Return the expressions of a text in order, none overlapping another."""
        found: list[Found] = []
        reached = 0
        by_norm, kinds, norms = self._by_norm, reader.kinds, reader.tokens.norms
        triggers = [
            index
            for index, (norm, kind) in enumerate(zip(norms, kinds, strict=False))
            if kind == "n" or norm in by_norm
        ]
        for index in triggers:
            if index < reached:
                continue
            digits = kinds[index] == "n"
            if norms[index] in ARTICLES and reader.norms[index + 1] not in self._counted:
                continue
            if (digits or norms[index] in self._numbers) and not self._may_begin(reader, index):
                continue
            reads = self._on_digits if digits else by_norm[norms[index]]
            best: Found | None = None
            for read in reads:
                candidate = read(reader, index)
                if candidate is None or candidate.first < reached:
                    continue
                if best is None or candidate.last - candidate.first > best.last - best.first:
                    best = candidate
            if best is not None:
                found.append(best)
                reached = best.last
        return found

    def _may_begin(self, reader: Reader, index: int) -> bool:
        """Tell whether a number is worth trying: by its length, or by the words around it."""
        norm = reader.norms[index]
        after = reader.norms[index + 1]
        if after in self._followers or (after in self._numbers and reader.kinds[index] != "n"):
            return True
        if norm == "first" and reader.kinds[index + 1] == "n":
            return True
        if reader.kinds[index] == "n":
            if len(norm) in (4, 8) or norm.count(".") == 2 or reader.before(index) in LEADS:
                return True
            if len(norm) < 3 and foreign.is_foreign_date(reader, index):
                return True
        elif norm in ("half", "quarter"):
            return True
        numeral = reader.numerals.get(index)
        return numeral is not None and reader.norms[numeral.last] in self._followers
