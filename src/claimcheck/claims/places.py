"""Where something is said to be: the place phrases of a sentence."""

from collections.abc import Sequence

from claimcheck.claims.phrases import core_at, lemma_of
from claimcheck.claims.sentences import Places, Sentence

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
PHRASE = frozenset("rjnop")
"""Tags of the words between an adverb of place and the figure whose noun it modifies."""
OPENING = 8
"""How many tokens the opening of a sentence has."""
BREAKS = frozenset("c,")
"""Tags that end the reach of a place after a figure, the second from the third token on."""


def nearest_place(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the first place of the clause after a figure, else the one before it."""
    places, tags = sentence.places, sentence.tags
    for index, place in places:
        if index >= last:
            if STOPS.isdisjoint(tags[last:index]) and BREAKS.isdisjoint(tags[last + 2 : index]):
                return place
            break
    before = [item for item in places if item[0] < first]
    return _before(before, tags, first) if before else None


def _before(places: Sequence[tuple[int, str]], tags: str, first: int) -> str | None:
    """Return the place that modifies the noun of a figure, else the first of its clause, else that of the opening."""
    opening: str | None = None
    found: str | None = None
    for index, place in places:
        if place in WIDE and PHRASE.issuperset(tags[index:first]):
            return place  # a worldwide total of 5
        if found is None and ENDS.isdisjoint(tags[index:first]):
            found = place
        if opening is None and index < OPENING and tags[0] == "p":
            opening = place
    return found or opening


def places_of(sentence: Sentence) -> Places:
    """Return the places of a sentence with their tokens: a name of a place, a place phrase, an adverb ("worldwide")."""
    norms, tags = sentence.norms, sentence.tags
    found: list[tuple[int, str]] = []
    index = tags.find("p")
    while index >= 0:
        place = _place(sentence, index + 1) if norms[index] in PREPOSITIONS else None
        if place is not None:
            found.append((index, place))
        index = tags.find("p", index + 1)
    if ("r" in tags or "#j" in tags) and not WIDE.isdisjoint(norms):  # 300 worldwide branches
        found += [(index, norm) for index, norm in enumerate(norms) if norm in WIDE and tags[index] in "rj"]
        found.sort()
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
