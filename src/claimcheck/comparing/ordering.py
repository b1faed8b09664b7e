"""In which order claims and conflicts are reported."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from attrs import frozen

from claimcheck.model import VERDICTS, Analysis, Claim, Conflict


@frozen
class Places:
    """The order of claims: those of the draft first, then in the order of the documents and of the offsets."""

    draft: str | None
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, analyses: Sequence[Analysis], draft: str | None) -> "Places":
        """Number the claims of analyses."""
        ids = (claim.id for analysis in analyses for claim in analysis.claims)
        return cls(draft, dict(zip(ids, count(), strict=False)))

    def rank(self, claim: Claim) -> tuple[bool, int]:
        """Return where a claim stands."""
        return claim.document != self.draft, self.numbers[claim.id]

    def ordered(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """Put claims in order."""
        return claims if len(claims) == 1 else tuple(sorted(claims, key=self.rank))


def numbered(conflicts: Iterable[Conflict], places: Places) -> Iterable[Conflict]:
    """Put conflicts in order, worst first, and number them; those of a draft with its sources come before all others."""

    def rank(conflict: Conflict) -> tuple[object, ...]:
        one, other = conflict.sides[0][0], conflict.sides[1][0]
        section = 0
        if places.draft:
            across = one.document != other.document
            section = 0 if across and places.draft in (one.document, other.document) else 1
        verdict, where = VERDICTS.index(conflict.verdict), (places.rank(one), places.rank(other))
        return section, verdict, -conflict.confidence, where, conflict.rule

    for number, conflict in enumerate(sorted(conflicts, key=rank), 1):
        yield Conflict(
            f"k{number}",
            conflict.rule,
            conflict.verdict,
            conflict.severity,
            conflict.confidence,
            conflict.sides,
            conflict.message,
            conflict.steps,
        )
