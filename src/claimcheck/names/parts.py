"""What a run of capitals names: titles taken off, companies told from persons."""

from claimcheck.model import NameType, Tokens
from claimcheck.model.internal import internal
from claimcheck.names.aliases import Aliases
from claimcheck.names.appositions import apposed_role
from claimcheck.names.grammar import PLACES, NameWords

Part = tuple[int, int, NameType, str, tuple[str, ...], str, tuple[str, ...], str | None, tuple[int, int]]
"""One name in a run, as a row of `Parts`."""


@internal
class Parts:
    """The names in the runs of a text, as columns.

    Each has its first token and the one after its last, its type, its surface, its words, a key, the titles before it and,
    where the table knows it, its canonical form. The key is what names of one entity have in common: the table's name, or
    the words. `places` are where they start and end in the text. `full` are the rows of names of several words that no table
    has.
    """

    full: list[int]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    types: tuple[NameType, ...]
    surfaces: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]
    roles: tuple[tuple[str, ...], ...]
    known: tuple[str | None, ...]
    places: tuple[tuple[int, int], ...]


def read_longer(tokens: Tokens, aliases: Aliases, first: int, last: int) -> Part | None:
    """Return the known name that goes on in lower case after a run: "UN refugee agency"."""
    if last >= tokens.size or tokens.norms[last] not in aliases.inner:
        return None
    most = aliases.longer.get(tokens.word(first), 0)
    for end in range(min(first + most, tokens.size), last, -1):
        known = _known(tokens, aliases, first, end)
        if known is not None:
            return known
    return None


def read_word(tokens: Tokens, words: NameWords, aliases: Aliases, index: int) -> Part | None:
    """Return the name that a run of one word is; a title alone names nobody."""
    norms = tokens.norms
    norm, last = norms[index], index + 1
    place = start, end = tokens.starts[index], tokens.ends[index]
    surface = tokens.text[start:end]
    if norm in aliases.lone:
        entry = aliases.of_word(surface, norm)
        if entry is not None:
            return index, last, entry.type, surface, (norm,), entry.name, (), entry.name, place
    if norm in words.titles_alone:
        return None
    if norms[index - 1] in words.telling or (last < tokens.size and norms[last] == ","):
        kind, roles = _type(tokens, words, index, last, (norm,), ())
        return index, last, kind, surface, (norm,), norm, roles, None, place
    kind = "organisation" if norm in words.heads or tokens.kinds[index] == "U" else "unknown"
    return index, last, kind, surface, (norm,), norm, (), None, place


def read_run(tokens: Tokens, words: NameWords, aliases: Aliases, first: int, last: int) -> tuple[Part, ...]:
    """Return the names of a run: "US President Barack Obama" holds a country and a person."""
    norms, titles = tokens.norms, words.titles
    whole = _known(tokens, aliases, first, last) if norms[first] in aliases.openings else None
    if whole is not None:
        return (whole,)
    if titles.isdisjoint(norms[first:last]):
        return _unknown(tokens, words, aliases, first, last, ())
    split = _after_titles(tokens, words, first, last)
    if split == first:
        return _unknown(tokens, words, aliases, first, last, ())
    begin = split
    while begin > first and norms[begin - 1] in titles:
        begin -= 1
    roles = tuple([norms[index] for index in range(begin, split) if tokens.kinds[index] in "AUI"])
    before = _plain(tokens, words, aliases, first, begin, ()) if begin > first else ()
    return before + (_plain(tokens, words, aliases, split, last, roles) if split < last else ())


def _plain(
    tokens: Tokens, words: NameWords, aliases: Aliases, first: int, last: int, roles: tuple[str, ...]
) -> tuple[Part, ...]:
    """Return the names of a stretch without titles, which marks may have been left at the ends of."""
    kinds = tokens.kinds
    while first < last and kinds[first] in ".-&":
        first += 1
    while first < last and kinds[last - 1] in ".-":
        last -= 1
    if first == last:
        return ()
    known = _known(tokens, aliases, first, last)
    return _unknown(tokens, words, aliases, first, last, roles) if known is None else (known,)


def _unknown(
    tokens: Tokens, words: NameWords, aliases: Aliases, first: int, last: int, roles: tuple[str, ...]
) -> tuple[Part, ...]:
    """Return the names of a stretch from a capital to a capital that no table has as a whole."""
    own, kinds = tokens.norms[first:last], tokens.kinds[first:last]
    shouts = kinds[0] == "U" and last - first > 1
    if shouts and not roles:
        lead = _known(tokens, aliases, first, first + 1)  # "US Bank" stays one name, "US Donald Trump" does not occur
        if lead is not None and own[-1] not in words.heads:
            return (lead, *_plain(tokens, words, aliases, first + 1, last, roles))
    if not kinds.isalpha():
        own = tuple([word for word, kind in zip(own, kinds, strict=True) if kind in "AUIma"])
    place = start, end = tokens.starts[first], tokens.ends[last - 1]
    surface = tokens.text[start:end]
    if "  " in surface or not surface.isprintable():
        surface = " ".join(surface.split())
    if shouts and len(own) > 1 and surface.isupper() and min(map(len, own)) > 2:
        surface = surface.title()
    kind, told = _type(tokens, words, first, last, own, roles)
    initial = len(own) == 3 and len(own[1]) == 1 and kind != "organisation"
    key = " ".join(own[::2] if initial else own)  # an initial makes no other person
    return ((first, last, kind, surface, own, key, told, None, place),)


def _known(tokens: Tokens, aliases: Aliases, first: int, last: int) -> Part | None:
    norms = tokens.norms
    if norms[first] not in aliases.openings or norms[last - 1] not in aliases.closings:
        return None
    place = start, end = tokens.starts[first], tokens.ends[last - 1]
    surface = tokens.text[start:end]
    entry = aliases.get(surface)
    if entry is None:
        return None
    return first, last, entry.type, surface, norms[first:last], entry.name, (), entry.name, place


def _after_titles(tokens: Tokens, words: NameWords, first: int, last: int) -> int:
    """Return the token after the last title of a run, its first token where there is none."""
    norms, titles = tokens.norms, words.titles
    if norms[last - 1] in words.heads:
        return first
    for index in range(last - 1, first - 1, -1):
        if norms[index] in titles:
            return index + 2 if index + 1 < last and tokens.kinds[index + 1] == "." else index + 1
    return first


def _type(
    tokens: Tokens, words: NameWords, first: int, last: int, own: tuple[str, ...], titles: tuple[str, ...]
) -> tuple[NameType, tuple[str, ...]]:
    """Return what a name of some words is, and its roles: the titles before it and what else stands beside it."""
    norms, kinds, count, opening, head = tokens.norms, tokens.kinds, len(own), own[0], own[-1]
    before = norms[first - 1] if first else ""
    apart = before == "," or (last < tokens.size and norms[last] == ",")
    given = opening in words.given
    if head in words.heads or (
        not words.heads.isdisjoint(own) or (head in words.trades and not given) if count > 1 else kinds[first] == "U"
    ):
        return "organisation", titles + _apposed(tokens, words, first, last) if apart else titles
    if titles:
        return "person", titles
    if before in words.roles and kinds[first - 1] == "a":
        return "person", (before,)
    called = _apposed(tokens, words, first, last) if apart else ()
    if called:
        return ("organisation" if called[0] in words.heads else "person"), called
    if 1 < count <= 4 and (given or kinds[first] == "I" or (apart and _has_age(tokens, last))):
        return "person", ()
    return ("place" if before in PLACES and count <= 2 and not given else "unknown"), ()


def _apposed(tokens: Tokens, words: NameWords, first: int, last: int) -> tuple[str, ...]:
    role = apposed_role(tokens, words, first, last)
    return () if role is None else (role,)


def _has_age(tokens: Tokens, last: int) -> bool:
    """Tell whether an age follows: "Ada Lund, 34,"."""
    kinds = tokens.kinds[last : last + 3]
    return kinds[:2] == ",n" and kinds[2:3] in (",", ".") and len(tokens.norms[last + 1]) == 2
