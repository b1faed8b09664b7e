"""In which order claims and conflicts are reported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.comparing.disputes import Dispute
from claimcheck.model import VERDICTS, Analysis, Claim, Conflict

Rank = tuple[int, int, float, int, int, str]


@frozen
class Places:
    """The order of claims: `numbers` as the documents and their offsets have it, `ranks` with those of the draft first."""

    draft: str | None
    numbers: Mapping[str, int]
    ranks: Mapping[str, int]

    @classmethod
    def of(cls, analyses: Sequence[Analysis], draft: str | None) -> "Places":
        """Number the claims of analyses."""
        ids = [claim.id for analysis in analyses for claim in analysis.claims]
        numbers = dict(zip(ids, range(len(ids)), strict=True))
        own = [claim.id for item in analyses if item.document.id == draft for claim in item.claims] if draft else ()
        return cls(draft, numbers, numbers | {name: numbers[name] - len(ids) for name in own} if own else numbers)

    def ordered(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Put claims in order."""
        if len(claims) == 1:
            return tuple(claims)
        ranks = self.ranks
        return tuple(sorted(claims, key=lambda claim: ranks[claim.id]))

    def of_dispute(self, item: Dispute) -> Rank:
        """Return where a conflict stands: worst first; those of a draft with its sources come before all others."""
        one, other = item.sides[0][0], item.sides[1][0]
        section = 0
        if self.draft:
            across = one.document != other.document
            section = 0 if across and self.draft in (one.document, other.document) else 1
        where = self.ranks[one.id], self.ranks[other.id]
        return (section, VERDICTS.index(item.verdict), -item.confidence, *where, item.rule)


def numbered(disputes: Iterable[Dispute], places: Places) -> Iterator[Conflict]:
    """Put conflicts in order and number them."""
    for number, item in enumerate(sorted(disputes, key=places.of_dispute), 1):
        yield item.numbered(number)
