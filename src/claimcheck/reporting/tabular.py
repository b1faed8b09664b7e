"""Claims as CSV: one row a figure, with where it agrees and where it conflicts.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, so text that does is quoted with an apostrophe.
"""

import csv
import io
from collections import defaultdict

from claimcheck.model import Report
from claimcheck.model.records import Cell
from claimcheck.reporting.display import neutral

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBERS = frozenset({"low", "high"})


def render_csv(report: Report) -> str:
    """Write the claims with their figures, and the ids of the claims that agree and the conflicts that name them."""
    agreeing: dict[str, list[str]] = defaultdict(list)
    for agreement in report.agreements:
        for claim in agreement.claims:
            agreeing[claim.id] += [other.id for other in agreement.claims if other is not claim]
    conflicting: dict[str, list[str]] = defaultdict(list)
    for conflict in report.conflicts:
        for claim in (*conflict.sides[0], *conflict.sides[1]):
            conflicting[claim.id].append(conflict.id)
    unsupported = {claim.id for claim in report.unsupported}
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    header: list[str] | None = None
    for row in report.to_records("claims"):
        name = str(row["id"])
        row |= {
            "agrees_with": " ".join(dict.fromkeys(agreeing[name])),
            "conflicts": " ".join(conflicting[name]),
            "unsupported": name in unsupported,
        }
        if header is None:
            header = list(row)
            writer.writerow(header)
        writer.writerow([_cell(key, value) for key, value in row.items()])
    return output.getvalue() or "id\n"


def _cell(key: str, value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    text = neutral(value)
    return "'" + text if key not in _NUMBERS and text.startswith(_FORMULA) else text
