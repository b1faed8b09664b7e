"""The strategies that users test with give what they promise."""

import subprocess
import sys

from hypothesis import HealthCheck, given, settings

import claimcheck as cc
from claimcheck import testing

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(testing.documents(id="mine"))
def test_documents_claim_something(document: cc.Document) -> None:
    assert document.id == "mine"
    assert cc.extract(document)


@few
@given(testing.claims())
def test_claims_are_whole(claim: cc.Claim) -> None:
    assert claim.mention.text
    assert claim.sentence.contains(claim.mention.span)


@few
@given(testing.conflicting_documents())
def test_conflicting_documents_conflict(pair: tuple[cc.Document, cc.Document]) -> None:
    assert {conflict.verdict for conflict in cc.check(pair).conflicts} == {"contradiction"}


@few
@given(testing.reports(max_documents=3))
def test_reports_have_their_documents(report: cc.Report) -> None:
    assert 1 <= len(report.documents) <= 3
    assert report.to_dict()["schema"] == 1


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import claimcheck.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "claimcheck-conflicts[testing]" in done.stderr
