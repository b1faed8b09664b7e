"""Collecting names: runs of capitals become entities, short forms join the full ones."""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import compress

from attrs import Factory, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import Document, Name, Names, Span, Tokens
from claimcheck.names.aliases import Aliases
from claimcheck.names.definitions import find_definitions
from claimcheck.names.grammar import name_grammar
from claimcheck.names.initials import find_short_forms
from claimcheck.names.parts import Part, read_longer, read_run
from claimcheck.names.runs import Run, find_runs


@frozen
class NameCollector:
    """Collects who and what a document names."""

    lexicon: Lexicon
    _aliases: Aliases = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: Aliases.load(self.lexicon), takes_self=True)
    )
    _grammar: Grammar = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: name_grammar(self.lexicon), takes_self=True)
    )

    def collect(self, document: Document, tokens: Tokens) -> Names:
        """Return the entities of a document in order of their first mention."""
        runs = find_runs(tokens, self._grammar)
        if not runs:
            return Names()
        common = _common_words(tokens)
        families: set[str] = set()
        parts: list[Part] = []
        for run in runs:
            if parts and run.first < parts[-1].last:
                continue
            known = read_longer(tokens, self._aliases, run)
            if known is not None:
                parts.append(known)
            elif run.last - run.first > 1 or not _is_common(tokens, run, common, families, self._grammar):
                read = read_run(tokens, self._grammar, self._aliases, run)
                parts.extend(read)
                families.update(part.words[-1] for part in read if len(part.words) > 1)
        return Names.of(_entities(tokens, self._grammar, parts))


def _common_words(tokens: Tokens) -> frozenset[str]:
    """Return the words that a text has in lower case."""
    return frozenset(compress(tokens.norms, tokens.kinds.encode("latin-1", "replace").translate(_lower_case())))


@cache
def _lower_case() -> bytes:
    return bytes(kind == ord("a") for kind in range(256))


def _is_common(tokens: Tokens, run: Run, common: frozenset[str], families: AbstractSet[str], grammar: Grammar) -> bool:
    """Tell whether a run of one word is only a common word in capitals: one that opens a sentence and is used in lower case too.

    A noun that ends a full name before it is that name ("Nathan Sales", "Sales said"), unless the text uses the noun too.
    """
    if tokens.kinds[run.first] != "A":
        return False
    word = tokens.norms[run.first]
    if word in grammar["title-words"]:
        return True
    return run.opens and (word in common or (word in grammar["common-nouns"] and word not in families))


def _entities(tokens: Tokens, grammar: Grammar, parts: list[Part]) -> list[Name]:
    """Group the parts that name the same entity."""
    groups: dict[str, list[Part]] = {}
    for part, key in zip(parts, _canonical_keys(tokens, grammar, parts), strict=True):
        groups.setdefault(key, []).append(part)
    return [_entity(tokens, group) for group in groups.values()]


def _canonical_keys(tokens: Tokens, grammar: Grammar, parts: list[Part]) -> list[str]:
    """Return what each part is grouped by: the alias table's name, the full name, or the words as they stand."""
    keys = [_key(part) for part in parts]
    own = dict(find_short_forms(parts, keys, grammar["dropped"]))
    for pair in find_definitions(tokens, parts):
        target = pair.full.known or pair.short.known or _key(pair.full)
        own[_key(pair.short)] = target
        own[_key(pair.full)] = target
    bearers = _bearers(parts, keys, grammar["companies"])
    return [
        own.get(key) or (bearers.get(key, key) if part.known is None and len(part.words) == 1 else key)
        for part, key in zip(parts, keys, strict=True)
    ]


def _bearers(parts: list[Part], keys: list[str], companies: frozenset[str]) -> dict[str, str]:
    """Return the one full name that a last word stands for, or the one company that a first word stands for."""
    persons: dict[str, set[str]] = defaultdict(set)
    firms: dict[str, set[str]] = defaultdict(set)
    for part, key in zip(parts, keys, strict=True):
        if part.known is None and len(part.words) > 1:
            if part.type != "organisation":
                persons[part.words[-1]].add(key)
            elif part.words[-1] in companies:
                firms[part.words[0]].add(key)
    return {word: next(iter(full)) for word, full in {**firms, **persons}.items() if len(full) == 1}


def _key(part: Part) -> str:
    if part.known is not None:
        return part.known
    words = part.words
    if len(words) == 1:
        return words[0]
    if part.type != "organisation" and len(words) == 3 and len(words[1]) == 1:
        words = (words[0], words[2])  # a middle initial makes no other person
    return " ".join(words)


def _entity(tokens: Tokens, group: list[Part]) -> Name:
    starts, ends = tokens.starts, tokens.ends
    if len(group) == 1:
        part = group[0]
        span = Span(starts[part.first], ends[part.last - 1])
        roles = tuple(dict.fromkeys(part.roles)) if part.roles else ()
        return Name(part.known or part.surface, part.type, (part.surface,), (span,), roles)
    known = next((part for part in group if part.known is not None), None)
    fullest = known or max(group, key=lambda part: len(part.words))
    kind = fullest.type
    if kind in ("unknown", "place") and any(part.type == "person" for part in group):
        kind = "person"
    return Name(
        canonical=fullest.known or fullest.surface,
        type=kind,
        forms=tuple(dict.fromkeys([part.surface for part in group])),
        spans=tuple([Span(starts[part.first], ends[part.last - 1]) for part in group]),
        roles=tuple(dict.fromkeys(role for part in group for role in part.roles)),
    )
