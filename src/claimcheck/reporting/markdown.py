"""The report as Markdown, for issues, pull requests and notebooks."""

from collections.abc import Iterator

from claimcheck.model import Claim, Report, Span
from claimcheck.reporting.display import counted, neutral
from claimcheck.reporting.excerpts import excerpt
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start

_SPECIAL = {character: "\\" + character for character in r"\`*_{}[]()#+-.!|~:^$="}
# A word joiner after @ keeps a name from becoming a mention that notifies somebody.
_TABLE = str.maketrans(_SPECIAL | {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@\u2060"})
_MOST_CLAIMS = 5


def render_markdown(report: Report) -> str:
    """Write the conflicts with both passages and why, then what no source supports, then the coverage."""
    return "\n".join(_lines(report, Provenance(report))) + "\n"


def render_claims_markdown(report: Report) -> str:
    """Write the claims as a table, in order."""
    provenance = Provenance(report)
    lines = ["| where | figure | subject | measure | speaker |", "| --- | --- | --- | --- | --- |"]
    for claim in report.claims:
        text = provenance.documents[claim.document].text
        cells = (
            provenance.location(claim),
            text[figure_start(claim) : figure_end(claim)],
            claim.subject.text if claim.subject else "",
            claim.measure or "",
            claim.speaker or "",
        )
        lines.append(f"| {' | '.join(map(escaped, cells))} |")
    return "\n".join(lines) + "\n" if report.claims else "No claims found.\n"


def _lines(report: Report, provenance: Provenance) -> Iterator[str]:
    for conflict in report.conflicts:
        yield f"### {conflict.verdict.capitalize()}: {escaped(conflict.message)}"
        yield ""
        yield f"{conflict.severity}, rule `{conflict.rule}`"
        yield ""
        for side in conflict.sides:
            for claim in side[:_MOST_CLAIMS]:
                yield from _claim(claim, provenance)
            if len(side) > _MOST_CLAIMS:
                yield f"and {len(side) - _MOST_CLAIMS} more"
                yield ""
        for step in conflict.steps:
            yield f"- {escaped(step.text)}"
        yield ""
    if report.unsupported:
        yield "### No counterpart in the sources"
        yield ""
        for claim in report.unsupported:
            yield from _claim(claim, provenance)
    counts = report.coverage
    parts = [
        counted(len(report.documents), "document"),
        counted(counts.claims, "claim"),
        f"{counted(counts.pairs_compared, 'pair')} compared",
        f"{counts.not_comparable:,} not comparable",
        counted(len(report.conflicts), "conflict"),
        counted(len(report.agreements), "agreement"),
    ]
    yield ", ".join(parts) + "."


def _claim(claim: Claim, provenance: Provenance) -> Iterator[str]:
    text = provenance.documents[claim.document].text
    figure = Span(figure_start(claim), figure_end(claim))
    lines = excerpt(text, claim.sentence, [figure], columns=600, most=1)
    runs = [(words.translate(_TABLE), marked) for line in lines for words, marked in line.runs]
    yield "> " + "".join(f"**{words}**" if marked else words for words, marked in runs)
    yield ">"
    yield f"> — {escaped(provenance.who(claim))} ({escaped(provenance.when(claim))}), {escaped(provenance.location(claim))}"
    yield ""


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no link, no HTML, no mention.

    >>> escaped("**<b>**")
    '\\\\*\\\\*&lt;b&gt;\\\\*\\\\*'
    """
    return " ".join(neutral(text).split()).translate(_TABLE)
