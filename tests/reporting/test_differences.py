"""What a failing test shows."""

from attrs import evolve

from claimcheck import Report
from claimcheck.reporting.differences import render_differences

EXPECTED = """\
warning[value] discrepancy: 800 against 2,500
+ draft.md:1:10: "We have [2,500] rescued sailors," Ana Delgrave told reporters. The storms sank 46 boats.
- post.txt:2:13: Ana Delgrave said late Tuesday: "We shelter [over 800] rescued sailors." The storms sank 46 boats.
  why: the speaker is Ana Delgrave; 3.1 times as much

note[unsupported] no source says '46' (boats.)
+ draft.md:1:79: "We have 2,500 rescued sailors," Ana Delgrave told reporters. The storms sank [46] boats.

1 conflict and 1 unsupported among 4 claims of 2 documents.
"""


def test_it_looks_like_this(verified: Report) -> None:
    assert render_differences(verified) == EXPECTED


def test_the_source_stands_before_the_draft(verified: Report) -> None:
    conflict = verified.conflicts[0]
    turned = evolve(conflict, sides=(conflict.sides[1], conflict.sides[0]))
    lines = render_differences(verified.with_conflicts((turned,))).splitlines()
    assert [line[0] for line in lines[1:3]] == ["-", "+"]


def test_a_long_side_is_summed_up(verified: Report) -> None:
    conflict = verified.conflicts[0]
    many = evolve(conflict, sides=(conflict.sides[0] * 5, conflict.sides[1]))
    assert "- and 2 more" in render_differences(verified.with_conflicts((many,)))


def test_controls_never_reach_the_screen(hostile: Report) -> None:
    text = render_differences(hostile)
    assert all(character.isprintable() or character == "\n" for character in text)
    assert not [line for line in text.splitlines() if line.startswith("::")]
