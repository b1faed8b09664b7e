"""How sure a conflict is, and how loudly it is reported."""

from decimal import Decimal
from functools import lru_cache

from claimcheck.comparing.matches import Match
from claimcheck.model import Severity, Verdict

LEAST_SURE, MOST_SURE = Decimal("0.5"), Decimal("0.97")
"""The shares of right conflicts at the worst and the best fit: see the table of confidence in `docs/measured.md`."""
CACHED = 4096
"""Degrees of fit whose confidence is kept: they come again and again."""
SURE, FAIRLY_SURE = 0.83, 0.73
"""Confidence from which on a contradiction is an error, and a discrepancy a warning."""


def confidence_of(item: Match, *, same: bool) -> float:
    """Return how likely a conflict is one: by how well the subjects fit, less where a value is vague.

    The `same` named source of both halves the doubt that the figures are about one thing.
    """
    relation = item.relation
    soft, apart = relation.soft, False
    if relation.outcome == "stretched":
        soft, apart = True, relation.code == "bounds-apart"
    return _confidence(item.link.fit, same=same, soft=soft, apart=apart)


@lru_cache(maxsize=CACHED)
def _confidence(fit: float, *, same: bool, soft: bool, apart: bool) -> float:
    sure = Decimal(str(fit))
    if same:
        sure += (1 - sure) / 2
    if soft:
        sure *= Decimal("0.85")
    if apart:
        sure *= Decimal("0.5")
    return float((LEAST_SURE + (MOST_SURE - LEAST_SURE) * min(sure, Decimal(1))).quantize(Decimal("0.01")))


def severity(verdict: Verdict, confidence: float) -> Severity:
    """Return how loudly a conflict is reported; an update is a note, however sure."""
    if verdict == "contradiction":
        return "error" if confidence >= SURE else "warning"
    return "warning" if verdict == "discrepancy" and confidence >= FAIRLY_SURE else "note"
