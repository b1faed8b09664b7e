"""What the rules need beside two claims."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from claimcheck.comparing.amounts import Converter
from claimcheck.comparing.subgroups import Subgroups
from claimcheck.model import Claim, Settings


@frozen
class Tools:
    """What the rules need beside the claims."""

    settings: Settings
    convert: Converter
    draft: str | None = None
    texts: Mapping[str, str] = field(factory=dict[str, str])
    days: Mapping[str, date | None] = field(factory=dict[str, "date | None"])
    subgroups: Subgroups = field(factory=Subgroups)

    def is_checked(self, left: Claim, right: Claim) -> bool:
        """Tell whether one of two claims is the draft's, and the other a source's."""
        return left.document != right.document and self.draft in (left.document, right.document)

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim."""
        return claim.sentence.of(self.texts.get(claim.document, ""))
