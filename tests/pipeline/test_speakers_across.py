"""Speakers across documents: names join figures, bare roles and plural sources never do."""

import pytest

import claimcheck as cc


def said_by(first: str, second: str) -> list[str]:
    """Return the codes of all steps when two sources give different figures in two documents."""
    texts = [f"{who} said the Marn ferry fire killed {count} people." for who, count in ((first, 12), (second, 19))]
    report = cc.check([cc.Document(id=str(number), text=text) for number, text in enumerate(texts)])
    return [step.code for conflict in report.conflicts for step in conflict.steps]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Odo Lund", "Mayor Odo Lund"), ("The WHO", "The World Health Organization"), ("Washington", "The United States")],
)
def test_a_name_is_one_speaker(first: str, second: str) -> None:
    assert "same-speaker" in said_by(first, second)


@pytest.mark.parametrize(
    "who",
    ["The envoy", "Officials", "Analysts", "A senior official", "Residents", "The spokesman", "Two officers"],
)
def test_a_bare_role_is_nobody(who: str) -> None:
    assert "same-speaker" not in said_by(who, who)
