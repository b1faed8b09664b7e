"""The report as W3C Web Annotations (JSON-LD), which annotation tools load beside the documents.

Each selector says the same place twice, as the model recommends: by position, in code points, and by quotation with some
context, which still finds the place when the text around it was edited.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from claimcheck.model import Claim, Conflict, Document, Report
from claimcheck.reporting.display import neutral
from claimcheck.reporting.fingerprints import fingerprint
from claimcheck.reporting.places import document_uri
from claimcheck.reporting.provenance import Provenance, figure_end, figure_start

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of context on either side of a quotation
_CREATOR = {"type": "Software", "name": "claimcheck"}


def render_annotations(report: Report) -> str:
    """Write an AnnotationPage: an annotation for each claim, conflict, and claim of a draft that no source has."""
    items = list(_annotations(Provenance(report)))
    page = {
        "@context": _CONTEXT,
        "id": _name("page", *(item["id"] for item in items)),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, indent=2) + "\n"


def _annotations(provenance: Provenance) -> Iterator[dict[str, Any]]:
    report = provenance.report
    for conflict in report.conflicts:
        name = _name("conflict", fingerprint(conflict, report))
        claims = [claim for side in conflict.sides for claim in side]
        yield _annotation(name, "assessing", _conflict_bodies(conflict), claims, provenance)
    for claim in report.unsupported:
        told = "no source has a counterpart"
        yield _annotation(_claim_name("unsupported", claim), "questioning", [_text(told)], [claim], provenance)
    for claim in report.claims:
        yield _annotation(
            _claim_name("claim", claim), "describing", _claim_bodies(claim, provenance), [claim], provenance
        )


def _annotation(
    name: str, motivation: str, bodies: list[dict[str, Any]], claims: Iterable[Claim], provenance: Provenance
) -> dict[str, Any]:
    targets = [_target(claim, provenance.documents[claim.document]) for claim in claims]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "creator": _CREATOR,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(claim: Claim, document: Document) -> dict[str, Any]:
    start, end = figure_start(claim), figure_end(claim)
    text = document.text
    return {
        "source": document_uri(document.id),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


def _conflict_bodies(conflict: Conflict) -> list[dict[str, Any]]:
    why = "; ".join(step.text for step in conflict.steps)
    return [
        _text(f"{conflict.verdict}: {conflict.message}. {why}"),
        *(_text(tag, "tagging") for tag in (conflict.verdict, conflict.rule, conflict.severity)),
    ]


def _claim_bodies(claim: Claim, provenance: Provenance) -> list[dict[str, Any]]:
    about = claim.subject.text if claim.subject else claim.measure or "figure"
    bodies = [_text(f"{claim.mention.text}: {about}; {provenance.who(claim)} ({provenance.when(claim)})")]
    return [*bodies, _text(claim.measure, "tagging")] if claim.measure else bodies


def _text(words: str, purpose: str = "describing") -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "language": "en",
        "value": " ".join(neutral(words).split()),
    }


def _claim_name(kind: str, claim: Claim) -> str:
    return _name(kind, claim.document, str(claim.mention.start), str(claim.mention.end), claim.measure or "")


def _name(*parts: str) -> str:
    """Make an IRI out of what is named, so that the same report has the same names everywhere."""
    return uuid5(_namespace(), json.dumps(parts)).urn


def _namespace() -> UUID:
    return uuid5(NAMESPACE_URL, "claimcheck/annotations")
