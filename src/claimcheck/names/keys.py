"""What the names of one entity have in common: a short form and the full one get the same key."""

from collections import defaultdict

from claimcheck.model import Tokens
from claimcheck.names.definitions import find_definitions
from claimcheck.names.grammar import NameWords
from claimcheck.names.initials import find_short_forms
from claimcheck.names.parts import Part


def find_keys(tokens: Tokens, words: NameWords, parts: list[Part], full: list[Part]) -> list[str]:
    """Return what each part is grouped by: the alias table's name, the full name, or the words as they stand.

    `full` are the names of several words that no table has.
    """
    own = find_short_forms(parts, full, words.dropped)
    for pair in find_definitions(tokens, parts):
        target = pair.full.known or pair.short.known or pair.full.key
        own[pair.short.key] = target
        own[pair.full.key] = target
    keys = [part.key for part in parts]
    meant = _bearers(full, words.companies) | own
    return [meant.get(key, key) for key in keys] if meant else keys


def _bearers(full: list[Part], companies: frozenset[str]) -> dict[str, str]:
    """Return the one full name that a last word stands for, or the one company that a first word stands for."""
    persons: dict[str, set[str]] = defaultdict(set)
    firms: dict[str, set[str]] = defaultdict(set)
    for part in full:
        if part.type != "organisation":
            persons[part.words[-1]].add(part.key)
        elif part.words[-1] in companies:
            firms[part.words[0]].add(part.key)
    return {word: next(iter(keys)) for word, keys in (firms | persons).items() if len(keys) == 1}
