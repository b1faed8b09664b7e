"""Finding the claims that are worth comparing, without looking at all pairs."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.making import KeyMaker
from claimcheck.linking.meetings import Meeting, Meetings
from claimcheck.linking.session import Session
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Linking, Tokens
from claimcheck.model.findings import NO_SUMS, Sums


@frozen
class Linker:
    """Pairs claims whose subjects fit together, whatever their values."""

    vocabulary: Vocabulary
    maker: KeyMaker

    @classmethod
    def build(cls, lexicon: Lexicon) -> "Linker":
        """Read the word classes."""
        vocabulary = Vocabulary.of(lexicon)
        return cls(vocabulary, KeyMaker(vocabulary))

    def key(self, analysis: Analysis, tokens: Tokens, sums: Sums = NO_SUMS, *, shelved: bool = True) -> DocumentKey:
        """Return what of a document can be compared with others, made from it alone."""
        return self.maker.key(analysis, tokens, sums, shelved=shelved)

    def link(self, keys: Sequence[DocumentKey], meetings: Meetings | None = None) -> Linking:
        """Link the claims of documents, between them and within each.

        Which documents of a part of a collection meet is known from the whole: `meetings`.
        """
        order = sorted(range(len(keys)), key=[*map(age, keys)].__getitem__)
        ordered, firsts = [keys[place] for place in order], [*accumulate([len(key.claims) for key in keys], initial=0)]
        meeting = Meeting.of(ordered) if meetings is None else Meeting.given(ordered, meetings)
        return Session(self.vocabulary, ordered, [firsts[place] for place in order]).linking(meeting)


def age(key: DocumentKey) -> tuple[date, str]:
    """Return by what documents are put in order: the day from which their times are reckoned, then the id."""
    return key.analysis.dated or date.max, key.analysis.document.id
