"""The words that stand beside a number, a unit or another word where it begins a time."""

from collections.abc import Iterable, Mapping

from claimcheck.times.places import DIGITS
from claimcheck.times.reader import JOINERS, ORDINAL_SUFFIXES
from claimcheck.times.vocabulary import Vocabulary

Seconds = Mapping[str, Iterable[str]]

HOUR_LEADS = frozenset({"at", "by", "@", "around", "between"})
"""What may stand before a plain number that is an hour."""

TIME_LEADS = frozenset({"at", "around", "approximately", "between", "from", "to", "-"})
"""What may stand before plain digits that are hours and minutes."""

HALVES = frozenset({"am", "pm", "a", "p", "a.m.", "p.m.", "a.m", "p.m"})

ERAS = frozenset({"bc", "bce", "ad", "ce", "b.c.", "a.d.", "b.c.e.", "c.e.", "b.c", "a.d"})

PASTS = ("past", "after", "to", "before", "of", "til", "till")
"""What stands between minutes and the hour that they are counted from."""

CENTURY_JOINTS = ("-", "–", "to", "and", "or")
"""What stands between two centuries, or an ordinal and its century."""

PARTS = frozenset({"century", "centuries", "quarter", "quarters", "half", "halves"})
"""What ordinals name."""

DAY_ENDS = (".", "er", "º", "°", "de", "of")
"""What stands between a day and its month in another language."""

FOREIGN_JOINTS = frozenset({".", "de", "del", DIGITS})
"""How goes on what stands behind a month in another language, the year itself or what leads to it."""

PERS = ("a", "an", "per", "each", "every", "in")
"""What stands between "three times" and the unit."""

UNIT_LEADS = frozenset({"same", "that", "the", "over", "of", "fiscal", "financial"})
"""What stands before a unit that is one of its own: "the year", "that week"."""


def led(firsts: Iterable[str], seconds: Iterable[str]) -> Seconds:
    """Return the pairs of each of some words with each of some others."""
    return dict.fromkeys(firsts, frozenset(seconds))


def directions(words: Vocabulary) -> Iterable[str]:
    """Return the words that point back, ahead or here: last, next, this."""
    return [word for name in ("last", "next", "this") for word in words.classes[name]]


def directed_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows a direction: the name of a time or unit, or a number of units."""
    named = {*words.units, *words.weekdays, *words.months, *words.seasons, *words.dayparts, *words.holidays.edges}
    counts = {DIGITS, "a", *words.numbers, *words.classes["several"]}
    return {*named, *counts, *directions(words), "fiscal", "financial", "workweek", "work"}


def day_pairs(words: Vocabulary) -> Seconds:
    """Return what follows the day of a month: another day, the month."""
    days = {DIGITS, "the", *words.numbers, *words.months}
    behind = {*JOINERS, *words.months, "and", "/", ".", ",", "of", "day"}
    months = led(("/", "of"), words.months)
    return {**led((*JOINERS, "and"), days), **led(ORDINAL_SUFFIXES, behind), **months, "day": ("of", "in")}


def day_before_month(words: Vocabulary) -> Iterable[str]:
    """Return what follows a day in words that is no ordinal: its month, or its ones."""
    return {*words.months, *words.numbers}


def listed_day_pairs(words: Vocabulary) -> Seconds:
    """Return what follows a day whose month stands behind other days."""
    return {**led((",", "and"), {DIGITS, "the", *words.numbers}), **led(ORDINAL_SUFFIXES, (",", "and"))}


def day_alone_pairs(words: Vocabulary) -> Seconds:
    """Return what follows a day of a month that is not named."""
    return {**led(("of", "day"), ("of", "in", "the", *directions(words))), **led(ORDINAL_SUFFIXES, ("of", "day"))}


def hyphened(words: Vocabulary) -> Seconds:
    """Return what follows the tens of a number in words."""
    return {"-": words.numbers}


def clock_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows the digits of an hour."""
    return {*HALVES, *words.zones.edges, "h", "o'clock", "oclock", "hours", "hrs"}


def worded_clock_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows an hour in words."""
    return {*HALVES, *words.numbers, "o'clock", "oclock"}


def hour_pairs(words: Vocabulary) -> Seconds:
    """Return what follows the first of two hours."""
    return led(JOINERS, {DIGITS, "the", *words.numbers})


def past_hour_pairs(words: Vocabulary) -> Seconds:
    """Return what follows minutes that are counted from an hour."""
    minutes = (word for word, unit in words.units.items() if unit.key == "minute")
    return {**led(PASTS, {DIGITS, *words.numbers, *words.dayparts}), **led(minutes, PASTS)}


def counted(words: Vocabulary) -> set[str]:
    """Return what a number of units goes on with: the unit, or a word before it."""
    return {*words.units, *words.short_units, *words.classes["length_fillers"]}


def length_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows the number of a length."""
    return (counted(words) | {"half"}) - {"-"}


def length_pairs(words: Vocabulary) -> Seconds:
    """Return what follows the number of a length that goes on before its unit: a second number, a fraction."""
    behind = counted(words) | {"a", "an"}
    joined = behind.union(words.numbers, words.classes["several"], (DIGITS, "quarters"))
    return {**led(("-", "–", "to", "or", "and"), joined), **led(("of", "a", "an"), behind)}


def article_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows an article that counts units."""
    return {*words.units, *words.classes["several"], "half"}


def article_pairs(words: Vocabulary) -> Seconds:
    """Return what stands between an article and the unit that it counts, with what then follows: "a full year"."""
    fillers = words.classes["length_fillers"]
    return led(fillers, {*words.units, *words.short_units, *fillers})


def several_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows a word that counts units."""
    return counted(words) | {"of", "a", "an", "–"}


def nth_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows an ordinal that picks a unit or weekday."""
    return {*words.weekdays, *words.units, *words.numbers, DIGITS, "last"}


def ordinal_period_pairs(words: Vocabulary) -> Seconds:
    """Return what follows the ordinal of a century in words."""
    return led(CENTURY_JOINTS, {DIGITS, *words.numbers, *PARTS})


def fiscal_ends(words: Vocabulary) -> Iterable[str]:
    """Return what stands between "fiscal" and its year."""
    return {DIGITS, "'", "year", "years", "of", *words.numbers}


def plurals(words: Iterable[str]) -> list[str]:
    """Return the words that end as plurals do."""
    return [word for word in words if word.endswith("s")]


def repeated(words: Vocabulary) -> Iterable[str]:
    """Return the plurals of what returns."""
    return plurals((*words.weekdays, *words.months, *words.dayparts, *words.seasons, "weekends", "weekdays"))


def each_ends(words: Vocabulary) -> Iterable[str]:
    """Return what follows "each" where it names times."""
    named = {
        *words.weekdays,
        *words.months,
        *words.dayparts,
        *words.seasons,
        "weekday",
        "weekdays",
        "weekends",
        "christmas",
    }
    return {*named, *words.units, *words.numbers, DIGITS, "single", "few", "easter"}


def each_other(words: Vocabulary) -> Seconds:
    """Return what "other" goes on with behind "each" where that names times."""
    return {"other": {*words.units, *words.weekdays}}
