"""The report as one HTML file: no network, no script from elsewhere, readable without script at all.

Conflicts come first, each with links into the documents, which stand side by side below with every figure marked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from claimcheck.model import Claim, Conflict, Document, Mention, Report, Span
from claimcheck.reporting.display import counted, neutral, neutral_character
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start

# Nothing may be loaded; the style and the script that stand in the file are named by their hashes.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_MOST_CLAIMS = 20


def render_html(report: Report) -> str:
    """Write a page of conflicts, unsupported claims and documents with marked figures."""
    return "\n".join(_page(report, Provenance(report))) + "\n"


def shown(text: str) -> str:
    """Return text as HTML shows it literally, controls as escapes and line breaks kept."""
    visible = text if text.isprintable() else "".join(c if c == "\n" else neutral_character(c) for c in text)
    return escape(visible)


def _page(report: Report, provenance: Provenance) -> Iterator[str]:
    assets = files("claimcheck.reporting")
    title = f"{counted(len(report.conflicts), 'conflict')} in {counted(len(report.documents), 'document')}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">'
    yield f"<title>claimcheck: {title}</title>\n<style>\n{assets.joinpath('report.css').read_text('utf-8')}</style>\n</head>\n<body>"
    yield f"<header><h1>{title}</h1>\n<p>{_coverage(report)}</p></header>\n<main>"
    if report.conflicts:
        yield '<section aria-labelledby="conflicts"><h2 id="conflicts">Conflicts</h2>'
        yield from _filters(report)
        for conflict in report.conflicts:
            yield from _conflict(conflict, provenance)
        yield "</section>"
    if report.unsupported:
        yield '<section aria-labelledby="unsupported"><h2 id="unsupported">No counterpart in the sources</h2><ul>'
        for claim in report.unsupported:
            yield f"<li>{_link(claim, provenance)}</li>"
        yield "</ul></section>"
    yield '<section aria-labelledby="documents"><h2 id="documents">Documents</h2><div class="documents">'
    clashes = {
        claim.mention.id: conflict.id for conflict in report.conflicts for side in conflict.sides for claim in side
    }
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        mentions[mention.document].append(mention)
    for document in report.documents:
        role = "draft, " if document.id == report.draft else ""
        yield from _document(document, provenance.numbers[document.id], role, mentions[document.id], clashes)
    yield f"</div></section>\n</main>\n<script>\n{assets.joinpath('report.js').read_text('utf-8')}</script>\n</body>\n</html>"


def _coverage(report: Report) -> str:
    counts = report.coverage
    return (
        f"{counts.mentions} figures and dates, {counts.claims} claims; {counts.pairs_compared} pairs compared, "
        f"{counts.not_comparable} not comparable; {len(report.agreements)} agreements"
    )


def _filters(report: Report) -> Iterator[str]:
    yield '<form class="filters" hidden aria-label="Show only">'
    for name in ("severity", "verdict", "rule"):
        values = dict.fromkeys(str(getattr(conflict, name)) for conflict in report.conflicts)
        options = "".join(f'<option value="{value}">{value}</option>' for value in values)
        yield f'<label>{name} <select name="{name}"><option value="">all</option>{options}</select></label>'
    yield '<output aria-live="polite"></output></form>'


def _conflict(conflict: Conflict, provenance: Provenance) -> Iterator[str]:
    data = f'data-severity="{conflict.severity}" data-verdict="{conflict.verdict}" data-rule="{conflict.rule}"'
    yield f'<article class="conflict {conflict.severity}" id="{escape(conflict.id)}" {data}>'
    yield f"<h3><span>{conflict.verdict}</span> {shown(neutral(conflict.message))}</h3>"
    yield f"<p>{conflict.severity}, rule {conflict.rule}, confidence {conflict.confidence:.2f}</p>"
    yield '<div class="sides">'
    for side in conflict.sides:
        yield "<ul>"
        for claim in side[:_MOST_CLAIMS]:
            yield f"<li>{_link(claim, provenance)}</li>"
        if len(side) > _MOST_CLAIMS:
            yield f"<li>and {len(side) - _MOST_CLAIMS} more</li>"
        yield "</ul>"
    steps = "".join(f"<li>{shown(neutral(step.text))}</li>" for step in conflict.steps)
    yield f"</div><details><summary>Why</summary><ol>{steps}</ol></details></article>"


def _link(claim: Claim, provenance: Provenance) -> str:
    sentence = claim.sentence.of(provenance.documents[claim.document].text)
    start, end = _within(figure_start(claim), claim.sentence), _within(figure_end(claim), claim.sentence)
    quoted = f"{shown(sentence[:start])}<mark>{shown(sentence[start:end])}</mark>{shown(sentence[end:])}"
    place = shown(neutral(provenance.location(claim)))
    told = shown(neutral(f"{provenance.who(claim)} ({provenance.when(claim)})"))
    return f'<blockquote>{quoted}</blockquote><p>{told}, <a href="#{_anchor(claim, provenance)}">{place}</a></p>'


def _within(offset: int, sentence: Span) -> int:
    """Reckon an offset from the start of a sentence; a figure's modifier may stand before it."""
    return max(0, offset - sentence.start)


def _anchor(claim: Claim, provenance: Provenance) -> str:
    """Return the id of a figure's mark: made of numbers, for a document's id may hold anything."""
    return f"d{provenance.numbers[claim.document]}-{claim.mention.start}"


def _document(
    document: Document, number: int, role: str, mentions: Sequence[Mention], clashes: Mapping[str, str]
) -> Iterator[str]:
    published = document.published_date.isoformat() if document.published_date else "unknown"
    yield f'<article class="document"><h3>{shown(neutral(document.title or document.id))}</h3>'
    yield f"<p>{role}{shown(neutral(document.publisher or document.id))}, published {published}</p>"
    parts: list[str] = []
    last = 0
    for mention in mentions:
        if mention.start < last:
            continue
        parts.append(shown(document.text[last : mention.start]))
        anchor = f'id="d{number}-{mention.start}"'
        figure = shown(mention.text)
        conflict = clashes.get(mention.id)
        parts.append(
            f'<a {anchor} class="clash" href="#{escape(conflict)}"><mark>{figure}</mark></a>'
            if conflict
            else f"<mark {anchor}>{figure}</mark>"
        )
        last = mention.end
    parts.append(shown(document.text[last:]))
    yield f'<div class="text">{"".join(parts)}</div></article>'
