"""Where output goes: results to standard output or a file, messages and progress to standard error."""

import os
import shutil
import sys
from argparse import Namespace
from pathlib import Path

from attrs import frozen

from claimcheck.cli.progress import Progress
from claimcheck.errors import InputError
from claimcheck.reporting.display import neutral

_WIDTH = 100  # where the output is no terminal


@frozen(kw_only=True)
class Console:
    """How a command speaks: where to, how much, and whether in colour."""

    output: str | None
    quiet: bool
    verbose: bool
    no_color: bool

    @classmethod
    def of(cls, arguments: Namespace) -> "Console":
        """Take from parsed arguments what bears on output; a command may lack some options."""
        return cls(
            output=getattr(arguments, "output", None),
            quiet=getattr(arguments, "quiet", False),
            verbose=getattr(arguments, "verbose", False),
            no_color=getattr(arguments, "no_color", False),
        )

    @property
    def colour(self) -> bool:
        """Whether results are coloured: on a terminal, unless `--no-color`, NO_COLOR or TERM=dumb says no."""
        refused = self.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return not refused and self.output is None and sys.stdout.isatty()

    @property
    def width(self) -> int:
        """The columns of the terminal, 100 where there is none."""
        if self.output is None and (sys.stdout.isatty() or "COLUMNS" in os.environ):
            return shutil.get_terminal_size((_WIDTH, 24)).columns
        return _WIDTH

    def write(self, text: str) -> None:
        """Write a result; InputError if the file given with `-o` cannot be written."""
        if self.output is None:
            try:
                sys.stdout.write(text)
            except UnicodeEncodeError:
                # A terminal or pipe that is not UTF-8 shows what it lacks as an escape.
                known = sys.stdout.encoding
                sys.stdout.write(text.encode(known, errors="backslashreplace").decode(known))
            return
        try:
            Path(self.output).write_bytes(text.encode("utf-8", errors="backslashreplace"))
        except OSError as error:
            raise InputError(f"{self.output}: cannot be written ({error.strerror})", code="unwritable") from None

    def progress(self, total: int | None, what: str) -> Progress:
        """Return what shows how far long work is, on standard error where that is a terminal, unless `-q`."""
        return Progress(shown=not self.quiet, total=total, what=what)

    def message(self, text: str) -> None:
        """Tell the user something on standard error, unless `-q`."""
        if not self.quiet:
            self._tell(text)

    def error(self, error: Exception) -> None:
        """Tell the user on standard error what went wrong, in one line, also under `-q`."""
        self._tell(f"error: {error}")

    @staticmethod
    def _tell(text: str) -> None:
        line = f"claimcheck: {neutral(text)}\n"
        try:
            sys.stderr.write(line)
            sys.stderr.flush()
        except UnicodeEncodeError:
            sys.stderr.write(line.encode("ascii", "backslashreplace").decode("ascii"))
        except OSError:
            return  # nobody listens
