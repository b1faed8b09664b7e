"""Texts made to be bad cost in proportion to their length, and never raise.

Work is counted in function calls, which no busy machine can change; a quadratic scan costs 16 times as many on a text of
four times the length.
"""

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from claimcheck import Document
from claimcheck.arithmetic.ages import births_in, persons_in
from claimcheck.pipeline import Pipeline

SIZE = 1500
"""Characters of the shorter text; longer than any window that a room looks through."""
TIMES = 4
MOST = 6
"""How many times the work a text of four times the length may take."""

REPEATED = [
    "1 ", "1", '"', "“", "' ", "A ", "A", "a.", "U.S. ", "one ", "million ", "half ", "1/2 ", "twenty-",
    "He said 5 men died. ", "5 men died ", "$5 ", "5 percent of ", "5 km/", "of 5 ", "5 A, ", "and 3 ", "1-", "5 to ", "5:",
    "in 2019 ", "Monday ", "March 3 ", "10:30 ", "last ", "two days ", "2019 ", "said ", "said that ", "according to ",
    'x said "y" ', '"5" said A, ', 'he said, "', "Mr. Smith ", "A (B) ", "A's ", ", ", "( ", "- ", "%", "\n", "|1|2|\n",
    "A: 5\n", "- 5 men\n", "²", "\x00", "\ud800",
]  # fmt: skip


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def characters_of_all_kinds(size: int) -> str:
    random = Random(3)
    return "".join(chr(random.randrange(1, 0x2FFFF)) for _ in range(size))


def words_of_all_kinds(size: int) -> str:
    random = Random(4)
    words = [
        "said",
        "5",
        "million",
        "the",
        "Smith",
        "in",
        "2019",
        "killed",
        "men",
        "to",
        '"',
        "and",
        "of",
        "%",
        ",",
        "from",
    ]
    return " ".join(random.choice(words) for _ in range(size))[:size]


def repeated(pattern: str) -> Callable[[int], str]:
    return lambda size: (pattern * (size // len(pattern) + 1))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "characters of all kinds": characters_of_all_kinds,
    "words of all kinds": words_of_all_kinds,
    **{repr(pattern): repeated(pattern) for pattern in REPEATED},
}


Calls = Callable[[Callable[[], object]], int]


def checked(documents: list[Document]) -> Callable[[], object]:
    return lambda: pipeline().check(documents)


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_reading_grows_with_the_length_of_a_text(name: str, calls: Calls) -> None:
    def read(size: int) -> Callable[[], object]:
        text = TEXTS[name](size)
        return lambda: pipeline().analyze(text)

    read(TIMES * SIZE)()  # whatever is worked out once
    assert calls(read(TIMES * SIZE)) < MOST * calls(read(SIZE))


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_two_bad_texts_are_checked(name: str) -> None:
    text = TEXTS[name](SIZE)
    report = pipeline().check([Document(id="a", text=text), Document(id="b", text=text)])
    assert [document.id for document in report.documents] == ["a", "b"]


@pytest.mark.slow
def test_checking_grows_with_the_number_of_copies(calls: Calls) -> None:
    def copies(number: int) -> Callable[[], object]:
        text = (
            "The fire at the Dorn mill on 3 May 2031 killed 12 people, Mayor Ada Brill said. The mill had 80 workers."
        )
        return checked([Document(id=f"copy {index}", text=text) for index in range(number)])

    copies(30)()
    assert calls(copies(120)) < MOST * calls(copies(30))


@pytest.mark.slow
def test_checking_grows_with_the_number_of_claims(calls: Calls) -> None:
    def sentences(number: int) -> Callable[[], object]:
        mills = (f"M{chr(97 + index % 26)}l{chr(97 + index // 26 % 26)}" for index in range(number))
        text = "\n".join(f"The {mill} mill sold {index + 10} barges." for index, mill in enumerate(mills))
        return checked([Document(id="a", text=text)])

    sentences(800)()
    assert calls(sentences(3200)) < MOST * calls(sentences(800))


@pytest.mark.slow
def test_finding_births_grows_with_their_number(calls: Calls) -> None:
    def births(number: int) -> Callable[[], object]:
        named = (f"M{chr(97 + index % 26)}l D{chr(97 + index // 26 % 26)}rn" for index in range(number))
        text = "\n".join(f"{name} was born in {1900 + index % 99}." for index, name in enumerate(named))
        analysis = pipeline().analyze(text)
        return lambda: list(births_in(analysis, persons_in(analysis)))

    assert calls(births(600)) < MOST * calls(births(150))
