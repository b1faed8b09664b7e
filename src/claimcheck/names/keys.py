"""What the names of one entity have in common: a short form and the full one get the same key."""

from collections.abc import Sequence

from claimcheck.model import Tokens
from claimcheck.names.definitions import find_definitions
from claimcheck.names.grammar import NameWords
from claimcheck.names.initials import find_short_forms
from claimcheck.names.parts import Parts


def find_keys(tokens: Tokens, words: NameWords, namings: str, parts: Parts) -> Sequence[str]:
    """Return what each part is grouped by: the alias table's name, the full name, or the words as they stand."""
    keys, known = parts.keys, parts.known
    own = find_short_forms(parts, words.dropped)
    for full, short in find_definitions(tokens, parts, namings):
        target = known[full] or known[short] or keys[full]
        own[keys[short]] = target
        own[keys[full]] = target
    meant = _bearers(parts, words.companies) | own
    return list(map(meant.get, keys, keys)) if meant else keys


def _bearers(parts: Parts, companies: frozenset[str]) -> dict[str, str]:
    """Return the one full name that a last word stands for, or the one company that a first word stands for."""
    persons: dict[str, str] = {}
    firms: dict[str, str] = {}
    for row in parts.full:
        own, key = parts.words[row], parts.keys[row]
        if parts.types[row] != "organisation":
            if persons.setdefault(own[-1], key) != key:
                persons[own[-1]] = ""
        elif own[-1] in companies and firms.setdefault(own[0], key) != key:
            firms[own[0]] = ""
    return {word: key for word, key in (firms | persons).items() if key}
