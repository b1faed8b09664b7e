"""The date that a document gives itself."""

from datetime import date

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Document, Settings
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder

LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
FINDER = TimeFinder(LEXICON, Settings())


def reference(text: str, **more: str) -> object:
    return FINDER.find(Document(text=text, **more), TOKENIZER.tokenize(text), ()).reference  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiln bursts in Marn\nFebruary 16, 2019\nA kiln burst on Friday.", date(2019, 2, 16)),
        ("Kiln bursts in Marn\n\nPublished 16 Feb 2019\n\nA kiln burst on Friday.", date(2019, 2, 16)),
        ("MARN, Feb. 16, 2019 – A kiln burst on Friday.", date(2019, 2, 16)),
        ("Kiln bursts\nBy Ilva Brandt, 2019-02-16\n\nA kiln burst on Friday.", date(2019, 2, 16)),
        ("Posted 16/02/2019\n\nA kiln burst on Friday.", date(2019, 2, 16)),
        ("A kiln that was built on 4 May 1884 burst on Friday, the owners said.", None),
        ("Posted 03/04/2019\n\nA kiln burst on Friday.", None),
        ("A kiln burst on Friday.", None),
        ("", None),
    ],
)
def test_reference(text: str, expected: date | None) -> None:
    assert reference(text) == expected


def test_the_publisher_settles_the_order() -> None:
    text = "Posted 03/04/2019\n\nA kiln burst on Friday."
    assert reference(text, publisher="BBC News") == date(2019, 4, 3)


def test_without_a_reference_nothing_is_guessed() -> None:
    text = "A kiln burst on Saturday, three days ago, in March."
    tokens = TOKENIZER.tokenize(text)
    found = [item.value for item in FINDER.find(Document(text=text), tokens, ()).candidates]
    assert [(item.value, item.period, item.resolved) for item in found] == [  # type: ignore[union-attr]
        ("XXXX-WXX-6", None, False),
        ("XXXX-03", None, False),
    ]
