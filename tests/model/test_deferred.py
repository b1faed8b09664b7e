"""A deferred sequence is made when it is read, once, and is then like any other."""

import pickle
from collections.abc import Iterator

import claimcheck as cc
from claimcheck.model.deferred import Deferred


def test_it_is_made_once_and_not_before_it_is_read() -> None:
    asked: list[str] = []

    def letters(word: str) -> Iterator[str]:
        asked.append(word)
        yield from word

    deferred = Deferred(letters, "abc")
    assert not asked
    assert len(deferred) == 3
    assert [*deferred] == ["a", "b", "c"]
    assert deferred[:2] == ("a", "b")
    assert asked == ["abc"]


def test_the_agreements_of_a_report_are_like_a_tuple() -> None:
    texts = [f"The flood killed {number} people in Harwick, police said." for number in ("12", "12", "twelve")]
    report = cc.check(texts)
    again = pickle.loads(pickle.dumps(cc.check(texts)))
    assert report.agreements
    assert report.agreements == tuple(report.agreements)
    assert again == report
    assert hash(report.agreements) == hash(again.agreements)
