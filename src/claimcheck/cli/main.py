"""The entry point: arguments in, exit status out, and never a traceback for a user's mistake."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from claimcheck.cli.arguments import parse_arguments
from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.errors import ClaimcheckError, InputError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 done, 1 conflicts found, 2 wrong usage, 3 unreadable input."""
    _open_streams()
    arguments = parse_arguments(argv)
    console = Console.of(arguments)
    try:
        status: int = arguments.run(arguments, console)
        sys.stdout.flush()
    except KeyboardInterrupt:
        console.message("interrupted")
        return Status.INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`) has seen enough.
        _discard_output()
        return Status.BROKEN_PIPE
    except OSError as error:
        # Inputs tell their own errors: what is left is output, to a full disk say.
        _discard_output()
        console.error(InputError(f"the output cannot be written ({error.strerror or error})"))
        return Status.UNREADABLE
    except InputError as error:
        console.error(error)
        return Status.UNREADABLE
    except ClaimcheckError as error:
        console.error(error)
        return Status.USAGE
    return status


def _open_streams() -> None:
    """Replace output streams that the caller closed (`>&-`), for which Python has None."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]  # typeshed leaves that case out
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open to the end
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _discard_output() -> None:
    """Send what is still buffered nowhere: Python would complain once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
