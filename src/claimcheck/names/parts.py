"""What a run of capitals names: titles taken off, companies told from persons."""

from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import NameType, Tokens
from claimcheck.model.internal import internal
from claimcheck.names.aliases import Aliases
from claimcheck.names.appositions import apposed_role
from claimcheck.names.runs import Run


@internal
class Part:
    """One name in a run: its tokens, its type, the titles before it and, where the table knows it, its canonical form.

    `key` is what names of one entity have in common: the table's name, or the words.
    """

    first: int
    last: int
    type: NameType
    surface: str
    words: tuple[str, ...]
    key: str
    roles: tuple[str, ...] = ()
    known: str | None = None


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


def read_word(tokens: Tokens, grammar: Grammar, aliases: Aliases, index: int) -> Part | None:
    """Return the name that a run of one word is; a title alone names nobody."""
    norm = tokens.norms[index]
    surface = tokens.text[tokens.starts[index] : tokens.ends[index]]
    entry = aliases.of_word(surface, norm)
    if entry is not None:
        return Part(index, index + 1, entry.type, surface, (norm,), entry.name, known=entry.name)
    if norm in grammar["title-words"] and norm not in grammar["heads"]:
        return None
    words = (norm,)
    found, roles = _type(tokens, grammar, index, index + 1, words)
    return Part(index, index + 1, found, surface, words, norm, roles)


def read_run(tokens: Tokens, grammar: Grammar, aliases: Aliases, run: Run) -> tuple[Part, ...]:
    """Return the names of a run: "US President Barack Obama" holds a country and a person."""
    first, last = run
    whole = _known(tokens, aliases, first, last)
    if whole is not None:
        return (whole,)
    norms, titles = tokens.norms, grammar["title-words"]
    split = first if titles.isdisjoint(norms[first:last]) else _after_titles(tokens, grammar, run)
    if split == first:
        return _plain(tokens, grammar, aliases, first, last, (), looked_up=True)
    begin = split
    while begin > first and norms[begin - 1] in titles:
        begin -= 1
    roles = tuple([norms[index] for index in range(begin, split) if tokens.kinds[index] in "AUI"])
    before = _plain(tokens, grammar, aliases, first, begin, ()) if begin > first else ()
    return before + (_plain(tokens, grammar, aliases, split, last, roles) if split < last else ())


def _plain(
    tokens: Tokens,
    grammar: Grammar,
    aliases: Aliases,
    first: int,
    last: int,
    roles: tuple[str, ...],
    *,
    looked_up: bool = False,
) -> tuple[Part, ...]:
    """Return the names of a stretch without titles; `looked_up` tells that the table does not have it as a whole."""
    kinds = tokens.kinds
    while first < last and kinds[first] in ".-&":
        first, looked_up = first + 1, False
    while first < last and kinds[last - 1] in ".-":
        last, looked_up = last - 1, False
    if first == last:
        return ()
    known = None if looked_up else _known(tokens, aliases, first, last)
    if known is not None:
        return (known,)
    if last - first > 1 and kinds[first] == "U" and not roles:
        lead = _known(tokens, aliases, first, first + 1)  # "US Bank" stays one name, "US Donald Trump" does not occur
        if lead is not None and tokens.norms[last - 1] not in grammar["heads"]:
            return (lead, *_plain(tokens, grammar, aliases, first + 1, last, roles))
    words = tokens.norms[first:last]
    if not kinds[first:last].isalpha():
        words = tuple([word for word, kind in zip(words, kinds[first:last], strict=True) if kind in "AUIma"])
    surface = tokens.slice(first, last)
    if last - first > 1:
        surface = " ".join(surface.split())
        if surface.isupper() and len(words) > 1 and not any(len(word) < 3 for word in words):
            surface = surface.title()
    found, role = _type(tokens, grammar, first, last, words, titled=bool(roles))
    return (Part(first, last, found, surface, words, _key(words, found), (*roles, *role)),)


def _key(words: tuple[str, ...], kind: NameType) -> str:
    if len(words) == 3 and len(words[1]) == 1 and kind != "organisation":
        return f"{words[0]} {words[2]}"  # a middle initial makes no other person
    return " ".join(words)


def _known(tokens: Tokens, aliases: Aliases, first: int, last: int) -> Part | None:
    if not aliases.may_begin(tokens.norms[first]):
        return None
    surface = tokens.slice(first, last)
    entry = aliases.get(surface)
    if entry is None:
        return None
    return Part(first, last, entry.type, surface, tokens.norms[first:last], entry.name, known=entry.name)


def _after_titles(tokens: Tokens, grammar: Grammar, run: Run) -> int:
    """Return the token after the last title of a run, its first token where there is none."""
    first, last = run
    norms, titles = tokens.norms, grammar["title-words"]
    if norms[last - 1] in grammar["heads"]:
        return first
    for index in range(last - 1, first - 1, -1):
        if norms[index] in titles:
            return index + 2 if index + 1 < last and tokens.kinds[index + 1] == "." else index + 1
    return first


def _type(
    tokens: Tokens, grammar: Grammar, first: int, last: int, words: tuple[str, ...], *, titled: bool = False
) -> tuple[NameType, tuple[str, ...]]:
    """Return what a name is, and the role that stands beside it; `titled` tells that titles stand before it."""
    kinds, count = tokens.kinds, len(words)
    if not grammar["heads"].isdisjoint(words) or (count == 1 and kinds[first] == "U"):
        return "organisation", _apposed(tokens, grammar, first, last)
    if count > 1 and words[-1] in grammar["trades"] and not _is_given(grammar, words[0]):
        return "organisation", _apposed(tokens, grammar, first, last)
    if titled:
        return "person", ()
    before = tokens.norms[first - 1] if first else ""
    if before in grammar["roles"] and kinds[first - 1] == "a":
        return "person", (before,)
    called = _apposed(tokens, grammar, first, last)
    if called:
        return ("organisation" if called[0] in grammar["heads"] else "person"), called
    if 1 < count <= 4 and (kinds[first] == "I" or _is_given(grammar, words[0]) or _has_age(tokens, last)):
        return "person", ()
    if before in ("in", "at", "from", "near", "to") and count <= 2 and not _is_given(grammar, words[0]):
        return "place", ()
    return "unknown", ()


def _is_given(grammar: Grammar, word: str) -> bool:
    return word in grammar["he"] or word in grammar["she"]


def _apposed(tokens: Tokens, grammar: Grammar, first: int, last: int) -> tuple[str, ...]:
    kinds = tokens.kinds
    if kinds[last : last + 1] != "," and (first == 0 or kinds[first - 1] != ","):
        return ()
    role = apposed_role(tokens, grammar, first, last)
    return () if role is None else (role,)


def _has_age(tokens: Tokens, last: int) -> bool:
    """Tell whether an age follows: "Ada Lund, 34,"."""
    kinds = tokens.kinds[last : last + 3]
    return kinds[:2] == ",n" and kinds[2:3] in (",", ".") and len(tokens.norms[last + 1]) == 2
