"""Short forms that nobody defines: initials of a full name, and a full name without its last word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimcheck.names.parts import Part

LEAST_INITIALS = 3
"""Two letters stand for too many things."""


def find_short_forms(parts: Iterable[Part], keys: Iterable[str], dropped: frozenset[str]) -> Mapping[str, str]:
    """Return what the short forms of a document stand for, by key: a form that may stand for two names stands for none.

    "CBF" is the Crimson Banner Front where the document names it in full, and so is "Crimson Banner": `dropped` are the
    last words that are left out when a name is repeated.
    """
    unknown = [(part, key) for part, key in zip(parts, keys, strict=True) if part.known is None]
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    by_beginning: defaultdict[str, set[str]] = defaultdict(set)
    for part, key in unknown:
        if len(part.words) >= LEAST_INITIALS:
            by_initials[initials(part.surface)].add(key)
            if part.words[-1] in dropped:
                by_beginning[" ".join(part.words[:-1])].add(key)
    if not by_initials:
        return {}
    found: dict[str, str] = {}
    for part, key in unknown:
        if key in found:
            continue
        if len(part.words) == 1 and part.surface.isupper() and len(part.surface) >= LEAST_INITIALS:
            full = by_initials.get(part.surface, set())
        elif by_beginning:
            full = by_beginning.get(" ".join(part.words), set())
        else:
            continue
        if len(full) == 1 and key not in full:
            found[key] = next(iter(full))
    return found


def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name.

    >>> initials("Front for the Defence of Tarsk")
    'FDT'
    """
    return "".join(word[0] for word in name.split() if word[0].isupper())
