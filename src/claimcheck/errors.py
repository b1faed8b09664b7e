"""The errors that misuse raises: each names the place and the way out.

Text never raises; what was seen in it and not understood is a `Diagnostic`.
"""

from importlib import import_module
from types import ModuleType


class ClaimcheckError(Exception):
    """The base of every error that this package raises on purpose."""


class DocumentError(ClaimcheckError, ValueError):
    """A document, or a set of documents, is unusable: two share an id, or a field has the wrong type."""


class InputError(ClaimcheckError):
    """An input could not be read: a missing file, a binary one, a bad line.

    `code` names the kind of fault for programs ("missing", "binary", "bad-json", ...), `line` the line where there is one.
    """

    def __init__(self, message: str, *, code: str = "unreadable", line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.line = line


class CorpusError(InputError):
    """A corpus file could not be opened, read or written: it is foreign, damaged, newer than the package, or in use."""


class ConfigError(ClaimcheckError):
    """A setting is unknown or has an impossible value."""


class LexiconError(ClaimcheckError):
    """A lexicon file is wrong; the message names file, table and key."""


class ConsistencyError(ClaimcheckError, AssertionError):
    """Documents conflict where `assert_consistent` forbids it; the text is the readable report."""


class MissingExtraError(ClaimcheckError, ImportError):
    """A feature needs a package that is not installed; the message says what to install."""


def require(module: str, *, extra: str, purpose: str) -> ModuleType:
    """Import the module of an optional package; MissingExtraError names the extra that brings it.

    Examples:
        >>> require("no_such_module", extra="report", purpose="the html format")
        Traceback (most recent call last):
            ...
        claimcheck.errors.MissingExtraError: the html format needs no_such_module; install claimcheck-conflicts[report]
    """
    try:
        return import_module(module)
    except ImportError as error:
        # A package that is there but broken is another fault than one that is not.
        if error.name is not None and error.name.partition(".")[0] != module.partition(".")[0]:
            raise
        name = module.partition(".")[0]
        raise MissingExtraError(f"{purpose} needs {name}; install claimcheck-conflicts[{extra}]", name=name) from None
