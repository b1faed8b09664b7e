"""Places in a text."""

from attrs import frozen

from claimcheck.model.internal import maker, sealed


@frozen(order=True, init=False)
class Span:
    """A half-open range of Unicode code points in the untouched text.

    Examples:
        >>> Span(3, 6).of("at 800 km")
        '800'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Return the text that stands there."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@sealed(order=True)
class Passage:
    """A span together with the words that stand there."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)

    @staticmethod
    def cut(text: str, start: int, end: int) -> "Passage":
        """Take the passage between two offsets out of a text."""
        return _make_passage(start, end, text[start:end])


_make_passage = maker(Passage)

# A frozen class refuses to set a field by its name, and attrs goes round that with a bound method for each object. The
# fields' own descriptors cost a quarter less, which tells for values that a text has hundreds of.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))
