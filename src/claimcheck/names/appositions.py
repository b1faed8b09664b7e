"""Roles that commas give a name: "the envoy, Jonas Pell," and "Jonas Pell, the trade envoy,"."""

from claimcheck.model import Tokens
from claimcheck.names.grammar import NameWords

WIDEST = 6
"""Tokens of the longest description that is read: "the late former deputy trade envoy"."""


def apposed_role(tokens: Tokens, words: NameWords, first: int, last: int) -> str | None:
    """Return the role noun of the apposition before or after a name, None where there is none."""
    after = tokens.kinds[last : last + 1]
    if after == ",":
        return _role_before(tokens, words, first) or _role_after(tokens, words, first, last + 1)
    return _role_before(tokens, words, first) if after in (".", ";", ")", "") else None


def _role_before(tokens: Tokens, words: NameWords, first: int) -> str | None:
    """Read "the ferry's operator, NAME": a determiner, lower case up to the comma, a role noun last."""
    if first < 3 or tokens.norms[first - 1] != "," or tokens.norms[first - 2] not in words.apposed:
        return None
    for at in range(first - 3, max(first - 3 - WIDEST, -1), -1):
        if tokens.norms[at] in words.articles or tokens.kinds[at] == "l":
            return tokens.norms[first - 2]
        if tokens.kinds[at] not in "aAU-" or tokens.norms[at] in words.prepositions:
            return None
    return None


def _role_after(tokens: Tokens, words: NameWords, first: int, start: int) -> str | None:
    """Read "NAME, the trade envoy to Marn," and "NAME, director of the port,"; "in Marn, the mayor of ..." is none."""
    if first and tokens.norms[first - 1] in words.prepositions:
        return None
    norms, kinds = tokens.norms, tokens.kinds
    end, widest = start, min(start + WIDEST, tokens.size)
    while end < widest and kinds[end] in "aAU-l" and norms[end] not in words.prepositions:
        end += 1
    ended = end < tokens.size and (kinds[end] in ",.;" or norms[end] in words.prepositions)
    if end == start or not ended or norms[end - 1] not in words.apposed or kinds[end - 1] not in "aA":
        return None
    if not words.clause_words.isdisjoint(norms[start:end]):
        return None  # "Lund, who led the port,"
    return norms[end - 1] if norms[start] in words.articles or end == start + 1 or kinds[end] != "." else None
