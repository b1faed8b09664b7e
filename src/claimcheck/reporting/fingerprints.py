"""What makes a conflict the same one after its documents were edited elsewhere."""

import hashlib
import json

from claimcheck.model import Claim, Conflict, Report


def fingerprint(conflict: Conflict, report: Report) -> str:
    """Return 32 hexadecimal digits made of the rule, the documents and the sentences, not of where they stand.

    It stays when text before or after the sentences changes, and when the order of the documents does.
    """
    texts = {document.id: document.text for document in report.documents}
    sides = sorted(sorted({_identity(claim, texts[claim.document]) for claim in side}) for side in conflict.sides)
    written = json.dumps([conflict.rule, sides])
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:32]


def _identity(claim: Claim, text: str) -> tuple[str, str, str]:
    return claim.document, claim.mention.text, " ".join(claim.sentence.of(text).split())
