"""Why two linked claims are comparable, found out when somebody wants to know."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import field, frozen

from claimcheck.linking.affairs import shared_names
from claimcheck.linking.keys import ClaimKey, DocumentKey
from claimcheck.linking.naming import telling
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Link
from claimcheck.model.steps import Reason, reason

SHOWN = 3
"""Names, or else words, that are shown of those that two documents or sentences share."""


@frozen
class Shown:
    """A document of which something is explained, with the keys of its claims by their ids."""

    key: DocumentKey
    claims: Mapping[str, ClaimKey]


@frozen
class Explainer:
    """Says what fits in two claims; it looks the keys up only once it is asked."""

    keys: Sequence[DocumentKey] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    _documents: dict[str, DocumentKey] = field(factory=dict[str, DocumentKey], eq=False, repr=False)
    _shown: dict[str, Shown] = field(factory=dict[str, Shown], eq=False, repr=False)
    _topics: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str], eq=False, repr=False)

    def explain(self, link: Link) -> tuple[Reason, ...]:
        """Say what makes two linked claims comparable."""
        left, right = self._document(link.left), self._document(link.right)
        reasons = tuple(self._reasons(left.claims[link.left.id], right.claims[link.right.id], left.key))
        terms = self._topic(left.key, right.key) if left is not right else ""
        return (*reasons, reason("same-topic", terms=terms)) if terms else reasons

    def _document(self, claim: Claim) -> Shown:
        """Return the document of a claim; only those that are asked for are gone through."""
        shown = self._shown.get(claim.document)
        if shown is None:
            if not self._documents:
                self._documents.update((key.analysis.document.id, key) for key in self.keys)
            key = self._documents[claim.document]
            shown = self._shown[claim.document] = Shown(key, {item.claim.id: item for item in key.claims})
        return shown

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
