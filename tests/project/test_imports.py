"""What the package costs to import, held by what is imported and not by a clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parents[2] / "src")
HEAVY = (
    "dateparser", "quantulum3", "inflect", "rich", "jsonschema", "jinja2", "pandas", "pygal", "spacy", "wcwidth",
    "hypothesis", "concurrent.futures.process", "cattrs", "sqlite3", "pyarrow",
)  # fmt: skip


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": SOURCE},
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip() for line in lines}


@pytest.mark.parametrize("arguments", [("-c", "import claimcheck"), ("-m", "claimcheck", "--help")])
def test_nothing_heavy_is_imported(arguments: tuple[str, ...]) -> None:
    names = loaded(*arguments)
    assert "claimcheck.model" in names
    assert not names.intersection(HEAVY)
    assert not names.intersection({"claimcheck.pipeline", "regex", "tomllib"})
    assert not [name for name in names if name.startswith("claimcheck.reporting.") and "display" not in name]


def test_the_flow_imports_no_parser_of_dates_or_units() -> None:
    assert not loaded("-c", "import claimcheck.pipeline").intersection(HEAVY)


def test_the_library_alone_needs_no_command_line() -> None:
    assert not loaded("-c", "import claimcheck").intersection({"argparse", "claimcheck.cli"})
