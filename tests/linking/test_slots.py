"""What fills the places of a claim's sentence."""

import pytest

from claimcheck import Document, Pipeline
from claimcheck.linking.keys import ClaimKey


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def first_key(pipeline: Pipeline, text: str) -> ClaimKey:
    return pipeline.key(Document(text=text)).claims[0]


def slots(pipeline: Pipeline, text: str) -> dict[tuple[str, str], frozenset[str]]:
    return dict(first_key(pipeline, text).slots)


def test_a_name_fills_its_place(pipeline: Pipeline) -> None:
    assert slots(pipeline, "The ferry to Orla carried 580 passengers.")["to", "carried"] == {"orla"}


def test_a_noun_fills_its_place(pipeline: Pipeline) -> None:
    assert slots(pipeline, "Exports of rye rose 58 percent.")["of", "rose"] == {"rye"}


def test_a_rank_fills_the_place_of_another_figure_alone(pipeline: Pipeline) -> None:
    assert ("the", "phase") in slots(pipeline, "The first phase will cost $43m.")
    assert ("a", "cup") not in slots(pipeline, "Orla won a fifth cup.")


def test_who_speaks_fills_no_place(pipeline: Pipeline) -> None:
    assert all("lund" not in terms for terms in slots(pipeline, "Ada Lund said 40 boats sank off Orla.").values())


def test_a_verb_fills_its_place_if_it_tells_what_is_done(pipeline: Pipeline) -> None:
    assert slots(pipeline, "The ferry stranded 580 people.")["ferry", "#"] == {"strand"}
    assert ("ferry", "#") not in slots(pipeline, "The ferry took 580 people.")


def test_a_long_sentence_has_no_more_of_them_near_a_figure(pipeline: Pipeline) -> None:
    short, long = (first_key(pipeline, "the plant of Arn has 5 men " * times) for times in (200, 800))
    assert 0 < len(long.slots) <= len(short.slots)
