"""Libraries that are installed on demand."""

from typing import Any

from claimcheck.errors import InputError, MissingExtraError, require


def load(module: str, *, extra: str, purpose: str) -> Any:
    """Import a library of an extra; InputError says what to install, so that other inputs are still read."""
    try:
        return require(module, extra=extra, purpose=purpose)
    except MissingExtraError as error:
        raise InputError(str(error), code="not-installed") from None
