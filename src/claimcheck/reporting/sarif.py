"""The report as SARIF 2.1.0, which code hosts and editors show as findings."""

import json
from typing import Any, get_args

from claimcheck.model import Claim, Conflict, Report, RuleName
from claimcheck.reporting.display import neutral
from claimcheck.reporting.fingerprints import fingerprint
from claimcheck.reporting.places import document_uri
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start

_MOST_RESULTS = 5_000  # what GitHub shows of a run; it refuses more than 25,000
_MOST_RELATED = 50
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(report: Report) -> str:
    """Write one run with a result for each conflict, worst first; columns count Unicode code points."""
    provenance = Provenance(report)
    rules = list(get_args(RuleName))
    run = {
        "tool": {"driver": {"name": "claimcheck", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(conflict, provenance, rules) for conflict in report.conflicts[:_MOST_RESULTS]],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(conflict: Conflict, provenance: Provenance, rules: list[str]) -> dict[str, Any]:
    first, *others = (claim for side in conflict.sides for claim in side)
    why = "; ".join(step.text for step in conflict.steps)
    return {
        "ruleId": conflict.rule,
        "ruleIndex": rules.index(conflict.rule),
        "level": _LEVELS[conflict.severity],
        "message": {"text": neutral(f"{conflict.verdict}: {conflict.message}. {why}")},
        "locations": [_location(first, provenance)],
        "relatedLocations": [
            {"id": number, **_location(claim, provenance), "message": {"text": _told(claim, provenance)}}
            for number, claim in enumerate(others[:_MOST_RELATED], 1)
        ],
        "partialFingerprints": {"claimcheck/v1": fingerprint(conflict, provenance.report)},
        "rank": round(conflict.confidence * 100, 1),
    }


def _location(claim: Claim, provenance: Provenance) -> dict[str, Any]:
    start, end = figure_start(claim), figure_end(claim)
    line, column = provenance.place(claim.document, start)
    end_line, end_column = provenance.place(claim.document, end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": neutral(provenance.documents[claim.document].text[start:end])},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": document_uri(claim.document)}, "region": region}}


def _told(claim: Claim, provenance: Provenance) -> str:
    return neutral(f"{claim.mention.text}: {provenance.who(claim)} ({provenance.when(claim)})")
