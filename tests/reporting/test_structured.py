"""JSON and JSON Lines."""

import json

from claimcheck import Report
from claimcheck.reporting.structured import render_json, render_jsonl


def test_json_is_the_report(report: Report) -> None:
    assert json.loads(render_json(report)) == report.to_dict()


def test_json_is_ascii_whatever_the_documents_hold(hostile: Report) -> None:
    for text in (render_json(hostile), render_jsonl(hostile)):
        assert text.isascii()
        assert "\x1b" not in text


def test_each_line_says_what_it_is(verified: Report) -> None:
    lines = [json.loads(line) for line in render_jsonl(verified).splitlines()]
    assert lines[0] == {"type": "report", "schema": 1}
    assert [line["claim"] for line in lines if line["type"] == "unsupported"] == ["draft.md#c2"]
    assert {line["form"] for line in lines if line["type"] == "mention"} == {"quantity", "timex"}
    assert lines[-1]["type"] == "coverage"
