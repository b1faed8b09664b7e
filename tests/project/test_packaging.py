"""What is shipped works elsewhere: wheel and sdist are built, the wheel is installed alone, run and type-checked against."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONSUMER = """
import claimcheck as cc

claims: tuple[cc.Claim, ...] = cc.extract("Twelve people died.")
report: cc.Report = cc.check([cc.Document(id="a", text="12"), cc.Document(id="b", text="13")])
conflicts: tuple[cc.Conflict, ...] = report.conflicts
pipeline: cc.Pipeline = cc.Pipeline(settings=cc.Settings(dollar="USD"))
print(len(claims), len(report.to_records("claims")))
"""

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept | more, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, built without another environment: hatchling stands in this one or is fetched."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def test_the_wheel_holds_what_the_commands_need(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source).as_posix())
        for path in source.rglob("*")
        if path.suffix in (".py", ".toml", ".json", ".typed", ".txt", ".css", ".js", ".jinja")
        and "__pycache__" not in path.parts
    }
    assert wanted - held == set()
    assert not any(name.startswith(("tests/", "docs/")) for name in held)


def test_the_sdist_can_be_built_from_and_tested(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.split("/", 1)[1] for name in tar.getnames() if "/" in name}
    for name in (
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "Makefile",
        ".pre-commit-hooks.yaml",
        "src/claimcheck/py.typed",
        "tests/conftest.py",
    ):
        assert name in names


def test_the_wheel_works_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = built.glob("*.whl")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    assert "Found" in run(scripts / "claimcheck", "demo", cwd=tmp_path)
    consumer = tmp_path / "consumer.py"
    consumer.write_text(CONSUMER, "utf-8")
    run(scripts / "python", consumer, cwd=tmp_path)
    run(
        sys.executable, "-m", "mypy", "--strict", "--python-executable", scripts / "python",
        "--cache-dir", tmp_path / "cache", consumer, cwd=tmp_path,
    )  # fmt: skip
