"""Publication dates as they are written in metadata."""

from datetime import date, datetime

import pytest

from claimcheck.reading.dates import date_readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("2031-02-17", [date(2031, 2, 17)]),
        ("2031-02-17T08:30:00", [datetime(2031, 2, 17, 8, 30)]),
        ("17 Feb 2031", [date(2031, 2, 17)]),
        ("February 17, 2031", [date(2031, 2, 17)]),
        ("17 février 2031", [date(2031, 2, 17)]),
        ("17/02/2031", [date(2031, 2, 17)]),
        ("03/02/2031", [date(2031, 2, 3), date(2031, 3, 2)]),
        ("02/02/2031", [date(2031, 2, 2)]),
        ("yesterday", []),
        ("March 2031", []),
        ("no date 5", []),
        ("3 days ago", []),
        ("1700000000", []),
        ("", []),
        ("9" * 5000, []),
    ],
)
def test_readings(text: str, readings: list[date]) -> None:
    assert list(date_readings(text)) == readings
