"""What the names of one entity have in common: a short form and the full one get the same key."""

from collections import defaultdict

from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import Tokens
from claimcheck.names.definitions import find_definitions
from claimcheck.names.initials import find_short_forms
from claimcheck.names.parts import Part


def find_keys(tokens: Tokens, grammar: Grammar, parts: list[Part]) -> list[str]:
    """Return what each part is grouped by: the alias table's name, the full name, or the words as they stand."""
    full = [part for part in parts if len(part.words) > 1 and part.known is None]
    own = find_short_forms(parts, full, grammar["dropped"])
    for pair in find_definitions(tokens, parts):
        target = pair.full.known or pair.short.known or pair.full.key
        own[pair.short.key] = target
        own[pair.full.key] = target
    bearers = _bearers(full, grammar["companies"])
    if not own and not bearers:
        return [part.key for part in parts]
    return [
        own.get(part.key)
        or (bearers.get(part.key, part.key) if len(part.words) == 1 and part.known is None else part.key)
        for part in parts
    ]


def _bearers(full: list[Part], companies: frozenset[str]) -> dict[str, str]:
    """Return the one full name that a last word stands for, or the one company that a first word stands for."""
    persons: dict[str, set[str]] = defaultdict(set)
    firms: dict[str, set[str]] = defaultdict(set)
    for part in full:
        if part.type != "organisation":
            persons[part.words[-1]].add(part.key)
        elif part.words[-1] in companies:
            firms[part.words[0]].add(part.key)
    return {word: next(iter(keys)) for word, keys in {**firms, **persons}.items() if len(keys) == 1}
