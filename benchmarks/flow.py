"""What each room of the flow costs."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from unittest import mock

import attrs

import claimcheck.pipeline
from claimcheck.model import Document
from claimcheck.pipeline import Pipeline


class TimedRoom:
    """A room whose methods add their CPU time to a ledger."""

    def __init__(self, room: Any, name: str, ledger: Counter[str]) -> None:
        self._room = room
        self._name = name
        self._ledger = ledger

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._room, name)
        return timed(value, self._name, self._ledger) if callable(value) else value


def timed(function: Callable[..., Any], name: str, ledger: Counter[str]) -> Callable[..., Any]:
    """Wrap a function so that its CPU seconds are added up under a name."""

    def run(*arguments: Any, **keywords: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **keywords)
        finally:
            ledger[name] += time.process_time() - start  # type: ignore[assignment]  # seconds, not counts

    return run


def seconds_by_room(documents: Sequence[Document]) -> dict[str, float]:
    """Check documents once and return the CPU seconds of every stage, in the order of the flow, and the rest."""
    pipeline = Pipeline()
    rooms: Any = pipeline._rooms  # the benchmark looks behind the curtain on purpose
    pipeline.check(documents[:1])  # warm
    ledger: Counter[str] = Counter()
    names = [field.name for field in attrs.fields(type(rooms))]
    fitted = attrs.evolve(rooms, **{name: TimedRoom(getattr(rooms, name), name, ledger) for name in names})
    object.__setattr__(pipeline, "_rooms", fitted)
    with mock.patch.object(claimcheck.pipeline, "settle", timed(claimcheck.pipeline.settle, "settling", ledger)):
        start = time.process_time()
        pipeline.check(documents)
        total = time.process_time() - start
    found = {name: float(ledger[name]) for name in ledger}
    return found | {"the rest": total - sum(found.values()), "total": total}
