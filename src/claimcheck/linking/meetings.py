"""Which documents can be about one affair at all: those that share a telling word and, if many do, are near in time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from attrs import frozen

from claimcheck.linking.keys import DocumentKey

NEAREST = 24
"""Documents before it, in time, that one meets under a name: where more bear it, it stands for more than one affair."""
WORN = 32
"""Documents from which on a word that is no name tells nothing."""
RECURRING = 5
"""The same for a figure: "12 matches" is soon in many texts, by chance."""

Meetings = Mapping[str, Iterable[str]]
"""By a document's id, those of the documents before it that it meets: what of a whole collection concerns a part of it."""


@frozen
class Meeting:
    """Documents by number, in order of age: for each the earlier ones that it meets, and how many bear a broad name."""

    earlier: Sequence[Sequence[int]]
    broad: Mapping[str, int]

    @classmethod
    def of(cls, keys: Sequence[DocumentKey]) -> "Meeting":
        """Let documents meet by names and telling figures, and texts that are short or name nobody also by other words."""
        names = frozenset[str]().union(*[key.names for key in keys])
        words, figures = _words(keys, names), _figures(keys)
        bearers: dict[str, list[int]] = {}
        earlier: list[list[int]] = []
        for number, key in enumerate(keys):
            met: set[int] = set()
            for term in key.capital & names:
                if term in bearers:
                    known = bearers[term]
                    met.update(known[-NEAREST:])
                    known.append(number)
                else:
                    bearers[term] = [number]
            for term in chain(key.figures & figures, *_among(key, words)):
                if term in bearers:
                    known = bearers[term]
                    met.update(known)
                    known.append(number)
                else:
                    bearers[term] = [number]
            earlier.append(sorted(met))
        broad = {term: len(bearers[term]) for term in sorted(names) if len(bearers.get(term, ())) > NEAREST + 1}
        return cls(earlier, broad)

    @classmethod
    def given(cls, keys: Sequence[DocumentKey], meetings: Meetings) -> "Meeting":
        """Take it from what is known of the whole collection."""
        numbers = {key.analysis.document.id: number for number, key in enumerate(keys)}
        earlier = (meetings.get(name, ()) for name in numbers)
        return cls([sorted(numbers[name] for name in met if name in numbers) for met in earlier], {})


def _words(keys: Iterable[DocumentKey], names: frozenset[str]) -> frozenset[str]:
    """Return the words by which documents meet: what opens one text, and is not worn."""
    opening: set[str] = set()
    for key in keys:
        if _opens(key):
            opening.update(key.telling, key.usual)
    opening -= names
    counts = Counter(chain.from_iterable(chain.from_iterable(_among(key, opening) for key in keys)) if opening else ())
    return frozenset([term for term, count in counts.items() if 1 < count < WORN])


def _figures(keys: Iterable[DocumentKey]) -> frozenset[str]:
    """Return the figures by which documents meet."""
    counts = Counter(chain.from_iterable([key.figures for key in keys]))
    return frozenset([term for term, count in counts.items() if 1 < count < RECURRING])


def _among(key: DocumentKey, words: AbstractSet[str]) -> tuple[AbstractSet[str], ...]:
    """Return those of some words that a text has."""
    return (key.telling & words, key.usual & words) if words else ()


def limit(term: str) -> int:
    """Return the number of documents from which on a term that is no name tells nothing; no word has an equals sign."""
    return RECURRING if "=" in term else WORN


def openers(key: DocumentKey) -> frozenset[str]:
    """Return by what a text is found beside names: its telling figures, and its words if it is short or names nobody."""
    return written(key) if _opens(key) else key.figures


def _opens(key: DocumentKey) -> bool:
    """Tell whether a text is found by its words."""
    return key.short or not key.names


def written(key: DocumentKey) -> frozenset[str]:
    """Return the words and telling figures of a text."""
    return key.telling | key.usual | key.figures
