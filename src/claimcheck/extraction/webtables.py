"""Which tables of a page hold data, and which only arrange blocks."""

from functools import cache

import regex
from attrs import define

from claimcheck.extraction.markup import attributes_of, tag_pattern

_PROSE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "header", "form", "blockquote"})


@define
class _Table:
    start: int
    heads: int = 0
    paragraphs: int = 0
    cells: int = 0
    arranges: bool = False

    @property
    def data(self) -> bool:
        return not self.arranges and self.cells > 1 and (bool(self.heads) or self.paragraphs <= self.cells)


def data_tables(source: str) -> frozenset[int]:
    """Return the offsets of the `<table>` tags of tables with data: no table, heading or section stands in them."""
    if not _table().search(source):
        return frozenset()
    found: list[int] = []
    stack: list[_Table] = []
    for match in tag_pattern().finditer(source):
        name = (match["name"] or "").lower()
        if name == "table" and match["close"]:
            found += [table.start for table in stack[-1:] if table.data]
            stack = stack[:-1]
        elif name == "table":
            for table in stack[-1:]:
                table.arranges = True
            role = attributes_of(match["attributes"]).get("role")
            stack.append(_Table(match.start(), arranges=role in ("presentation", "none")))
        elif stack and not match["close"]:
            _note(stack[-1], name)
    return frozenset(found)


@cache
def _table() -> regex.Pattern[str]:
    return regex.compile(r"<table\b", regex.IGNORECASE)


def _note(table: _Table, name: str) -> None:
    table.heads += name == "th"
    table.cells += name in ("td", "th")
    table.paragraphs += name == "p"
    table.arranges = table.arranges or name in _PROSE
