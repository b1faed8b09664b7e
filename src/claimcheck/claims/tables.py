"""What stands at the head of a table's column: no claim, but perhaps the year of those below."""

from claimcheck.model import Tokens

ROWS = 40
"""How many rows up the head of a table is looked for."""

CELLS = 60
"""How many tokens of a row are read."""


def heads_column(tokens: Tokens, index: int) -> bool:
    """Tell whether a token stands in the first row of a table that has more."""
    row = tokens.paragraph_index(index)
    kinds = tokens.paragraph_kinds
    return kinds[row : row + 2] == "tt" and kinds[max(0, row - 1) : row] != "t"


def column_year(tokens: Tokens, index: int) -> str | None:
    """Return the year that heads the column of a token in a table, None where the head is anything else."""
    row = tokens.paragraph_index(index)
    kinds = tokens.paragraph_kinds
    if kinds[row] != "t":
        return None
    head = row
    while head > 0 and kinds[head - 1] == "t" and row - head < ROWS:
        head -= 1
    begin, _ = tokens.paragraph(row)
    if head == row or index - begin > CELLS:
        return None
    column = tokens.norms[begin:index].count("|")
    first, last = tokens.paragraph(head)
    cells = " ".join(tokens.norms[first : min(last, first + CELLS)]).split("|")
    words = cells[column].split() if column < len(cells) else []
    years = [
        word for word in words if len(word) == 4 and word.isascii() and word.isdecimal() and word[:2] in ("19", "20")
    ]
    # Beside the year may stand the unit of the column ("2030 €m"), but no quarter, month or anything else.
    return years[0] if len(years) == 1 and (len(words) == 1 or any(word in "€$£¥" for word in words)) else None
