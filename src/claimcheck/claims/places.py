"""Where something is said to be: the place phrases of a sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress

from claimcheck.claims.phrases import core_at, lemma_of
from claimcheck.claims.sentences import Sentence
from claimcheck.model import Tokens

WIDE = frozenset(
    {"worldwide", "globally", "nationwide", "nationally", "domestically", "internationally", "abroad", "overseas"}
)
PLACE_NOUNS = frozenset(
    {"territory", "region", "country", "state", "city", "capital", "district", "world", "province", "town", "village", "county", "area", "market"}
)  # fmt: skip
PREPOSITIONS = frozenset({"in", "at", "across", "throughout", "near", "outside", "within", "from"})
STOPS = frozenset(";:.#")
ENDS = frozenset(";:.w#")
"""Tags that end the reach of a place before a figure, but one in the opening of a sentence."""
OPENING = 8
"""How many tokens the opening of a sentence has."""
BREAKS = frozenset("c,")
"""Tags that end the reach of a place after a figure, the second from the third token on."""

CUES = WIDE | PREPOSITIONS
"""Words that a place may begin with: prepositions and adverbs."""


Places = tuple[tuple[int, str], ...]
"""The places of a sentence, each with the token that its phrase begins at."""


@cache
def _leading() -> bytes:
    """Return which tags, as bytes, the words of `CUES` have."""
    return bytes(chr(code) in "pr" for code in range(256))


def cues_of(tokens: Tokens) -> list[int]:
    """Return the tokens of a text that a place may begin with, ascending."""
    if not tokens.tags:
        return tokens.among(CUES)
    norms, leading = tokens.norms, tokens.tags.encode("latin-1", "replace").translate(_leading())
    return [index for index in compress(range(len(norms)), leading) if norms[index] in CUES]


def places_of(sentence: Sentence, cues: Sequence[int]) -> Places:
    """Return the places of a sentence with their tokens: a name of a place, a place phrase, an adverb ("worldwide").

    `cues` are those of `cues_of`.
    """
    norms, tags, offset = sentence.norms, sentence.tags, sentence.offset
    found: list[tuple[int, str]] = []
    for position in range(bisect_left(cues, offset), len(cues)):
        index = cues[position] - offset
        if index >= len(norms):
            break
        place = norms[index] if norms[index] in WIDE else _place(sentence, index + 1) if tags[index] == "p" else None
        if place is not None:
            found.append((index, place))
    return tuple(found)


def _place(sentence: Sentence, first: int) -> str | None:
    """Return the place that a phrase after a preposition names."""
    phrase = core_at(sentence, first)
    if phrase is None:
        return None
    is_name = sentence.tags[phrase.head] == "N"
    for begin, end, named in sentence.names:
        if begin < phrase.last and phrase.first < end:
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
    opening: str | None = None
    for index, place in places:
        if index >= first:
            break
        if ENDS.isdisjoint(tags[index:first]):
            return place
        if opening is None and index < OPENING and tags[0] == "p":
            opening = place
    return opening
