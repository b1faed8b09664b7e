"""How values show themselves in a notebook: small tables, in which a document brings no markup."""

from collections.abc import Iterable, Sequence
from html import escape

from claimcheck.model.claims import Claim
from claimcheck.model.documents import Document
from claimcheck.model.printable import counted, neutral
from claimcheck.model.reports import Analysis, Report

_MOST_ROWS = 20
_MOST_CHARACTERS = 600


def report_card(report: Report) -> str:
    """Show the conflicts, worst first, and what was compared."""
    rows = [
        (
            item.severity,
            item.verdict,
            item.message,
            ", ".join(dict.fromkeys(claim.document for side in item.sides for claim in side)),
        )
        for item in report.conflicts
    ]
    counts = report.coverage
    parts = [
        counted(len(report.documents), "document"),
        counted(counts.claims, "claim"),
        counted(len(report.conflicts), "conflict"),
        counted(len(report.agreements), "agreement"),
        f"{counts.not_comparable:,} not comparable",
    ]
    missing = [("note", "unsupported", claim.mention.text, claim.document) for claim in report.unsupported]
    return _paragraph(", ".join(parts)) + _table(("severity", "verdict", "what", "where"), [*rows, *missing])


def analysis_card(analysis: Analysis) -> str:
    """Show the claims of one text."""
    return _table(("figure", "subject", "measure", "speaker", "sentence"), [
        (*_claim_cells(claim), claim.sentence.of(analysis.document.text)) for claim in analysis.claims
    ])  # fmt: skip


def claim_card(claim: Claim) -> str:
    """Show a figure, what it is about, and who says it."""
    return _table(("figure", "subject", "measure", "speaker"), [_claim_cells(claim)])


def document_card(document: Document) -> str:
    """Show what is known about a document, and how it begins."""
    day = document.published_date
    told = f"published {day}" if day else f"saved {document.saved}" if document.saved else None
    parts = [document.publisher, told, f"{len(document.text):,} characters"]
    begun = document.text[:_MOST_CHARACTERS] + ("…" if len(document.text) > _MOST_CHARACTERS else "")
    head = _paragraph(f"{document.title or document.id} ({', '.join(filter(None, parts))})")
    return head + "".join(_paragraph(line) for line in begun.splitlines() if line.strip())


def _claim_cells(claim: Claim) -> tuple[str, str, str, str]:
    modifier = claim.mention.modifier
    figure = (
        f"{modifier.text} {claim.mention.text}"
        if modifier and modifier.start < claim.mention.start
        else claim.mention.text
    )
    return figure, claim.subject.text if claim.subject else "", claim.measure or "", claim.speaker or ""


def _table(columns: Sequence[str], rows: Sequence[Iterable[str]]) -> str:
    head = "".join(f"<th>{column}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>" for row in rows[:_MOST_ROWS])
    rest = _paragraph(f"and {len(rows) - _MOST_ROWS} more") if len(rows) > _MOST_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}" if rows else ""


def _paragraph(text: str) -> str:
    return f"<p>{_shown(text)}</p>"


def _shown(text: str) -> str:
    return escape(" ".join(neutral(text).split()))
