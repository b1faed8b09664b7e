"""The collector of cycles, which finds nothing here and would search ever more."""

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MANY = 100_000
"""Values left by one piece of work from which on a search of them is felt: it takes ten milliseconds."""

FROZEN = 1000
"""Frozen values below which none is the caller's: Python 3.12 freezes 375 of its own when it starts."""


@contextmanager
def at_rest() -> Generator[None]:
    """Keep the collector of cycles at rest for a while, and leave it as it was.

    The values of an analysis refer to no value that refers back, so they go when nobody holds them; yet the collector
    searches all that live each time some hundreds more are made, a tenth of the time of reading and a quarter of that of
    checking (docs/decisions/0006-cycles.md).
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            _age()
        gc.enable()


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """Run a piece of work with the collector of cycles at rest."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> T:
        with at_rest():
            return work(*args, **kwargs)

    return done


def _age() -> None:
    """Let all values count as old: as young ones the collector would search them thrice, as soon as it is back.

    What is frozen becomes of the oldest generation when it is thawed, and neither takes time. Where the caller has frozen
    values of its own, these would thaw too: there nothing is done.
    """
    if gc.get_freeze_count() < FROZEN:
        gc.freeze()
        gc.unfreeze()
