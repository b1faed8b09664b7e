"""What stands around the cells of a table: heads of columns, which are no claims but may date those below, and captions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from attrs import field

from claimcheck.claims.headings import year_of
from claimcheck.model import ClaimTime, Mention, Span, Tokens
from claimcheck.model.internal import internal

ROWS = 40
"""How many rows up the head of a table is looked for."""

CELLS = 60
"""How many tokens of a row are read."""

CAPTION = 90
"""How long the caption of a table may be."""

RULE = frozenset("s-–:.*")
"""Kinds of tokens of a rule between the head of a table and its rows."""

IDLE = frozenset(
    {"table", "tab", "the", "of", "in", "by", "and", "for", "at", "on", "to", "per", "cent", "million", "thousand", "bn", "eur", "usd"}
)  # fmt: skip
"""Words of captions and heads that tell nothing of what a table is about."""


@internal
class Columns:
    """The heads of the columns of a text's tables, among its mentions; `exist` tells that there are tables."""

    tokens: Tokens
    mentions: Sequence[Mention]
    exist: bool
    _about: dict[int, str] = field(factory=dict[int, str], eq=False, repr=False)
    _tops: dict[int, int] = field(factory=dict[int, int], eq=False, repr=False)

    @classmethod
    def of(cls, tokens: Tokens, mentions: Sequence[Mention]) -> "Columns":
        """Look for tables."""
        return cls(tokens, mentions, "tt" in tokens.paragraph_kinds)

    def about(self, index: int) -> str | None:
        """Return what a cell's table and column are about, by their words: its caption, its corner, the head; None outside tables."""
        tokens, row = self.tokens, self.tokens.paragraph_index(index)
        head = self.head(index)
        if head is None:
            return None
        top = self._top(row)
        known = self._about.get(top)
        if known is None:
            first, last = tokens.paragraph(top)
            begin = first + (tokens.norms[first] == "|")
            end = tokens.norms.index("|", begin, last) if "|" in tokens.norms[begin:last] else begin
            known = self._about[top] = (
                f"{_told(self._caption(top))}|{_told(tokens.slice(begin, end) if begin < end else '')}"
            )
        return f"table {known}|{_told(head.of(tokens.text))}"

    def _caption(self, top: int) -> str:
        """Return the line before a table, where it is short and no sentence."""
        if not top:
            return ""
        first, last = self.tokens.paragraph(top - 1)
        text = self.tokens.slice(first, last)
        return text if len(text) <= CAPTION and not text.rstrip().endswith((".", ":")) else ""

    def _top(self, row: int) -> int:
        """Return the first row of a table, or the highest that is looked at; a line of dashes stands below it."""
        known = self._tops.get(row)
        if known is not None:
            return known
        kinds, top = self.tokens.paragraph_kinds, row
        while top > 0 and kinds[top - 1] == "t" and row - top < ROWS and not self._is_ruled(top):
            top -= 1
        self._tops[row] = top
        return top

    def _is_ruled(self, row: int) -> bool:
        """Tell whether the row after a row is but a rule: "|---|---|"."""
        tokens = self.tokens
        if tokens.paragraph_kinds[row + 1 : row + 2] != "t":
            return False
        first, last = tokens.paragraph(row + 1)
        return RULE.issuperset(tokens.kinds[first : min(last, first + CELLS)])

    def heads(self, index: int) -> bool:
        """Tell whether a token stands in the first row of a table that has more."""
        row = self.tokens.paragraph_index(index)
        return self.tokens.paragraph_kinds[row : row + 2] == "tt" and self._top(row) == row

    def head(self, index: int) -> Span | None:
        """Return the cell that heads the column of a token, None outside tables and in a head itself."""
        tokens, row = self.tokens, self.tokens.paragraph_index(index)
        kinds = tokens.paragraph_kinds
        if kinds[row] != "t":
            return None
        top = self._top(row)
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


def _told(text: str) -> str:
    """Return the words that tell what a caption or head is about, less numbers, units and what every table is called."""
    words = [word.lower() for word in _words().findall(_number().sub("", text))]
    return " ".join(dict.fromkeys(word for word in words if word not in IDLE))


@cache
def _number() -> re.Pattern[str]:
    """Compile what counts tables: "Table 3."."""
    return re.compile(r"\b(?:table|exhibit|appendix)\s+[\w.]{1,6}", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    """Compile words, and what numbers things: "Hospital A", "Phase 2", no years."""
    return re.compile(r"[A-Za-z]{2,}|\b[B-Z]\b|\bA$|\b[0-9]{1,2}\b(?![.,%])")


def _year(head: str) -> str | None:
    """Return the year that a head is, beside which the unit of the column may stand ("2030 €m")."""
    words = head.split()
    years = [
        word for word in words if len(word) == 4 and word.isascii() and word.isdecimal() and word[:2] in ("19", "20")
    ]
    return years[0] if len(years) == 1 and (len(words) == 1 or any(sign in head for sign in "€$£¥")) else None
