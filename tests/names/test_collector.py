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
        ("The Marn River Front (known as the Reed Army) left. The Reed Army won.", "Reed Army", "Marn River Front"),
        ("Odo Lund, alias Big Odo, left. Big Odo won.", "Big Odo", "Odo Lund"),
        ('Odo Lund, nicknamed "Big Odo", left. Big Odo won.', "Big Odo", "Odo Lund"),
        ("Odo Lund, whose real name is Odo Varn, left. Odo Varn won.", "Odo Varn", "Odo Lund"),
        (
            'Tarn Optical Holdings plc ("Tarn" or the "Company") rose. The Company won.',
            "Company",
            "Tarn Optical Holdings",
        ),
        ('Bank of Marn (hereafter "the Bank") rose. The Bank won.', "Bank", "Bank of Marn"),
        ('Ada Lund saw a film ("Forty Boats") there. Forty Boats won.', "Forty Boats", "Forty Boats"),
        ("Ada Lund, Odo Bell left. Odo Bell won.", "Odo Bell", "Odo Bell"),
        ("Ada Lund or Odo Bell left. Odo Bell won.", "Odo Bell", "Odo Bell"),
        ("Interview with Ada Lund\n\nMonday, May 4\n\nShe spoke.", "Ada Lund", "Ada Lund"),  # "Monday" is no surname
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


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The envoy, Jonas Pell, left.", "Jonas Pell", "envoy"),
        ("Jonas Pell, the trade envoy to Marn, left.", "Jonas Pell", "envoy"),
        ("Jonas Pell, director of the port, left.", "Jonas Pell", "director"),
        ("The ferry's operator, Nordal Lines, left.", "Nordal Lines", "operator"),
    ],
)
def test_appositions_give_roles(text: str, name: str, role: str) -> None:
    assert next(item.roles for item in collect(text) if item.canonical == name) == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "In Marn, the mayor of the port left.",
        "Lund, who led the port since 2011, left.",
        "They met Ada Lund, sailors and a mayor.",
        "After the storm, Ada Lund left the envoy.",
    ],
)
def test_commas_that_give_no_role(text: str) -> None:
    assert [item.roles for item in collect(text) if item.roles] == []


@settings(deadline=None)
@given(st.text(alphabet="AbUS. '-’()[]\n,of&1\x00", max_size=80))
def test_spans_are_in_the_text_and_apart(text: str) -> None:
    names = collect(text)
    places = list(zip(names.starts, names.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


PIECES = st.sampled_from(
    ["Ada Lund", "Marn River Front", "MRF", "R-IN", "Company", "the", "or", "also known as", "alias", "acronym for",
     "trade envoy", "'s operator", "plc", "May", "(", ")", '"', "“", "”", ",", ".", ";", " ", "\n\n", "\x00", "\ud800", "²"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_definitions_of_any_kind_keep_names_apart(text: str) -> None:
    names = collect(text)
    places = list(zip(names.starts, names.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert len({name.canonical for name in names} & {""}) == 0


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


def test_the_parts_that_the_tokenizer_keeps_are_those_found_without_it() -> None:
    text = (
        "The MDF (Marn Democratic Forces), also known as Reed Army, or the Front, met on Monday. Mr Ada J. Lund left."
    )
    told = Tokenizer(abbreviations(LEXICON), naming=COLLECTOR.naming).tokenize(text)
    assert told.namings
    assert COLLECTOR.collect(Document(text=text), told) == collect(text)
