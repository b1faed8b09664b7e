"""The documents that the command line names."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from claimcheck.cli.console import Console
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.model import Document
from claimcheck.reading import read_document
from claimcheck.reading.dates import date_readings


class UsageError(ClaimcheckError):
    """The command line asks for what cannot be done."""


@frozen
class Inputs:
    """The documents that could be read, and whether all could."""

    documents: tuple[Document, ...]
    complete: bool


def read_inputs(files: Sequence[str], published: Sequence[str], console: Console) -> Inputs:
    """Read files; what cannot be read is told on standard error, and the rest goes on."""
    _require_distinct(files)
    dates = publication_dates(published, files)
    documents: list[Document] = []
    for file in files:
        try:
            documents.append(read_document(file, published=dates.get(file), warn=console.message))
        except InputError as error:
            console.error(error)
    return Inputs(tuple(documents), len(documents) == len(files))


def publication_dates(options: Sequence[str], files: Sequence[str]) -> dict[str, date]:
    """Read the values of `--published`; each must be FILE=DATE with a FILE of the command line."""
    dates: dict[str, date] = {}
    for option in options:
        file, equals, text = option.rpartition("=")
        if not equals:
            raise UsageError(f"--published {option}: write it as FILE=DATE, such as {files[0]}=2031-02-17")
        if file not in files:
            raise UsageError(f"--published {option}: {file!r} is not among the files: {', '.join(files)}")
        readings = date_readings(text)
        if len(readings) != 1:
            why = f"may be {' or '.join(map(str, readings))}" if readings else "is no date"
            raise UsageError(f"--published {option}: {text!r} {why}; write it as YYYY-MM-DD")
        dates[file] = readings[0]
    return dates


def _require_distinct(files: Sequence[str]) -> None:
    for file in files:
        if files.count(file) > 1:
            raise UsageError(f"{file}: is named twice; name each document once")
