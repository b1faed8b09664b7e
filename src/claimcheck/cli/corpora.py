"""The options of `claimcheck corpus`, one set for each of its actions."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

Add = Callable[[argparse.ArgumentParser], None]


def add_actions(
    parser: argparse.ArgumentParser, *, add_common: Add, add_input: Add, add_output: Add, add_severity: Add
) -> None:
    """Give the command its actions; what they share with other commands is handed in."""
    shared: Mapping[str, tuple[Add, ...]] = MappingProxyType(
        {
            "add": (add_input, add_severity, add_output),
            "conflicts": (add_severity, add_output),
        }
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, (summary, add_options) in ACTIONS.items():
        action = actions.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        action.set_defaults(action=name, parser=action)
        action.add_argument("corpus", metavar="CORPUS", help="the file that holds the corpus")
        add_options(action)
        for add in (*shared.get(name, ()), add_common):
            add(action)


def _add_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a document, a folder or a pattern; - is standard input"
    )
    parser.add_argument("--replace", action="store_true", help="put each in the place of the document with its id")
    parser.add_argument(
        "--refer",
        action="store_true",
        help="keep no texts in the corpus: refer to the files, which must stay as they are",
    )


def _add_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names", nargs="+", metavar="ID", help="the id of a document: the path under which it was added"
    )


def _add_conflicts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=_number, default=0, metavar="K", help="only those after this one, such as k7")


def _add_claims(parser: argparse.ArgumentParser) -> None:
    _add_about(parser)
    parser.add_argument("--from-day", type=_day, metavar="DATE", help="that hold on this day or later")
    parser.add_argument("--to-day", type=_day, metavar="DATE", help="that hold on this day or before")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", metavar="FORMAT", help="text or jsonl")


def _add_about(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--subject", metavar="WORD", help="of what counts or measures this")
    parser.add_argument("--measure", metavar="MEASURE", help="of this measure, such as deaths")
    parser.add_argument("--speaker", metavar="NAME", help="of whose name this is a part")


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """Leave an action with the common options."""


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="where the tables are written, a file each")
    parser.add_argument(
        "--format",
        choices=("parquet", "csv", "jsonl"),
        default="parquet",
        metavar="FORMAT",
        help="parquet (needs pyarrow), csv or jsonl",
    )


ACTIONS: Mapping[str, tuple[str, Add]] = MappingProxyType(
    {
        "add": ("add documents, and report the conflicts that come with them", _add_add),
        "remove": ("remove documents", _add_remove),
        "conflicts": ("report the conflicts of the corpus", _add_conflicts),
        "claims": ("list claims, one line each", _add_claims),
        "timeline": ("list the figures that were compared with each other, by day", _add_about),
        "rebuild": ("read all texts again, after the settings, the lexicon or claimcheck changed", _add_nothing),
        "stats": ("count what the corpus holds", _add_nothing),
        "export": ("write the documents, claims and conflicts as tables", _add_export),
    }
)


def _number(text: str) -> int:
    digits = text.removeprefix("k")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise argparse.ArgumentTypeError(f"must be the id of a conflict such as k7, not {text!r}")
    return int(digits)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a date such as 2031-02-17, not {text!r}") from None
