"""The claims of documents, one line each, for a person."""

from claimcheck.model import Claim, Report
from claimcheck.reporting.display import neutral, shortened
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start


def render_claims(report: Report, *, width: int = 100, colour: bool = False) -> str:
    """Write `document:line:column  figure  subject  speaker` for each claim, in order."""
    provenance = Provenance(report)
    rows = [_row(claim, provenance) for claim in report.claims]
    if not rows:
        return "No claims found.\n"
    columns = [min(max(len(row[number]) for row in rows), 40) for number in range(3)]
    lines: list[str] = []
    for row in rows:
        place, figure, subject = (shortened(cell, size).ljust(size) for cell, size in zip(row, columns, strict=False))
        line = shortened(f"{place}  {figure}  {subject}  {row[3]}".rstrip(), width)
        lines.append(line.replace(figure, f"\x1b[1m{figure}\x1b[0m", 1) if colour else line)
    return "\n".join(lines) + "\n"


def _row(claim: Claim, provenance: Provenance) -> tuple[str, str, str, str]:
    text = provenance.documents[claim.document].text
    subject = claim.subject.text if claim.subject else ""
    if claim.measure and claim.measure != subject:
        subject = f"{subject} [{claim.measure}]".lstrip()
    cells = (
        provenance.location(claim),
        text[figure_start(claim) : figure_end(claim)],
        subject,
        provenance.who(claim) if claim.attribution or claim.speaker else "",
    )
    first, second, third, fourth = (" ".join(neutral(cell).split()) for cell in cells)
    return first, second, third, fourth
