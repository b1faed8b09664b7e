"""A draft against sources that differ among themselves."""

import pytest

from claimcheck.model import Document, Report
from claimcheck.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def verified(pipeline: Pipeline, draft: str, *sources: str) -> Report:
    texts = [Document(id=f"source{number}", text=text) for number, text in enumerate(sources, 1)]
    return pipeline.verify(Document(id="draft", text=draft), texts)


def test_a_draft_with_the_figure_of_one_source_is_not_wrong(pipeline: Pipeline) -> None:
    report = verified(
        pipeline,
        "The Marn fire killed 12 people.",
        "The Marn fire killed 12 people.",
        "The Marn fire killed 17 people.",
    )
    (conflict,) = report.conflicts
    assert [[claim.document for claim in side] for side in conflict.sides] == [["draft", "source1"], ["source2"]]
    assert conflict.steps[-1].code == "sources-differ"
    assert conflict.steps[-1].values == {"source": "source1"}


def test_sources_that_differ_honestly_are_a_discrepancy(pipeline: Pipeline) -> None:
    report = verified(
        pipeline,
        "The Marn fire killed 12 people.",
        "Police said the Marn fire killed 12 people.",
        "The Red Cross said the Marn fire killed 17 people.",
    )
    assert [conflict.verdict for conflict in report.conflicts] == ["discrepancy"]


def test_a_draft_with_a_figure_of_its_own_is_wrong_against_both(pipeline: Pipeline) -> None:
    report = verified(
        pipeline,
        "The Marn fire killed 14 people.",
        "The Marn fire killed 12 people.",
        "The Marn fire killed 17 people.",
    )
    documents = [[side[0].document for side in conflict.sides] for conflict in report.conflicts]
    assert documents == [["draft", "source1"], ["draft", "source2"], ["source1", "source2"]]
    assert all(step.code != "sources-differ" for conflict in report.conflicts for step in conflict.steps)


def test_a_figure_that_the_sources_make_is_supported(pipeline: Pipeline) -> None:
    source = "Unemployment in Orla rose from 2.5 to 3 per cent."
    report = verified(pipeline, "Unemployment in Orla rose 0.5 percentage points.", source)
    assert not report.conflicts and not report.unsupported
    assert [item.steps[0].code for item in report.agreements] == ["difference-holds"]


@pytest.mark.parametrize(
    ("draft", "holds"), [("Revenue fell 10 % to $90m.", True), ("Revenue fell 20 % to $90m.", False)]
)
def test_a_change_is_held_against_a_level_that_is_down_from_another(
    pipeline: Pipeline, draft: str, holds: bool
) -> None:
    report = verified(pipeline, draft, "Revenue was $90m, down from $100m.")
    assert [conflict.rule for conflict in report.conflicts] == ([] if holds else ["arithmetic"])
    assert not report.unsupported


def test_levels_of_another_thing_support_no_change(pipeline: Pipeline) -> None:
    report = verified(pipeline, "Profit fell 10 % to $90m.", "Revenue was $90m, down from $100m.")
    assert not report.conflicts
    assert "10 %" in [claim.mention.text for claim in report.unsupported]


def test_ages_are_amounts(pipeline: Pipeline) -> None:
    report = verified(pipeline, "Olive Trent, aged 83, opened the fair.", "Olive Trent, 81, opened the fair.")
    assert [conflict.rule for conflict in report.conflicts] == ["value"]
