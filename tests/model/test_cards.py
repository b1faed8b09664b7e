"""What a notebook shows."""

from html.parser import HTMLParser

import claimcheck as cc
from claimcheck.model.cards import analysis_card, claim_card, document_card, report_card


class Tags(HTMLParser):
    """The tags of a fragment."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(fragment)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not attrs


def test_a_report_shows_its_conflicts_and_what_no_source_supports(verified: cc.Report) -> None:
    card = report_card(verified)
    assert "<td>discrepancy</td><td>800 against 2,500</td><td>post.txt, draft.md</td>" in card
    assert "<td>unsupported</td><td>46</td>" in card
    assert "1 conflict, " in card


def test_a_claim_and_a_document_show_themselves(report: cc.Report) -> None:
    assert "<td>over 800</td>" in claim_card(report.claims[0])
    assert "<p>Sailors (Post, published 2031-02-19, " in document_card(report.documents[0])
    assert "<td>46</td>" in analysis_card(cc.analyze(report.documents[1]))


def test_long_lists_are_cut(report: cc.Report) -> None:
    assert "and 10 more" in report_card(report.with_conflicts(report.conflicts * 30))
    assert len(document_card(cc.Document(text="word " * 10_000))) < 1_000


def test_documents_bring_no_markup(hostile: cc.Report) -> None:
    cards = [report_card(hostile), analysis_card(cc.analyze(hostile.documents[0]))]
    cards += [*map(claim_card, hostile.claims), *map(document_card, hostile.documents)]
    for card in cards:
        assert Tags(card).found <= {"p", "table", "thead", "tbody", "tr", "th", "td"}
        assert card.isprintable()


def test_notebooks_find_them(report: cc.Report) -> None:
    values = (report, report.claims[0], report.documents[0], cc.analyze("Twelve died."))
    assert all(getattr(value, "_repr_html_")().startswith("<") for value in values)  # noqa: B009  # the protocol's name
