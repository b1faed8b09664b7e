"""Type-checked and never run: what the public names promise to a user's type checker."""

from datetime import date
from typing import Any, assert_type

import claimcheck as cc
from claimcheck.model.records import Record
from claimcheck.model.timelines import Timeline

document = cc.Document(id="a", text="Twelve died.", published=date(2031, 2, 17))
analysis = cc.analyze(document)
assert_type(analysis, cc.Analysis)
assert_type(analysis.mentions, tuple[cc.Mention, ...])
assert_type(cc.extract("Twelve died."), tuple[cc.Claim, ...])
report = cc.check([document, "Nobody died."])
assert_type(report, cc.Report)
assert_type(cc.verify("draft", [document]), cc.Report)
assert_type(report.to_dict(), dict[str, Any])
assert_type(report.to_records("claims"), list[Record])
assert_type(report.timeline("deaths"), tuple[Timeline, ...])
assert_type(report.timeline()[0].points[0].day, date | None)
assert_type(cc.assert_consistent("draft", [document], verdicts={"contradiction", "update"}), cc.Report)
assert_type(cc.Pipeline(settings=cc.Settings(dollar="USD")).check([document]), cc.Report)
for conflict in report.conflicts:
    first, second = conflict.sides
    assert_type(first, tuple[cc.Claim, ...])
