"""Each land is told from its examples; habits of one kind alone tell nothing."""

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.locales import Locale, Locales
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Quantity
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
LOCALES = Locales.load(LEXICON)
TOKENIZER = Tokenizer(abbreviations(LEXICON))
PIPELINE = Pipeline()


def currencies(text: str) -> set[str]:
    return set(LOCALES.currencies(TOKENIZER.tokenize(text)))


def money(text: str) -> Quantity:
    (found,) = [
        item.quantity for item in PIPELINE.analyze(text).mentions if item.quantity and item.quantity.kind == "currency"
    ]
    return found


@pytest.mark.parametrize("entry", LEXICON.entries("locales", Locale), ids=lambda entry: entry.key)
def test_locales_keep_their_examples(entry: Locale) -> None:
    for text in entry.examples.yes:
        assert money(text).unit == entry.key, text
    for text in entry.examples.no:
        assert money(text).unit != entry.key, text


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said Tuesday that 3 percent more is due.",
        "It opened on July 1, 2027, at the start of fiscal 2028.",
        "He will leave this fall, she said Friday.",
        "Drivers in the U.S. pay more.",
        "The labor deal of Jan. 7 was signed.",
    ],
)
def test_american_copy_is_told(text: str) -> None:
    assert currencies(text) == {"USD"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Tuesday that 3 percent more is due.",
        "It opened on July 1, 2027, with 12 rooms.",
        "It opened on 1 July 2027, 3 percent over budget, at the start of fiscal 2028.",
        "The mayor said Tuesday that 3 per cent more is due in fiscal 2028.",
        "The Labor Center opened this Tuesday.",
        "Give us the fall of Rome.",
        "They may 2 or 3 times fail by 3 percent.",
    ],
)
def test_one_habit_or_a_foreign_one_tells_nothing(text: str) -> None:
    assert currencies(text) == set()


def test_two_lands_leave_it_open() -> None:
    assert currencies("Toronto and Boston pay alike.") == {"CAD", "USD"}
    assert money("Toronto and Boston pay $5 alike.").unit is None


def test_what_a_land_tells_stays_likely() -> None:
    told, named = money("The Boston firm paid $5."), money("The firm paid US$5.")
    assert (told.unit, "CAD" in told.unit_candidates) == ("USD", True)
    assert (named.unit, named.unit_candidates) == ("USD", ())
