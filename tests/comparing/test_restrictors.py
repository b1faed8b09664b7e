"""Counts that a phrase narrows which the other text never speaks of."""

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import Pipeline

PIPELINE = Pipeline()
AROUND = (
    " Ada Creel was in the news all week, and people came from every part of the region to talk about what she had done."
    " Some of them stayed until late in the evening, and the papers carried letters from readers. A spokesman had nothing"
    " to say about it, and her family asked to be left alone. There will be a report in due course, and until then many"
    " questions have to wait."
)


@pytest.mark.parametrize(
    ("first", "second", "part"),
    [
        ("Ada Creel made 200 recordings.", "Ada Creel made 64 recordings with the orchestra.", True),
        ("Ada Creel made 64 recordings.", "Ada Creel made 200 recordings with the orchestra.", False),
        ("Ada Creel made 200 recordings.", "Ada Creel made 64 recordings.", False),
        (
            "Her orchestra says Ada Creel made 200 recordings.",
            "Ada Creel made 64 recordings with the orchestra.",
            False,
        ),
    ],
)
def test_a_part_of_which_the_other_text_does_not_speak(first: str, second: str, *, part: bool) -> None:
    report = PIPELINE.check([Document(id="a", text=first + AROUND), Document(id="b", text=second + AROUND)])
    assert bool(report.conflicts) is not part
    assert any(step.code == "part-of" for item in report.agreements for step in item.steps) is part


def test_two_sentences_are_only_worded_otherwise() -> None:
    texts = ("Ada Creel made 200 recordings.", "Ada Creel made 64 recordings with the orchestra.")
    assert PIPELINE.check(texts).conflicts


def test_a_draft_has_to_say_what_its_source_says() -> None:
    draft, source = (
        text + AROUND for text in ("Ada Creel made 64 recordings on tape.", "Ada Creel made 200 recordings.")
    )
    assert PIPELINE.verify(draft, [source]).conflicts
