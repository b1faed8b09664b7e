"""Where something is said to be: the place phrases of a sentence."""

from itertools import compress

from claimcheck.claims.phrases import core_at, lemma_of
from claimcheck.claims.sentences import Sentence

WIDE = frozenset(
    {"worldwide", "globally", "nationwide", "nationally", "domestically", "internationally", "abroad", "overseas"}
)
PLACE_NOUNS = frozenset(
    {"territory", "region", "country", "state", "city", "capital", "district", "world", "province", "town", "village", "county", "area", "market"}
)  # fmt: skip
PREPOSITIONS = frozenset({"in", "at", "across", "throughout", "near", "outside", "within", "from"})
STOPS = frozenset(";:.#")
BREAKS = frozenset("c,")
"""Tags that end the reach of a place after a figure, the second from the third token on."""

CUES = WIDE | PREPOSITIONS


Places = tuple[tuple[int, str], ...]
"""The places of a sentence, each with the token that its phrase begins at."""


def places_of(sentence: Sentence) -> Places:
    """Return the places of a sentence with their tokens: a name of a place, a place phrase, an adverb ("worldwide")."""
    norms, tags = sentence.norms, sentence.tags
    found: list[tuple[int, str]] = []
    for index in compress(range(len(norms)), map(CUES.__contains__, norms)):
        place = norms[index] if norms[index] in WIDE else _place(sentence, index + 1) if tags[index] == "p" else None
        if place is not None:
            found.append((index, place))
    return tuple(found)


def _place(sentence: Sentence, first: int) -> str | None:
    """Return the place that a phrase after a preposition names."""
    phrase = core_at(sentence, first)
    if phrase is None:
        return None
    named = next(sentence.named(phrase.first, phrase.last), None)
    is_name = sentence.tags[phrase.head] == "N"
    if named is not None:
        return named.canonical if is_name and named.type in ("place", "unknown") else None
    lemma = lemma_of(sentence, phrase)
    if is_name or lemma in PLACE_NOUNS:
        return " ".join((*sentence.norms[phrase.first : phrase.head], lemma))
    return None


def place_of(places: Places, tags: str, first: int, last: int) -> str | None:
    """Return the place of the clause of a figure: the first after it, else the first before it, else at the opening."""
    if not places:
        return None
    for index, place in places:
        if index >= last:
            if STOPS.isdisjoint(tags[last:index]) and BREAKS.isdisjoint(tags[last + 2 : index]):
                return place
            break
    if places[0][0] >= first:
        return None
    begin = max(tags.rfind(mark, 0, first) for mark in ";:.w#") + 1
    opening = min(first, 8) if tags[:1] == "p" else 0
    return _within(places, begin, first) or _within(places, 0, opening)


def _within(places: Places, first: int, last: int) -> str | None:
    for index, place in places:
        if first <= index < last:
            return place
    return None
