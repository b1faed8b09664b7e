"""`claimcheck batch`: JSON Lines of cases in, JSON Lines of reports out, streaming and in the same order."""

import gc
import io
import json
import os
import signal
import stat
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import IO, Any

from attrs import define, frozen

from claimcheck.cli.console import Console
from claimcheck.cli.output import Recipe
from claimcheck.cli.status import Status
from claimcheck.collecting import uncollected
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.pipeline import Pipeline
from claimcheck.reading.cases import CaseError, Identifier, read_case
from claimcheck.reading.files import standard_input

_WINDOW = 8  # cases in flight for each worker: enough to keep it busy, few enough to bound memory


@frozen
class Answer:
    """A line of output, and whether it is an error."""

    line: str
    failed: bool


def run(arguments: Namespace, console: Console) -> int:
    """Answer every line of the input; bad ones get an error in their place."""
    recipe = Recipe.of(arguments)
    _pipeline(recipe)  # a wrong setting is told before the first line is read, and forked workers need not build it
    failed = 0
    with (
        _opened(arguments.file) as source,
        _target(arguments.output) as target,
        console.progress(None, "cases") as progress,
    ):
        read, size = Read(), _size(source)
        counted = enumerate(read.lines(source, arguments.max_size), 1)
        lines = ((number, line) for number, line in counted if line.strip())
        for done, answer in enumerate(_answers(lines, recipe, arguments.jobs, arguments.max_size), 1):
            target.write(answer.line + "\n")
            target.flush()
            failed += answer.failed
            note = f", {failed} bad" if failed else ""
            progress.show(done, note, share=min(1, read.size / size) if size else None)
    if failed:
        console.message(f"{failed} of the cases could not be read; their lines say why")
    return Status.UNREADABLE if failed else Status.DONE


@define
class Read:
    """What of the input was read so far, in bytes."""

    size: int = 0

    def lines(self, source: IO[bytes], most: int) -> Iterator[bytes]:
        """Read lines of at most so many bytes; of a longer one only the beginning is kept, a byte too many."""
        while line := source.readline(most + 1):
            self.size += len(line)
            rest = line
            while len(rest) > most and not rest.endswith(b"\n"):
                rest = source.readline(most + 1)
                self.size += len(rest)
            yield line


def _size(source: IO[bytes]) -> int | None:
    """Return how many bytes the input has; None if it is no file."""
    try:
        status = os.fstat(source.fileno())
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _answers(lines: Iterable[tuple[int, bytes]], recipe: Recipe, jobs: int, most: int) -> Iterator[Answer]:
    if jobs == 1:
        yield from (answer(line, number, recipe, most) for number, line in lines)
        return
    with _frozen(), ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
        pending: deque[Future[Answer]] = deque()
        try:
            for number, line in lines:
                pending.append(pool.submit(answer, line, number, recipe, most))
                while pending and (pending[0].done() or len(pending) >= jobs * _WINDOW):
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenProcessPool:
            raise ClaimcheckError("a worker process died, perhaps for want of memory; try fewer --jobs") from None
        finally:
            pool.shutdown(cancel_futures=True)  # waits: a pool left running at exit complains of closed pipes


@contextmanager
def _frozen() -> Generator[None]:
    """Keep the collector of cycles off all that lives: where a worker goes through it, that memory is no longer shared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@uncollected
def answer(line: bytes, number: int, recipe: Recipe, most: int) -> Answer:
    """Answer one line. A worker returns text, not values: pickling claims would cost more than a second core brings."""
    name: Identifier = None
    if len(line) - line.endswith(b"\n") > most:
        return _failure(name, "too-large", f"the line is larger than {most:,} bytes; raise --max-size", number)
    try:
        case = read_case(line)
        name = case.id
        pipeline = _pipeline(recipe)
        documents = tuple(map(recipe.configuration.grouped, case.documents))
        report = pipeline.check(documents) if case.draft is None else pipeline.verify(case.draft, documents)
        report = recipe.configuration.applied(report)
        return Answer(_compact({"id": name, "report": report.to_dict()}), failed=False)
    except CaseError as error:
        return _failure(error.case, error.code, str(error), number)
    except ClaimcheckError as error:
        return _failure(name, "bad-case", str(error), number)
    except Exception as error:  # noqa: BLE001 - one case that meets a fault of ours must not stop a million others
        return _failure(name, "internal", f"{type(error).__name__}: {error}; please report this", number)


def _failure(name: Identifier, code: str, message: str, number: int) -> Answer:
    return Answer(_compact({"id": name, "error": {"code": code, "message": message, "line": number}}), failed=True)


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"))


@cache
def _pipeline(recipe: Recipe) -> Pipeline:
    """Build the pipeline once, or once in each process where workers are not forked."""
    return recipe.build()


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _opened(name: str) -> "IO[bytes] | nullcontext[IO[bytes]]":
    if name == "-":
        return nullcontext(standard_input())
    try:
        return Path(name).open("rb")
    except FileNotFoundError:
        raise InputError(f"{name}: no such file", code="missing") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read ({error})", code="unreadable") from None


def _target(name: str | None) -> "IO[str] | nullcontext[IO[str]]":
    if name is None:
        return nullcontext(sys.stdout)
    try:
        return io.TextIOWrapper(Path(name).open("wb"), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{name}: cannot be written ({error.strerror})", code="unwritable") from None
