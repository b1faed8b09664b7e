"""What the rules need beside two claims."""

import re
from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from claimcheck.comparing.amounts import Converter
from claimcheck.comparing.subgroups import Subgroups
from claimcheck.model import Analysis, Claim, Settings


@frozen
class Tools:
    """What the rules need beside the claims."""

    settings: Settings
    convert: Converter
    draft: str | None = None
    analyses: Mapping[str, Analysis] = field(factory=dict[str, Analysis])
    subgroups: Subgroups = field(factory=Subgroups)
    _words: dict[str, frozenset[str]] = field(init=False, factory=dict[str, frozenset[str]], eq=False, repr=False)

    def is_checked(self, left: Claim, right: Claim) -> bool:
        """Tell whether one of two claims is the draft's, and the other a source's."""
        return left.document != right.document and self.draft in (left.document, right.document)

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim."""
        return claim.sentence.of(self.text(claim.document))

    def text(self, document: str) -> str:
        """Return the text of the document with an id."""
        return self.analyses[document].document.text

    def words(self, document: str) -> frozenset[str]:
        """Return the words of the document with an id, in small letters."""
        known = self._words.get(document)
        if known is None:
            known = self._words[document] = frozenset(re.findall(r"[\w'-]+", self.text(document).lower()))
        return known

    def dated(self, document: str) -> date | None:
        """Return the day from which the document with an id is reckoned."""
        return self.analyses[document].dated
