"""The command line: the only room that prints, reads argv or exits."""

from claimcheck.cli.main import main

__all__ = ["main"]
