"""Figures that were compared, in the order of their days; and tables as data frames."""

import sys
from datetime import date

import pytest
from attrs import evolve

import claimcheck as cc


def test_compared_figures_are_one_timeline_and_others_none(report: cc.Report) -> None:
    fighters, boats = report.timeline()
    assert [point.claim.mention.text for point in fighters.points] == ["800", "2,500"]
    assert (fighters.points[0].day, fighters.points[0].dating) == (date(2031, 2, 19), "published")
    assert (boats.points[0].day, boats.points[0].dating) == (date(2031, 2, 19), "published")
    assert (boats.points[1].day, boats.points[1].dating) == (None, None)
    assert evolve(report, conflicts=(), agreements=()).timeline() == ()


def test_a_measure_chooses_its_timelines(report: cc.Report) -> None:
    assert len(report.timeline("rescued sailors")) == 2
    assert report.timeline("deaths") == ()


def test_what_is_linked_through_others_is_one_timeline() -> None:
    texts = [
        "The Dorn mill fire killed 12 people.",
        "The Dorn mill fire killed 14 people.",
        "The Dorn mill fire killed 12 people.",
    ]
    days = [date(2031, 5, 6), date(2031, 5, 4), date(2031, 5, 5)]
    report = cc.check(
        [cc.Document(id=str(day), text=text, published=day) for text, day in zip(texts, days, strict=True)]
    )
    (line,) = report.timeline("deaths")
    assert [point.day for point in line.points] == sorted(days)
    assert [row["text"] for row in report.to_records("timeline")] == ["14", "12", "12"]


def test_days_for_which_figures_hold_set_them_apart() -> None:
    first = cc.Document(id="a", text="Revenue of Tarn Group was $5 million in 2029.", published=date(2031, 1, 9))
    second = cc.Document(id="b", text="Tarn Group's revenue was $5 million in 2029.")
    (line,) = cc.check([second, first]).timeline()
    assert [(point.day, point.dating) for point in line.points] == [(date(2031, 1, 9), "published"), (None, None)]
    assert line.unit is None


def test_a_table_becomes_a_data_frame(report: cc.Report) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = report.to_pandas("claims")
    assert list(frame["low"]) == ["800", "46", "2500", "46"]


def test_without_pandas_the_error_says_what_to_install(report: cc.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(cc.MissingExtraError, match=r"claimcheck-conflicts\[pandas\]"):
        report.to_pandas()
