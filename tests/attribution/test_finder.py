"""Who said what, on cases with the contents marked in the text, and on any text at all."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.model import Attribution
from claimcheck.pipeline import Pipeline

GOLD = Path(__file__).parent.parent / "gold" / "attribution"
CASES = [case for path in sorted(GOLD.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
PIPELINE = Pipeline()


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the marked stretches in order of their beginnings."""
    plain, opened, spans = "", list[int](), list[tuple[int, int]]()
    index = 0
    while index < len(text):
        if text.startswith("[[", index):
            opened.append(len(plain))
            index += 2
        elif text.startswith("]]", index):
            spans.append((opened.pop(), len(plain)))
            index += 2
        else:
            plain += text[index]
            index += 1
    return plain, sorted(spans)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without outer spaces and stops."""
    outer = ' \n."“”'
    while start < end and text[start] in outer:
        start += 1
    while end > start and text[end - 1] in outer:
        end -= 1
    return start, end


def contents(text: str, attributions: tuple[Attribution, ...]) -> list[tuple[int, int]]:
    """Return all pieces of contents in order."""
    return sorted(trimmed(text, piece.start, piece.end) for item in attributions for piece in item.content)


def marked(case: dict[str, Any]) -> Any:
    """Return a case as a parameter: a known failure must fail."""
    reason = case.get("known_failure")
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_gold(case: dict[str, Any]) -> None:
    text, spans = unmarked(case["text"])
    found = PIPELINE.analyze(text).attributions
    assert contents(text, found) == sorted(trimmed(text, *span) for span in spans)
    wanted = case.get("expect", [])
    assert len(found) == len(wanted)
    for attribution, expected in zip(found, wanted, strict=True):
        given_values = {key: getattr(attribution, key) for key in expected if key != "cue"}
        assert given_values == {key: value or None for key, value in expected.items() if key != "cue"}
        if "cue" in expected:
            assert attribution.cue is None
    if "pieces" in case:
        assert [len(item.content) for item in found] == case["pieces"]


def test_a_moment_of_speaking_is_kept() -> None:
    analysis = PIPELINE.analyze("Brandt said Thursday that 40 boats sank.")
    moment = next((item for item in analysis.mentions if item.text == "Thursday"), None)
    assert analysis.attributions[0].when == (moment.id if moment else None)


def test_what_is_quoted_lies_within_its_quote() -> None:
    found = PIPELINE.analyze('Brandt said, "The report found that 40 boats sank."').attributions
    assert [item.within for item in found] == [None, found[0].id]


PIECES = st.sampled_from(
    ['"', "“", "”", "'", "‘", "’", "«", "»", "``", "''", " ", "\n", "\n\n", ".", ",", ":", " said ", " that ", " told ",
     "according to ", "Ada Lund", "he", "I think ", "40 boats sank", "Q: ", "—", "(", ")", "was quoted as saying", "as ",
     "the report", "\x00", "\ud800", "²", "U.S.", "which ", "A: ", "@ada: ", "citing ", "'s ", " and ", "by police ",
     "The envoy, ", "It ", " SAYS ", "commented on ", "A poll taken on ", "4 May "]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
@example('""was quoted as saying.')
@example("“The envoy, said it in `` said, 'as A: \n\n“The envoy, as as U.S.» left")
@example("May told “ that ")
@example("4 May “ May » citing , I think ")
def test_any_text_is_read(text: str) -> None:
    for item in PIPELINE.analyze(text).attributions:
        assert item.content
        assert all(0 <= piece.start < piece.end <= len(text) for piece in item.content)
        assert all(before.end <= after.start for before, after in pairwise(item.content))
        for passage in (item.cue, item.speaker):
            assert passage is None or text[passage.start : passage.end] == passage.text


def test_a_cue_may_end_a_text_that_names_a_time() -> None:
    (found,) = PIPELINE.analyze("The crews needed nine hours, officials said").attributions
    assert (found.when, found.cue and found.cue.text) == (None, "said")
