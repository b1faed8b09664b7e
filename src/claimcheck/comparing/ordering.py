"""In which order claims and conflicts are reported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from attrs import field, frozen

from claimcheck.comparing.disputes import Dispute
from claimcheck.model import VERDICTS, Analysis, Claim, Conflict

Rank = tuple[float, int, int, str]
"""How little a conflict weighs, then where its claims stand, and by which rule it is one."""


@frozen
class Places:
    """The order of claims: their numbers are as the documents and their offsets have it, their ranks with those of the draft first."""

    draft: str | None
    _analyses: Sequence[Analysis]
    _own: range
    _homes: dict[str, tuple[int, Analysis]] = field(factory=dict[str, tuple[int, Analysis]], init=False)
    _numbers: dict[str, int] = field(factory=dict[str, int], init=False)

    @classmethod
    def of(cls, analyses: Sequence[Analysis], draft: str | None) -> "Places":
        """Number the claims of analyses, when the first of them is asked for."""
        first, own = _homes(analyses)[draft] if draft else (0, None)
        return cls(draft, analyses, range(first, first + len(own.claims)) if own else range(0))

    def number(self, claim: Claim) -> int:
        """Return the number of a claim, which a link knows."""
        number = self._numbers.get(claim.id)
        if number is None:
            if not self._homes:
                self._homes.update(_homes(self._analyses))
            first, analysis = self._homes[claim.document]
            self._numbers.update((item.id, place) for place, item in enumerate(analysis.claims, first))
            number = self._numbers[claim.id]
        return number

    def rank(self, number: int) -> int:
        """Return where the claim of a number stands."""
        own = self._own
        return number - own.stop if own and number in own else number

    def ranks(self, numbers: Iterable[int]) -> list[int]:
        """Return where the claims of some numbers stand."""
        return [*map(self.rank, numbers)] if self._own else [*numbers]

    def of_dispute(self, item: Dispute) -> Rank:
        """Return where a conflict stands: worst first; those of a draft with its sources come before all others."""
        light = VERDICTS.index(item.verdict) - item.confidence  # a confidence is less than one
        if self.draft:
            one, other = item.sides[0][0], item.sides[1][0]
            if one.document == other.document or self.draft not in (one.document, other.document):
                light += len(VERDICTS)
        first, second = item.ranks
        return light, first, second, item.rule


def _homes(analyses: Sequence[Analysis]) -> Mapping[str, tuple[int, Analysis]]:
    """Return each analysis with the number of its first claim, by its document."""
    firsts = accumulate([len(analysis.claims) for analysis in analyses], initial=0)
    return {item.document.id: (first, item) for first, item in zip(firsts, analyses, strict=False)}


def numbered(disputes: Iterable[Dispute], places: Places) -> Iterator[Conflict]:
    """Put conflicts in order and number them."""
    for number, item in enumerate(sorted(disputes, key=places.of_dispute), 1):
        yield item.numbered(number)
