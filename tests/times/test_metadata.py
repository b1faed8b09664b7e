"""Metadata dates in any form and language."""

import os
import subprocess
import sys
from datetime import date

import pytest

from claimcheck.times.metadata import foreign_month, read_metadata_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-02-16", date(2019, 2, 16)),
        ("2019-02-16T09:30:00+01:00", date(2019, 2, 16)),
        ("Sat, 16 Feb 2019 09:30:00 GMT", date(2019, 2, 16)),
        ("16. Februar 2019", date(2019, 2, 16)),
        ("16 février 2019", date(2019, 2, 16)),
        ("16 de febrero de 2019", date(2019, 2, 16)),
        ("February 16, 2019", date(2019, 2, 16)),
        ("02/16/2019", date(2019, 2, 16)),
        ("", None),
        ("today", None),
        ("three days ago", None),
        ("no date at all", None),
        ("2019-02-30", None),
        ("9" * 100, None),
    ],
)
def test_read_metadata_date(text: str, expected: date | None) -> None:
    assert read_metadata_date(text) == expected


def test_the_order_is_the_caller_s() -> None:
    assert read_metadata_date("03/04/2017", "dmy") == date(2017, 4, 3)
    assert read_metadata_date("03/04/2017", "mdy") == date(2017, 3, 4)


def test_foreign_months() -> None:
    assert [foreign_month(word) for word in ("février", "marzo", "kwietnia", "kilns", "x")] == [2, 3, 4, None, None]


def test_dateparser_is_imported_only_when_it_is_needed() -> None:
    code = "import sys, claimcheck.times.metadata, claimcheck.times; print('dateparser' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
        == "False\n"
    )
