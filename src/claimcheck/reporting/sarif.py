"""The report as SARIF 2.1.0, which code hosts and editors show as findings."""

import json
import re
from functools import cache
from typing import Any

from claimcheck.model import Claim, Conflict, Report
from claimcheck.reporting.display import neutral
from claimcheck.reporting.fingerprints import fingerprint
from claimcheck.reporting.guide import Guide, load_guide
from claimcheck.reporting.places import document_uri
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start

_MOST_RESULTS = 5_000  # what GitHub shows of a run; it refuses more than 25,000
_MOST_RELATED = 50
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(report: Report) -> str:
    """Write one run with a result for each conflict, worst first; columns count Unicode code points."""
    provenance = Provenance(report)
    rules = load_guide()
    order = [rule.name for rule in rules]
    run = {
        "tool": {"driver": {"name": "claimcheck", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(conflict, provenance, order) for conflict in report.conflicts[:_MOST_RESULTS]],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Guide) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(rule.text.split("\n\n")[0])},
        "help": {"text": _plain(rule.text)},
        "properties": {"tags": ["consistency"]},
    }


def _result(conflict: Conflict, provenance: Provenance, rules: list[str]) -> dict[str, Any]:
    (first, *others), second = conflict.sides
    name = fingerprint(conflict, provenance.report)
    why = "; ".join(step.text for step in conflict.steps)
    # The number in brackets makes a link to the related location that has it.
    other = f"[{_plain(second[0].mention.text)}](1)"
    return {
        "ruleId": conflict.rule,
        "ruleIndex": rules.index(conflict.rule),
        "level": conflict.severity,
        "message": {"text": f"{_plain(f'{conflict.verdict}: {conflict.message}. {why}')}. The other side: {other}"},
        "locations": [_location(first, provenance)],
        "relatedLocations": [
            {"id": number, **_location(claim, provenance), "message": {"text": _told(claim, provenance)}}
            for number, claim in enumerate([*second, *others][:_MOST_RELATED], 1)
        ],
        # The second name is the one that GitHub looks at.
        "partialFingerprints": {"claimcheck/v1": name, "primaryLocationLineHash": name},
        "rank": round(conflict.confidence * 100, 1),
    }


def _plain(text: str) -> str:
    """Return text in which no bracket makes a link and no control character remains."""
    return _brackets().sub(r"\\\g<0>", " ".join(neutral(text).split()))


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"[\\\[\]]")


def _location(claim: Claim, provenance: Provenance) -> dict[str, Any]:
    start, end = figure_start(claim), figure_end(claim)
    line, column = provenance.place(claim.document, start)
    end_line, end_column = provenance.last_place(claim.document, end)
    offset, length = provenance.extent(claim.document, start, end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": offset,
        "charLength": length,
        "snippet": {"text": neutral(provenance.documents[claim.document].text[start:end])},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": document_uri(claim.document)}, "region": region}}


def _told(claim: Claim, provenance: Provenance) -> str:
    return _plain(f"{claim.mention.text}: {provenance.who(claim)} ({provenance.when(claim)})")
