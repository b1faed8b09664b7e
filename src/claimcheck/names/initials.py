"""Short forms that nobody defines: initials of a full name, and a full name without its last word."""

from collections import defaultdict
from collections.abc import Set as AbstractSet

from claimcheck.names.parts import Parts

LEAST_INITIALS = 3
"""Two letters stand for too many things."""


def find_short_forms(parts: Parts, dropped: frozenset[str]) -> dict[str, str]:
    """Return what the short forms of a document stand for, by key: a form that may stand for two names stands for none.

    "CBF" is the Crimson Banner Front where the document names it in full, and so is "Crimson Banner": `dropped` are the last
    words that are left out when a name is repeated.
    """
    found: dict[str, str] = {}
    long = [row for row in parts.full if len(parts.words[row]) >= LEAST_INITIALS]
    if not long:
        return found
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    by_beginning: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in long:
        words, key = parts.words[row], parts.keys[row]
        by_initials[initials(parts.surfaces[row])].add(key)
        if words[-1] in dropped:
            by_beginning[words[:-1]].add(key)
    for row, short in enumerate(() if by_initials.keys().isdisjoint(parts.surfaces) else parts.surfaces):
        if short in by_initials and len(parts.words[row]) == 1 and len(short) >= LEAST_INITIALS and short.isupper():
            _stand_for(found, parts, row, by_initials[short])
    for row in parts.full if by_beginning else ():
        _stand_for(found, parts, row, by_beginning.get(parts.words[row], frozenset()))
    return found


def _stand_for(found: dict[str, str], parts: Parts, row: int, keys: AbstractSet[str]) -> None:
    key = parts.keys[row]
    if len(keys) == 1 and parts.known[row] is None and key not in found and key not in keys:
        found[key] = next(iter(keys))


def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name.

    >>> initials("Front for the Defence of Tarsk")
    'FDT'
    """
    return "".join([word[0] for word in name.split() if word[0].isupper()])
