"""Numerals: every written form reads to its exact value, whatever stands around it."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Numeral
from claimcheck.model.wire import decimal_text
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)


def scan(text: str) -> tuple[Numeral, ...]:
    return SCANNER.scan(TOKENIZER.tokenize(text))


def read(text: str) -> list[tuple[str, str | None]]:
    return [(text[item.start : item.end], decimal_text(item.value)) for item in scan(text)]


FORMS = [
    ("1,234,567", "1234567"), ("1 234 567", "1234567"), ("1\u202f234\u202f567,5", "1234567.5"), ("1'234'567", "1234567"),
    ("1.234.567,89", "1234567.89"), ("12,34,567", "1234567"), (".25", "0.25"), ("3,5", "3.5"), ("0.050", "0.05"),
    ("-7", "-7"), ("\u2212459.67", "-459.67"), ("minus seven", "-7"), ("4e14", "400000000000000"), ("2.5e-3", "0.0025"),
    ("2.48×10−5", "0.0000248"), ("6x10^3", "6000"), ("3×10⁸", "300000000"), ("2^10", "1024"),
    ("1/4", "0.25"), ("2 3/4", "2.75"), ("½", "0.5"), ("7½", "7.5"), ("three quarters", "0.75"), ("one-eighth", "0.125"),
    ("half", "0.5"), ("half a million", "500000"), ("a quarter of a million", "250000"), ("half a dozen", "6"),
    ("two and a half", "2.5"), ("one and a half million", "1500000"), ("three million and a half", "3500000"),
    ("one billion and a half million", "1000500000"), ("twenty-five hundred", "2500"), ("a dozen", "12"), ("five dozen", "60"),
    ("two hundred and fifty-three", "253"), ("a hundred and two", "102"), ("two hundred and two thousand", "202000"),
    ("three lakh crore", "3000000000000"), ("three million, two hundred & forty", "3000240"), ("fortytwo", "42"),
    ("4 thousand 3 hundred and 21", "4321"), ("2.5 million", "2500000"), ("3bn", "3000000000"), ("40k", "40000"),
    ("1.2tn", "1200000000000"), ("1.2b", "1200000000"), ("3.9 crore", "39000000"), ("five point nought four", "5.04"),
    ("two hundred point seventy-one", "200.71"), ("3rd", "3"), ("third", "3"), ("twenty-first", "21"), ("21st", "21"),
    ("one hundred and fifth", "105"), ("hundredth", "100"), ("one over four", "0.25"), ("ninety - nine", "99"),
    ("two hundred and fifty-four hundredths", "200.54"), ("zero", "0"), ("a thousandth", "0.001"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "value"), FORMS)
def test_a_written_form_is_one_number(form: str, value: str) -> None:
    assert read(form) == [(form, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("423 0000 and 5", [("423", "423"), ("0000", "0"), ("5", "5")]),
        ("rows 22,24,26", [("22", "22"), ("24", "24"), ("26", "26")]),
        ("in 2019 300 people", [("2019", "2019"), ("300", "300")]),
        ("5 million 3 weeks ago", [("5 million", "5000000"), ("3", "3")]),
        ("2.5 million and three people", [("2.5 million", "2500000"), ("three", "3")]),
        ("two and three", [("two", "2"), ("three", "3")]),
        ("10-15", [("10", "10"), ("15", "15")]),
        ("a third man came second", [("third", "3"), ("second", "2")]),
        ("it fell by a third", [("a third", str(Decimal(1) / 3))]),
        ("573.15K", [("573.15", "573.15")]),
        ("the 7e7 jet", [("7", "7"), ("7", "7")]),
        ("thousands of them", []),
        ("two seconds", [("two", "2")]),
        ("version 2.0.1", []),
        ("at 192.168.0.1", []),
        ("", []),
    ],
)
def test_neighbours_stay_apart(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("3.4 billion", "100000000"),
        ("2,500", "100"),
        ("3.40", "0.01"),
        ("800", "100"),
        ("twelve", "1"),
        ("1/3", "0"),
        ("3rd", "0"),
    ],
)
def test_the_step_is_the_worth_of_the_last_significant_digit(text: str, step: str) -> None:
    assert [item.step for item in scan(text)] == [Decimal(step)]


def test_forms_are_named() -> None:
    text = "12, twelve, 12 million, half, twelfth"
    assert [item.form for item in scan(text)] == ["digits", "words", "mixed", "fraction", "ordinal"]


def test_long_runs_of_digits_are_no_numbers() -> None:
    assert scan("9" * 5000) == ()


SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int, *, joined: bool) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, name in [
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ]:
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if joined and rest < 100 else " "
            return f"{spell(head, joined=joined)} {name}" + (joint + spell(rest, joined=joined) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_a_number_spelled_out_reads_back(number: int, joined: bool) -> None:
    text = spell(number, joined=joined)
    assert read(text) == [(text, str(number))]


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["{:,}", "{}", "-{:,}"]))
def test_a_number_in_digits_reads_back(number: Decimal, shape: str) -> None:
    text = shape.format(number)
    assert [item.value for item in scan(text)] == [Decimal(text.replace(",", ""))]


@given(st.text(alphabet="0123456789.,-/^ex½² '\u2009andhlfmiot%$\ud800\x00", max_size=60))
def test_any_string_is_scanned(text: str) -> None:
    found = scan(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(0 <= item.start < item.end <= len(text) for item in found)


WORDS = st.sampled_from(
    [
        "a",
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "and",
        "half",
        "third",
        "thirds",
        "hundredth",
        "point",
        "-",
        ",",
        "of",
        "over",
        "dozen",
        "3",
        "1/2",
    ]
)


@given(st.lists(WORDS, max_size=25))
def test_any_row_of_number_words_is_scanned(words: list[str]) -> None:
    text = " ".join(words)
    found = scan(text)
    assert all(left.last <= right.first and left.end <= right.start for left, right in itertools.pairwise(found))
