"""Claims as CSV: one row a figure, with where it agrees and where it conflicts.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, so text that does is quoted with an apostrophe.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.model import Report
from claimcheck.model.records import Cell, Record
from claimcheck.reporting.display import neutral

# The full-width forms too: some spreadsheets read them like the plain ones.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBERS = frozenset({"low", "high"})


def render_csv(report: Report) -> str:
    """Write the claims with their figures, and the ids of the claims that agree and the conflicts that name them."""
    rows = report.to_records("claims")
    return table(list(rows[0]) + ["agrees_with", "conflicts", "unsupported"], _tied(report, rows)) if rows else "id\n"


def _tied(report: Report, rows: Iterable[Record]) -> Iterable[Record]:
    agreeing: dict[str, list[str]] = defaultdict(list)
    for agreement in report.agreements:
        for claim in agreement.claims:
            agreeing[claim.id] += [other.id for other in agreement.claims if other is not claim]
    conflicting: dict[str, list[str]] = defaultdict(list)
    for conflict in report.conflicts:
        for claim in (*conflict.sides[0], *conflict.sides[1]):
            conflicting[claim.id].append(conflict.id)
    unsupported = {claim.id for claim in report.unsupported}
    for row in rows:
        name = str(row["id"])
        yield row | {
            "agrees_with": " ".join(dict.fromkeys(agreeing[name])),
            "conflicts": " ".join(conflicting[name]),
            "unsupported": name in unsupported,
        }


def table(columns: Sequence[str], rows: Iterable[Record]) -> str:
    """Write rows as CSV with a header; a cell that a row lacks is empty, and none can be taken for a formula."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(column, row.get(column)) for column in columns])
    return output.getvalue()


def _cell(key: str, value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    text = neutral(value)
    return "'" + text if key not in _NUMBERS and text.lstrip().startswith(_FORMULA) else text
