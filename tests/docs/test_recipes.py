"""The recipes that other programs run: their steps work in a repository, as far as that needs no network."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGE = (ROOT / "docs/howto/integrate.md").read_text("utf-8")
RECIPES: list[dict[str, Any]] = [yaml.safe_load(block) for block in YAML.findall(PAGE)]
WORKFLOW = next(recipe for recipe in RECIPES if "jobs" in recipe)
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["claims"]["steps"]
REPORT = "The fire at the Dorn mill on 3 May 2031 killed 12 people."
pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="steps run in bash, as on GitHub")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the two files that the recipes name, and `claimcheck` as a command beside it."""
    folder, programs = tmp_path / "work", tmp_path / "bin"
    for place in (folder, programs):
        place.mkdir()
    (folder / "annual-report.txt").write_text(REPORT + "\n", "utf-8")
    (folder / "release.md").write_text(f"# Release\n\n{REPORT.replace('12', '17')}\n", "utf-8")
    program = programs / "claimcheck"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimcheck "$@"\n', "utf-8")
    program.chmod(0o755)
    if shutil.which("git"):
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def run(step: dict[str, Any], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the shell lines of a step as a runner does."""
    environment = {"PATH": f"{folder.parent / 'bin'}:/usr/bin:/bin", "PYTHONPATH": str(ROOT / "src"), "CI": "true"}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_the_steps_of_the_workflow_make_a_report_that_code_scanning_takes(repository: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    install, check = (step for step in STEPS if "run" in step)
    assert install["run"] == "pip install git+https://github.com/OWNER/claimcheck"
    done = run(check, repository)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    (upload,) = [step for step in STEPS if "upload-sarif" in step.get("uses", "")]
    written = json.loads((repository / upload["with"]["sarif_file"]).read_text("utf-8"))
    schema = json.loads((ROOT / "tests/reporting/sarif-schema-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(written)
    (scan,) = written["runs"]
    (result,) = scan["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "release.md"
    assert place["physicalLocation"]["region"]["startLine"] == 3
    assert (result["level"], result["ruleId"]) == ("error", "value")
    assert result["partialFingerprints"]


def test_the_upload_runs_in_any_case_and_is_permitted() -> None:
    job = WORKFLOW["jobs"]["claims"]
    assert STEPS[-1]["if"] == "always()"
    assert job["permissions"]["security-events"] == "write"
    assert [step["uses"].split("@")[0] for step in STEPS if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
        "github/codeql-action/upload-sarif",
    ]


@pytest.mark.slow
def test_a_mended_release_passes_and_uploads_an_empty_report(repository: Path) -> None:
    (repository / "release.md").write_text(REPORT, "utf-8")
    step = next(step for step in STEPS if step.get("run", "").startswith("claimcheck"))
    assert run(step, repository).returncode == 0
    assert json.loads((repository / "claims.sarif").read_text("utf-8"))["runs"][0]["results"] == []


@pytest.mark.slow
def test_the_format_for_the_log_names_the_line(repository: Path) -> None:
    done = run({"run": "claimcheck verify release.md --source annual-report.txt --format github"}, repository)
    assert done.returncode == 1
    assert re.match(r"::error file=release\.md,line=3,", done.stdout)


def test_the_hooks_of_the_recipe_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (recipe,) = [recipe for recipe in RECIPES if "repos" in recipe]
    assert {hook["id"] for hook in recipe["repos"][0]["hooks"]} == {hook["id"] for hook in hooks}
