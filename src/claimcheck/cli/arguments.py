"""The commands and their options."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import Any, NoReturn, cast, get_args

from claimcheck.cli.console import Console
from claimcheck.cli.corpora import add_actions
from claimcheck.cli.status import Status
from claimcheck.model import SEVERITIES, Format
from claimcheck.reporting import WRITERS
from claimcheck.reporting.display import neutral

Command = Callable[[argparse.Namespace, Console], int]
FORMATS = tuple(WRITERS)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line with the way out."""

    def error(self, message: str) -> NoReturn:
        """Write the error and exit with status 2."""
        sys.stderr.write(f"claimcheck: error: {neutral(message)}; see '{self.prog} --help'\n")
        raise SystemExit(Status.USAGE)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is no choice, with the choice that was perhaps meant."""
        choices = [str(choice) for choice in action.choices or ()]
        if not choices or value in choices:
            return
        close = get_close_matches(str(value), choices, 1)
        way_out = f"did you mean {close[0]}?" if close else f"choose from {', '.join(choices)}"
        raise argparse.ArgumentError(action, f"invalid choice: {str(value)!r}; {way_out}")

    def refuse(self, argument: str) -> NoReturn:
        """Say that an argument is unknown, with the option that was perhaps meant."""
        close = get_close_matches(argument.split("=")[0], self._option_string_actions, 1)
        self.error(f"there is no option {argument}" + (f"; did you mean {close[0]}?" if close else ""))


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line; a fault in it is told in one line and ends with status 2."""
    arguments, unknown = build_parser().parse_known_args(argv)
    if unknown:
        cast(Parser, arguments.parser).refuse(unknown[0])
    return arguments


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser = Parser(
        prog="claimcheck",
        description="Find who said which figure in English documents, and where documents do not fit together.",
        epilog="Exit status: 0 done, nothing to report; 1 check or verify found conflicts; 2 wrong usage or "
        "configuration; 3 an input could not be read.",
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (summary, add_options) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        command.set_defaults(run=_lazily(name), parser=command)
        add_options(command)
        _add_common(command)
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_files(parser)
    _add_severity(parser)
    _add_baseline(parser)
    _add_output(parser)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", metavar="DRAFT", help="the draft; - is standard input")
    parser.add_argument(
        "--source",
        nargs="+",
        action="extend",
        required=True,
        metavar="FILE",
        help="its sources; folders and patterns too",
    )
    _add_input(parser)
    _add_severity(parser)
    _add_baseline(parser)
    _add_output(parser)


def _add_extract(parser: argparse.ArgumentParser) -> None:
    _add_files(parser)
    _add_output(parser)


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="the cases; default: standard input")
    _add_severity(parser)
    _add_max_size(parser, "line")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="worker processes; default: 1")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """Leave a command with the common options."""


def _add_corpus(parser: argparse.ArgumentParser) -> None:
    add_actions(
        parser, add_common=_add_common, add_input=_add_input, add_output=_add_output, add_severity=_add_severity
    )


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", help="one of those that `claimcheck rules` lists")


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("show",), metavar="show", help="print them as a configuration file")


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a document, a folder or a pattern; - is standard input"
    )
    _add_input(parser)


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published", action="append", default=[], metavar="FILE=DATE", help="when a document was published"
    )
    forms: tuple[str, ...] = get_args(Format)
    parser.add_argument(
        "--from", dest="input_format", choices=forms, metavar="FORMAT", help=f"read as {', '.join(forms)}"
    )
    parser.add_argument("--article", action="store_true", help="of web pages only the article; needs trafilatura")
    _add_max_size(parser, "file")


def _add_max_size(parser: argparse.ArgumentParser, what: str) -> None:
    words = f"largest {what} to read, such as 200MB; default: 64MB"
    parser.add_argument("--max-size", type=_size, default=64 * 1024**2, metavar="SIZE", help=words)


def _add_severity(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--min-severity", choices=SEVERITIES, metavar="SEVERITY", help=f"least to report: {', '.join(SEVERITIES)}"
    )
    parser.add_argument(
        "--select", metavar="NAMES", help="report only these: rules, verdicts, unsupported; separated by commas"
    )
    parser.add_argument("--ignore", metavar="NAMES", help="do not report these")


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--baseline", metavar="FILE", help="do not report the conflicts accepted there")
    group.add_argument("--write-baseline", metavar="FILE", help="accept what is found, and report nothing")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, default="text", metavar="FORMAT", help=f"one of {', '.join(FORMATS)}"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")


def _add_common(parser: argparse.ArgumentParser) -> None:
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--config", metavar="FILE", help="settings; default: claimcheck.toml or pyproject.toml")
    files.add_argument("--no-config", action="store_true", help="read no configuration file")
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", help="one setting, as `config show` names it")
    overlay: dict[str, Any] = {"metavar": "FILE", "action": "append"}
    parser.add_argument(
        "--lexicon", dest="lexicons", help="a TOML file of words of your own; may be given again", **overlay
    )
    parser.add_argument("--aliases", help="the same, for a file of names: [aliases.KEY]", **overlay)
    parser.add_argument("-q", "--quiet", action="store_true", help="no messages and no progress")
    parser.add_argument("-v", "--verbose", action="store_true", help="also what agrees, and what was not understood")
    parser.add_argument("--no-color", action="store_true", help="no colours; so does NO_COLOR in the environment")


COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = MappingProxyType(
    {
        "check": ("find conflicts between and within documents", _add_check),
        "verify": ("check a draft against its sources", _add_verify),
        "extract": ("list the claims, one line each", _add_extract),
        "batch": ("JSON Lines of cases in, JSON Lines of reports out", _add_batch),
        "corpus": ("keep documents in a file that grows, and compare what comes with it", _add_corpus),
        "demo": ("check two short articles that ship with the package", _add_output),
        "rules": ("list the rules by which documents are compared", _add_nothing),
        "config": ("show the settings in force", _add_config),
        "explain": ("explain one rule, with examples", _add_explain),
    }
)


def _lazily(name: str) -> Command:
    """Import a command's module when it runs: `--help` must not wait for it."""

    def run(arguments: argparse.Namespace, console: Console) -> int:
        module = import_module(f"claimcheck.cli.commands.{name}")
        return cast(Command, module.run)(arguments, console)

    return run


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 512):
        raise argparse.ArgumentTypeError(f"must be a number from 1 to 512, not {text!r}")
    return int(text)


def _size(text: str) -> int:
    number, unit = text.strip().upper().removesuffix("B"), 1
    for letter, size in (("K", 1024), ("M", 1024**2), ("G", 1024**3)):
        if number.endswith(letter):
            number, unit = number[:-1].strip(), size
    if not (number.isascii() and number.isdigit() and 0 < len(number) < 13 and int(number)):
        raise argparse.ArgumentTypeError(f"must be a size such as 500kB, 64MB or 2GB, not {text!r}")
    return int(number) * unit


def _version() -> str:
    from claimcheck import __version__

    return __version__
