"""The report as tables: flat dicts with the same keys in every row, for data frames and CSV."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from claimcheck.model.claims import Claim
from claimcheck.model.documents import Document
from claimcheck.model.mentions import Mention
from claimcheck.model.quantities import Interval
from claimcheck.model.reports import Report
from claimcheck.model.spans import Passage
from claimcheck.model.times import Period, Timex
from claimcheck.model.wire import decimal_text, moment_text, published_text

Cell = str | int | float | bool | None
Record = dict[str, Cell]
TableName = Literal[
    "documents", "mentions", "attributions", "claims", "conflicts", "agreements", "timeline", "diagnostics"
]


def report_records(report: Report, table: TableName) -> list[Record]:
    """Return one table of a report, a dict a row; ValueError if there is no such table."""
    try:
        rows = TABLES[table]
    except KeyError:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(TABLES)}") from None
    return list(rows(report))


def _documents(report: Report) -> Iterable[Record]:
    for document in report.documents:
        yield {
            "id": document.id,
            "published": published_text(document.published),
            "title": document.title,
            "publisher": document.publisher,
            "role": "draft" if document.id == report.draft else "source",
            "characters": len(document.text),
        }


def _mentions(report: Report) -> Iterable[Record]:
    for mention in report.mentions:
        yield {"id": mention.id, "document": mention.document, **_figure(mention)}


def _claims(report: Report) -> Iterable[Record]:
    documents = {document.id: document for document in report.documents}
    for claim in report.claims:
        yield claim_record(claim, documents[claim.document])


def claim_record(claim: Claim, document: Document) -> Record:
    """Return a claim of a document as a row of the table `claims`."""
    attribution = claim.attribution
    return {
        "id": claim.id,
        "document": claim.document,
        "published": published_text(document.published),
        "mention": claim.mention.id,
        **_figure(claim.mention),
        "subject": _words(claim.subject),
        "measure": claim.measure,
        **_period("time", claim.time.period if claim.time else None),
        "speaker": claim.speaker,
        "attribution": attribution.id if attribution else None,
        "grade": attribution.grade if attribution else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
    }


def _attributions(report: Report) -> Iterable[Record]:
    for item in report.attributions:
        yield {
            "id": item.id,
            "document": item.document,
            "kind": item.kind,
            "start": item.content[0].start if item.content else None,
            "end": item.content[-1].end if item.content else None,
            "pieces": len(item.content),
            "speaker": _words(item.speaker),
            "name": item.name,
            "source_type": item.source_type,
            "cue": _words(item.cue),
            "grade": item.grade,
            "medium": item.medium,
            "when": item.when,
            "within": item.within,
            "relay": item.relay,
            "polarity": item.polarity,
            "modality": item.modality,
        }


def _conflicts(report: Report) -> Iterable[Record]:
    for conflict in report.conflicts:
        first, second = conflict.sides
        yield {
            "id": conflict.id,
            "rule": conflict.rule,
            "verdict": conflict.verdict,
            "severity": conflict.severity,
            "confidence": conflict.confidence,
            **_side("first", first),
            **_side("second", second),
            "message": conflict.message,
            "why": "; ".join(step.text for step in conflict.steps),
        }


def _agreements(report: Report) -> Iterable[Record]:
    for number, agreement in enumerate(report.agreements, 1):
        for claim in agreement.claims:
            yield {
                "agreement": number,
                "rule": agreement.rule,
                "claim": claim.id,
                "document": claim.document,
                "text": claim.mention.text,
                "speaker": claim.speaker,
                "why": "; ".join(step.text for step in agreement.steps),
            }


def _timeline(report: Report) -> Iterable[Record]:
    for number, line in enumerate(report.timeline(), 1):
        for point in line.points:
            yield {
                "timeline": number,
                "measure": line.measure,
                "about": line.subject,
                "unit": line.unit,
                "day": moment_text(point.day),
                "dating": point.dating,
                "low": decimal_text(point.amount.low),
                "high": decimal_text(point.amount.high),
                "claim": point.claim.id,
                "document": point.claim.document,
                "text": point.claim.mention.text,
                "speaker": point.claim.speaker,
            }


def _diagnostics(report: Report) -> Iterable[Record]:
    for item in report.diagnostics:
        yield {
            "document": item.document,
            "start": item.start,
            "end": item.end,
            "code": item.code,
            "message": item.message,
        }


TABLES: Mapping[TableName, Callable[[Report], Iterable[Record]]] = MappingProxyType(
    {
        "documents": _documents,
        "mentions": _mentions,
        "attributions": _attributions,
        "claims": _claims,
        "conflicts": _conflicts,
        "agreements": _agreements,
        "timeline": _timeline,
        "diagnostics": _diagnostics,
    }
)


def _figure(mention: Mention) -> Record:
    """Write a mention with the columns of both types, so that every row has the same keys."""
    value = mention.value
    timex = value if isinstance(value, Timex) else None
    quantity = mention.quantity
    amount = quantity.amount if quantity else timex.length.amount if timex and timex.length else Interval(None, None)
    length = timex.length if timex else None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "modifier": _words(mention.modifier),
        "type": "timex" if timex else "quantity",
        "kind": quantity.kind if quantity else timex.timex_type if timex else None,
        "low": decimal_text(amount.low),
        "high": decimal_text(amount.high),
        "low_open": amount.low_open,
        "high_open": amount.high_open,
        "approximate": quantity.approximate if quantity else length.approximate if length else False,
        "unit": quantity.unit if quantity else length.unit if length else None,
        "value": timex.value if timex else None,
        **_period("period", timex.period if timex else None),
    }


def _period(name: str, period: Period | None) -> Record:
    return {
        f"{name}_start": moment_text(period.start) if period else None,
        f"{name}_end": moment_text(period.end) if period else None,
    }


def _side(name: str, claims: tuple[Claim, ...]) -> Record:
    """Write a side by its first claim and how many claims it has."""
    claim = claims[0]
    return {
        f"{name}_claim": claim.id,
        f"{name}_document": claim.document,
        f"{name}_start": claim.mention.start,
        f"{name}_end": claim.mention.end,
        f"{name}_text": claim.mention.text,
        f"{name}_speaker": claim.speaker,
        f"{name}_claims": len(claims),
    }


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None
