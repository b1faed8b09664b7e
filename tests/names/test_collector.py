"""Names: who is who within a document."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Document, Names
from claimcheck.names import NameCollector
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
COLLECTOR = NameCollector(LEXICON)
TOKENIZER = Tokenizer(abbreviations(LEXICON))


def collect(text: str) -> Names:
    """Return the names of a text."""
    return COLLECTOR.collect(Document(text=text), TOKENIZER.tokenize(text))


def canonical(text: str, surface: str) -> str | None:
    """Return the canonical form of the last occurrence of a surface."""
    name = collect(text).at(text.rindex(surface))
    return name.canonical if name else None


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("President Donald Varn spoke. Mr Varn left.", "Varn", "Donald Varn"),
        ("Nathan Varn spoke. Later Varn left.", "Varn", "Nathan Varn"),
        ("Ada J. Lund spoke. Later Ada Lund left.", "Ada Lund", "Ada J. Lund"),
        ("Ada Lund met Odo Lund. Later Lund left.", "Lund", "Lund"),
        ("The Marn Democratic Forces (MDF) met. The MDF left.", "MDF", "Marn Democratic Forces"),
        ("The MDF (Marn Democratic Forces) met. The MDF left.", "MDF", "Marn Democratic Forces"),
        (
            "He named the MRF, using the Tarsk acronym for the Marn River Front. The MRF left.",
            "MRF",
            "Marn River Front",
        ),
        ("He named Marn, using the initials for the first time. Ada Lund left.", "Marn", "Marn"),
        ("Senator Ilva Tarn (R-IN) met him.", "Ilva Tarn", "Ilva Tarn"),
        ("He joined the Marn Labour Party, or MLP, in 2011. The MLP won.", "MLP", "Marn Labour Party"),
        ("He saw the ISIS camp.", "ISIS", "Islamic State"),
        ("Tarn Holdings rose. Later Tarn fell.", "Tarn", "Tarn Holdings"),
        ("US President Omar Lund left.", "Omar Lund", "Omar Lund"),
        ("US President Omar Lund left.", "US", "United States"),
        ("The spokesman Kim Min-Woo left.", "Kim", "Kim Min-Woo"),
        ("She met Jan van der Berg there.", "Jan", "Jan van der Berg"),
    ],
)
def test_canonical(text: str, surface: str, expected: str) -> None:
    assert canonical(text, surface) == expected


@pytest.mark.parametrize(
    "text", ["Officials left. The officials are gone.", "On Monday it rained.", "But he left.", ""]
)
def test_capitals_that_name_nobody(text: str) -> None:
    assert [name.canonical for name in collect(text)] == []


def test_a_place_in_brackets_defines_nothing() -> None:
    names = [name.canonical for name in collect("Ada Lund (Marn) spoke in London.")]
    assert "Ada Lund" in names
    assert "Marn" in names


def test_roles_are_kept() -> None:
    names = collect("Trade envoy Nadia Fischer left.")
    assert next(name.roles for name in names if name.canonical == "Nadia Fischer") == ("envoy",)


@settings(deadline=None)
@given(st.text(alphabet="AbUS. '-’()[]\n,of&1\x00", max_size=80))
def test_spans_are_in_the_text_and_apart(text: str) -> None:
    names = collect(text)
    places = list(zip(names.starts, names.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("text", "surface", "full"),
    [
        ("The Crimson Banner Front took Tel Hadra. CBF fighters fled.", "CBF", "Crimson Banner Front"),
        ("CBF fighters fled. The Crimson Banner Front lost Tel Hadra.", "CBF", "Crimson Banner Front"),
        ("The Crimson Banner Front left. Crimson Banner trucks burned.", "Crimson Banner", "Crimson Banner Front"),
        ("Tarn Optical Holdings rose. Tarn Optical makes lenses.", "Tarn Optical", "Tarn Optical Holdings"),
    ],
)
def test_short_forms_that_nobody_defines(text: str, surface: str, full: str) -> None:
    assert canonical(text, surface) == full


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The Crimson Banner Front and the Coastal Bakers Federation met. CBF members voted.", "CBF"),
        ("The Dorn Valley Times opened. People in Dorn Valley read it.", "Dorn Valley"),
        ("The Orvan Party met. The OP rose.", "OP"),
        ("Ana Maria Kell spoke. Ana Maria answered.", "Ana Maria"),
    ],
)
def test_short_forms_of_nobody_in_particular(text: str, surface: str) -> None:
    assert canonical(text, surface) == surface
