"""Where a draft departs from its sources, in the manner of a diff: what a failing test shows."""

from collections.abc import Iterator, Sequence

from claimcheck.model import Claim, Conflict, Report
from claimcheck.reporting.display import counted, neutral
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start, unsupported_text

_MOST_CLAIMS = 3  # of a side
_AROUND = 120  # characters of a sentence on either side of its figure


def render_differences(report: Report) -> str:
    """Write what each source says after `-` and what the draft says after `+`, the figures in brackets, then why."""
    return "\n".join(_lines(report, Provenance(report))) + "\n"


def _lines(report: Report, provenance: Provenance) -> Iterator[str]:
    for conflict in report.conflicts:
        yield from _conflict(conflict, provenance)
    for claim in report.unsupported:
        yield f"note[unsupported] {neutral(unsupported_text(claim))}"
        yield from _side("+", [claim], provenance)
        yield ""
    found = [counted(len(report.conflicts), "conflict")]
    if report.unsupported:
        found.append(f"{len(report.unsupported)} unsupported")
    yield f"{' and '.join(found)} among {counted(report.coverage.claims, 'claim')} of {counted(len(report.documents), 'document')}."


def _conflict(conflict: Conflict, provenance: Provenance) -> Iterator[str]:
    yield f"{conflict.severity}[{conflict.rule}] {conflict.verdict}: {neutral(conflict.message)}"
    first, second = conflict.sides
    # The draft's side is the first one, but a diff shows what was there before what came.
    for side in (second, first):
        mark = "+" if side[0].document == provenance.report.draft else "-"
        yield from _side(mark, side, provenance)
    yield "  why: " + neutral("; ".join(step.text for step in conflict.steps))
    yield ""


def _side(mark: str, claims: Sequence[Claim], provenance: Provenance) -> Iterator[str]:
    for claim in claims[:_MOST_CLAIMS]:
        yield f"{mark} {neutral(provenance.location(claim))}: {_quoted(claim, provenance)}"
    if len(claims) > _MOST_CLAIMS:
        yield f"{mark} and {len(claims) - _MOST_CLAIMS} more"


def _quoted(claim: Claim, provenance: Provenance) -> str:
    """Write the sentence around the figure in one line, the figure in brackets."""
    text = provenance.documents[claim.document].text
    start, end = figure_start(claim), figure_end(claim)
    first, last = max(claim.sentence.start, start - _AROUND), max(end, min(claim.sentence.end, end + _AROUND))
    before = ("…" if first > claim.sentence.start else "") + text[min(first, start) : start]
    after = text[end:last] + ("…" if last < claim.sentence.end else "")
    return " ".join(neutral(f"{before}[{text[start:end]}]{after}").split())
