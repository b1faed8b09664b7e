"""The same words given to two people."""

from claimcheck.comparing.relations import Relation
from claimcheck.comparing.tools import Tools
from claimcheck.model import Attribution, Claim
from claimcheck.model.steps import reason

NOBODY = frozenset({"anonymous", "plural"})
"""Types of source that are nobody in particular: residents may well include the one whom the other text names."""
QUOTED = 5
"""Words that two people hardly use by chance in the same order."""


def attribution(left: Claim, right: Claim, tools: Tools) -> Relation | None:
    """Compare who is quoted: the same words given to two people."""
    one, other = left.attribution, right.attribution
    if one is None or other is None or "indirect" in (one.kind, other.kind) or left.document == right.document:
        return None
    if not left.speaker or not right.speaker or _same_person(left.speaker, right.speaker):
        return None
    if NOBODY & {one.source_type, other.source_type}:
        return None
    words, others = (_words(item, tools.texts.get(item.document, "")) for item in (one, other))
    if min(len(words), len(others)) < QUOTED or (words not in (others, others[: len(words)])):
        return None
    return Relation("conflict", (reason("given-to-two", left=left.speaker, right=right.speaker),))


def _same_person(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def _words(item: Attribution, text: str) -> list[str]:
    content = " ".join(text[piece.start : piece.end] for piece in item.content)
    return ["".join(filter(str.isalnum, word.lower())) for word in content.split()]
