"""Two sides that do not fit together, before all such are put in order."""

from collections.abc import Sequence

from claimcheck.comparing.certainty import severity
from claimcheck.model import Claim, Conflict, RuleName, Step, Verdict
from claimcheck.model.internal import internal, maker


@internal
class Dispute:
    """A conflict that has no number yet; `ranks` are those of the first claims of its sides."""

    rule: RuleName
    verdict: Verdict
    confidence: float
    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    ranks: tuple[int, int]
    message: str
    steps: Sequence[Step]

    def numbered(self, number: int) -> Conflict:
        """Make it the conflict of a number."""
        loud = severity(self.verdict, self.confidence)
        return _make_conflict(
            f"k{number}", self.rule, self.verdict, loud, self.confidence, self.sides, self.message, self.steps
        )


_make_conflict = maker(Conflict)
