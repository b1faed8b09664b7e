"""The tick list of an editor: each figure, whether it is tied to another document, and where.

In `verify` the rows are the draft's figures, in `check` those of every document. A figure that no claim was made of is listed
too: what was not compared is for the editor to look at.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.model import Claim, Mention, Report
from claimcheck.model.records import Record
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start
from claimcheck.reporting.tabular import table

COLUMNS = (
    "document", "line", "column", "figure", "subject", "measure", "speaker", "status", "agrees_at", "agrees_as",
    "conflicts", "why",
)  # fmt: skip


def render_ties(report: Report) -> str:
    """Write CSV, a row a figure: `tied`, `conflict`, or `untied`, with the places and words that it agrees with."""
    return table(COLUMNS, _rows(Provenance(report)))


@frozen
class Ties:
    """What each claim is tied to, by claim id."""

    agreeing: Mapping[str, Sequence[Claim]]
    conflicts: Mapping[str, Sequence[str]]
    why: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, report: Report) -> "Ties":
        """Gather the agreements with other documents, and the conflicts, of each claim."""
        agreeing: dict[str, list[Claim]] = defaultdict(list)
        conflicts: dict[str, list[str]] = defaultdict(list)
        why: dict[str, list[str]] = defaultdict(list)
        for agreement in report.agreements:
            for claim in agreement.claims:
                others = [other for other in agreement.claims if other.document != claim.document]
                agreeing[claim.id] += others
                why[claim.id] += [step.text for step in agreement.steps] if others else []
        for conflict in report.conflicts:
            for claim in (*conflict.sides[0], *conflict.sides[1]):
                conflicts[claim.id].append(conflict.id)
                why[claim.id].append(conflict.message)
        return cls(agreeing, conflicts, why)

    def status(self, claim: str) -> str:
        """Return `conflict` where any document disagrees, else `tied` or `untied`."""
        return "conflict" if self.conflicts.get(claim) else "tied" if self.agreeing.get(claim) else "untied"


def _rows(provenance: Provenance) -> Iterator[Record]:
    report = provenance.report
    ties = Ties.of(report)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.mention.id].append(claim)
    for mention in report.mentions:
        if report.draft is not None and mention.document != report.draft:
            continue
        for claim in claims[mention.id]:
            yield _claim(claim, ties, provenance)
        if not claims[mention.id] and mention.quantity is not None:
            yield _place(mention.document, mention.start, provenance) | _unclaimed(mention)


def _claim(claim: Claim, ties: Ties, provenance: Provenance) -> Record:
    others = list({other.id: other for other in ties.agreeing.get(claim.id, ())}.values())
    return _place(claim.document, figure_start(claim), provenance) | {
        "figure": _written(claim, provenance),
        "subject": claim.subject.text if claim.subject else None,
        "measure": claim.measure,
        "speaker": claim.speaker,
        "status": ties.status(claim.id),
        "agrees_at": "; ".join(provenance.location(other) for other in others),
        "agrees_as": "; ".join(dict.fromkeys(_written(other, provenance) for other in others)),
        "conflicts": " ".join(dict.fromkeys(ties.conflicts.get(claim.id, ()))),
        "why": "; ".join(dict.fromkeys(ties.why.get(claim.id, ()))),
    }


def _place(document: str, start: int, provenance: Provenance) -> Record:
    line, column = provenance.place(document, start)
    return {"document": document, "line": line, "column": column}


def _unclaimed(mention: Mention) -> Record:
    return {"figure": mention.text, "status": "untied", "why": "nothing says what it counts or measures"}


def _written(claim: Claim, provenance: Provenance) -> str:
    text = provenance.documents[claim.document].text[figure_start(claim) : figure_end(claim)]
    return " ".join(text.split())
