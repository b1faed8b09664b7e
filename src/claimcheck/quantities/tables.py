"""Units that stand in a table's head: "Revenue (€m)" before a row, "£m" or "Height (m)" above a column, "€ million" in the
corner or in the caption for the whole table."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import Unit, UnitTable
from claimcheck.model import Tokens

ONE = Decimal(1)
WRITTEN_SCALES = {"000": Decimal(1000), "000s": Decimal(1000)}
LONGEST_HEAD = 8
"""Heads with more tokens in their brackets hold a note."""
CAPTION = 30
"""How many tokens of the paragraph before a table are read."""

Cell = tuple[int, int]


@frozen
class Head:
    """What a head says of the bare figures below or beside it: their unit, if it names one, and their scale."""

    unit: Unit | None
    scale: Decimal


@frozen
class TableReader:
    """Finds the heads of the tables of a text."""

    units: UnitTable
    numbers: NumberWords
    counted: frozenset[str]
    """Words that end the name of a row whose figures no unit of the whole table measures: they count, or are shares."""

    def heads(self, tokens: Tokens) -> Mapping[int, Head | None]:
        """Return the head that holds for each token of the tables' rows, None for the tokens of heads themselves.

        A row's own head counts before the column's, and that before the one of the whole table.
        """
        found: dict[int, Head | None] = {}
        columns: list[Head | None] = []
        whole: Head | None = None
        for number, kind in enumerate(tokens.paragraph_kinds if "t" in tokens.paragraph_kinds else ""):
            if kind != "t":
                columns = []
                continue
            row = list(_cells(tokens, *tokens.paragraph(number)))
            heads = [self._head(tokens, *cell) for cell in row]
            for (first, last), own in zip(row, heads, strict=True):
                if own is not None:
                    found.update(dict.fromkeys(range(first, last)))
            if not columns:
                caption = self._caption(tokens, number, found)
                whole = heads[0] or caption if heads else caption
                columns = heads
                continue
            names = _names(tokens, row)
            numbers = "number" in names
            below = whole if names and not numbers and names[-1] not in self.counted and "per" not in names else None
            for (first, last), column in zip(row[1:], (*columns[1:], *[None] * len(row)), strict=False):
                head = heads[0] or (None if numbers else column) or below
                if head is not None:
                    found.update(dict.fromkeys(range(first, last), head))
        return found

    def _caption(self, tokens: Tokens, number: int, found: dict[int, Head | None]) -> Head | None:
        """Read the unit of a whole table in the paragraph before it: "Results (in € million)", "All figures in £m"."""
        if not number or tokens.paragraph_kinds[number - 1] == "t":
            return None
        first, last = tokens.paragraph(number - 1)
        norms = tokens.norms
        if last - first > CAPTION:
            return None
        last -= norms[last - 1] in (".", ":")
        for place in range(first, last):
            if place > first and norms[place - 1] not in ("(", ",", ":", "in"):
                continue
            end = next((at for at in range(place, last) if norms[at] in (")", ",", ";")), last)
            head = self._measured(tokens, place, end)
            if head is not None:
                found.update(dict.fromkeys(range(place, end)))
                return head
        return None

    def _measured(self, tokens: Tokens, first: int, last: int) -> Head | None:
        """Read "€ million", "millions of euros", "dollars in thousands", whole."""
        if not first < last <= first + LONGEST_HEAD:
            return None
        for joint in range(first + 1, last - 1):
            if tokens.norms[joint] in ("of", "in"):
                before, after = self._unit(tokens, first, joint), self._unit(tokens, joint + 1, last)
                if before and after and (before.unit is None) != (after.unit is None):
                    return Head(before.unit or after.unit, before.scale * after.scale)
        return self._unit(tokens, first, last)

    def _head(self, tokens: Tokens, first: int, last: int) -> Head | None:
        """Read a cell that is a unit, or ends with one in brackets, after a comma or after "in"."""
        norms = tokens.norms
        if last > first and norms[last - 1] == ")":
            opening = next(
                (at for at in range(last - 2, max(first, last - LONGEST_HEAD) - 1, -1) if norms[at] == "("), None
            )
            if opening is None:
                return None
            first, last = opening + 1, last - 1
        if last - first > 1 and _is_year(norms[first]):
            first += 1
        elif last - first > 1 and _is_year(norms[last - 1]):
            last -= 1
        joint = next((at for at in range(last - 2, first, -1) if norms[at] in (",", "in")), None)
        if joint is not None and tokens.kinds[first] in "aAIU":
            first = joint + 1
        if not first < last <= first + LONGEST_HEAD:
            return None
        return self._unit(tokens, first, last)

    def _unit(self, tokens: Tokens, first: int, last: int) -> Head | None:
        """Read "€m", "$ million", "£000", "%", "tonnes", "millions", whole."""
        for place in range(last, first, -1):
            lead = self.units.match_before(tokens, place)
            if lead is not None and lead.first == first:
                scale = ONE if place == last else self._scale(tokens, place, last)
                return None if scale is None else Head(lead.unit, scale * lead.unit.worth)
        alone = self._scale(tokens, first, last)
        if alone is not None and len(tokens.norms[last - 1]) > 1:
            return Head(None, alone)
        follow = self.units.match(tokens, first)
        return Head(follow.unit, follow.unit.worth) if follow is not None and follow.last == last else None

    def _scale(self, tokens: Tokens, first: int, last: int) -> Decimal | None:
        """Read a scale that ends where the head ends: "m", "bn", "million", "000", "'000"."""
        first += tokens.norms[first] in ("'", "in")
        if first + 1 != last:
            return None
        word, norm = tokens.word(first), tokens.norms[first]
        known = self.numbers.words.get(norm) or self.numbers.words.get(norm.removesuffix("s"))
        if known is not None:
            return known.value if known.role == "scale" and not known.ordinal else None
        return WRITTEN_SCALES.get(norm) or self.numbers.abbreviations.get(norm) or self.numbers.money.get(word)


def _names(tokens: Tokens, row: list[Cell]) -> list[str]:
    """Return the words of the first cell of a row, which name it."""
    return [tokens.norms[at] for first, last in row[:1] for at in range(first, last) if tokens.kinds[at] in "aAIU"]


def _is_year(norm: str) -> bool:
    """Tell whether a word of a head is a year: "2030 €m"."""
    return len(norm) == 4 and norm.isascii() and norm.isdecimal() and norm[:2] in ("19", "20")


def _cells(tokens: Tokens, first: int, last: int) -> Iterator[Cell]:
    """Yield the cells of a row, parted by upright strokes or tabs; a stroke at its beginning parts nothing."""
    begin = first
    for index in range(first, last):
        if tokens.norms[index] == "|":
            if index > first:
                yield begin, index
            begin = index + 1
        elif index > first:
            gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
            if "\t" in gap:  # most have none: the test spares a call for each token of the row
                for _ in range(gap.count("\t")):
                    yield begin, index
                    begin = index
    if begin < last:
        yield begin, last
