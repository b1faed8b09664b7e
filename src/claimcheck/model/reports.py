"""What comes out."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import field, frozen

from claimcheck.model.attributions import Attribution
from claimcheck.model.claims import Claim
from claimcheck.model.documents import Document
from claimcheck.model.mentions import Mention

RuleName = Literal["value", "date", "duration", "direction", "order", "attribution", "arithmetic"]
Verdict = Literal["contradiction", "discrepancy", "update"]
Severity = Literal["error", "warning", "note"]


@frozen
class Step:
    """One step of an explanation: a code, and the values from which its sentence is made and a test can replay it."""

    code: str
    text: str
    values: Mapping[str, str] = field(factory=dict[str, str], hash=False)


@frozen
class Conflict:
    """Two sides that do not fit together; within a side all claims share a value. `id` is `k1`, worst first."""

    id: str
    rule: RuleName
    verdict: Verdict
    severity: Severity
    confidence: float
    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    message: str
    steps: tuple[Step, ...]


@frozen
class Agreement:
    """Claims of the same thing whose values fit together, and why."""

    rule: RuleName
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]


@frozen
class Diagnostic:
    """Something that was seen in a document and not understood, or not compared."""

    document: str
    start: int
    end: int
    code: str
    message: str


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
    dateline or header, else None.
    """

    document: Document
    dated: date | None
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]


@frozen
class Report:
    """Where documents fit together and where they do not.

    `draft` is the id of the document that was verified, None in a check. `unsupported` are the claims of the draft that
    have no counterpart in the sources.
    """

    documents: tuple[Document, ...]
    draft: str | None
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    unsupported: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    coverage: Coverage
