"""The command as a process: pipes, signals, workers, the terminal, the hash seed."""

import contextlib
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import IO

import pytest

COMMAND = [sys.executable, "-m", "claimcheck"]
SOURCE = str(Path(__file__).parents[2] / "src")


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "PYTHONHASHSEED", "COLUMNS")}
    return kept | {"PYTHONPATH": SOURCE} | more


def cases() -> bytes:
    from claimcheck.cli.commands.demo import demo_documents

    documents = [{"id": item.id, "text": item.text, "published": str(item.published)} for item in demo_documents()]
    lines = [{"id": number, "documents": documents[: number % 3]} for number in range(12)]
    return b"\n".join([*(json.dumps(line).encode() for line in lines), b"{bad", b""])


@pytest.mark.slow
def test_the_output_is_the_same_under_any_hash_seed_and_number_of_jobs() -> None:
    outputs: list[bytes] = []
    for seed, jobs in (("0", "1"), ("1", "2"), ("2", "1"), ("3", "2")):
        done = subprocess.run(
            [*COMMAND, "batch", "-q", "--jobs", jobs], input=cases(), capture_output=True, check=False,
            env=environment(PYTHONHASHSEED=seed),
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (3, b"")
        outputs.append(done.stdout)
    assert len(outputs[0].splitlines()) == 13
    assert len(set(outputs)) == 1


@contextlib.contextmanager
def batch() -> Generator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes], IO[bytes]]]:
    """Start `claimcheck batch` with pipes, and give its standard input, output and error beside it."""
    with subprocess.Popen(
        [*COMMAND, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        yield process, process.stdin, process.stdout, process.stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    with batch() as (process, stdin, stdout, stderr):
        stdout.close()
        stdin.write(b'{"id": 1, "documents": []}\n' * 4)
        stdin.close()
        assert stderr.read() == b""
        assert process.wait(30) == 141


def test_ctrl_c_ends_with_130_and_a_line() -> None:
    with batch() as (process, stdin, stdout, stderr):
        stdin.write(b'{"id": 1, "documents": []}\n')
        stdin.flush()
        assert stdout.readline()  # it answers a line before it reads the next
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert stderr.read() == b"claimcheck: interrupted\n"


@pytest.mark.parametrize("command", ["demo", "demo --format json", "batch", "batch -o /dev/full", "rules"])
def test_a_full_disk_is_told_in_a_line(command: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, *command.split(), *(["-q"] if "demo" in command else [])], input=b'{"documents": []}\n',
            stdout=full, stderr=subprocess.PIPE, check=False, env=environment(),
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == b"claimcheck: error: the output cannot be written (No space left on device)\n"


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("rules >&-", 0, ""),
        ("explain vale 2>&-", 2, ""),
        ("check - <&-", 3, "claimcheck: error: standard input is closed; name a file\n"),
        ("batch <&-", 3, "claimcheck: error: standard input is closed; name a file\n"),
    ],
)
def test_closed_streams_are_no_fault_of_ours(line: str, status: int, told: str) -> None:
    shell = ["bash", "-c", f"{shlex.join(COMMAND)} {line}"]
    done = subprocess.run(shell, capture_output=True, check=False, env=environment(), encoding="utf-8")
    assert (done.returncode, done.stderr) == (status, told)


@pytest.mark.parametrize(
    ("more", "options", "painted"),
    [({}, [], True), ({"NO_COLOR": "1"}, [], False), ({}, ["--no-color"], False), ({"TERM": "dumb"}, [], False)],
)
def test_colour_is_for_terminals_that_want_it(more: dict[str, str], options: list[str], *, painted: bool) -> None:
    reader, writer = pty.openpty()
    try:
        subprocess.run(
            [*COMMAND, "demo", "-q", *options], stdout=writer, check=True, env=environment(**{"TERM": "xterm"} | more)
        )
        assert (b"\x1b[" in os.read(reader, 65_536)) is painted
    finally:
        os.close(writer)
        os.close(reader)


# Any work counts as long, so that a quick machine draws the bar too.
IMPATIENT = """
import sys
from claimcheck.cli import main, progress
progress._DELAY, progress._EVERY = 1e-6, 0.0
sys.exit(main(sys.argv[1:]))
"""


def test_long_work_shows_a_bar_that_is_wiped_at_the_end(tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, name in enumerate(names):
        name.write_text(f"The Dorn mill employed {number} people in 2031, Edda Rook said.", "utf-8")
    reader, writer = pty.openpty()
    told: list[bytes] = []
    with subprocess.Popen(
        [sys.executable, "-c", IMPATIENT, "extract", "--format", "csv", *map(str, names)],
        stdout=subprocess.DEVNULL,
        stderr=writer,
        env=environment(TERM="xterm"),
    ):
        os.close(writer)
        with contextlib.suppress(OSError):  # the other end is closed
            while part := os.read(reader, 65_536):
                told.append(part)
    os.close(reader)
    screen = b"".join(told).decode()
    assert re.search(r"\[#+\.*\] \d of 6 documents, [\d,]+ a second", screen)
    assert screen.endswith("\r\x1b[K")
