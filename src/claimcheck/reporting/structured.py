"""The report for programs: JSON, and JSON Lines.

Both are written in ASCII: no control character of a document reaches a terminal, and the bytes are the same everywhere.
"""

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Report


def render_json(report: Report) -> str:
    """Write the JSON report of schema version 1, indented."""
    return json.dumps(report.to_dict(), indent=2) + "\n"


def render_jsonl(report: Report) -> str:
    """Write one JSON object a line, each with its `type`: report (the schema version), document, mention, attribution, claim, conflict, ..., coverage.

    The objects are those of the JSON report; a line can be read without the others.
    """
    return "".join(json.dumps(item, separators=(",", ":")) + "\n" for item in _lines(report.to_dict()))


def _lines(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    singular = {
        "documents": "document",
        "mentions": "mention",
        "attributions": "attribution",
        "claims": "claim",
        "conflicts": "conflict",
        "agreements": "agreement",
        "diagnostics": "diagnostic",
    }
    yield {"type": "report", "schema": report["schema"]}
    for key, name in singular.items():
        for item in report[key]:
            # A mention's own `type` says which of two forms it has; it moves to `form`.
            rest = {("form" if field == "type" else field): value for field, value in item.items()}
            yield {"type": name, **rest}
    for claim in report["unsupported"]:
        yield {"type": "unsupported", "claim": claim}
    yield {"type": "coverage", **report["coverage"]}
