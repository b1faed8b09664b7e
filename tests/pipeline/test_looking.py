"""However bad a text is, each room looks through windows: what is looked at grows with the length of the text.

A slice or a search is one call and may read the whole text, so what tests/pipeline/test_hostile.py counts does not show it.
Here the columns of a text count the tokens and characters that are cut out of them or searched.
"""

from collections.abc import Iterator
from typing import SupportsIndex, overload

import pytest
from attrs import evolve

from claimcheck.model import Tokens
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

SIZE = 4000
"""Characters of the shorter text; longer than any window that a room looks through."""
TIMES = 4
MOST = 5
"""How many times as much of a text of four times the length may be looked at."""

REPEATED = [
    "1 ", "5, ", '"5 \'6 ', "5 km ", "1 of 1 of ", "5-4 ", "10:30 ", "Monday ", "May ",
    "3 May 2019 ", "2019-05-03 ", "in 2019 ", ", Monday ", "last ", "million ", "a hundred and ", "said ", "x said ",
    "who said that ", "according to A ", "Ada Lund, 34, ", "A (B) ", "Ada Lund also known as ", '"', '"a b c d" ',
    '"we sold 5 boats and ', 'he said, "we sold 5 boats," ', "'a ", "( 5 ", "A: ", "Lund: we sold 5 boats.\n", 
    "| a | 1 |\n", "| 1 |\n|---|\n\n", "Heading\n\n", "sales rose from 5 to 6 ", "It sold 5 boats. ", "\u05d0 5 a ",
]  # fmt: skip


class Meter:
    """Counts what is looked at."""

    def __init__(self) -> None:
        self.total = 0


class Norms(tuple[str, ...]):
    """A column of norms; what is put behind it is counted too."""

    meter: Meter

    @classmethod
    def of(cls, norms: tuple[str, ...], meter: Meter) -> "Norms":
        made = cls(norms)
        made.meter = meter
        return made

    @overload
    def __getitem__(self, key: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[str, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> str | tuple[str, ...]:
        if not isinstance(key, slice):
            return super().__getitem__(key)
        found = super().__getitem__(key)
        self.meter.total += len(found)
        return found

    def __add__(self, other: tuple[object, ...]) -> "Norms":
        return Norms.of((*self, *(str(item) for item in other)), self.meter)


class Characters(str):
    """A text, or the kinds of its tokens."""

    meter: Meter

    @classmethod
    def of(cls, text: str, meter: Meter) -> "Characters":
        made = cls(text)
        made.meter = meter
        return made

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        found = super().__getitem__(key)
        self.meter.total += len(found)
        return found

    def __add__(self, other: str) -> "Characters":
        return Characters.of(str(self) + other, self.meter)

    def find(self, sub: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        found = super().find(sub, start, end)
        low, high = self._bounds(start, end)
        self.meter.total += max(0, (high if found < 0 else found) - low)
        return found

    def rfind(self, sub: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        found = super().rfind(sub, start, end)
        low, high = self._bounds(start, end)
        self.meter.total += max(0, high - (low if found < 0 else found))
        return found

    def count(self, sub: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None) -> int:
        low, high = self._bounds(start, end)
        self.meter.total += max(0, high - low)
        return super().count(sub, start, end)

    def _bounds(self, start: SupportsIndex | None, end: SupportsIndex | None) -> tuple[int, int]:
        low, high, _ = slice(start, end).indices(len(self))
        return low, high


@pytest.fixture
def meter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Meter]:
    found = Meter()
    tokenize = Tokenizer.tokenize

    def metered(tokenizer: Tokenizer, text: str) -> Tokens:
        tokens = tokenize(tokenizer, text)
        return evolve(
            tokens,
            text=Characters.of(tokens.text, found),
            norms=Norms.of(tokens.norms, found),
            kinds=Characters.of(tokens.kinds, found),
        )

    monkeypatch.setattr(Tokenizer, "tokenize", metered)
    yield found


PIPELINE = Pipeline()


def looked_at(meter: Meter, text: str) -> int:
    meter.total = 0
    PIPELINE.analyze(text)
    return meter.total


@pytest.mark.slow
@pytest.mark.parametrize("pattern", REPEATED)
def test_what_is_looked_at_grows_with_the_length_of_a_text(meter: Meter, pattern: str) -> None:
    short, long = (pattern * (size // len(pattern)) for size in (SIZE, TIMES * SIZE))
    assert looked_at(meter, long) < MOST * max(looked_at(meter, short), len(short))


def test_the_meter_sees_a_slice_and_a_search(meter: Meter) -> None:
    text = Characters.of("abcdef", meter)
    assert (text[1:4], text.find("e"), text.rfind("b")) == ("bcd", 4, 1)
    assert meter.total == 3 + 4 + 5
