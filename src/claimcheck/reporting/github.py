"""The report as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Report, Severity
from claimcheck.reporting.display import counted, neutral
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start, unsupported_text

MOST = 10  # of each severity in a step: GitHub drops the others without a word
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(report: Report, *, unsupported: bool = False) -> str:
    """Write an annotation for each conflict, worst first, at the first claim of its first side; at most 10 a severity.

    `unsupported` adds a notice for each claim of a draft that no source has a counterpart of.
    """
    return "".join(
        line + "\n" for line in _lines(report, Provenance(report), report.unsupported if unsupported else ())
    )


def _lines(report: Report, provenance: Provenance, unsupported: Sequence[Claim]) -> Iterator[str]:
    written: Counter[Severity] = Counter()
    for conflict in report.conflicts:
        written[conflict.severity] += 1
        if written[conflict.severity] > MOST:
            continue
        first, second = (side[0] for side in conflict.sides)
        message = f"{conflict.message} (against {provenance.location(second)})"
        properties = _place(first, provenance) + f",title={_property(f'{conflict.verdict} [{conflict.rule}]')}"
        yield f"::{_COMMANDS[conflict.severity]} {properties}::{_data(message)}"
    for claim in unsupported:
        written["note"] += 1
        if written["note"] <= MOST:
            yield f"::notice {_place(claim, provenance)},title=unsupported::{_data(unsupported_text(claim))}"
    left = sum(max(0, number - MOST) for number in written.values())
    rest = f", {left} of them not annotated" if left else ""
    bare = f", {len(unsupported)} unsupported" if unsupported else ""
    yield f"claimcheck: {counted(len(report.conflicts), 'conflict')}{bare}{rest}"


def _place(claim: Claim, provenance: Provenance) -> str:
    line, column = provenance.place(claim.document, figure_start(claim))
    end_line, end_column = provenance.last_place(claim.document, figure_end(claim))
    columns = f",col={column},endColumn={end_column}" if line == end_line else ""
    return f"file={_property(claim.document)},line={line},endLine={end_line}{columns}"


def _data(text: str) -> str:
    """Escape a message: what follows a line break would be read as another command."""
    return neutral(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
