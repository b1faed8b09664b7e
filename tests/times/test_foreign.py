"""Months in other languages."""

import os
import subprocess
import sys

from claimcheck.times.foreign import foreign_month


def test_foreign_months() -> None:
    assert [foreign_month(word) for word in ("février", "marzo", "kwietnia", "kilns", "x")] == [2, 3, 4, None, None]


def test_dateparser_is_imported_only_when_it_is_needed() -> None:
    code = "import sys, claimcheck.times.foreign, claimcheck.times; print('dateparser' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
    assert shown == "False\n"
