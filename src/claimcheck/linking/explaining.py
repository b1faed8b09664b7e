"""Why two linked claims are comparable, found out when somebody wants to know."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import field, frozen

from claimcheck.linking.affairs import shared_names
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.naming import telling
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Link
from claimcheck.model.steps import Reason, reason

SHOWN = 3
"""Names, or else words, that are shown of those that two documents or sentences share."""

Homes = Mapping[str, tuple[ClaimKey, DocumentKey]]
"""The key of each claim and that of its document, by the claim's id."""


@frozen
class Explainer:
    """Says what fits in two claims; it looks the keys up only once it is asked."""

    keys: Sequence[DocumentKey] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    _homes: list[Homes] = field(factory=list[Homes], eq=False, repr=False)
    _topics: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str], eq=False, repr=False)

    def explain(self, link: Link) -> tuple[Reason, ...]:
        """Say what makes two linked claims comparable."""
        if not self._homes:
            self._homes.append({claim.claim.id: (claim, key) for key in self.keys for claim in key.claims})
        (one, first), (other, second) = self._homes[0][link.left.id], self._homes[0][link.right.id]
        reasons = tuple(self._reasons(one, other, first))
        terms = self._topic(first, second) if first is not second else ""
        return (*reasons, reason("same-topic", terms=terms)) if terms else reasons

    def _reasons(self, one: ClaimKey, other: ClaimKey, first: DocumentKey) -> Iterator[Reason]:
        """Say what fits, in the words of the first claim's sentence."""
        left, right = one.claim, other.claim
        if left.measure and left.measure == right.measure:
            yield reason("same-measure", measure=left.measure)
        elif one.head and one.head == other.head and left.subject:
            yield reason("same-subject", subject=left.subject.text)
        said = left.subject.text if left.subject else ""
        shared = (one.context & other.context) - self.vocabulary.common - set(self.vocabulary.terms(said))
        words = self.vocabulary.written(left.sentence.of(first.analysis.document.text), shared, SHOWN)
        if words:
            yield reason("shared-words", words=", ".join(words))

    def _topic(self, one: DocumentKey, other: DocumentKey) -> str:
        """Return up to three names, else words, that two documents share, as the first one writes them."""
        pair = one.analysis.document.id, other.analysis.document.id
        known = self._topics.get(pair)
        if known is None:
            shared, names = shared_names(one, other), one.analysis.names
            common = (name.canonical for name in names if not telling(name, self.vocabulary).isdisjoint(shared))
            found = list(islice(common, SHOWN)) if shared else []
            if not found:
                text = one.analysis.document.text
                found = self.vocabulary.written(text, one.telling & other.telling, SHOWN)
            known = self._topics[pair] = ", ".join(found)
        return known
