"""The hooks for pre-commit: a valid manifest, whose commands exist and do what they say."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.cli import main

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}


def test_the_manifest_is_valid() -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)], check=True)


@pytest.mark.parametrize(
    ("name", "arguments", "status"),
    [
        ("claimcheck", ["a.md", "b.md"], 1),
        ("claimcheck", ["a.md"], 0),
        ("claimcheck-verify", ["a.md", "--source", "b.md"], 1),
    ],
)
def test_a_hook_runs(
    name: str, arguments: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("The fire at the Dorn mill on 3 May 2031 killed 12 people.", "utf-8")
    Path("b.md").write_text("The fire at the Dorn mill on 3 May 2031 killed 17 people.", "utf-8")
    program, *command = shlex.split(HOOKS[name]["entry"])
    assert program == "claimcheck"
    assert main([*command, *arguments]) == status


def test_texts_of_a_commit_are_compared_with_each_other() -> None:
    assert HOOKS["claimcheck"]["require_serial"]
