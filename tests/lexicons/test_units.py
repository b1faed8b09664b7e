"""Every unit is found where its examples say, and nowhere else."""

from collections.abc import Iterator

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.currencies import Currency
from claimcheck.lexicons.measures import Measure, Prefix, Unit
from claimcheck.lexicons.readings import Ambiguous
from claimcheck.lexicons.units import UnitMatch, UnitTable
from claimcheck.lexicons.words import WordList, abbreviations
from claimcheck.model import Settings, Tokens
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
TABLE = UnitTable.load(LEXICON)
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCALES = ("million", "billion", "lakh", "four")


def matches(text: str) -> Iterator[UnitMatch]:
    """Yield the units around every number of a text."""
    tokens = TOKENIZER.tokenize(text)
    for index in range(len(tokens)):
        if tokens.kinds[index] not in "nx":
            continue
        before = TABLE.match_before(tokens, index)
        if before is not None:
            yield before
        after = index + 1
        while after < len(tokens) and (tokens.norms[after] in SCALES or tokens.norms[after] == "-"):
            after += 1
        found = TABLE.match(tokens, after)
        if found is not None:
            yield found


def units(text: str) -> list[Unit]:
    return [match.unit for match in matches(text)]


def codes(text: str) -> set[str | None]:
    return {unit.code for unit in units(text)}


def tokens_of(text: str) -> Tokens:
    return TOKENIZER.tokenize(text)


def written(text: str) -> str:
    """Return the unit of a text's one amount as the text has it."""
    tokens = tokens_of(text)
    (match,) = matches(text)
    return tokens.slice(match.first, match.last)


MEASURES = LEXICON.entries("units", Measure)
CURRENCIES = LEXICON.entries("currencies", Currency)
AMBIGUOUS = LEXICON.entries("ambiguous_units", Ambiguous)
PREFIXES = LEXICON.entries("unit_prefixes", Prefix)


@pytest.mark.parametrize("entry", MEASURES, ids=lambda entry: entry.key)
def test_measures_keep_their_examples(entry: Measure) -> None:
    own = {entry.code, *(prefix.code + entry.code for prefix in PREFIXES if prefix.key in entry.prefixes)}
    for text in entry.examples.yes:
        assert codes(text) & own, text
    for text in entry.examples.no:
        assert entry.code not in codes(text) or entry.scale != 1, text


@pytest.mark.parametrize("entry", CURRENCIES, ids=lambda entry: entry.key)
def test_currencies_keep_their_examples(entry: Currency) -> None:
    for text in entry.examples.yes:
        assert (entry.unit.code, entry.scale) in {(unit.code, unit.scale) for unit in units(text)}, text
    for text in entry.examples.no:
        assert entry.unit.code not in codes(text), text


@pytest.mark.parametrize("entry", AMBIGUOUS, ids=lambda entry: entry.key)
def test_ambiguous_names_keep_their_examples(entry: Ambiguous) -> None:
    for text in entry.examples.yes:
        assert any(unit.candidates == entry.unit.candidates or unit.code in entry.candidates for unit in units(text)), (
            text
        )
    for text in entry.examples.no:
        assert entry.unit not in units(text), text


@pytest.mark.parametrize("entry", PREFIXES, ids=lambda entry: entry.key)
def test_prefixes_keep_their_examples(entry: Prefix) -> None:
    for text in entry.examples.yes:
        assert any((code or "").startswith(entry.code) and len(code or "") > len(entry.code) for code in codes(text))
    for text in entry.examples.no:
        assert not any(unit.name.startswith(entry.key) for unit in units(text)), text


@pytest.mark.parametrize("entry", LEXICON.entries("unit_words", WordList), ids=lambda entry: entry.key)
def test_unit_words_keep_their_examples(entry: WordList) -> None:
    for text in entry.examples.yes:
        assert units(text), text
    for text in entry.examples.no:
        assert entry.key != "plural" or not units(text), text


@pytest.mark.parametrize(
    ("text", "code", "surface"),
    [
        ("500 people at 60 km/h", "km/h", "km/h"),
        ("212 t/ha were cut", "t/har", "t/ha"),
        ("9 tonnes per hectare", "t/har", "tonnes per hectare"),
        ("4 square kilometres", "km2", "square kilometres"),
        ("a 5-square-mile area", "[mi_i]2", "square-mile"),
        ("4km^3 of it", "km3", "km^3"),
        ("5 kg/cm³", "kg/cm3", "kg/cm³"),
        ("300 miles an hour", "[mi_i]/h", "miles an hour"),
        ("50 cm/ms", "cm/ms", "cm/ms"),
        ("20 watts per square metre", "W/m2", "watts per square metre"),
        ("a 40 mw plant", "MW", "mw"),
        ("a 40 mW laser", "mW", "mW"),
        ("30 KM away", "km", "KM"),
        ("20 million pounds of beef", "[lb_av]", "pounds"),
        ("It cost 20 million pounds.", "GBP", "pounds"),
        ("12 U.S. dollars", "USD", "U.S. dollars"),
        ("12 pounds sterling", "GBP", "pounds sterling"),
        ("C$12 was paid", "CAD", "C$"),
        ("a A$12 fine", "AUD", "A$"),
        ("A $12 fine", None, "$"),
        ("against a $ 12 fine", None, "$"),
        ("mxn$ 15", "MXN", "mxn$"),
        ("HK$ 15", "HKD", "HK$"),
        ("EUR 15", "EUR", "EUR"),
        ("120 MEUR", "EUR", "MEUR"),
        ("15 % of it", "percent", "%"),
        ("15 percentage points", "percentage point", "percentage points"),
        ("15 basis points", "basis point", "basis points"),
        ("3 hours a day", "h", "hours"),
        ('an 8" pipe', "[in_i]", '"'),
        ("2 in of rain", "[in_i]", "in"),
        ("1,000 g of it", "g", "g"),
        ("3 acre-feet", "[acr_us].[ft_i]", "acre-feet"),
    ],
)
def test_reads_the_longest_unit(text: str, code: str | None, surface: str) -> None:
    (match,) = matches(text)
    assert match.unit.code == code
    assert written(text) == surface


@pytest.mark.parametrize(
    "text",
    [
        "a key region of 12 key regions",
        "2 Cuban men",
        "No. 1 U.S. grain port",
        "12 in the village",
        "The 12 won again",
        "5 G networks",
        "a list of 3 a year later",
        "12 am",
        "12 at sea",
        "one of 3 A levels",
        "TOP 5 STORIES",
        "ALL 12 LEFT",
        "COP 28 in the hall",
        "2 F-16s",
        "20 C-130s",
        "12 as usual",
        "5 c'mons",
        "the 1990s",
        "at 4:27 p.m. on it",
        "the S&P 500",
        "a P228 pistol",
        "an S/370 frame",
        "class 6A",
        "rules 1a and 1b",
        'He said: "I saw 12" and left',
        "the '70s and '80s' end",
    ],
)
def test_stays_silent(text: str) -> None:
    assert not units(text)


def test_a_bare_dollar_stays_open_until_the_document_tells() -> None:
    (dollar,) = units("$5")
    assert dollar.code is None and dollar.candidates[:2] == ("USD", "CAD")
    assert TABLE.settle(dollar, {"AUD", "EUR"}).code == "AUD"
    assert TABLE.settle(dollar, {"AUD", "USD"}) == dollar
    assert TABLE.settle(dollar, set()) == dollar
    canadian = UnitTable.load(LEXICON, Settings(dollar="CAD"))
    assert canadian.settle(dollar, {"USD"}).code == "CAD"


def test_a_penny_is_a_hundredth_of_a_pound() -> None:
    (penny,) = units("It rose to 197p.")
    assert (penny.code, str(penny.scale)) == ("GBP", "0.01")


def test_feet_and_inches_by_their_marks() -> None:
    assert [unit.code for unit in units("a man of 5'10\" and a 6' x 4' hole")] == ["[ft_i]", "[in_i]", "[ft_i]"]


def test_the_denominator_of_a_rate() -> None:
    tokens = tokens_of("$20 an hour, $3 a barrel, 5 % per year, $5/kg")
    found = [TABLE.match_per(tokens, index) for index in range(len(tokens))]
    assert [match.unit.code for match in found if match] == ["h", "a", "kg"]


def test_a_cent_is_a_part_of_no_certain_currency() -> None:
    (cent,) = units("12 cents")
    assert cent.is_open_part and (cent.code, str(cent.worth)) == ("cent", "1")
    (pence,) = units("12 pence")
    assert not pence.is_open_part and (pence.code, str(pence.worth)) == ("GBP", "0.01")
