"""What comes out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import evolve, field, frozen

from claimcheck.errors import require
from claimcheck.model.attributions import Attribution
from claimcheck.model.claims import Claim
from claimcheck.model.documents import Document
from claimcheck.model.internal import sealed
from claimcheck.model.mentions import Mention
from claimcheck.model.names import Names
from claimcheck.model.sources import Suppression

if TYPE_CHECKING:
    from claimcheck.model.records import Record, TableName
    from claimcheck.model.timelines import Timeline

RuleName = Literal["value", "date", "duration", "direction", "order", "attribution", "arithmetic"]
Verdict = Literal["contradiction", "discrepancy", "update"]
Severity = Literal["error", "warning", "note"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # worst first
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # worst first


@frozen
class Step:
    """One step of an explanation: a code, and the values from which its sentence is made and a test can replay it."""

    code: str
    text: str
    values: Mapping[str, str] = field(factory=dict[str, str], hash=False)


@sealed
class Conflict:
    """Two sides that do not fit together; within a side all claims share a value. `id` is `k1`, worst first."""

    id: str
    rule: RuleName
    verdict: Verdict
    severity: Severity
    confidence: float
    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    message: str
    steps: Sequence[Step]


@sealed
class Agreement:
    """Claims of the same thing whose values fit together, and why."""

    rule: RuleName
    claims: tuple[Claim, ...]
    steps: Sequence[Step]


@frozen
class Diagnostic:
    """Something that was seen in a document and not understood, or not compared."""

    document: str
    start: int
    end: int
    code: str
    message: str


@frozen
class Suppressed:
    """A conflict, or an unsupported claim, that a remark in a document silences."""

    document: str
    suppression: Suppression
    finding: Conflict | Claim


@frozen
class Coverage:
    """What was read and compared; `not_comparable` counts the pairs of one topic that had no common ground."""

    mentions: int
    claims: int
    pairs_compared: int
    not_comparable: int


@frozen
class Analysis:
    """Everything found in one text, each list in order of the offsets.

    `dated` is the day that relative expressions were reckoned from: the publication date, else the document's own
    dateline or header, else the day that its file was saved, else None.
    """

    document: Document
    dated: date | None
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    names: Names = field(default=Names(), repr=False)

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from claimcheck.model.cards import analysis_card

        return analysis_card(self)


@frozen
class Report:
    """Where documents fit together and where they do not.

    `draft` is the id of the document that was verified, None in a check. `agreements` are made when they are first read,
    as the steps of a finding are. `unsupported` are the claims of the draft that have no counterpart in the sources,
    `suppressed` what the documents themselves say is not to be reported.
    """

    documents: tuple[Document, ...]
    draft: str | None
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    agreements: Sequence[Agreement]
    unsupported: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    coverage: Coverage
    suppressed: tuple[Suppressed, ...] = ()

    def with_conflicts(
        self, conflicts: tuple[Conflict, ...], *, unsupported: tuple[Claim, ...] | None = None
    ) -> "Report":
        """Return the report with fewer conflicts, whose ids stay, and where given with other unsupported claims."""
        return evolve(self, conflicts=conflicts, unsupported=self.unsupported if unsupported is None else unsupported)

    def at_least(self, severity: Severity) -> "Report":
        """Return the report without what weighs less than a severity; an unsupported claim weighs a note."""
        accepted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        conflicts = tuple(item for item in self.conflicts if item.severity in accepted)
        return self.with_conflicts(conflicts, unsupported=self.unsupported if "note" in accepted else ())

    def document(self, name: str) -> Document:
        """Return the document with an id; KeyError if there is none."""
        for document in self.documents:
            if document.id == name:
                return document
        raise KeyError(name)

    def voices(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return who says claims, each once: the speaker, else the publisher's group, the publisher or the document."""
        houses = {item.id: item.house for item in self.documents}
        return tuple(dict.fromkeys(claim.speaker or houses[claim.document] for claim in claims))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON report of schema version 1, made of plain dicts, lists, strings and numbers."""
        from claimcheck.model.wire import report_json

        return report_json(self)

    def to_records(self, table: "TableName") -> "list[Record]":
        """Return one table as flat dicts with the same keys in every row, for data frames.

        The tables are `documents`, `mentions`, `attributions`, `claims`, `conflicts`, `agreements` (a row for each claim of
        each), `timeline` and `diagnostics`; ValueError if there is no such table.
        """
        from claimcheck.model.records import report_records

        return report_records(self, table)

    def to_pandas(self, table: "TableName" = "claims") -> Any:
        """Return one table as a pandas DataFrame; MissingExtraError if pandas is not installed.

        Amounts stay decimal strings, because a float cannot hold them exactly: `frame["low"].map(Decimal)` or `.astype(float)`.
        """
        return require("pandas", extra="pandas", purpose="to_pandas").DataFrame(self.to_records(table))

    def timeline(self, measure: str | None = None) -> "tuple[Timeline, ...]":
        """Return the figures that were compared with each other, each group in the order of the days they hold for.

        With a `measure` ("deaths"), only the groups that measure it.
        """
        from claimcheck.model.timelines import timelines

        return timelines(self, measure)

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from claimcheck.model.cards import report_card

        return report_card(self)
