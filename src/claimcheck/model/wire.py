"""The JSON form of the values: what `Report.to_dict` and `to_records` return."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from attrs import asdict

from claimcheck.model.attributions import Attribution
from claimcheck.model.claims import Claim
from claimcheck.model.mentions import Mention
from claimcheck.model.quantities import Interval, Quantity
from claimcheck.model.reports import Agreement, Conflict, Diagnostic, Report, Step, Suppressed
from claimcheck.model.sources import SourceMap
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Length, Moment, Period, Timex

Json = dict[str, Any]


def decimal_text(value: Decimal | None) -> str | None:
    """Write a decimal plainly, without exponent or trailing zeros.

    >>> decimal_text(Decimal("2.50E+6"))
    '2500000'
    """
    if value is None:
        return None
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def moment_text(moment: Moment | None) -> str | None:
    """Write a moment as an ISO date, datetime, or bare time (`T09:00`)."""
    if moment is None:
        return None
    if isinstance(moment, time):
        return "T" + moment.isoformat("seconds" if moment.second else "minutes")
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return moment.isoformat()


def report_json(report: Report) -> Json:
    """Write a report as the JSON report of schema version 1."""
    maps = {document.id: document.source_map for document in report.documents}
    return {
        "schema": 1,
        "documents": [
            {
                "id": document.id,
                "published": published_text(document.published),
                "title": document.title,
                "publisher": document.publisher,
                "role": "draft" if document.id == report.draft else "source",
                "characters": len(document.text),
                **({"format": document.source_map.format} if document.source_map else {}),
                **({"group": document.group} if document.group else {}),
                **({"saved": document.saved.isoformat()} if document.saved else {}),
            }
            for document in report.documents
        ],
        "mentions": [mention_json(mention, maps[mention.document]) for mention in report.mentions],
        "attributions": [attribution_json(attribution) for attribution in report.attributions],
        "claims": [claim_json(claim) for claim in report.claims],
        "conflicts": [
            conflict_json(conflict) | {"voices": [len(report.voices(side)) for side in conflict.sides]}
            for conflict in report.conflicts
        ],
        "agreements": [agreement_json(agreement) for agreement in report.agreements],
        "unsupported": [claim.id for claim in report.unsupported],
        "suppressed": [_suppressed(item) for item in report.suppressed],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in report.diagnostics],
        "coverage": {
            "mentions": report.coverage.mentions,
            "claims": report.coverage.claims,
            "pairs_compared": report.coverage.pairs_compared,
            "not_comparable": report.coverage.not_comparable,
        },
    }


def published_text(published: date | datetime | None) -> str | None:
    """Write a publication date or datetime in ISO form."""
    return None if published is None else published.isoformat()


def mention_json(mention: Mention, source_map: SourceMap | None = None) -> Json:
    """Write a mention; its keys differ between `quantity` and `timex`, and with a source map it has its `position`."""
    head: Json = {
        "id": mention.id,
        "document": mention.document,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "modifier": _passage(mention.modifier),
    }
    if source_map is not None:
        head["position"] = asdict(source_map.position(mention.start, mention.end))
    if isinstance(mention.value, Timex):
        return head | {"type": "timex"} | timex_json(mention.value)
    return head | {"type": "quantity"} | quantity_json(mention.value)


def quantity_json(quantity: Quantity) -> Json:
    """Write an amount."""
    return {
        "kind": quantity.kind,
        **_interval(quantity.amount),
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "unit_candidates": list(quantity.unit_candidates),
        "dimension": quantity.dimension,
        "per": quantity.per,
        "step": decimal_text(quantity.step),
        "role": quantity.role,
        "direction": quantity.direction,
        "series": quantity.series,
    }


def timex_json(timex: Timex) -> Json:
    """Write a time's meaning."""
    return {
        "timex_type": timex.timex_type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf,
        "period": None if timex.timex_type == "DURATION" else period_json(timex.period),  # a length has none there
        "length": _length(timex.length),
        "grain": timex.grain,
        "resolved": timex.resolved,
        "readings": list(timex.readings),
    }


def period_json(period: Period | None) -> Json | None:
    """Write a half-open period."""
    return None if period is None else {"start": moment_text(period.start), "end": moment_text(period.end)}


def attribution_json(attribution: Attribution) -> Json:
    """Write an attribution."""
    return {
        "id": attribution.id,
        "document": attribution.document,
        "kind": attribution.kind,
        "content": [[piece.start, piece.end] for piece in attribution.content],
        "cue": _passage(attribution.cue),
        "speaker": _passage(attribution.speaker),
        "name": attribution.name,
        "source_type": attribution.source_type,
        "grade": attribution.grade,
        "medium": attribution.medium,
        "when": attribution.when,
        "within": attribution.within,
        "relay": attribution.relay,
        "polarity": attribution.polarity,
        "modality": attribution.modality,
    }


def claim_json(claim: Claim) -> Json:
    """Write a claim."""
    time = claim.time
    return {
        "id": claim.id,
        "document": claim.document,
        "mention": claim.mention.id,
        "subject": _passage(claim.subject),
        "measure": claim.measure,
        "time": None if time is None else {"mention": time.mention, **(period_json(time.period) or {})},
        "attribution": claim.attribution.id if claim.attribution else None,
        "speaker": claim.speaker,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "sentence": _pair(claim.sentence),
    }


def conflict_json(conflict: Conflict) -> Json:
    """Write a conflict."""
    return {
        "id": conflict.id,
        "rule": conflict.rule,
        "verdict": conflict.verdict,
        "severity": conflict.severity,
        "confidence": conflict.confidence,
        "sides": [[claim.id for claim in side] for side in conflict.sides],
        "message": conflict.message,
        "steps": [_step(step) for step in conflict.steps],
    }


def agreement_json(agreement: Agreement) -> Json:
    """Write an agreement."""
    return {
        "rule": agreement.rule,
        "claims": [claim.id for claim in agreement.claims],
        "steps": [_step(step) for step in agreement.steps],
    }


def diagnostic_json(diagnostic: Diagnostic) -> Json:
    """Write a diagnostic."""
    return {
        "document": diagnostic.document,
        "start": diagnostic.start,
        "end": diagnostic.end,
        "code": diagnostic.code,
        "message": diagnostic.message,
    }


def _suppressed(item: Suppressed) -> Json:
    conflict = conflict_json(item.finding) if isinstance(item.finding, Conflict) else None
    return {
        "document": item.document,
        "reason": item.suppression.reason,
        "conflict": conflict,
        "claim": item.finding.id if isinstance(item.finding, Claim) else None,
    }


def _passage(passage: Passage | None) -> Json | None:
    return None if passage is None else {"start": passage.start, "end": passage.end, "text": passage.text}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _interval(interval: Interval) -> Json:
    return {
        "low": decimal_text(interval.low),
        "high": decimal_text(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _length(length: Length | None) -> Json | None:
    return None if length is None else _interval(length.amount) | {"unit": length.unit}


def _step(step: Step) -> Json:
    return {"code": step.code, "text": step.text, "values": dict(step.values)}
