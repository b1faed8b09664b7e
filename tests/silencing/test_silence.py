"""What remarks in the documents silence."""

import pytest
from attrs import evolve

import claimcheck as cc
from claimcheck.model import Suppression

FIRST = cc.Document(id="a", text="The fire at the Dorn mill on 3 May 2031 killed 12 people.")
SECOND = cc.Document(id="b", text="The fire at the Dorn mill on 3 May 2031 killed 17 people.")


def remarked(document: cc.Document, *names: str) -> cc.Document:
    return evolve(document, suppressions=(Suppression(0, len(document.text), names, "the mayor corrected it"),))


@pytest.mark.parametrize(("names", "left"), [((), 0), (("value",), 0), (("contradiction",), 0), (("date",), 1)])
def test_a_conflict_is_silenced_by_its_rule_or_verdict(names: tuple[str, ...], left: int) -> None:
    report = cc.check([FIRST, remarked(SECOND, *names)])
    assert len(report.conflicts) == left
    assert len(report.suppressed) == 1 - left
    unused = [item for item in report.diagnostics if item.code == "unused-suppression"]
    assert len(unused) == left


def test_what_was_silenced_stands_in_the_json() -> None:
    (item,) = cc.check([FIRST, remarked(SECOND, "value")]).to_dict()["suppressed"]
    assert (item["document"], item["reason"], item["claim"]) == ("b", "the mayor corrected it", None)
    assert item["conflict"]["rule"] == "value"


def test_an_unsupported_claim_is_silenced_by_that_name() -> None:
    draft = cc.Document(id="d", text="The ferry Halden carried 412 passengers.")
    assert len(cc.verify(draft, [FIRST]).unsupported) == 1
    report = cc.verify(remarked(draft, "unsupported"), [FIRST])
    assert report.unsupported == ()
    assert report.to_dict()["suppressed"][0]["claim"] == "d#c1"
