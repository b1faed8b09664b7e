"""Fiscal years whose first month the settings or the text give."""

from datetime import date

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Document, Settings, Timex
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)


def _period(text: str, month: int | None) -> str:
    tokens = TOKENIZER.tokenize(text)
    finder = TimeFinder(LEXICON, Settings(fiscal_year_start=month))
    found = finder.find(Document(text=text, published=date(2031, 5, 20)), tokens, SCANNER.scan(tokens)).candidates
    values = [item.value for item in found if isinstance(item.value, Timex)]
    period = values[0].period
    return "" if period is None else f"{period.start}/{period.end}"


@pytest.mark.parametrize(
    ("text", "month", "expected"),
    [
        ("Sales fell in fiscal 2030.", 7, "2029-07-01/2030-07-01"),
        ("Sales fell in fiscal 2030.", 1, "2030-01-01/2031-01-01"),
        ("Sales fell in the 2029/30 financial year.", 4, "2029-04-01/2030-04-01"),
        ("Sales fell in FY30.", 4, "2029-04-01/2030-04-01"),
        ("Sales fell in the third quarter of fiscal 2030.", 10, "2030-04-01/2030-07-01"),
        ("Sales fell in the second half of fiscal 2030.", 10, "2030-04-01/2030-10-01"),
        ("Sales fell last fiscal year.", 4, "2030-04-01/2031-04-01"),
        ("Sales fell last fiscal year.", 7, "2029-07-01/2030-07-01"),
        ("Sales fell in fiscal 2030, which began on 1 October.", 4, "2029-10-01/2030-10-01"),
        ("Fiscal 2030 ended on 31 March.", None, "2029-04-01/2030-04-01"),
        ("Fiscal 2030 ended on 31 December.", None, "2030-01-01/2031-01-01"),
    ],
)
def test_the_first_month_gives_them_their_days(text: str, month: int | None, expected: str) -> None:
    assert _period(text, month) == expected


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Sales fell in fiscal 2030.", None),
        ("Sales fell last fiscal year.", None),
        ("Fiscal 2030 ended well, and March was better still.", None),
        ("Sales fell over the past fiscal year.", None),
        ("Sales fell last fiscal quarter.", 4),
        ("Fiscal 2030. It ended in March.", None),
    ],
)
def test_without_it_they_have_none(text: str, month: int | None) -> None:
    assert _period(text, month) == ""


def test_other_fiscal_units_are_no_times() -> None:
    tokens = TOKENIZER.tokenize("Sales fell 5% last fiscal month.")
    finder = TimeFinder(LEXICON, Settings())
    assert finder.find(Document(text=tokens.text), tokens, SCANNER.scan(tokens)).candidates == []


def test_calendar_years_stay() -> None:
    assert _period("Sales fell in 2030, fiscal 2031 began in July.", 4) == "2030-01-01/2031-01-01"
