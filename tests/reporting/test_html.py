"""The report as one HTML file."""

import re
import sys
from datetime import date
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

import pytest
from attrs import evolve

from claimcheck import Document, Interval, MissingExtraError, Report, check
from claimcheck.reporting import html
from claimcheck.reporting.charts import Dot, supporters_chart, timeline_chart
from claimcheck.reporting.html import render_html


class Outline(HTMLParser):
    """The tags, ids, links and attribute names of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")


@pytest.fixture
def charted() -> Report:
    """Three documents on three days, two of which agree."""
    texts = (
        "The Dorn mill fire killed 12 people.",
        "The Dorn mill fire killed 14 people.",
        "The Dorn mill fire killed 12 people.",
    )
    return check(
        [
            Document(id=f"{name}.txt", text=text, published=date(2031, 5, day))
            for name, text, day in zip("abc", texts, (4, 5, 7), strict=True)
        ]
    )


def test_every_link_leads_to_a_place_in_the_page(report: Report, verified: Report, charted: Report) -> None:
    for item in (report, verified, charted):
        outline = Outline(render_html(item))
        assert len(outline.ids) == len(set(outline.ids))
        assert outline.links
        assert all(link.startswith("#") and link[1:] in outline.ids for link in outline.links)


def test_every_figure_is_marked_and_both_sides_are_quoted(report: Report) -> None:
    page = render_html(report)
    assert page.count("<blockquote>") == 4  # a conflict and an agreement
    assert Outline(page).ids.count("d0-49") == 1
    assert "<mark>2,500</mark>" in page


def test_a_draft_stands_first_and_is_named(verified: Report) -> None:
    page = render_html(verified)
    assert page.index('data-number="1"') < page.index('data-number="0"')
    assert '<span class="tag">draft</span> draft.md' in page
    assert "Without a source" in page


def test_copies_of_one_passage_are_shown_once(charted: Report) -> None:
    page = render_html(charted)
    assert (
        page.count('the same words: the document itself (published <span class="day">2031-05-07</span>), <a href') == 2
    )  # conflict, agreement


def test_charts_stand_beside_a_table_of_the_same_figures(charted: Report) -> None:
    page = render_html(charted)
    assert page.count("<svg") == 2
    assert page.count("<circle") == 3
    assert "<title>12: 2 voices, a.txt, c.txt</title>" in page
    assert "<td>2031-05-05 <small>(published)</small></td><td><mark>14</mark></td>" in page
    assert '<a href="#d1-26" aria-label="14, the document itself, b.txt, 2031-05-05">' in page


def test_charts_bring_no_style_no_script_and_no_day_of_making(charted: Report) -> None:
    drawings = "".join(re.findall(r"<svg.*?</svg>", render_html(charted), re.DOTALL))
    assert set(Outline(drawings).attributes) <= {
        "viewbox", "role", "focusable", "class", "transform", "d", "x", "y", "width", "height", "cx", "cy", "r", "href", "aria-label",
    }  # fmt: skip
    assert not {"style", "script", "image", "use", "foreignobject"}.intersection(Outline(drawings).tags)


@pytest.mark.parametrize("days", [(date.min, date.max), (date(2031, 1, 1), date(2031, 1, 2))])
@pytest.mark.parametrize("value", ["0", "-3", "1e300", "1e5000", "1e-30"])
def test_any_figure_can_be_drawn(value: str, days: tuple[date, date]) -> None:
    dots = [Dot(day, Interval.point(Decimal(value)), "5", "it", "a", "a", None) for day in days]
    dots.append(Dot(None, Interval(None, None), "many\x1b", "it", "b", "b", "d0-1"))
    assert (timeline_chart(dots) is None) == (abs(Decimal(value)) > 10**15)
    assert not [finder for finder in sys.meta_path if type(finder).__module__ == "pygal"]
    assert supporters_chart([*dots, Dot(None, dots[0].amount, "5", "it", "c", "c", None)]) is not None


def test_papers_of_one_group_are_one_voice() -> None:
    group = [Dot(None, Interval.point(Decimal(5)), "5", "it", name, "Tarn Media", None) for name in "ab"]
    other = Dot(None, Interval.point(Decimal(6)), "6", "it", "c", "c", None)
    assert supporters_chart([*group, other]) is None  # no value has two voices
    assert supporters_chart([*group, other, Dot(None, other.amount, "6", "it", "d", "d", None)]) is not None


def test_without_pygal_the_table_is_open(charted: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygal", None)
    page = render_html(charted)
    assert "<svg" not in page
    assert "<details open><summary>Table of 3 figures</summary>" in page


def test_without_jinja2_the_error_says_what_to_install(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    html._template.cache_clear()  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(
        MissingExtraError, match=r"the html format needs jinja2; install claimcheck-conflicts\[report\]"
    ):
        render_html(report)


def test_documents_bring_no_markup(report: Report, hostile: Report) -> None:
    plain, broken = Outline(render_html(report)), Outline(render_html(hostile))
    assert set(broken.tags) <= set(plain.tags)
    assert broken.attributes <= plain.attributes
    assert broken.tags.count("script") == broken.tags.count("style") == 1
    assert all(link.startswith("#") for link in broken.links)


def test_nothing_is_loaded_and_only_the_pages_own_script_runs(report: Report) -> None:
    page = unescape(render_html(report))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "unsafe-inline" not in page
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.slow
@pytest.mark.parametrize("length", [200, 1_500], ids=["5 KB each", "38 KB each"])
def test_a_report_on_many_documents_stays_small(length: int) -> None:
    text = (
        "The Dorn mill fire on 3 May 2031 killed {} people, Mayor Edda Rook said. "
        + "Smoke rose over the town. " * length
    )
    documents = [Document(id=f"{number}.txt", text=text.format(12 + number % 3)) for number in range(200)]
    page = render_html(check(documents))
    assert len(page.encode()) < 5_000_000
    outline = Outline(page)
    assert all(link[1:] in outline.ids for link in outline.links)


def test_long_documents_are_shown_around_what_conflicts(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    filled = [evolve(document, text=document.text + " x" * 5_000 + " 46 last words") for document in report.documents]
    long = evolve(report, documents=tuple(filled))
    assert "last words" in render_html(long)
    monkeypatch.setattr("claimcheck.reporting.sheets.MOST_TEXT", 1_000)
    page = render_html(long)
    assert "last words" not in page
    assert page.count("[…]") == 2
    assert Outline(page).ids.count("d0-49") == 1
