"""The report as one HTML file."""

from html.parser import HTMLParser

from claimcheck import Report
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
            if name in ("href", "src", "action"):
                self.links.append(value or "")


def test_every_link_leads_to_a_place_in_the_page(report: Report, verified: Report) -> None:
    for item in (report, verified):
        outline = Outline(render_html(item))
        assert len(outline.ids) == len(set(outline.ids))
        assert outline.links
        assert all(link.startswith("#") and link[1:] in outline.ids for link in outline.links)


def test_every_figure_is_marked_and_both_sides_are_quoted(report: Report) -> None:
    page = render_html(report)
    assert Outline(page).tags.count("blockquote") == 2
    assert Outline(page).ids.count("d0-49") == 1
    assert "<mark>2,500</mark>" in page


def test_documents_bring_no_markup(report: Report, hostile: Report) -> None:
    plain, broken = Outline(render_html(report)), Outline(render_html(hostile))
    assert broken.tags == plain.tags
    assert broken.attributes == plain.attributes
    assert all(link.startswith("#") for link in broken.links)


def test_nothing_is_loaded(report: Report) -> None:
    page = render_html(report)
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
