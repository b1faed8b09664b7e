"""The entry point: arguments in, exit status out, and never a traceback for a user's mistake."""

import os
import sys
from collections.abc import Sequence

from claimcheck.cli.arguments import parse_arguments
from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.errors import ClaimcheckError, InputError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 done, 1 conflicts found, 2 wrong usage, 3 unreadable input."""
    arguments = parse_arguments(argv)
    console = Console.of(arguments)
    try:
        status: int = arguments.run(arguments, console)
        sys.stdout.flush()
    except KeyboardInterrupt:
        console.message("interrupted")
        return Status.INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`) has seen enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.BROKEN_PIPE
    except InputError as error:
        console.error(error)
        return Status.UNREADABLE
    except ClaimcheckError as error:
        console.error(error)
        return Status.USAGE
    return status
