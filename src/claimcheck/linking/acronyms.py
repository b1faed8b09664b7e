"""Acronyms that one document uses and another spells out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim

LEAST = 3
"""Letters below which an acronym stands for too many things."""


def expansions(claims: Iterable[Claim], vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return the terms that acronyms stand for, by the acronym's own term, where one name alone has these initials."""
    names = {name for claim in claims for name in (*claim.scope.names, *claim.scope.context)}
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(letters) >= LEAST:
            full[letters].add(name)
    found: dict[str, frozenset[str]] = {}
    for name in names:
        if name.isupper() and len(full.get(name, ())) == 1:
            terms = vocabulary.terms(name)
            if len(terms) == 1:
                found[terms[0]] = frozenset(vocabulary.terms(next(iter(full[name]))))
    return found
