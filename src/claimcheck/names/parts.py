"""What a run of capitals names: titles taken off, companies told from persons."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import NameType, Tokens
from claimcheck.names.aliases import Aliases
from claimcheck.names.runs import Run


@frozen
class Part:
    """One name in a run: its tokens, its type, the titles before it and, where the table knows it, its canonical form."""

    first: int
    last: int
    type: NameType
    surface: str
    words: tuple[str, ...]
    roles: tuple[str, ...] = ()
    known: str | None = None


def read_longer(tokens: Tokens, aliases: Aliases, run: Run) -> Part | None:
    """Return the known name that goes on in lower case after a run: "UN refugee agency"."""
    most = aliases.longer.get(tokens.word(run.first), 0) if aliases.may_begin(tokens.norms[run.first]) else 0
    for last in range(min(run.first + most, len(tokens)), run.last, -1):
        known = _known(tokens, aliases, run.first, last)
        if known is not None:
            return known
    return None


def read_run(tokens: Tokens, grammar: Grammar, aliases: Aliases, run: Run) -> Iterator[Part]:
    """Yield the names of a run: "US President Barack Obama" holds a country and a person."""
    whole = _known(tokens, aliases, run.first, run.last)
    if whole is not None:
        yield whole
        return
    split = _after_titles(tokens, grammar, run)
    if split > run.first:
        begin = split
        while begin > run.first and tokens.norms[begin - 1] in grammar["title-words"]:
            begin -= 1
        roles = tuple(tokens.norms[index] for index in range(begin, split) if tokens.kinds[index] in "AUI")
        if begin > run.first:
            yield from _plain(tokens, grammar, aliases, run.first, begin, ())
        if split < run.last:
            yield from _plain(tokens, grammar, aliases, split, run.last, roles)
        return
    yield from _plain(tokens, grammar, aliases, run.first, run.last, ())


def _plain(
    tokens: Tokens, grammar: Grammar, aliases: Aliases, first: int, last: int, roles: tuple[str, ...]
) -> Iterator[Part]:
    while first < last and tokens.kinds[first] in ".-&":
        first += 1
    while first < last and tokens.kinds[last - 1] in ".-":
        last -= 1
    if first == last:
        return
    known = _known(tokens, aliases, first, last)
    if known is not None:
        yield known
        return
    if last - first > 1 and tokens.kinds[first] == "U" and not roles:
        lead = _known(tokens, aliases, first, first + 1)  # "US Bank" stays one name, "US Donald Trump" does not occur
        if lead is not None and tokens.norms[last - 1] not in grammar["heads"]:
            yield lead
            yield from _plain(tokens, grammar, aliases, first + 1, last, roles)
            return
    words = tuple(tokens.norms[index] for index in range(first, last) if tokens.kinds[index] in "AUIma")
    surface = " ".join(tokens.slice(first, last).split())
    if surface.isupper() and len(words) > 1:
        surface = surface.title() if not any(len(word) < 3 for word in words) else surface
    found, role = _type(tokens, grammar, first, last, words, roles)
    yield Part(first, last, found, surface, words, (*roles, *role))


def _known(tokens: Tokens, aliases: Aliases, first: int, last: int) -> Part | None:
    entry = aliases.get(tokens.slice(first, last)) if aliases.may_begin(tokens.norms[first]) else None
    if entry is None:
        return None
    words = tuple(tokens.norms[first:last])
    return Part(first, last, entry.type, tokens.slice(first, last), words, known=entry.name)


def _after_titles(tokens: Tokens, grammar: Grammar, run: Run) -> int:
    """Return the token after the last title of a run, its first token where there is none."""
    if tokens.norms[run.last - 1] in grammar["heads"]:
        return run.first
    for index in range(run.last - 1, run.first - 1, -1):
        if tokens.norms[index] in grammar["title-words"]:
            return index + 2 if index + 1 < run.last and tokens.kinds[index + 1] == "." else index + 1
    return run.first


def _type(
    tokens: Tokens, grammar: Grammar, first: int, last: int, words: tuple[str, ...], roles: tuple[str, ...]
) -> tuple[NameType, tuple[str, ...]]:
    if any(word in grammar["heads"] for word in words) or (len(words) == 1 and tokens.kinds[first] == "U"):
        return "organisation", ()
    if roles:
        return "person", ()
    before = tokens.norms[first - 1] if first else ""
    if before in grammar["roles"] and tokens.kinds[first - 1] == "a":
        return "person", (before,)
    given = words[0] in grammar["he"] or words[0] in grammar["she"]
    if 1 < len(words) <= 4 and (given or tokens.kinds[first] == "I" or _has_age(tokens, last)):
        return "person", ()
    if before in ("in", "at", "from", "near", "to") and len(words) <= 2 and not given:
        return "place", ()
    return "unknown", ()


def _has_age(tokens: Tokens, last: int) -> bool:
    """Tell whether an age follows: "Ada Lund, 34,"."""
    kinds = tokens.kinds[last : last + 3]
    return kinds[:2] == ",n" and kinds[2:3] in (",", ".") and len(tokens.norms[last + 1]) == 2
