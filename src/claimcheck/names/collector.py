"""Collecting names: runs of capitals become entities, short forms join the full ones."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import itemgetter

from attrs import Factory, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Document, Name, Names, Tokens
from claimcheck.model.internal import maker
from claimcheck.names.aliases import Aliases
from claimcheck.names.grammar import NameWords
from claimcheck.names.keys import find_keys
from claimcheck.names.parts import Part, Parts, read_longer, read_run, read_word
from claimcheck.names.runs import Run, find_runs

make_name = maker(Name)

NOMINAL = ("tion", "sion", "ment")
"""Endings of nouns made of verbs, which are hardly ever a name alone: "Repayment took nine years"."""
SHORTEST = 8
"""Letters of a word from which on its ending tells so: "Clement" may be a man."""


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

    def naming(self, norm: str, kind: str) -> str:
        """Return the part that a word may have in names by its norm and kind, for the tokenizer to keep."""
        return self._words.naming(norm, kind)

    def collect(self, document: Document, tokens: Tokens) -> Names:
        """Return the entities of a document in order of their first mention."""
        namings = tokens.namings or "".join(map(self.naming, tokens.norms, tokens.kinds))
        starts = frozenset(tokens.sentence_starts)
        runs = find_runs(tokens, self._words, namings, starts)
        if not runs:
            return Names()
        parts = self._parts(tokens, runs, starts)
        return Names() if parts is None else _names(parts, find_keys(tokens, self._words, namings, parts))

    def _parts(self, tokens: Tokens, runs: list[Run], starts: AbstractSet[int]) -> Parts | None:
        """Return what the runs name, None where they name nothing."""
        words, aliases = self._words, self._aliases
        norms, longer, common, doubtful = tokens.norms, aliases.longer_norms, tokens.in_lower_case, words.doubtful
        parts: list[Part] = []
        full: list[int] = []
        families: set[str] = set()
        ended = 0
        for first, last in runs:
            if first < ended:
                continue
            word = norms[first]
            if word in longer and (known := read_longer(tokens, aliases, first, last)) is not None:
                parts.append(known)
                ended = known[1]
            elif last - first > 1:
                for part in read_run(tokens, words, aliases, first, last):
                    own = part[4]
                    if len(own) > 1:
                        families.add(own[-1])
                        if part[7] is None:
                            full.append(len(parts))
                    parts.append(part)
            elif not (
                (word in doubtful or word in common or word.endswith(NOMINAL))
                and _is_common(tokens, words, first, common, families, starts)
            ):
                lone = read_word(tokens, words, aliases, first)
                if lone is not None:
                    parts.append(lone)
        return Parts(full, *zip(*parts, strict=True)) if parts else None


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
    noun = word in words.common_nouns or (word.endswith(NOMINAL) and len(word) >= SHORTEST)
    if word not in common and (word in families or not noun):
        return False
    return index in starts or (index - 1 in starts and kinds[index - 1] in "qk([")


def _names(parts: Parts, keys: Sequence[str]) -> Names:
    """Make one entity of the parts that have a key in common."""
    places, surfaces, types, roles, known = parts.places, parts.surfaces, parts.types, parts.roles, parts.known
    groups: dict[str, list[int]] = {}
    for row, key in enumerate(keys):
        if key in groups:
            groups[key].append(row)
        else:
            groups[key] = [row]
    owners = dict(zip(groups, range(len(groups)), strict=True))
    entities: list[Name] = []
    for rows in groups.values():
        if len(rows) > 1:
            entities.append(_entity(parts, rows))
        else:  # as most are
            row = rows[0]
            surface, named = surfaces[row], roles[row]
            named = tuple(dict.fromkeys(named)) if named else named
            entities.append(make_name(known[row] or surface, types[row], (surface,), (places[row],), named))
    starts, ends = zip(*places, strict=True)
    return Names(tuple(entities), starts, ends, tuple(map(owners.__getitem__, keys)), parts.firsts, parts.lasts)


def _entity(parts: Parts, rows: list[int]) -> Name:
    """Make an entity of several rows: the table's name or the longest form is what it is called."""
    pick = itemgetter(*rows)
    forms = tuple(dict.fromkeys(pick(parts.surfaces)))
    fullest = rows[0] if len(forms) == 1 else _fullest(parts, rows)
    kind, roles = parts.types[fullest], pick(parts.roles)
    return make_name(
        parts.known[fullest] or parts.surfaces[fullest],
        "person" if kind in ("unknown", "place") and "person" in pick(parts.types) else kind,
        forms,
        pick(parts.places),
        tuple(dict.fromkeys(chain.from_iterable(roles))) if any(roles) else (),
    )


def _fullest(parts: Parts, rows: list[int]) -> int:
    """Return the first row that the table knows, else the first of those with the most words."""
    for row in rows:
        if parts.known[row] is not None:
            return row
    return max(rows, key=lambda row: len(parts.words[row]))
