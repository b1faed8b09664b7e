"""The same words given to two people."""

from claimcheck.comparing.operands import Operand
from claimcheck.comparing.relations import Relation, relation
from claimcheck.comparing.tools import Tools
from claimcheck.model import Attribution

QUOTED = 5
"""Words that two people hardly use by chance in the same order."""
GIVEN_TO_TWO = "given-to-two"
"""What is found of words that two people are said to have said."""


def attribution(left: Operand, right: Operand, tools: Tools) -> Relation | None:
    """Compare who is quoted: the same words given to two people."""
    one, other = left.claim.attribution, right.claim.attribution
    speaker, another = left.claim.speaker, right.claim.speaker
    if one is None or other is None or not speaker or not another or one.document == other.document:
        return None
    if speaker == another or _same_person(speaker, another):
        return None
    words, others = (_words(item, tools.text(item.document)) for item in (one, other))
    if min(len(words), len(others)) < QUOTED or (words not in (others, others[: len(words)])):
        return None
    return relation("conflict", GIVEN_TO_TWO, {"left": speaker, "right": another})


def _same_person(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def _words(item: Attribution, text: str) -> list[str]:
    content = " ".join(text[piece.start : piece.end] for piece in item.content)
    return ["".join(filter(str.isalnum, word.lower())) for word in content.split()]
