"""Whatever is wrong with what a user gives, every command says it in one line and ends as it should."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytest import CaptureFixture, MonkeyPatch

from claimcheck.cli import main

COMMAND = [sys.executable, "-m", "claimcheck"]
SOURCE = str(Path(__file__).parents[2] / "src")
READERS = {
    "check": "check {}",
    "extract": "extract {}",
    "verify, draft": "verify {} --source good.txt",
    "verify, source": "verify good.txt --source {}",
    "batch": "batch {}",
}
EVERY = ("check good.txt", "verify good.txt --source good.md", "extract good.txt", "batch good.jsonl", "demo", "rules", "explain value",
         "config show")  # fmt: skip


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    """One file of each kind that is good, and one of each that is bad."""
    monkeypatch.chdir(tmp_path)
    for name in ("good.txt", "good.md"):
        Path(name).write_text("12 died.", "utf-8")
    Path("good.jsonl").write_text('{"id": 1, "documents": [{"id": "a", "text": "12 died."}]}\n' * 3, "utf-8")
    Path("empty.txt").write_bytes(b"")
    Path("binary.bin").write_bytes(b"\x7fELF\0\0")
    Path("utf16.txt").write_bytes(b"\xff\xfea")
    Path("windows.txt").write_bytes(b"\x803.4 billion")
    Path("bad.jsonl").write_text('{"id": 1,\n', "utf-8")
    Path("dated.jsonl").write_text('{"documents": [{"id": "a", "text": "x", "published": "soon"}]}\n', "utf-8")
    Path("dated_lines.jsonl").write_text('{"id": "a", "text": "x", "published": "soon"}\n', "utf-8")
    Path("folder").mkdir()
    Path("locked.txt").write_text("x", "utf-8")
    Path("locked.txt").chmod(0)
    Path("bad.toml").write_text("dolar = 1\n", "utf-8")
    Path("good.toml").write_text("", "utf-8")


def run(line: str) -> int:
    try:
        return main(line.split())
    except SystemExit as leave:
        return int(leave.code or 0)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "missing.txt: no such file"),
        ("folder", "folder: "),
        ("folder/deep/", "no such file"),
        ("good.txt/inside", "cannot be read"),
        ("binary.bin", "binary.bin: is binary, not text"),
        ("utf16.txt", "utf16.txt: is not valid utf-16"),
        ("a\0b", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_status_3(reader: str, name: str, words: str, capsys: CaptureFixture[str]) -> None:
    if reader == "batch" and name in ("binary.bin", "utf16.txt"):
        pytest.skip("batch answers each line")
    assert run(READERS[reader].format(name)) == 3
    out, err = capsys.readouterr()
    lines = [line for line in err.splitlines() if line.startswith("claimcheck: error: ")]
    assert len(lines) == 1, err
    assert words in lines[0] or reader == "batch"
    assert "Traceback" not in out + err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("reader", READERS)
def test_what_may_not_be_read_is_status_3(reader: str, capsys: CaptureFixture[str]) -> None:
    assert run(READERS[reader].format("locked.txt")) == 3
    assert "ermission denied" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["empty.txt", "windows.txt"])
@pytest.mark.parametrize("reader", [name for name in READERS if name != "batch"])
def test_what_is_odd_is_read_with_a_warning(reader: str, name: str, capsys: CaptureFixture[str]) -> None:
    assert run(READERS[reader].format(name)) == 0
    assert capsys.readouterr().err.startswith(f"claimcheck: {name}:")


@pytest.mark.parametrize("name", ["binary.bin", "utf16.txt", "bad.jsonl", "dated.jsonl", "windows.txt"])
def test_batch_answers_a_bad_line_and_says_so(name: str, capsys: CaptureFixture[str]) -> None:
    assert run(f"batch {name}") == 3
    out, err = capsys.readouterr()
    assert '"error":' in out
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["bad.jsonl", "dated_lines.jsonl"])
@pytest.mark.parametrize("reader", [name for name in READERS if name != "batch"])
def test_a_bad_record_is_told_with_its_line(reader: str, name: str, capsys: CaptureFixture[str]) -> None:
    assert run(READERS[reader].format(name)) == 3
    err = capsys.readouterr().err
    assert f"{name}:1: " in err
    assert err.count("\n") == 1


def test_an_empty_batch_is_done(capsys: CaptureFixture[str]) -> None:
    assert run("batch empty.txt") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("line", EVERY)
@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--qiet", "did you mean --quiet?"),
        ("--frobnicate=3", "there is no option --frobnicate=3"),
        ("--config missing.toml", "missing.toml: no such file"),
        ("--config folder", "folder: cannot be read"),
        ("--config binary.bin", "binary.bin: "),
        ("--config bad.toml", "did you mean 'dollar'?"),
        ("--set hegde=1", "did you mean 'hedge'?"),
        ("--lexicon missing.toml", "missing.toml: cannot be read"),
        ("--aliases bad.toml", "bad.toml: "),
        ("--set language=xx", "no lexicon for the language 'xx'"),
    ],
)
def test_wrong_usage_is_status_2_for_every_command(
    line: str, options: str, words: str, capsys: CaptureFixture[str]
) -> None:
    uses_words = line.split()[0] in ("check", "verify", "extract", "batch", "demo")
    uses_settings = uses_words or line == "config show"
    about_words = options.startswith(("--lexicon", "--aliases", "--set language"))
    told = options.startswith(("--qiet", "--frob")) or (uses_words if about_words else uses_settings)
    if not told:
        pytest.skip("the command reads no such file")
    assert run(f"{line} {options}") == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("line", EVERY)
def test_output_that_cannot_be_written_is_told(line: str, capsys: CaptureFixture[str]) -> None:
    if line.split()[0] in ("rules", "explain", "config"):
        pytest.skip("prints only")
    assert run(f"{line} -o folder/no/x") == 3
    assert "folder/no/x: cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("line", EVERY)
def test_ctrl_c_ends_every_command_with_130_and_a_line(
    line: str, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimcheck.cli.output.Recipe.of", interrupted)
    monkeypatch.setattr("claimcheck.cli.console.Console.write", interrupted)
    assert run(line) == 130
    assert capsys.readouterr().err == "claimcheck: interrupted\n"


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": SOURCE}


@pytest.mark.parametrize("line", ["check -", "extract -", "verify - --source good.txt", "batch -"])
def test_ctrl_c_while_input_is_awaited(line: str) -> None:
    with subprocess.Popen(
        [*COMMAND, *line.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(b" " * 1_000_000)  # more than a pipe holds: when that is gone, it has started, and reads
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)  # it has read the rest, and waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b"claimcheck: interrupted\n"


@pytest.mark.parametrize("line", EVERY)
def test_a_reader_that_leaves_ends_every_command_quietly(line: str) -> None:
    with subprocess.Popen(
        [*COMMAND, *line.split(), "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141
