"""A spaCy component that marks claims; needs the extra `spacy`.

After `nlp.add_pipe("claimcheck")` each Doc has its claims as the span group `doc.spans["claims"]`, figures with the words that
bound or hedge them; where a figure ends within one of spaCy's tokens, the span takes the whole token. `doc._.claims` has a
dict for each span in the same order, the row of `Report.to_records("claims")`, and so a Doc can still be written to disk. Set
`doc._.published = "2031-02-17"` before the component runs, and relative dates are reckoned from there.
"""

from datetime import date
from typing import Any

from attrs import frozen

from claimcheck.errors import require
from claimcheck.model import Claim, Document
from claimcheck.model.records import claim_record
from claimcheck.pipeline import Pipeline

_GROUP = "claims"


@frozen
class ClaimMarker:
    """The component: finds the claims of a Doc's text and marks their figures."""

    pipeline: Pipeline
    group: str = _GROUP

    def __call__(self, doc: Any) -> Any:
        """Mark the claims of a Doc."""
        day = doc._.published
        document = Document(text=doc.text, published=date.fromisoformat(day) if isinstance(day, str) else day)
        found = self.pipeline.extract(document)
        doc.spans[self.group] = [_span(doc, claim) for claim in found]
        doc._.claims = [claim_record(claim, document) for claim in found]
        return doc


def _span(doc: Any, claim: Claim) -> Any:
    mention, modifier = claim.mention, claim.mention.modifier
    start = min(mention.start, modifier.start) if modifier else mention.start
    end = max(mention.end, modifier.end) if modifier else mention.end
    return doc.char_span(start, end, label=claim.measure or "figure", alignment_mode="expand")


def make_claim_marker(nlp: Any, name: str, group: str) -> ClaimMarker:
    """Build the component, as spaCy does for `nlp.add_pipe("claimcheck")`; `group` names the span group."""
    tokens = require("spacy.tokens", extra="spacy", purpose="the spaCy component")
    for attribute, default in (("claims", None), ("published", None)):
        if not tokens.Doc.has_extension(attribute):
            tokens.Doc.set_extension(attribute, default=default)
    return ClaimMarker(Pipeline(), group)


require("spacy.language", extra="spacy", purpose="the spaCy component").Language.factory(
    "claimcheck",
    func=make_claim_marker,
    default_config={"group": _GROUP},
    assigns=["doc.spans", "doc._.claims"],
)
