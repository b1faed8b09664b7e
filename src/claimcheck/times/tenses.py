"""Whether the words around a time look back or ahead: will, due, takes office on, the election on 4 May will."""

from claimcheck.reckoning.locating import Tense
from claimcheck.reckoning.meanings import Found
from claimcheck.times.reader import Reader

BACK, AHEAD = 12, 7
"""How many tokens before and behind a time are looked at."""

PAIRS = frozenset({("set", "to"), ("to", "be"), ("is", "to"), ("are", "to"), ("has", "until")})
"""Pairs of words that look ahead."""

PAIR_HEADS = frozenset(first for first, _ in PAIRS)

AUXILIARIES = frozenset({"will", "shall", "'ll", "won't"})

PLAIN = frozenset({"future", "past"})
"""Tenses that a word tells wherever it stands."""

PREPOSITIONS = frozenset({"on", "in", "at", "by", "the", "next", ","})


def tense(reader: Reader, found: Found, start: int, end: int) -> Tense | None:
    """Tell whether the words around a time look back or ahead in its sentence, from one token up to another.

    Only of a time whose year or week is not written is it asked.
    """
    return _before(reader, found.first, start) or _behind(reader, found, start, end)


def _before(reader: Reader, first: int, start: int) -> Tense | None:
    """Return what the nearest telling word before a time says."""
    norms, cues, earliest = reader.norms, reader.words.tenses, max(start, first - BACK)
    near = norms[earliest:first]
    if cues.keys().isdisjoint(near) and PAIR_HEADS.isdisjoint(near):
        return None
    for at in range(first - 1, earliest - 1, -1):
        cue = cues.get(norms[at])
        if cue is not None and (cue in PLAIN or _schedules(reader, at, first, cue)):
            return "past" if cue == "past" else "future"
        if norms[at] not in PAIR_HEADS:
            continue
        if norms[at : at + 2] in PAIRS:
            return "future"
        if norms[at] in ("is", "are") and (at == first - 1 or norms[at + 1 : first] in (("on",), ("for",))):
            return "future"
    return None


def _schedules(reader: Reader, at: int, first: int, cue: str) -> bool:
    """Tell whether a word in the present tense says what is to come: "starts", and "start" of several things.

    After one thing that is a noun: "the strike's start on 1 June".
    """
    if reader.kinds[at] != "a" or cue == "schedule":
        return reader.kinds[at] == "a"
    noun = reader.norms[at - 1]
    common = reader.kinds[at - 1] == "a" or (reader.kinds[at - 1] == "A" and reader.opens_sentence(at - 1))
    several = common and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "as", "'s", "its"))
    return several and (at + 1 == first or reader.norms[at + 1] in ("on", "from", "again"))


def _behind(reader: Reader, found: Found, start: int, end: int) -> Tense | None:
    """Return what follows a time that opens its sentence, or that says when something planned is."""
    norms, first = reader.norms, found.first
    opens = start == first or (
        norms[start] in PREPOSITIONS and all(norms[at] in PREPOSITIONS for at in range(start, first))
    )
    if not opens and reader.words.classes["coming_events"].isdisjoint(norms[max(0, first - 3) : first]):
        return None
    for at in range(found.last, min(end, found.last + AHEAD)):
        if norms[at] in AUXILIARIES:
            return "future"
        if reader.is_in("reporting", at):
            return "past"
    return None
