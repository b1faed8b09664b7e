"""Whose polls a document tells of."""

from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Tokens

POLLS = frozenset({"poll", "polls", "survey", "surveys", "polled", "surveyed", "questioned"})
"""Words behind the name of who asks people."""

ASKED = ("percent", "count")
"""Sorts of value that polls find, or that say how many they asked."""


def pollsters(analysis: Analysis, tokens: Tokens, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the names that are known to ask people, or that a poll is called by: "a Castell poll", "Fathom questioned 1,488"."""
    if vocabulary.pollsters.isdisjoint(tokens.norms) and POLLS.isdisjoint(tokens.norms):
        return
    for name in analysis.names:
        if not vocabulary.pollsters.isdisjoint(name.canonical.lower().split()):
            yield name.canonical
            continue
        behind = (bisect_left(tokens.starts, end) for _, end in name.places)
        if any(index < len(tokens) and tokens.norms[index] in POLLS for index in behind):
            yield name.canonical


def asked_otherwise(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell whether two documents tell of polls by others, which need not find the same."""
    return bool(one.pollsters) and bool(other.pollsters) and one.pollsters.isdisjoint(other.pollsters)
