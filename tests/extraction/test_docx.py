"""Word documents."""

from collections.abc import Callable

import pytest

from claimcheck import InputError
from claimcheck.extraction.docx import read_docx

Make = Callable[..., bytes]
MOST = 1_000_000
WIDE = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{paragraph(text)}</w:tc>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("12 died.") + "<w:p/>" + paragraph("5 fled."), "12 died.\n\n5 fled."),
        ("<w:p><w:r><w:t>1</w:t></w:r><w:r><w:t>2 died</w:t><w:br/><w:t>there</w:t></w:r></w:p>", "12 died\nthere"),
        (
            f"<w:tbl><w:tr>{cell('Year')}{cell('2030')}</w:tr><w:tr>{cell('Dead')}{cell('12')}</w:tr></w:tbl>"
            + paragraph("x"),
            "| Year | 2030 |\n| Dead | 12 |\n\nx",
        ),
        (f"<w:tbl><w:tr>{cell('all', WIDE)}{cell('1')}</w:tr></w:tbl>", "| all |  | 1 |"),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('a')}<w:tbl><w:tr>{cell('1')}</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "| a 1 |",
        ),
        ("<w:p><w:del><w:r><w:t>13</w:t></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>", "12"),
        (paragraph("one", "<w:pPr><w:numPr/></w:pPr>"), "- one"),
        (
            (
                "<w:p><w:r><w:t>km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
                "<w:r><w:t>2</w:t></w:r></w:p>"
            ),
            "km²2",
        ),
        ("", ""),
    ],
)
def test_paragraphs_and_rows(body: str, text: str, make_docx: Make) -> None:
    assert read_docx(make_docx(body), most=MOST).text == text


def test_a_line_is_a_paragraph_or_row(make_docx: Make) -> None:
    content = read_docx(make_docx(paragraph("one") + "<w:p/>" + paragraph("12 died")), most=MOST)
    start = content.text.index("died")
    assert content.source_map
    position = content.source_map.position(start, start + 4)
    assert (position.line, position.column) == (2, 4)


def test_properties_are_metadata(make_docx: Make) -> None:
    core = "<dc:title>Fire</dc:title><dcterms:created>2031-05-03T09:00:00Z</dcterms:created>"
    core += "<dcterms:modified>2031-05-04T09:00:00Z</dcterms:modified>"
    metadata = read_docx(make_docx(paragraph("x"), core), most=MOST).metadata
    assert (metadata.title, metadata.saved[0]) == ("Fire", "2031-05-04T09:00:00Z")


def test_a_bomb_is_refused_by_what_it_declares(make_docx: Make) -> None:
    data = make_docx(paragraph("1" * 5_000_000))
    assert len(data) < 20_000
    with pytest.raises(InputError, match="--max-size") as caught:
        read_docx(data, most=MOST)
    assert caught.value.code == "too-large"


def test_entities_are_refused(make_docx: Make) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with pytest.raises(InputError, match="document type"):
        read_docx(make_docx(paragraph("&a;"), head=head), most=MOST)


@pytest.mark.parametrize("cut", [10, 60, -30, -200])
def test_a_damaged_file_is_an_error(cut: int, make_docx: Make) -> None:
    data = make_docx(paragraph("12 died."))
    with pytest.raises(InputError, match="save it again"):
        read_docx(data[:cut], most=MOST)


def test_xml_that_ends_early_is_an_error(make_docx: Make) -> None:
    with pytest.raises(InputError, match="save it again"):
        read_docx(make_docx("<w:p>"), most=MOST)
