"""Hypothesis strategies for those who test what they build on claimcheck; needs the extra `testing`.

Examples:
    >>> from hypothesis import given
    >>> @given(documents())
    ... def test_my_pipeline_takes_any_document(document): ...
"""

from datetime import date
from decimal import Decimal
from typing import Any

from claimcheck.errors import MissingExtraError
from claimcheck.model import Claim, Document, Report
from claimcheck.verbs import check, extract

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("claimcheck.testing needs hypothesis; install claimcheck-conflicts[testing]") from None

_PEOPLE = ("Ana Berg", "Tomas Rhee", "Mayor Edda Rook", "Nils Orre")
_PLACES = ("Dorn mill", "Orvan bridge", "Port Arl", "Halvern station")
_HAPPENED = (
    "The fire at the {place} killed {number} people",
    "The {place} employs {number} people",
    "{number} passengers were stranded at the {place}",
    "Repairs to the {place} cost ${number}",
)
_HEDGES = ("", "about ", "more than ", "at least ", "nearly ")


@st.composite
def figures(draw: st.DrawFn) -> str:
    """A number as a newspaper writes it: "12", "2,500", "3.4 million", "about 40"."""
    hedge = draw(st.sampled_from(_HEDGES))
    number = draw(
        st.one_of(
            st.integers(2, 999_999).map("{:,}".format),
            st.decimals(Decimal("1.1"), Decimal(99), places=1).map("{} million".format),
        )
    )
    return hedge + number


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence that claims a figure, half of the time by somebody."""
    said = draw(st.sampled_from(_HAPPENED)).format(place=draw(st.sampled_from(_PLACES)), number=draw(figures()))
    said = said[0].upper() + said[1:]
    return draw(st.sampled_from((f"{said}.", f"{said}, {draw(st.sampled_from(_PEOPLE))} said.")))


@st.composite
def documents(draw: st.DrawFn, /, *, min_sentences: int = 1, max_sentences: int = 5, **fields: Any) -> Document:
    """A document of sentences that claim figures; `fields` fix what else a Document takes, such as `id`."""
    drawn = draw(st.lists(sentences(), min_size=min_sentences, max_size=max_sentences))
    known: dict[str, Any] = {
        "id": draw(st.uuids().map(str)),
        "text": " ".join(drawn),
        "published": draw(st.none() | st.dates(date(2000, 1, 1), date(2040, 12, 31))),
        "publisher": draw(st.none() | st.sampled_from(("The Gazette", "Herald"))),
    }
    return Document(**known | fields)


@st.composite
def conflicting_documents(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two documents that contradict each other: the same thing on the same day, with another number."""
    place, first = draw(st.sampled_from(_PLACES)), draw(st.integers(2, 400))
    second = draw(st.integers(first * 2, first * 20))
    day = draw(st.dates(date(2000, 1, 1), date(2040, 12, 31)))
    text = f"The fire at the {place} on {day.day} {day:%B %Y} killed {{:,}} people."
    return Document(id="first", text=text.format(first)), Document(id="second", text=text.format(second))


def claims() -> st.SearchStrategy[Claim]:
    """A claim as it is found in such a document."""
    return documents().map(extract).filter(bool).flatmap(st.sampled_from)


def reports(*, min_documents: int = 1, max_documents: int = 4) -> st.SearchStrategy[Report]:
    """A report on a few such documents."""
    several = st.lists(
        documents(), min_size=min_documents, max_size=max_documents, unique_by=lambda document: document.id
    )
    return several.map(check)
