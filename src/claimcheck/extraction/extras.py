"""Libraries that are installed on demand."""

from importlib import import_module
from typing import Any

from claimcheck.errors import InputError


def require(module: str, *, extra: str, what: str) -> Any:
    """Import a library of an extra; InputError says what to install."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(
            f"needs {module} for {what}, which is not installed; install claimcheck-conflicts[{extra}], or: pip install {module}",
            code="not-installed",
        ) from None
