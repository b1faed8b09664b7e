"""The documents that the command line names."""

import os
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import frozen

from claimcheck.cli.console import Console
from claimcheck.cli.output import Recipe
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.model import Document
from claimcheck.reading import Intake, files_of, read_documents
from claimcheck.reading.dates import date_readings


class UsageError(ClaimcheckError):
    """The command line asks for what cannot be done."""


@frozen
class Inputs:
    """The documents of each file that could be read, and whether all could."""

    files: Mapping[str, tuple[Document, ...]]
    complete: bool

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order of the command line."""
        return tuple(document for documents in self.files.values() for document in documents)


def read_inputs(names: Sequence[str], recipe: Recipe, arguments: Namespace, console: Console) -> Inputs:
    """Read what the names stand for, each file once; what cannot be read is told on standard error, and the rest goes on."""
    _require_distinct(names)
    faults: list[InputError] = []

    def refuse(error: InputError) -> None:
        console.error(error)
        faults.append(error)

    files = _files(names, refuse)
    dates = publication_dates(arguments.published, [*names, *(file for file in files if file not in names)])
    intake = Intake(form=arguments.input_format, article=arguments.article, max_bytes=arguments.max_size)
    read: dict[str, tuple[Document, ...]] = {}
    for file in files:
        try:
            documents = read_documents(
                file, published=dates.get(file), intake=intake, warn=console.message, refuse=refuse
            )
            read[file] = tuple(map(recipe.configuration.grouped, documents))
        except InputError as error:
            refuse(error)
    return Inputs(read, complete=not faults)


def _files(names: Sequence[str], refuse: Callable[[InputError], None]) -> list[str]:
    """Return the files that names stand for: one that is named is not taken again from a folder."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        try:
            found[name] = files_of(name)
        except InputError as error:
            refuse(error)
    seen = {_identity(name) for name, files in found.items() if files == (name,)}
    chosen: list[str] = []
    for name, files in found.items():
        chosen += [file for file in files if file == name or _identity(file) not in seen]
        seen.update(map(_identity, files))
    return chosen


def _identity(file: str) -> str:
    try:
        return os.path.realpath(file)
    except (OSError, ValueError):
        return file  # what is wrong with the name is told when it is read


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
