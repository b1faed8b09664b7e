"""Collecting names: runs of capitals become entities, short forms join the full ones."""

from collections.abc import Set as AbstractSet

from attrs import Factory, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar
from claimcheck.model import Document, Name, Names, Span, Tokens
from claimcheck.names.aliases import Aliases
from claimcheck.names.grammar import name_grammar
from claimcheck.names.keys import find_keys
from claimcheck.names.parts import Part, read_longer, read_run, read_word
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
        starts = frozenset(tokens.sentence_starts)
        runs = find_runs(tokens, self._grammar, starts)
        if not runs:
            return Names()
        parts = self._parts(tokens, runs, starts)
        return _names(tokens, parts, find_keys(tokens, self._grammar, parts))

    def _parts(self, tokens: Tokens, runs: list[Run], starts: AbstractSet[int]) -> list[Part]:
        """Return what the runs name."""
        grammar, aliases = self._grammar, self._aliases
        norms, longer, common = tokens.norms, aliases.longer_norms, tokens.in_lower_case
        parts: list[Part] = []
        families: set[str] = set()
        ended = 0
        for run in runs:
            first, last = run
            if first < ended:
                continue
            if norms[first] in longer and (known := read_longer(tokens, aliases, first, last)) is not None:
                parts.append(known)
                ended = known.last
            elif last - first > 1:
                for part in read_run(tokens, grammar, aliases, run):
                    parts.append(part)
                    if len(part.words) > 1:
                        families.add(part.words[-1])
            elif not _is_common(tokens, grammar, first, common, families, starts):
                word = read_word(tokens, grammar, aliases, first)
                if word is not None:
                    parts.append(word)
        return parts


def _is_common(
    tokens: Tokens,
    grammar: Grammar,
    index: int,
    common: AbstractSet[str],
    families: AbstractSet[str],
    starts: AbstractSet[int],
) -> bool:
    """Tell whether a run of one word is only a common word in capitals: one that opens a sentence and is used in lower case too.

    A noun that ends a full name before it is that name ("Nathan Sales", "Sales said"), unless the text uses the noun too.
    """
    kinds = tokens.kinds
    if kinds[index] != "A":
        return False
    word = tokens.norms[index]
    if word in grammar["title-words"]:
        return True
    if word not in common and (word in families or word not in grammar["common-nouns"]):
        return False
    return index in starts or (index - 1 in starts and kinds[index - 1] in "qk([")


def _names(tokens: Tokens, parts: list[Part], keys: list[str]) -> Names:
    """Make one entity of the parts that have a key in common."""
    firsts, lasts = tuple([part.first for part in parts]), tuple([part.last for part in parts])
    starts = tuple(map(tokens.starts.__getitem__, firsts))
    ends = tuple([tokens.ends[last - 1] for last in lasts])
    spans = list(map(Span, starts, ends))
    numbers: dict[str, int] = {}
    groups: list[list[int]] = []
    owners: list[int] = []
    for place, key in enumerate(keys):
        owner = numbers.setdefault(key, len(groups))
        if owner == len(groups):
            groups.append([place])
        else:
            groups[owner].append(place)
        owners.append(owner)
    entities = tuple([_entity(parts, spans, group) for group in groups])
    return Names(entities, starts, ends, tuple(owners), firsts, lasts)


def _entity(parts: list[Part], spans: list[Span], places: list[int]) -> Name:
    if len(places) == 1:
        place = places[0]
        part = parts[place]
        roles = tuple(dict.fromkeys(part.roles)) if part.roles else ()
        return Name(part.known or part.surface, part.type, (part.surface,), (spans[place],), roles)
    group = [parts[place] for place in places]
    fullest = next((part for part in group if part.known is not None), None) or max(group, key=_length)
    kind = fullest.type
    if kind in ("unknown", "place") and any(part.type == "person" for part in group):
        kind = "person"
    return Name(
        canonical=fullest.known or fullest.surface,
        type=kind,
        forms=tuple(dict.fromkeys([part.surface for part in group])),
        spans=tuple([spans[place] for place in places]),
        roles=tuple(dict.fromkeys([role for part in group for role in part.roles])),
    )


def _length(part: Part) -> int:
    return len(part.words)
