"""Keys to bytes and back: a corpus compares what check compares."""

from datetime import date

import pytest
from attrs import evolve, fields

from claimcheck.corpus.packing import outline_of, pack_claims, pack_outline, with_claims
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.model import Document
from claimcheck.pipeline import Pipeline

TEXT = (
    "Unemployment was 4.1% in May. Youth unemployment was 11.2%. Prices rose 3% to £285,000. The average price in "
    "London was £520,000. The Liberals are on 41% in a Castell poll of 2,011 adults, before the coming vote."
)


@pytest.fixture(scope="module")
def key() -> DocumentKey:
    return Pipeline().key(Document(id="a", text=TEXT, published=date(2031, 5, 3)))


def test_every_field_of_a_key_comes_back(key: DocumentKey) -> None:
    bare = evolve(key.analysis.document, text="")
    back = with_claims(outline_of(pack_outline(key), bare, key.analysis.dated), TEXT, pack_claims(key))
    assert back.claims == key.claims
    assert evolve(back, analysis=key.analysis) == key


def test_the_text_fills_the_fields(key: DocumentKey) -> None:
    filled = {item.name for claim in key.claims for item in fields(ClaimKey) if getattr(claim, item.name)}
    assert {"told", "elsewhere", "figure", "digits", "names"} <= filled
    assert key.pollsters
