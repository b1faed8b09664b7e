"""The article of a page, with the offsets of the page."""

import sys

import pytest
from attrs import evolve

from claimcheck import MissingExtraError
from claimcheck.extraction import read_html
from claimcheck.extraction.articles import keep_article

BODY = "".join(
    f"<p>Paragraph {number} says at some length that the fire at the Dorn mill killed {number} people, as Mayor Edda Rook told"
    " reporters on Monday, and that the ferry &amp; the bridge stayed open.</p>"
    for number in range(31, 39)
)
PAGE = (
    "<html><head><title>Fire</title></head><body><div class='menu'><a href=/>Home 1</a> <a href=/s>Sport 2</a></div>"
    f"<article><h1>Fire at the Dorn mill</h1><!-- claimcheck: ignore by hand -->{BODY}</article>"
    "<div class='sidebar related'><a href=/x>Biden inks 89 billion deal</a></div></body></html>"
)


def test_only_the_article_is_kept_and_found_again() -> None:
    content = keep_article(read_html(PAGE), PAGE)
    assert "31 people" in content.text
    assert "89 billion" in read_html(PAGE).text
    assert "89 billion" not in content.text
    assert content.source_map
    for figure in range(31, 39):
        start = content.text.index(f"killed {figure}")
        position = content.source_map.position(start, start + 9)
        assert PAGE[position.start : position.end] == f"killed {figure}"
    (remark,) = content.suppressions
    assert content.text[remark.start : remark.end].startswith("Paragraph 31")


def test_a_page_without_an_article_is_read_whole() -> None:
    content = read_html("<b>12</b>")
    kept = keep_article(content, "<b>12</b>")
    assert kept == evolve(content, warnings=kept.warnings) or kept.text == "12"


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"install claimcheck-conflicts\[html\]"):
        keep_article(read_html(PAGE), PAGE)
