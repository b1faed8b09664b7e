"""The command line: the only module that prints, reads argv or exits."""

import json
import sys
from datetime import date, datetime
from typing import Any

from claimcheck.model import Document
from claimcheck.model.wire import report_json
from claimcheck.pipeline import Pipeline


def main() -> int:
    """Run the command."""
    pipeline = Pipeline()
    for line in sys.stdin:
        case = json.loads(line)
        documents = [_document(item) for item in case["documents"]]
        draft = case.get("draft")
        report = pipeline.verify(_document(draft), documents) if draft else pipeline.check(documents)
        print(json.dumps({"id": case["id"], "report": report_json(report)}))
    return 0


def _document(item: dict[str, Any]) -> Document:
    published = item.get("published")
    when = None
    if published:
        when = datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)
    return Document(
        id=item["id"], text=item["text"], published=when, title=item.get("title"), publisher=item.get("publisher")
    )
