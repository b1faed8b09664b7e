"""What the HTML report shows, made ready for its template: plain values, no markup."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from claimcheck.model import Agreement, Claim, Conflict, Mention, Report
from claimcheck.model.timelines import Timeline, TimelinePoint
from claimcheck.reporting.charts import Chart, Dot, supporters_chart, timeline_chart
from claimcheck.reporting.display import neutral, shortened
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start, voices
from claimcheck.reporting.sheets import Sheet, cut_sheets

MOST_FINDINGS = 1_000  # conflicts that are shown
_MOST_AGREEMENTS = 500
_MOST_VOICES = 10  # of a side
_MOST_COPIES = 10  # of a passage
_MOST_TOPICS = 60
_AROUND = 280  # characters of a sentence on either side of its figure


@frozen
class Quotation:
    """A figure in its sentence, who says it, and where it stands; `anchor` is the id of its mark in the document."""

    before: str
    figure: str
    after: str
    who: str
    when: str
    place: str
    anchor: str | None
    draft: bool


@frozen
class Side:
    """The passages of a side, copies of one passage together, and how many are not shown."""

    voices: tuple[tuple[Quotation, ...], ...]
    left: int

    @classmethod
    def of(cls, claims: Sequence[Claim], page: "ReportPage") -> "Side":
        """Quote the claims of a side."""
        groups = voices(claims, page.provenance)[:_MOST_VOICES]
        shown = [[page.quotation(claim) for claim in group[:_MOST_COPIES]] for group in groups]
        return cls(tuple(map(tuple, shown)), len(claims) - sum(map(len, shown)))


@frozen
class Finding:
    """A conflict or an agreement with the passages of each side."""

    item: Conflict | Agreement
    sides: tuple[Side, ...]
    documents: tuple[int, ...]


@frozen
class Row:
    """A figure of a topic as a row of its table."""

    point: TimelinePoint
    quotation: Quotation


@frozen
class Topic:
    """Figures that were compared with each other: a table, and charts where they can be drawn and tell more."""

    timeline: Timeline
    rows: tuple[Row, ...]
    over_time: Chart | None
    by_value: Chart | None

    @property
    def name(self) -> str:
        """What is measured, of what, in which unit."""
        line = self.timeline
        words = dict.fromkeys(part for part in (line.measure, line.subject) if part)
        return (", ".join(words) or "figures") + (f" ({line.unit})" if line.unit else "")


@frozen
class ReportPage:
    """Everything that the template asks for."""

    provenance: Provenance = field(repr=False)

    @property
    def report(self) -> Report:
        """The report."""
        return self.provenance.report

    @cached_property
    def conflicts(self) -> tuple[Finding, ...]:
        """The conflicts, worst first."""
        return tuple(self._finding(item, item.sides) for item in self.report.conflicts[:MOST_FINDINGS])

    @cached_property
    def agreements(self) -> tuple[Finding, ...]:
        """What agrees."""
        return tuple(self._finding(item, (item.claims,)) for item in self.report.agreements[:_MOST_AGREEMENTS])

    @cached_property
    def unsupported(self) -> tuple[Quotation, ...]:
        """What the draft says and no source does."""
        return tuple(map(self.quotation, self.report.unsupported))

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The figures that were compared with each other and are not all equal, most first."""
        lines = [line for line in self.report.timeline() if len({point.amount for point in line.points}) > 1]
        lines.sort(key=lambda line: -len(line.points))
        return tuple(map(self._topic, lines[:_MOST_TOPICS]))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The documents."""
        return cut_sheets(self.provenance, self._clashes())

    def suppressed(self) -> Iterator[tuple[str, str, str]]:
        """What the documents say is not to be reported: the place of the remark, what it silences, and why."""
        for item in self.report.suppressed[:MOST_FINDINGS]:
            line, column = self.provenance.place(item.document, item.suppression.start)
            what = item.finding.message if isinstance(item.finding, Conflict) else item.finding.mention.text
            yield f"{item.document}:{line}:{column}", what, item.suppression.reason or "no reason given"

    def diagnostics(self) -> Iterator[tuple[str, str]]:
        """What was seen and not understood, with its place."""
        for item in self.report.diagnostics[:MOST_FINDINGS]:
            line, column = self.provenance.place(item.document, item.start)
            yield f"{item.document}:{line}:{column}", item.message

    def choices(self, name: str) -> list[tuple[str, str]]:
        """What the conflicts differ in, for a filter."""
        values = dict.fromkeys(str(getattr(conflict, name)) for conflict in self.report.conflicts)
        return [(value, value) for value in values]

    def document_choices(self) -> list[tuple[str, str]]:
        """The documents that have a conflict, by number."""
        numbers = {number for finding in self.conflicts for number in finding.documents}
        documents = enumerate(self.report.documents)
        return [
            (str(number), shortened(neutral(document.id), 40)) for number, document in documents if number in numbers
        ]

    def quotation(self, claim: Claim) -> Quotation:
        """Quote a claim."""
        text = self.provenance.documents[claim.document].text
        start, end = figure_start(claim), figure_end(claim)
        first, last = max(claim.sentence.start, start - _AROUND), min(claim.sentence.end, end + _AROUND)
        return Quotation(
            before=("…" if first > claim.sentence.start else "") + text[min(first, start) : start],
            figure=text[start:end],
            after=text[end : max(last, end)] + ("…" if last < claim.sentence.end else ""),
            who=self.provenance.who(claim),
            when=self.provenance.when(claim),
            place=self.provenance.location(claim),
            anchor=self.anchor(claim.mention),
            draft=claim.document == self.report.draft,
        )

    def anchor(self, mention: Mention) -> str | None:
        """Return the id of a figure's mark: made of numbers, for a document's id may hold anything."""
        name = f"d{self.provenance.numbers[mention.document]}-{mention.start}"
        return name if name in self._anchors else None

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(piece.anchor for sheet in self.sheets for piece in sheet.pieces if piece.anchor)

    def _finding(self, item: Conflict | Agreement, sides: Sequence[Sequence[Claim]]) -> Finding:
        numbers = dict.fromkeys(self.provenance.numbers[claim.document] for side in sides for claim in side)
        return Finding(item, tuple(Side.of(side, self) for side in sides), tuple(numbers))

    def _topic(self, line: Timeline) -> Topic:
        rows = tuple(Row(point, self.quotation(point.claim)) for point in line.points)
        dots = [
            Dot(
                row.point.day,
                row.point.amount,
                row.quotation.figure,
                row.quotation.who,
                self._source(row.point.claim),
                row.point.claim.speaker or self.provenance.documents[row.point.claim.document].house,
                row.quotation.anchor,
            )
            for row in rows
        ]
        return Topic(line, rows, timeline_chart(dots), supporters_chart(dots))

    def _source(self, claim: Claim) -> str:
        document = self.provenance.documents[claim.document]
        return document.publisher or document.id

    def _clashes(self) -> Mapping[str, tuple[str, ...]]:
        names: dict[str, dict[str, None]] = defaultdict(dict)
        for conflict in self.report.conflicts[:MOST_FINDINGS]:
            for claim in (*conflict.sides[0], *conflict.sides[1]):
                names[claim.mention.id][conflict.id] = None
        return {mention: tuple(conflicts) for mention, conflicts in names.items()}
