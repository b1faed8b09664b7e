"""Names become files: folders, patterns, and plain names."""

import os
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path, PurePath

from claimcheck.errors import InputError
from claimcheck.reading.formats import SUFFIXES


def files_of(name: str) -> tuple[str, ...]:
    """Return the files that a name stands for, in order of their names: itself, those of a folder, or those of a pattern.

    A folder stands for all files in it, at any depth, whose suffix says that they hold a document; hidden ones are left out, and
    links to folders are not followed. A pattern (`news/**/*.html`) that is no file's name stands for the files that fit it.
    InputError if there is none.
    """
    try:
        if name and Path(name).is_dir():
            return _required(tuple(_walked(name)), f"{name}: holds no document; read are {', '.join(sorted(SUFFIXES))}")
        if has_magic(name) and not Path(name).exists():
            found = sorted(path for path in glob(name, recursive=True) if Path(path).is_file())
            return _required(tuple(found), f"{name}: no file fits this pattern")
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read ({error})", code="unreadable") from None
    return (name,)


def _walked(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(item for item in folders if not item.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and PurePath(file).suffix.lower() in SUFFIXES:
                yield os.path.join(place, file)


def _required(files: tuple[str, ...], message: str) -> tuple[str, ...]:
    if not files:
        raise InputError(message, code="missing")
    return files
