"""How sure a conflict is, and how loudly it is reported."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from claimcheck.comparing.relations import Relation
from claimcheck.model import Severity, Verdict

LEAST_SURE, MOST_SURE = Decimal("0.5"), Decimal("0.97")
"""The shares of right conflicts at the worst and the best fit: see the table of confidence in `docs/measured.md`."""
Told = Literal["sharp", "vague", "far"]
KEPT: Mapping[Told, Decimal] = MappingProxyType(
    {"sharp": Decimal(1), "vague": Decimal("0.85"), "far": Decimal("0.85") * Decimal("0.5")}
)
"""What is left of how sure a conflict is where a value is vague, and where besides two bounds lie far apart."""
CACHED = 4096
"""Degrees of fit whose confidence is kept: they come again and again."""
SURE, FAIRLY_SURE = 0.83, 0.73
"""Confidence from which on a contradiction is an error, and a discrepancy a warning."""


def confidence_of(fit: float, relation: Relation, *, same: bool) -> float:
    """Return how likely a conflict is one: by how well the subjects fit, less where a value is vague.

    The `same` named source of both halves the doubt that the figures are about one thing.
    """
    told: Told = "sharp"
    if relation.outcome == "stretched":
        told = "far" if relation.code == "bounds-apart" else "vague"
    elif relation.soft:
        told = "vague"
    return _confidence(fit, told, "one" if same else "two")


@lru_cache(maxsize=CACHED)
def _confidence(fit: float, told: Told, sources: Literal["one", "two"]) -> float:
    sure = Decimal(str(fit))
    if sources == "one":
        sure += (1 - sure) / 2
    sure *= KEPT[told]
    return float((LEAST_SURE + (MOST_SURE - LEAST_SURE) * min(sure, Decimal(1))).quantize(Decimal("0.01")))


def severity(verdict: Verdict, confidence: float) -> Severity:
    """Return how loudly a conflict is reported; an update is a note, however sure."""
    if verdict == "contradiction":
        return "error" if confidence >= SURE else "warning"
    return "warning" if verdict == "discrepancy" and confidence >= FAIRLY_SURE else "note"
