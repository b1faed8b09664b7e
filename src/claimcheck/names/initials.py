"""Short forms that nobody defines: initials of a full name, and a full name without its last word."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from claimcheck.names.parts import Part

LEAST_INITIALS = 3
"""Two letters stand for too many things."""


def find_short_forms(parts: Iterable[Part], full: Iterable[Part], dropped: frozenset[str]) -> dict[str, str]:
    """Return what the short forms of a document stand for, by key: a form that may stand for two names stands for none.

    "CBF" is the Crimson Banner Front where the document names it in full, and so is "Crimson Banner": `full` are the names
    of several words, `dropped` the last words that are left out when a name is repeated.
    """
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    by_beginning: defaultdict[str, set[str]] = defaultdict(set)
    for part in full:
        if len(part.words) >= LEAST_INITIALS:
            by_initials[initials(part.surface)].add(part.key)
            if part.words[-1] in dropped:
                by_beginning[" ".join(part.words[:-1])].add(part.key)
    found: dict[str, str] = {}
    if by_initials:
        for part in parts:
            short = part.surface
            if short in by_initials and len(part.words) == 1 and len(short) >= LEAST_INITIALS and short.isupper():
                _stand_for(found, part, by_initials[short])
    if by_beginning:
        for part in full:
            _stand_for(found, part, by_beginning.get(" ".join(part.words), frozenset()))
    return found


def _stand_for(found: dict[str, str], part: Part, keys: AbstractSet[str]) -> None:
    if len(keys) == 1 and part.known is None and part.key not in found and part.key not in keys:
        found[part.key] = next(iter(keys))


def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name.

    >>> initials("Front for the Defence of Tarsk")
    'FDT'
    """
    return "".join([word[0] for word in name.split() if word[0].isupper()])
