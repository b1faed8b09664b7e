"""Times that nobody can place and that still are not others."""

from datetime import date
from decimal import Decimal

import pytest

from claimcheck.linking.times import at_other_times
from claimcheck.model import Claim, ClaimTime, Interval, Mention, Period, Quantity, Scope, Span


def _claim(time: str) -> Claim:
    """Make a claim of a time: two days with a stroke between, or what TIMEX3 calls one that nobody can place."""
    start, placed, end = time.partition("/")
    period = Period(date.fromisoformat(start), date.fromisoformat(end)) if placed else None
    return Claim(
        id="a#c1",
        document="a",
        mention=Mention("a#m1", "a", 0, 1, "5", Quantity("number", Interval.point(Decimal(5)))),
        subject=None,
        measure=None,
        time=ClaimTime(None, period) if period else None,
        attribution=None,
        speaker=None,
        polarity="positive",
        modality="asserted",
        sentence=Span(0, 1),
        scope=Scope(when=None if period or not time else time),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FY2029", "FY2030"),
        ("XXXX-Q1", "XXXX-Q2"),
        ("XXXX-WXX-1", "XXXX-WXX-3"),
        ("last year", "this year"),
        ("FY2029", "2030-07-01/2031-07-01"),
        ("XXXX-03", "2031-05-01/2031-06-01"),
        ("XXXX-03-14", "2031-05-01/2031-05-02"),
        ("XXXX-Q1", "2031-04-01/2031-07-01"),
        ("2031-03-04 or 2031-04-03", "2031-05-05/2031-05-06"),
        ("2031-03-04 or 2031-04-03", "2031-05-06 or 2031-06-05"),
        ("2031-02-30", "2031-05-05/2031-05-06"),
    ],
)
def test_times_that_differ(one: str, other: str) -> None:
    assert at_other_times(_claim(one), _claim(other))
    assert at_other_times(_claim(other), _claim(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FY2029", "FY2029"),
        ("FY2029", "FY2029-Q3"),
        ("XXXX-05", "XXXX-05-20"),
        ("XXXX-03", ""),
        ("", ""),
        ("2030-01-01/2031-01-01", "2031-01-01/2032-01-01"),
        ("FY2030", "2029-07-01/2030-07-01"),
        ("FY2030", "2030-01-01/2031-01-01"),
        ("XXXX-05", "2031-05-01/2031-06-01"),
        ("XXXX-05", "2031-01-01/2032-01-01"),
        ("XXXX-Q2", "2031-04-01/2031-07-01"),
        ("last year", "2030-01-01/2031-01-01"),
        ("2031-03-04 or 2031-04-03", "2031-03-04/2031-03-05"),
        ("2031-03-04 or 2031-04-03", "2031-04-03/2031-04-04"),
        ("2031-03-04 or 2031-04-03", "2031-01-01/2032-01-01"),
        ("2031-03-04 or 2031-04-03", "2031-04-03 or 2031-03-04"),
    ],
)
def test_times_that_may_be_one(one: str, other: str) -> None:
    assert not at_other_times(_claim(one), _claim(other))
    assert not at_other_times(_claim(other), _claim(one))
