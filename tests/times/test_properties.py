"""Properties: a date that is written in a supported form reads back, and no text raises or loses its offsets."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Candidate, Document, Period, Settings, Timex
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
FINDER = TimeFinder(LEXICON, Settings())

FORMS = (
    "{day} {month} {year}", "{month} {day}, {year}", "{month} {day} {year}", "{iso}", "{slashes}", "the {day}th of {month}, {year}",
    "{short}. {day}, {year}", "{day}-{short}-{year}", "{short} {day} {year}", "{year}/{number:02d}/{day:02d}", "{basic}",
    "{week}",
)  # fmt: skip
WORDS = (
    "May", "march", "second", "the", "last", "in", "2014", "12", "03/04", ":", "-", "to", "Monday", "every", "half", "a",
    "an", "hour", "ago", "three", "'", "s", "1990", "weeks", "of", "and", "p.m.", "at", "until", "Easter", "T", "W", "Q", "BC",
    "\ud800", "\x00", "²", "9" * 60, "0" * 5000, "٣", "½", "\n", "century", "end", "first", "twenty", "P", "decade", "%",
)  # fmt: skip


def times(text: str, reference: date | None = date(2019, 2, 17)) -> list[Candidate]:
    tokens = TOKENIZER.tokenize(text)
    return FINDER.find(Document(text=text, published=reference), tokens, SCANNER.scan(tokens)).candidates


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
@settings(max_examples=300, deadline=None)
def test_a_written_date_reads_back(day: date, form: str) -> None:
    year, week, number = day.isocalendar()
    if form == "{basic}" and not day.year >= 1800:
        return
    written = form.format(
        day=day.day, month=day.strftime("%B"), short=day.strftime("%b"), year=day.year, number=day.month, iso=day.isoformat(),
        slashes=day.strftime("%d/%m/%Y") if day.day > 12 else day.isoformat(), basic=day.strftime("%Y%m%d"),
        week=f"{year}-W{week:02d}-{number}",
    )  # fmt: skip
    [found] = times(f"The mill burnt down on {written}.")
    assert isinstance(found.value, Timex)
    assert found.value.value == day.isoformat(), written
    assert found.value.period is not None
    assert found.value.period.start == day


@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from([None, date(1, 1, 1), date(9999, 12, 31), date(2019, 2, 17)]),
)
@settings(max_examples=500, deadline=None)
def test_words_in_any_order_never_raise(words: list[str], reference: date | None) -> None:
    check(" ".join(words), reference)
    check("".join(words), reference)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_never_raises(text: str) -> None:
    check(text, date(2019, 2, 17))


def check(text: str, reference: date | None) -> None:
    found = times(text, reference)
    for item in found:
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == text[item.start : item.end].strip()
        assert isinstance(item.value, Timex)
        if item.modifier:
            assert text[item.modifier.start : item.modifier.end] == item.modifier.text
        if isinstance(item.value.period, Period):
            item.value.period.bounds()
    assert all(before.end <= after.start for before, after in pairwise(found))
