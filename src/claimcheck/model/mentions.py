"""Numbers and times as they stand in a text."""

from attrs import field, frozen

from claimcheck.model.internal import internal
from claimcheck.model.quantities import Quantity
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Timex


@frozen
class Mention:
    """A number, quantity or time expression as written.

    The span takes the number with its scale, unit, currency and percent sign, and a whole range; the word that hedges
    or bounds it is the `modifier`. `id` is `DOCUMENT#m1`, counted in the order of the offsets. `quantity` is the value if
    it is an amount, `timex` if it is a time.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    value: Quantity | Timex
    modifier: Passage | None = None
    quantity: Quantity | None = field(init=False, eq=False, repr=False)
    timex: Timex | None = field(init=False, eq=False, repr=False)

    @quantity.default
    def _amount(self) -> Quantity | None:
        return self.value if isinstance(self.value, Quantity) else None

    @timex.default
    def _time(self) -> Timex | None:
        return self.value if isinstance(self.value, Timex) else None

    @property
    def span(self) -> Span:
        """The place."""
        return Span(self.start, self.end)


@internal
class Candidate:
    """What a grammar found before one reading is chosen for each stretch of text.

    It covers the offsets `start` to `end`, modifier not included. Where two candidates overlap, the higher `rank`
    wins, then the longer one, then the earlier one. A `value` of None claims the stretch for nothing: an identifier, a
    title, a phone number is no figure.
    """

    start: int
    end: int
    value: Quantity | Timex | None
    modifier: Passage | None = None
    rank: int = 0
