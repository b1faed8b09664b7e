"""Numbers and times as they stand in a text."""

from attrs import Factory, field

from claimcheck.model.internal import internal, sealed
from claimcheck.model.quantities import Quantity
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Timex


def _amount(mention: "Mention") -> Quantity | None:
    return mention.value if isinstance(mention.value, Quantity) else None


def _time(mention: "Mention") -> Timex | None:
    return mention.value if isinstance(mention.value, Timex) else None


@sealed
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
    quantity: Quantity | None = field(init=False, eq=False, repr=False, default=Factory(_amount, takes_self=True))
    timex: Timex | None = field(init=False, eq=False, repr=False, default=Factory(_time, takes_self=True))

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
