"""Every example in the README and the documentation runs, and prints what the page says.

A page is one session. A block with a `title` is a file; `pycon` blocks are doctests, `python` blocks run, `toml` blocks
parse, as `yaml` blocks do, and in `console` blocks what follows a `$ command` is its output. `...` stands for anything, as in doctests.
A block after the comment `needs: PACKAGE` is left out where that package is not installed.
With CLAIMCHECK_UPDATE_EXAMPLES=1 in the environment outputs that differ are written into the page instead.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import define, field

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"^(?:<!-- needs: (?P<needs>\w+) -->\n)?```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
CHECKER = doctest.OutputChecker()
pytestmark = pytest.mark.slow


@define
class Page:
    """One page's session: a folder for its files, names for its Python."""

    folder: Path
    names: dict[str, Any] = field(factory=lambda: dict[str, Any](__name__="__page__"))
    status: int = 0
    faults: list[str] = field(factory=list[str])

    def run(self, fence: re.Match[str]) -> str:
        """Run a block and return it with the output that it really has."""
        body = fence["body"]
        if fence["needs"] and not find_spec(fence["needs"]):
            return fence[0]
        if fence["title"]:
            (self.folder / fence["title"]).write_text(body, "utf-8")
        if fence["language"] == "pycon":
            body = "".join(self._doctest(body))
        elif fence["language"] == "console":
            body = COMMAND.sub(self._command, body)
        elif fence["language"] == "python":
            exec(compile(body, "page", "exec"), self.names)  # noqa: S102  # our own pages
        elif fence["language"] == "toml":
            tomllib.loads(body)
        elif fence["language"] == "yaml":
            yaml.safe_load(body)
        return fence[0].replace(fence["body"], body)

    def _doctest(self, body: str) -> Iterator[str]:
        for example in doctest.DocTestParser().get_examples(body):
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                try:
                    exec(compile(example.source, "page", "single"), self.names)  # noqa: S102  # our own pages
                except Exception as error:  # noqa: BLE001  # a page may show any error
                    output.write(f"Traceback (most recent call last):\n    ...\n{type(error).__name__}: {error}\n")
            lines = example.source.splitlines()
            yield "".join(f"{'...' if number else '>>>'} {line}".rstrip() + "\n" for number, line in enumerate(lines))
            yield self._compare(example.source, example.want, output.getvalue())

    def _command(self, match: re.Match[str]) -> str:
        """Run a command in the shell as the page's reader would, the last one's status in `$?`."""
        python = shlex.quote(sys.executable)
        shell = (
            f'claimcheck() {{ {python} -m claimcheck "$@"; }}; python() {{ {python} "$@"; }}; (exit {self.status})\n'
        )
        environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            ["bash", "-c", shell + match["command"]],
            cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        self.status = done.returncode
        output = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
        return f"$ {match['command']}\n" + self._compare(match["command"], match["output"], output)

    def _compare(self, source: str, want: str, got: str) -> str:
        if CHECKER.check_output(want, got, doctest.ELLIPSIS):
            return want
        self.faults.append(f"{source.strip()}\nexpected:\n{want}got:\n{got}")
        return got


@pytest.mark.skipif(not shutil.which("bash"), reason="console blocks are written for a POSIX shell")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_says_what_happens(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = Page(tmp_path)
    text = path.read_text("utf-8")
    real = FENCE.sub(page.run, text)
    if page.faults and os.environ.get("CLAIMCHECK_UPDATE_EXAMPLES"):
        path.write_text(real, "utf-8")
    elif page.faults:
        pytest.fail("\n".join(page.faults), pytrace=False)


def test_no_page_tells_to_install_the_other_package() -> None:
    """The name belongs to an unrelated package on the public index."""
    pages = [*PAGES, ROOT / "CONTRIBUTING.md"]
    assert not [path for path in pages if re.search(r"pip install claimcheck\b", path.read_text("utf-8"))]


def test_every_extra_is_explained() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    explained = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/reference/extras.md").read_text("utf-8"), re.MULTILINE)
    assert set(explained) == set(extras) - {"dev", "docs"}


def test_every_page_stands_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in PAGES[1:]]
    assert [page for page in pages if f" {page}\n" not in navigation] == []
