"""Making the key of a document from its analysis and its tokens."""

from itertools import chain

from attrs import frozen

from claimcheck.linking.figures import telling_figures
from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.likeness import Likeness
from claimcheck.linking.naming import given_names, opens_sentences, publishing, telling_here
from claimcheck.linking.polls import pollsters
from claimcheck.linking.shelves import shelf_of
from claimcheck.linking.surroundings import Surroundings
from claimcheck.linking.within import repeats_of
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Tokens
from claimcheck.model.findings import Sums

SHORT = 500
"""Characters of a text that has hardly room for two things of one sort."""
SENTENCE = 0.6
"""The share of a text that its longest sentence takes where it is one sentence and perhaps a short second one."""
CENTRAL = 2
"""Names that a text may be mainly about."""


@frozen
class KeyMaker:
    """Makes keys; remembers nothing but words."""

    vocabulary: Vocabulary

    def key(self, analysis: Analysis, tokens: Tokens, sums: Sums, *, shelved: bool) -> DocumentKey:
        """Make the keys of an analysed document from its tokens."""
        document, vocabulary = analysis.document, self.vocabulary
        columns = Surroundings(vocabulary, tokens, analysis)
        low, capital = columns.cases()
        ranked = sorted(
            (
                (-len(name.places), telling_here(name, vocabulary, low))
                for name in analysis.names
                if not opens_sentences(name, tokens)
            ),
            key=lambda item: item[0],
        )
        tell = [words for _, words in ranked if words]
        names = frozenset(chain.from_iterable(tell))
        terms = {*columns.terms, *vocabulary.terms(document.title or "")} - {""} | names
        usual = frozenset(terms & vocabulary.common)
        plain = frozenset(terms - usual)
        short = len(document.text) <= SHORT
        claims = tuple(columns.claim_keys(short=short))
        longest = max((claim.sentence.end - claim.sentence.start for claim in analysis.claims), default=0)
        return DocumentKey(
            analysis=analysis,
            names=names,
            central=frozenset(chain.from_iterable(tell[:CENTRAL])),
            telling=plain,
            given=dict(given_names(analysis.names, vocabulary)),
            capital=frozenset(capital - low) | names | publishing(document.publisher or "", vocabulary),
            figures=frozenset(telling_figures(claims)),
            usual=usual,
            weight=vocabulary.heft(terms),
            short=short,
            single=longest >= SENTENCE * len(document.text.strip()),
            claims=claims,
            pollsters=frozenset(pollsters(analysis, tokens, vocabulary)),
            sums=sums,
            repeats=repeats_of(claims, Likeness(vocabulary), short=short),
            shelf=shelf_of(claims) if shelved else None,
        )
