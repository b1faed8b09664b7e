"""The verbs as plain functions, for those who need no configuration.

The pipeline is imported and built on the first call, so that importing the package costs little.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.errors import ConsistencyError
from claimcheck.model import Analysis, Claim, Document, Report, Severity, Verdict

if TYPE_CHECKING:
    from claimcheck.pipeline import Pipeline

_CONTRADICTIONS: frozenset[Verdict] = frozenset({"contradiction"})


def analyze(document: Document | str) -> Analysis:
    """Find everything in one text: mentions, attributions, claims, diagnostics."""
    return _default_pipeline().analyze(document)


def extract(document: Document | str) -> tuple[Claim, ...]:
    """Return the claims of one text, in order of the offsets."""
    return _default_pipeline().extract(document)


def check(documents: Sequence[Document | str]) -> Report:
    """Find the conflicts between documents, and within each.

    Two documents with one id are a DocumentError; plain texts have the ids `text`, `text-2`, `text-3` in their order.
    """
    return _default_pipeline().check(documents)


def verify(draft: Document | str, sources: Sequence[Document | str]) -> Report:
    """Find where a draft or a generated summary does not fit its sources, and what in it has no source.

    Plain texts have the ids `text` (the draft, where it is one), `text-2`, `text-3` in their order.

    Examples:
        >>> report = verify("The ferry carried 300 people.", ["The ferry carried 240 people."])
        >>> print(report.conflicts[0].message)
        300 (text) against 240 (text-2) people
    """
    return _default_pipeline().verify(draft, sources)


def assert_consistent(
    draft: Document | str,
    sources: Sequence[Document | str],
    *,
    verdicts: Collection[Verdict] = _CONTRADICTIONS,
    unsupported: bool = False,
    min_severity: Severity = "note",
) -> Report:
    """Raise ConsistencyError, an AssertionError with a diff of what source and draft say, if a draft conflicts with its sources.

    Only conflicts with one of the `verdicts` and at least the `min_severity` count; with `unsupported`, claims of the
    draft without a counterpart in the sources do too. Returns the report otherwise.
    """
    from claimcheck.reporting.differences import render_differences

    report = verify(draft, sources)
    conflicts = tuple(item for item in report.at_least(min_severity).conflicts if item.verdict in verdicts)
    missing = report.unsupported if unsupported else ()
    if conflicts or missing:
        raise ConsistencyError("\n" + render_differences(report.with_conflicts(conflicts, unsupported=missing)))
    return report


@cache
def _default_pipeline() -> "Pipeline":
    from claimcheck.pipeline import Pipeline

    return Pipeline()
