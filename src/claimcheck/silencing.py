"""What remarks in the documents silence leaves the report, and is counted there."""

from collections.abc import Iterable

from attrs import evolve

from claimcheck.model import Claim, Conflict, Diagnostic, Report, Suppressed, Suppression

_Remark = tuple[str, Suppression]


def silence(report: Report) -> Report:
    """Return the report without what its documents' suppressions name, which stands in `suppressed` instead.

    A remark that silences nothing is a diagnostic: it hides what somebody will look for one day.
    """
    remarks = [(document.id, item) for document in report.documents for item in document.suppressions]
    if not remarks:
        return report
    conflicts, unsupported = list[Conflict](), list[Claim]()
    suppressed: list[Suppressed] = []
    for conflict in report.conflicts:
        remark = _remark({conflict.rule, conflict.verdict}, (*conflict.sides[0], *conflict.sides[1]), remarks)
        suppressed.append(Suppressed(*remark, conflict)) if remark else conflicts.append(conflict)
    for claim in report.unsupported:
        remark = _remark({"unsupported"}, (claim,), remarks)
        suppressed.append(Suppressed(*remark, claim)) if remark else unsupported.append(claim)
    used = {(item.document, item.suppression) for item in suppressed}
    return evolve(
        report,
        conflicts=tuple(conflicts),
        unsupported=tuple(unsupported),
        suppressed=tuple(suppressed),
        diagnostics=(*report.diagnostics, *(_unused(remark) for remark in remarks if remark not in used)),
    )


def _remark(names: set[str], claims: Iterable[Claim], remarks: Iterable[_Remark]) -> _Remark | None:
    places = [(claim.document, claim.mention.start, claim.mention.end) for claim in claims]
    for document, suppression in remarks:
        if any(document == other and suppression.silences(names, start, end) for other, start, end in places):
            return document, suppression
    return None


def _unused(remark: _Remark) -> Diagnostic:
    document, suppression = remark
    message = f"nothing is left to silence here ({suppression.reason})"
    return Diagnostic(document, suppression.start, suppression.end, "unused-suppression", message)
