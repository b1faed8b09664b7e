"""The JSON report and the tables."""

import json
from collections.abc import Callable
from typing import Any, get_args

import pytest

from claimcheck import Report, Settings
from claimcheck.model.records import TABLES, TableName

Validate = Callable[[dict[str, Any]], None]


def test_reports_fit_the_shipped_schema(
    report: Report, verified: Report, hostile: Report, require_valid: Validate
) -> None:
    for item in (report, verified, hostile):
        require_valid(json.loads(json.dumps(item.to_dict())))


def test_the_schema_refuses_a_wrong_report(report: Report, require_valid: Validate) -> None:
    wrong = report.to_dict()
    wrong["claims"][0]["modality"] = "perhaps"
    with pytest.raises(Exception, match="perhaps"):
        require_valid(wrong)


def test_the_draft_has_its_role(verified: Report) -> None:
    assert [item["role"] for item in verified.to_dict()["documents"]] == ["source", "draft"]


def test_every_table_has_the_same_keys_in_every_row_and_only_plain_cells(report: Report) -> None:
    for table in get_args(TableName):
        rows = report.to_records(table)
        assert rows, table
        assert len({tuple(row) for row in rows}) == 1, table
        assert all(isinstance(cell, str | int | float | bool | None) for row in rows for cell in row.values())


def test_tables_are_those_that_the_type_names() -> None:
    assert set(TABLES) == set(get_args(TableName))


def test_an_unknown_table_is_an_error_that_names_the_others(report: Report) -> None:
    with pytest.raises(ValueError, match="there are documents, mentions"):
        report.to_records("sentences")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_claims_carry_their_figure(report: Report) -> None:
    row = report.to_records("claims")[0]
    assert (row["text"], row["modifier"], row["low"], row["high"], row["low_open"]) == (
        "800",
        "over",
        "800",
        None,
        True,
    )
    assert (row["speaker"], row["published"], row["time_start"]) == ("Ana Delgrave", "2031-02-19", "2031-02-18")


def test_fewer_conflicts_keep_their_ids(report: Report) -> None:
    assert report.at_least("error").conflicts == ()
    assert [item.id for item in report.at_least("warning").conflicts] == ["k1"]


def test_a_report_knows_its_documents(report: Report) -> None:
    assert report.document("post.txt").title == "Sailors"
    with pytest.raises(KeyError):
        report.document("nowhere")


def test_settings_compare_by_value() -> None:
    assert Settings() == Settings()
