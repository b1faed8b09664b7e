"""What `claimcheck explain` promises is what the pipeline does."""

from collections.abc import Iterator

import pytest
from _pytest.mark.structures import ParameterSet

from claimcheck import Document, check
from claimcheck.config import NAMES
from claimcheck.reporting.guide import Example, load_guide


def examples() -> Iterator[ParameterSet]:
    for rule in load_guide():
        for number, example in enumerate(rule.examples):
            yield pytest.param(rule.name, example, id=f"{rule.name}-{number}-{example.verdict}")


@pytest.mark.parametrize(("rule", "example"), tuple(examples()))
def test_examples_are_true(rule: str, example: Example) -> None:
    texts = (example.first, example.second)
    report = check([Document(id=name, text=text) for name, text in zip("ab", texts, strict=True) if text])
    conflicts = [(conflict.rule, conflict.verdict) for conflict in report.conflicts]
    agreements = [agreement.rule for agreement in report.agreements if agreement.rule == rule]
    assert conflicts == ([] if example.verdict in ("silent", "agree") else [(rule, example.verdict)])
    assert agreements == ([rule] if example.verdict == "agree" else [])


def test_every_rule_has_an_example_that_reports_and_one_that_does_not() -> None:
    for rule in load_guide():
        verdicts = {example.verdict for example in rule.examples}
        assert verdicts <= {*NAMES, "agree", "silent"}
        assert verdicts & set(NAMES)
        assert "silent" in verdicts
