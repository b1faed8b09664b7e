"""Collecting names: runs of capitals become entities, short forms join the full ones."""

from collections import defaultdict
from collections.abc import Set as AbstractSet

from attrs import Factory, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Document, Name, Names, Span, Tokens
from claimcheck.names.aliases import Aliases
from claimcheck.names.grammar import NameWords
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
    _words: NameWords = field(
        init=False, repr=False, eq=False, default=Factory(lambda self: NameWords.load(self.lexicon), takes_self=True)
    )

    def collect(self, document: Document, tokens: Tokens) -> Names:
        """Return the entities of a document in order of their first mention."""
        starts = frozenset(tokens.sentence_starts)
        runs = find_runs(tokens, self._words, starts)
        if not runs:
            return Names()
        parts, full = self._parts(tokens, runs, starts)
        return _names(tokens, parts, find_keys(tokens, self._words, parts, full))

    def _parts(self, tokens: Tokens, runs: list[Run], starts: AbstractSet[int]) -> tuple[list[Part], list[Part]]:
        """Return what the runs name, and the names of several words among it that no table has."""
        words, aliases = self._words, self._aliases
        norms, longer, common, doubtful = tokens.norms, aliases.longer_norms, tokens.in_lower_case, words.doubtful
        parts: list[Part] = []
        full: list[Part] = []
        families: set[str] = set()
        ended = 0
        for first, last in runs:
            if first < ended:
                continue
            word = norms[first]
            if word in longer and (known := read_longer(tokens, aliases, first, last)) is not None:
                parts.append(known)
                ended = known.last
            elif last - first > 1:
                for part in read_run(tokens, words, aliases, first, last):
                    parts.append(part)
                    if len(part.words) > 1:
                        families.add(part.words[-1])
                        if part.known is None:
                            full.append(part)
            elif not (
                (word in doubtful or word in common) and _is_common(tokens, words, first, common, families, starts)
            ):
                lone = read_word(tokens, words, aliases, first)
                if lone is not None:
                    parts.append(lone)
        return parts, full


def _is_common(
    tokens: Tokens,
    words: NameWords,
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
    if word in words.titles:
        return True
    if word not in common and (word in families or word not in words.common_nouns):
        return False
    return index in starts or (index - 1 in starts and kinds[index - 1] in "qk([")


def _names(tokens: Tokens, parts: list[Part], keys: list[str]) -> Names:
    """Make one entity of the parts that have a key in common."""
    firsts, lasts = tuple([part.first for part in parts]), tuple([part.last for part in parts])
    starts, ends = tokens.starts, tokens.ends
    starts, ends = tuple([starts[first] for first in firsts]), tuple([ends[last - 1] for last in lasts])
    spans = list(map(Span, starts, ends))
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        groups[key].append(place)
    numbers = {key: number for number, key in enumerate(groups)}
    entities = tuple([_entity(parts, spans, group) for group in groups.values()])
    return Names(entities, starts, ends, tuple([numbers[key] for key in keys]), firsts, lasts)


def _entity(parts: list[Part], spans: list[Span], places: list[int]) -> Name:
    """Make an entity of its places: the table's name or the longest form is what it is called."""
    fullest = parts[places[0]]
    if len(places) == 1:
        roles = tuple(dict.fromkeys(fullest.roles)) if fullest.roles else ()
        return Name(fullest.known or fullest.surface, fullest.type, (fullest.surface,), (spans[places[0]],), roles)
    forms: dict[str, None] = {}
    named: list[str] = []
    person = False
    for place in places:
        part = parts[place]
        forms[part.surface] = None
        named += part.roles
        person = person or part.type == "person"
        if fullest.known is None and (part.known is not None or len(part.words) > len(fullest.words)):
            fullest = part
    kind = "person" if person and fullest.type in ("unknown", "place") else fullest.type
    name = fullest.known or fullest.surface
    return Name(name, kind, tuple(forms), tuple([spans[place] for place in places]), tuple(dict.fromkeys(named)))
