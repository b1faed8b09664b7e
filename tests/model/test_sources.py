"""From offsets in a text to places in the file that it was taken from."""

import pytest

from claimcheck.model import Position, SourceMap, Suppression

# <p>R&amp;D,     line 1
# 800</p>         line 2
FILE = "<p>R&amp;D,\n800</p>"
TEXT = "R&D, 800"
MAP = SourceMap("html", texts=(0, 1, 2, 4, 5), starts=(3, 4, 9, 11, 12), ends=(4, 9, 11, 12, 15), lines=(0, 12))


@pytest.mark.parametrize(
    ("words", "written", "line", "column"),
    [("R", "R", 1, 4), ("&", "&amp;", 1, 5), ("&D", "&amp;D", 1, 5), ("800", "800", 2, 1), (", 8", ",\n8", 1, 11)],
)
def test_a_passage_is_found_in_the_file(words: str, written: str, line: int, column: int) -> None:
    start = TEXT.index(words)
    position = MAP.position(start, start + len(words))
    assert FILE[position.start : position.end] == written
    assert (position.line, position.column, position.page) == (line, column, None)


def test_without_pieces_the_text_is_the_files() -> None:
    assert SourceMap("docx", lines=(0, 7)).position(9, 11) == Position(9, 11, 2, 3)


def test_a_page_counts_its_own_lines_and_offsets() -> None:
    paged = SourceMap("pdf", lines=(0, 5, 10, 16), pages=(0, 10))
    assert paged.position(6, 8) == Position(6, 8, 2, 2, 1)
    assert paged.position(17, 19) == Position(7, 9, 2, 2, 2)


@pytest.mark.parametrize(
    ("names", "start", "silenced"), [((), 5, True), (("value",), 5, True), (("date",), 5, False), ((), 9, False)]
)
def test_a_suppression_means_names_and_a_place(names: tuple[str, ...], start: int, *, silenced: bool) -> None:
    remark = Suppression(2, 10, names, "checked by hand")
    assert remark.silences({"value", "contradiction"}, start, start + 2) is silenced
