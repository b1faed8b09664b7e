"""In which order claims and conflicts are reported."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

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
        return cls(draft, {name: number for number, name in enumerate(ids)})

    def rank(self, claim: Claim) -> tuple[bool, int]:
        """Return where a claim stands."""
        return claim.document != self.draft, self.numbers[claim.id]


def numbered(conflicts: Iterable[Conflict], places: Places) -> Iterable[Conflict]:
    """Put conflicts in order, worst first, and number them; those of a draft with its sources come before all others."""

    def rank(conflict: Conflict) -> tuple[object, ...]:
        documents = [side[0].document for side in conflict.sides]
        across = documents[0] != documents[1]
        section = (0 if places.draft in documents and across else 1) if places.draft else 0
        where = [places.rank(side[0]) for side in conflict.sides]
        return section, VERDICTS.index(conflict.verdict), -conflict.confidence, where, conflict.rule

    for number, conflict in enumerate(sorted(conflicts, key=rank), 1):
        yield evolve(conflict, id=f"k{number}")
