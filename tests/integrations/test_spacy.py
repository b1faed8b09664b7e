"""The component in a real spaCy pipeline, where spaCy is installed."""

from typing import Any

import pytest

spacy: Any = pytest.importorskip("spacy", reason="spaCy is not installed (extra 'spacy')")
pytestmark = pytest.mark.filterwarnings("ignore")  # spaCy's own


@pytest.fixture(scope="module")
def nlp() -> Any:
    """A blank pipeline with the component, found by its entry point or by importing the module."""
    import claimcheck.spacy  # pyright: ignore[reportUnusedImport]  # noqa: F401

    pipeline = spacy.blank("en")
    pipeline.add_pipe("claimcheck")
    return pipeline


def test_figures_are_a_span_group_with_their_claims(nlp: Any) -> None:
    doc = nlp("The Dorn mill employs about 340 people, and repairs cost $4.2m in all.")
    assert [span.text for span in doc.spans["claims"]] == ["about 340", "$4.2m"]
    assert [record["low"] for record in doc._.claims] == ["340", "4200000"]
    assert [span.label_ for span in doc.spans["claims"]] == [record["measure"] for record in doc._.claims]


def test_a_figure_within_a_token_takes_the_token(nlp: Any) -> None:
    doc = nlp("The barge's ash cost $4.2m.")
    assert [span.text for span in doc.spans["claims"]] == ["$4.2m."]


def test_relative_dates_are_reckoned_from_the_day_that_is_set(nlp: Any) -> None:
    doc = nlp.make_doc("The Orvan bridge opened on Tuesday.")
    doc._.published = "2031-02-20"
    (record,) = nlp(doc)._.claims
    assert record["value"] == "2031-02-18"


def test_a_doc_survives_being_written(nlp: Any) -> None:
    doc = nlp("The Dorn mill employs about 340 people.")
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans["claims"]] == ["about 340"]
    assert again._.claims == doc._.claims


def test_an_empty_doc_has_no_claims(nlp: Any) -> None:
    doc = nlp("")
    assert (list(doc.spans["claims"]), doc._.claims) == ([], [])
