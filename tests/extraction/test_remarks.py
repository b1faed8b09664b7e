"""Which block a remark is about."""

from collections.abc import Callable

import pytest

from claimcheck.extraction import read_html, read_markdown, read_plain
from claimcheck.extraction.content import Content
from claimcheck.model import Suppression

REMARK = "<!-- claimcheck: ignore[value, update] the mayor\n corrected it -->"


@pytest.mark.parametrize(
    ("source", "block"),
    [
        (f"a\n\nb {REMARK} c\n\nd", "b  c"),
        (f"a\n\n{REMARK}\nb c\n\nd", "b c"),
        (f"a\n\n{REMARK}\n\nb c\n\nd", "b c"),
        (f"{REMARK}\nb\nc\n\nd", "b\nc"),
        (f"a\n\nb\n{REMARK}", "b"),
        (f"a\n\n{REMARK.replace('ignore', 'ignore-file')}\nb", "a\n\n\nb"),
    ],
)
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_a_remark_is_about_its_block_or_the_next(read: Callable[[str], Content], source: str, block: str) -> None:
    content = read(source)
    (item,) = content.suppressions
    assert content.text[item.start : item.end].strip() == block
    assert (item.names, item.reason) == (("value", "update"), "the mayor corrected it")


@pytest.mark.parametrize(
    ("source", "block"),
    [
        (f"<p>a<p>b {REMARK}c<p>d", "b c"),
        (f"<p>a</p>{REMARK}<p>b c</p><p>d", "b c"),
        (f"{REMARK}<p>b</p>", "b"),
        (f"<p>b</p>{REMARK}", "b"),
    ],
)
def test_in_html_it_stands_between_blocks_or_within_one(source: str, block: str) -> None:
    content = read_html(source)
    (item,) = content.suppressions
    assert content.text[item.start : item.end] == block


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        ("claimcheck: ignore", "gives no reason"),
        ("claimcheck: ignore[valu] x", "did you mean 'value'?"),
        ("claimcheck: ignore[] ", "gives no reason"),
        ("claimcheck: off", "says nothing; write"),
    ],
)
def test_a_wrong_remark_silences_nothing_and_is_told(remark: str, words: str) -> None:
    for read in (read_plain, read_markdown, read_html):
        content = read(f"12 died. <!-- {remark} -->")
        assert content.suppressions == ()
        assert words in content.warnings[0]


def test_without_names_everything_is_meant() -> None:
    assert read_plain("a <!--claimcheck:ignore because-->").suppressions == (Suppression(0, 2, (), "because"),)
