"""The report for a person at a terminal."""

from datetime import date

import pytest

from claimcheck import Document, Report, analyze
from claimcheck.model import Span, Suppressed, Suppression
from claimcheck.reporting import WRITERS
from claimcheck.reporting.claims import render_claims
from claimcheck.reporting.display import neutral, shortened, width, wrapped
from claimcheck.reporting.excerpts import excerpt
from claimcheck.reporting.html import render_html
from claimcheck.reporting.places import Places
from claimcheck.reporting.provenance import dated_text
from claimcheck.reporting.terminal import render_text

EXPECTED = """\
warning[value] discrepancy: Ana Delgrave: over 800 against 2,500 rescued sailors
  --> post.txt:2:13
   | Ana Delgrave, on the radio (said late Tuesday (2031-02-18); as of 2031-02-18; published 2031-02-19)
   |    Ana Delgrave said late Tuesday: "We shelter over 800 rescued sailors." The storms sank 46 boats.
   |                                                ^^^^^^^^
  --> courier.txt:1:10
   | Ana Delgrave (as of 2031-02-18; publication date unknown)
   |    "We have 2,500 rescued sailors," Ana Delgrave told reporters. The storms sank 46 boats.
   |             ^^^^^
   = why: the speaker is Ana Delgrave; 3.1 times as much

Read 2 documents: 5 figures and dates, 4 claims; compared 2 pairs, 1 not comparable.
Found 1 discrepancy, 1 agreement (-v shows them).
"""


def test_it_looks_like_this(report: Report) -> None:
    assert render_text(report, width=110) == EXPECTED


def test_verbose_adds_what_agrees_and_what_was_not_understood(report: Report) -> None:
    text = render_text(report, verbose=True)
    assert "agrees[value] 46" in text
    assert "not understood: post.txt:1:1: no unit" in text
    assert "-v shows" not in text


def test_what_is_silenced_is_counted_and_told_with_its_reason(report: Report) -> None:
    from attrs import evolve

    remark = Suppression(0, 3, ("value",), "the mayor \x1bcorrected it")
    silenced = evolve(report, conflicts=(), suppressed=(Suppressed("post.txt", remark, report.conflicts[0]),))
    assert "Found no conflict, 1 silenced, 1 agreement (-v shows them)." in render_text(silenced)
    told = "silenced: post.txt:1:1: Ana Delgrave: over 800 against 2,500 rescued sailors (the mayor \\x1bcorrected it)"
    assert told in render_text(silenced, width=120, verbose=True)
    assert "(the mayor \\x1bcorrected it)</li>" in render_html(silenced)


def test_a_draft_has_its_unsupported_claims(verified: Report) -> None:
    text = render_text(verified)
    assert "note[unsupported] no source says '46' (boats.)" in text
    assert "1 unsupported" in text


@pytest.mark.parametrize("columns", [30, 44, 60, 200])
def test_no_line_is_wider_than_the_screen(report: Report, columns: int) -> None:
    assert max(map(width, render_text(report, width=columns, verbose=True).splitlines())) <= columns


def test_colour_adds_escapes_and_nothing_else(report: Report) -> None:
    import re

    painted = render_text(report, colour=True)
    assert "\x1b[1;33m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render_text(report)


@pytest.mark.parametrize("verbose", [False, True])
def test_controls_of_documents_never_reach_the_screen(hostile: Report, *, verbose: bool) -> None:
    for text in (render_text(hostile, verbose=verbose), render_claims(hostile)):
        assert all(character.isprintable() or character == "\n" for character in text)


def test_long_sides_are_summed_up(report: Report) -> None:
    from attrs import evolve

    conflict = report.conflicts[0]
    (claim,) = conflict.sides[0]
    sides = tuple(evolve(claim, sentence=Span(number, claim.sentence.end)) for number in range(5)), conflict.sides[1]
    text = render_text(report.with_conflicts((evolve(conflict, sides=sides),)))
    assert text.count("--> post.txt:2:13") == 3
    assert "and 2 more: post.txt:2:13, post.txt:2:13" in text


def test_copies_of_one_passage_are_shown_once(report: Report) -> None:
    from attrs import evolve

    conflict = report.conflicts[0]
    many = evolve(conflict, sides=(conflict.sides[0] * 3, conflict.sides[1]))
    text = render_text(report.with_conflicts((many,)))
    assert text.count("--> post.txt:2:13") == 1
    assert "= the same words: post.txt:2:13, post.txt:2:13" in text


def test_claims_are_a_line_each(report: Report) -> None:
    lines = render_claims(report).splitlines()
    assert len(lines) == len(report.claims)
    assert lines[0].startswith("post.txt:2:13")
    assert "over 800" in lines[0]
    assert "Ana Delgrave" in lines[0]


def test_every_writer_ends_its_last_line(report: Report) -> None:
    for name, write in WRITERS.items():
        assert write(report).endswith("\n"), name


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("\u202e\u2066", "\\u202e\\u2066"),
        ("a\r\n\tb\u00a0c", "a   b c"),
        ("8\u200b0", "8\\u200b0"),
    ],
)
def test_controls_become_visible(raw: str, shown: str) -> None:
    assert neutral(raw) == shown


def test_lone_surrogates_become_visible() -> None:
    assert neutral("\ud800") == "\\ud800"


def test_wide_and_combining_characters_are_measured() -> None:
    assert width("港 8e\u0301") == 5
    assert width(shortened("港港港港", 5)) == 5
    assert wrapped("aaa bbb ccc", 7) == ["aaa bbb", "ccc"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("👍🏽", 2), ("❤️", 2), ("🇳🇴🇸🇪", 4), ("ก็", 1), ("\u1112\u1161\u11ab", 2), ("e\u0301e\u0301", 2)],
)
def test_emoji_flags_and_syllables_are_measured(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(shortened("x" + text, columns)) <= columns
    whole, figure = Span(0, len(text) + 4), Span(len(text) + 1, len(text) + 4)
    (line,) = excerpt(f"{text} 800", whole, [figure], columns=40)
    assert line.underline == " " * (columns + 1) + "^^^"


def test_carets_stand_under_the_figure_beside_wide_characters() -> None:
    (line,) = excerpt("港で 800 人", Span(0, 8), [Span(3, 6)], columns=40)
    assert line.underline == " " * 5 + "^^^"


def test_a_long_sentence_is_cut_around_the_figure() -> None:
    text = "word " * 2000 + "800 " + "word " * 2000
    lines = excerpt(text, Span(0, len(text)), [Span(10_000, 10_003)], columns=40)
    assert len(lines) == 3
    assert lines[0].runs[0][0] == "…"
    assert lines[-1].runs[-1][0] == "…"
    assert any(line.underline == line.underline.rstrip() and "^^^" in line.underline for line in lines)


def test_lines_end_at_feeds_returns_and_both() -> None:
    places = Places("a\r\nb\rc\nd")
    assert [places.of(offset) for offset in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


def test_a_relative_day_is_told_and_now_is_not() -> None:
    document = Document(text="Storms killed 12 on Saturday. Now 12 are dead.", published=date(2031, 5, 5))
    times = [mention for mention in analyze(document).mentions if mention.timex]
    assert [dated_text(mention) for mention in times] == ["Saturday (2031-05-03)", "Now"]
