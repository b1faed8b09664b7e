"""Values that never leave the analysis of a text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import frozen as internal
else:
    from functools import partial

    from attrs import define

    internal = partial(define, unsafe_hash=True)
    """Make a value class that only the type checkers keep frozen: a text makes thousands of such values, and a class that
    is frozen at run time costs three times as much for each."""

__all__ = ["internal"]
