"""Paragraphs and their kinds, in copy whose line breaks mean many things."""

import pytest

from claimcheck.text.layout import paragraphs


def pieces(text: str) -> list[tuple[str, str]]:
    """Return each paragraph's kind and its words."""
    found = paragraphs(text)
    bounds = [*(offset for offset, _ in found), len(text)]
    return [
        (kind, " ".join(text[bounds[number] : bounds[number + 1]].split())) for number, (_, kind) in enumerate(found)
    ]


WRAPPED = """The harbour board met on Tuesday to hear how the new
ferry had done in its first year. It carried 12,000
people, its master said, and lost two days to storms.
"""

LOOSE = """The harbour board met

on Tuesday to hear how the

new ferry had done. It

carried 12,000 people."""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("One line.\n\nAnother line.", "pp"),
        ("Ferry sinks\n\nTwelve people were saved.", "hp"),
        ("Two things.\n- a boat\n- 12 oars", "pll"),
        ("Two things.\n1. a boat\n2) an oar", "pll"),
        ("| year | boats |\n| 2031 | 12 |", "tt"),
        ("## Results\nThey won.", "hp"),
        (WRAPPED, "p"),
        (LOOSE, "p"),
        ("", ""),
        (" \n \n", ""),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert "".join(kind for kind, _ in pieces(text)) == kinds


def test_a_short_last_line_ends_a_wrapped_paragraph() -> None:
    first, second = pieces(WRAPPED + "No one was hurt.\n" + WRAPPED)
    assert first[1].endswith("No one was hurt.")
    assert second[1] == " ".join(WRAPPED.split())


def test_offsets_stand_on_the_first_character() -> None:
    text = "  One line.\n\n\t Another line."
    assert [text[offset] for offset, _ in paragraphs(text)] == ["O", "A"]
