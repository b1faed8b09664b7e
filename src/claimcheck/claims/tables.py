"""What stands at the head of a table's column: no claim, but perhaps the time of those below."""

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.claims.headings import year_of
from claimcheck.model import ClaimTime, Mention, Span, Tokens
from claimcheck.model.internal import internal

ROWS = 40
"""How many rows up the head of a table is looked for."""

CELLS = 60
"""How many tokens of a row are read."""


@internal
class Columns:
    """The heads of the columns of a text's tables, among its mentions; `exist` tells that there are tables."""

    tokens: Tokens
    mentions: Sequence[Mention]
    exist: bool

    @classmethod
    def of(cls, tokens: Tokens, mentions: Sequence[Mention]) -> "Columns":
        """Look for tables."""
        return cls(tokens, mentions, "tt" in tokens.paragraph_kinds)

    def heads(self, index: int) -> bool:
        """Tell whether a token stands in the first row of a table that has more."""
        row = self.tokens.paragraph_index(index)
        kinds = self.tokens.paragraph_kinds
        return kinds[row : row + 2] == "tt" and kinds[max(0, row - 1) : row] != "t"

    def head(self, index: int) -> Span | None:
        """Return the cell that heads the column of a token, None outside tables and in a head itself."""
        tokens, row = self.tokens, self.tokens.paragraph_index(index)
        kinds = tokens.paragraph_kinds
        if kinds[row] != "t":
            return None
        top = row
        while top > 0 and kinds[top - 1] == "t" and row - top < ROWS:
            top -= 1
        begin, _ = tokens.paragraph(row)
        if top == row or index - begin > CELLS:
            return None
        first, last = tokens.paragraph(top)
        last = min(last, first + CELLS)
        for _ in range(tokens.norms[begin:index].count("|")):
            if "|" not in tokens.norms[first:last]:
                return None
            first = tokens.norms.index("|", first, last) + 1
        end = tokens.norms.index("|", first, last) if "|" in tokens.norms[first:last] else last
        return Span(tokens.starts[first], tokens.ends[end - 1]) if first < end else None

    def dated(self, head: Span) -> tuple[bool, ClaimTime | None]:
        """Return whether a head names a time, and that time where it is known."""
        place = bisect_left(self.mentions, head.start, key=lambda mention: mention.start)
        for mention in self.mentions[place : place + 2]:
            if mention.end <= head.end and mention.timex is not None and mention.timex.timex_type == "DATE":
                period = mention.timex.period
                return True, None if period is None else ClaimTime(mention.id, period)
        year = _year(head.of(self.tokens.text))
        return (True, year_of(year)) if year is not None else (False, None)


def _year(head: str) -> str | None:
    """Return the year that a head is, beside which the unit of the column may stand ("2030 €m")."""
    words = head.split()
    years = [
        word for word in words if len(word) == 4 and word.isascii() and word.isdecimal() and word[:2] in ("19", "20")
    ]
    return years[0] if len(years) == 1 and (len(words) == 1 or any(sign in head for sign in "€$£¥")) else None
