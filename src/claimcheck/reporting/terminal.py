"""The report for a person at a terminal, in the manner of a good compiler's diagnostics."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.model import Agreement, Claim, Conflict, Report, Severity, Span, Step
from claimcheck.reporting.display import counted, neutral, wrapped
from claimcheck.reporting.excerpts import ExcerptLine, excerpt
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start, unsupported_text, voices

_MOST_VOICES = 3  # of a side; the others are named in one line
_MOST_PLACES = 10  # in that line
_EVIDENCE = frozenset({"shared-words", "same-topic"})  # steps that say how two claims were found to be about one thing
_SEVERITY_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "note": "1;36"}


def render_text(report: Report, *, width: int = 100, colour: bool = False, verbose: bool = False) -> str:
    """Write a report as text; `verbose` adds what agrees and what was not understood."""
    return "\n".join(_Page(Provenance(report), max(width, 30), colour, verbose).report()) + "\n"


@frozen
class _Page:
    """A report laid out in a width, with or without colour."""

    provenance: Provenance
    width: int
    colour: bool
    verbose: bool

    def report(self) -> Iterator[str]:
        report = self.provenance.report
        for conflict in report.conflicts:
            yield from self.conflict(conflict)
        for claim in report.unsupported:
            yield from self.unsupported(claim)
        if self.verbose:
            for agreement in report.agreements:
                yield from self.agreement(agreement)
            yield from self.suppressed()
            yield from self.diagnostics()
        yield from self.coverage()

    def conflict(self, conflict: Conflict) -> Iterator[str]:
        label = f"{conflict.severity}[{conflict.rule}] {conflict.verdict}:"
        yield from self.heading(label, conflict.message, _SEVERITY_COLOURS[conflict.severity])
        for side in conflict.sides:
            yield from self.side(side)
        yield from self.why(conflict.steps)
        yield ""

    def agreement(self, agreement: Agreement) -> Iterator[str]:
        figures = ", ".join(dict.fromkeys(claim.mention.text for claim in agreement.claims))
        yield from self.heading(f"agrees[{agreement.rule}]", figures, "1;32")
        yield from self.side(agreement.claims)
        yield from self.why(agreement.steps)
        yield ""

    def unsupported(self, claim: Claim) -> Iterator[str]:
        yield from self.heading("note[unsupported]", unsupported_text(claim), "1;36")
        yield from self.claim(claim)
        yield ""

    def heading(self, label: str, message: str, style: str) -> Iterator[str]:
        first, *others = wrapped(f"{label} {neutral(message)}", self.width) or [label]
        yield self.paint(first[: len(label)], style) + self.paint(first[len(label) :], "1")
        for line in others:
            yield self.paint(line, "1")

    def side(self, claims: Sequence[Claim]) -> Iterator[str]:
        groups = voices(claims, self.provenance)
        for first, *copies in groups[:_MOST_VOICES]:
            yield from self.claim(first)
            if copies:
                yield from self.gutter(f"the same words: {self.places(copies)}", mark="=")
        if others := [claim for group in groups[_MOST_VOICES:] for claim in group]:
            yield from self.gutter(f"and {len(others)} more: {self.places(others)}", mark="=")

    def places(self, claims: Sequence[Claim]) -> str:
        more = ", ..." if len(claims) > _MOST_PLACES else ""
        return ", ".join(map(self.provenance.location, claims[:_MOST_PLACES])) + more

    def claim(self, claim: Claim) -> Iterator[str]:
        arrow, bar = self.paint("-->", "34"), self.paint("|", "34")
        role = " (the draft)" if claim.document == self.provenance.report.draft else ""
        yield f"  {arrow} {neutral(self.provenance.location(claim))}{role}"
        yield from self.gutter(f"{self.provenance.who(claim)} ({self.provenance.when(claim)})")
        text = self.provenance.documents[claim.document].text
        figure = Span(figure_start(claim), figure_end(claim))
        for line in excerpt(text, claim.sentence, [figure], columns=self.width - 8):
            yield f"   {bar}    {self.marked(line)}".rstrip()
            if line.underline:
                yield f"   {bar}    {self.paint(line.underline, '1;33')}"

    def marked(self, line: ExcerptLine) -> str:
        return "".join(self.paint(text, "1") if marked else text for text, marked in line.runs)

    def why(self, steps: Sequence[Step]) -> Iterator[str]:
        told = [step.text for step in steps if self.verbose or step.code not in _EVIDENCE]
        if told:
            yield from self.gutter("why: " + "; ".join(told), mark="=")

    def gutter(self, text: str, *, mark: str = "|") -> Iterator[str]:
        for number, line in enumerate(wrapped(neutral(text), self.width - 5)):
            yield f"   {self.paint(mark if number == 0 else ' ' if mark == '=' else mark, '34')} {line}"

    def suppressed(self) -> Iterator[str]:
        for item in self.provenance.report.suppressed:
            line, column = self.provenance.place(item.document, item.suppression.start)
            what = item.finding.message if isinstance(item.finding, Conflict) else item.finding.mention.text
            reason = item.suppression.reason or "no reason given"
            yield from wrapped(neutral(f"silenced: {item.document}:{line}:{column}: {what} ({reason})"), self.width)

    def diagnostics(self) -> Iterator[str]:
        for item in self.provenance.report.diagnostics:
            line, column = self.provenance.place(item.document, item.start)
            message = f"not understood: {item.document}:{line}:{column}: {item.message} [{item.code}]"
            yield from wrapped(neutral(message), self.width)

    def coverage(self) -> Iterator[str]:
        report = self.provenance.report
        counts = report.coverage
        read = (
            f"Read {counted(len(report.documents), 'document')}: {counted(counts.mentions, 'figure or date')}, "
            f"{counted(counts.claims, 'claim')}; compared {counted(counts.pairs_compared, 'pair')}, "
            f"{counts.not_comparable:,} not comparable."
        )
        if report.documents:  # a corpus reports only those that its conflicts concern
            yield from wrapped(read, self.width)
        found = Counter(conflict.verdict for conflict in report.conflicts)
        parts = [counted(number, verdict) for verdict, number in found.items()] or ["no conflict"]
        if report.draft is not None:
            parts.append(f"{len(report.unsupported)} unsupported")
        if report.suppressed:
            parts.append(f"{len(report.suppressed):,} silenced")
        if report.agreements:
            hint = "" if self.verbose else " (-v shows them)"
            parts.append(f"{counted(len(report.agreements), 'agreement')}{hint}")
        for line in wrapped(f"Found {', '.join(parts)}.", self.width):
            yield self.paint(line, "1")

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text
