"""Collecting names: runs of capitals become entities, short forms join the full ones."""

from collections import defaultdict
from itertools import compress

from attrs import Factory, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting
from claimcheck.model import Document, Name, Names, NameType, Span, Tokens
from claimcheck.names.aliases import Aliases
from claimcheck.names.definitions import find_definitions
from claimcheck.names.initials import find_short_forms
from claimcheck.names.parts import Part, read_longer, read_run
from claimcheck.names.runs import Run, find_runs

COMPANY = frozenset(
    ["inc", "ltd", "plc", "corp", "co", "group", "holdings", "industries", "company", "corporation", "llc", "ag", "sa"]
)


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
        common = frozenset(compress(tokens.norms, map("a".__eq__, tokens.kinds)))
        parts: list[Part] = []
        for run in runs:
            if parts and run.first < parts[-1].last:
                continue
            known = read_longer(tokens, self._aliases, run)
            if known is not None:
                parts.append(known)
            elif not _is_common(tokens, run, common, self._grammar):
                parts.extend(read_run(tokens, self._grammar, self._aliases, run))
        return Names.of(_entities(tokens, parts))


def name_grammar(lexicon: Lexicon) -> Grammar:
    """Return the word classes that names are read by."""
    base, nouns = Grammar.load(lexicon), Reporting.load(lexicon).sources
    closed = ("determiners", "prepositions", "clause_openers", "pronouns", "auxiliaries", "openers", "calendar",
              "subordinators", "deictic", "negations")  # fmt: skip
    small = frozenset(["no", "one", "two", "three", "most", "many", "may", "while"])
    heads = frozenset(word for word, kind in nouns.items() if kind == "organisation") | COMPANY
    names = {
        **base.classes,
        "not-names": small.union(*(base[name] for name in closed)) - base["particles"] - {"us", "next", "like"},
        "heads": heads,
        "common-nouns": frozenset(nouns) | base["roles"],
        "title-words": base["honorifics"] | base["offices"] | base["roles"] | {"prime", "vice", "foreign"},
    }
    return Grammar(names)


def _is_common(tokens: Tokens, run: Run, common: frozenset[str], grammar: Grammar) -> bool:
    """Tell whether a run is only a common word in capitals: one that opens a sentence and is used in lower case too."""
    if run.last - run.first > 1 or tokens.kinds[run.first] != "A":
        return False
    word = tokens.norms[run.first]
    return word in grammar["title-words"] or (run.opens and (word in common or word in grammar["common-nouns"]))


def _entities(tokens: Tokens, parts: list[Part]) -> list[Name]:
    """Group the parts that name the same entity."""
    keys = _canonical_keys(tokens, parts)
    groups: dict[str, list[Part]] = defaultdict(list)
    for part, key in zip(parts, keys, strict=True):
        groups[key].append(part)
    return [_entity(tokens, group) for group in groups.values()]


def _canonical_keys(tokens: Tokens, parts: list[Part]) -> list[str]:
    """Return what each part is grouped by: the alias table's name, the full name, or the words as they stand."""
    fulls: dict[str, set[str]] = defaultdict(set)
    companies: dict[str, set[str]] = defaultdict(set)
    own: dict[str, str] = {}
    for part in parts:
        if part.known is None and len(part.words) > 1:
            if part.type == "organisation":
                if part.words[-1] in COMPANY:
                    companies[part.words[0]].add(_key(part))
            else:
                fulls[part.words[-1]].add(_key(part))
    for pair in find_definitions(tokens, parts):
        target = pair.full.known or pair.short.known or _key(pair.full)
        own[_key(pair.short)] = target
        own[_key(pair.full)] = target
    short = find_short_forms((part, _key(part)) for part in parts)
    own = {key: own.get(full, full) for key, full in short.items()} | own
    keys: list[str] = []
    for part in parts:
        key = _key(part)
        if key in own:
            key = own[key]
        elif len(part.words) == 1 and part.known is None:
            full = fulls.get(key, set()) or companies.get(key, set())
            key = next(iter(full)) if len(full) == 1 else key
        keys.append(key)
    return keys


def _key(part: Part) -> str:
    if part.known is not None:
        return part.known
    words = part.words
    if part.type != "organisation" and len(words) == 3 and len(words[1]) == 1:
        words = (words[0], words[2])  # a middle initial makes no other person
    return " ".join(words)


def _entity(tokens: Tokens, group: list[Part]) -> Name:
    known = next((part.known for part in group if part.known is not None), None)
    fullest = max(group, key=lambda part: len(part.words))
    types: list[NameType] = [part.type for part in group if part.known is not None] or [fullest.type]
    if types[0] in ("unknown", "place"):
        types[:0] = [part.type for part in group if part.type == "person"]
    return Name(
        canonical=known or fullest.surface,
        type=types[0],
        forms=tuple(dict.fromkeys(part.surface for part in group)),
        spans=tuple(Span(tokens.starts[part.first], tokens.ends[part.last - 1]) for part in group),
        roles=tuple(dict.fromkeys(role for part in group for role in part.roles)),
    )
