"""Whom a noun phrase means that speaks: a name with its titles, two names, a role, or nobody in particular."""

from bisect import bisect_right

from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.joints import joint_sources
from claimcheck.attribution.stage import Speaker, Stage
from claimcheck.model import Name, Names, SourceType


def read_phrase(reading: Reading, names: Names, stage: Stage, reach: Reach) -> Speaker:
    """Return who a noun phrase is; what is no name keeps its words, and a type that says how far it can be compared."""
    norms, (first, last) = reading.norms, reach
    if norms[first] == "@":
        return _handle(reading, names, stage, reach)
    core = last if last - first == 1 else _core(reading, reach)
    found = _named(reading, names, reach, core)
    if last - first == 1 and norms[first] in reading.words.metonyms:
        capital = _metonym(reading, reach, found)
        if capital is not None:
            return capital
    if norms[first - 1] == "and" or "and" in norms[first:core]:
        joint = joint_sources(reading, names, reach, core)
        if joint is not None:
            return joint
    if found is not None:
        return Speaker(reach, found.canonical, type_of(reading, found, reach), found)
    if reading.kinds[core - 1] == "a":
        called = _apposed(reading, names, reach)
        if called is not None:
            return Speaker(reach, called.canonical, type_of(reading, called, (reach[1] + 1, reach[1] + 2)), called)
        bearer = _by_role(reading, names, stage, reach, core)
        if bearer is not None:
            return Speaker(reach, bearer.canonical, type_of(reading, bearer, reach), bearer)
    return _owner(reading, names, reach, core) or _undescribed(reading, reach, core)


def _named(reading: Reading, names: Names, reach: Reach, core: int) -> Name | None:
    """Return the name that ends in the head of a phrase, or that the head begins: "Bank of Marn"; a place speaks alone."""
    first, last = reach[0], core - 1
    if reading.kinds[last] == "." and last > first:
        last -= 1
    number = bisect_right(names.firsts, last) - 1
    if number < 0 or not last < names.lasts[number] <= reach[1]:
        return None
    begin = names.firsts[number]
    if begin < first:
        return None
    name = names.entities[names.owners[number]]
    if name.type == "place" and begin > first + (reading.norms[first] in reading.grammar.articles):
        return None
    return name


def _handle(reading: Reading, names: Names, stage: Stage, reach: Reach) -> Speaker:
    """Return who posts under "@adalund": the name with these letters, else the handle."""
    called = stage.poster(names, reading.norms[reach[1] - 1])
    if called is None:
        return Speaker(reach, reading.tokens.slice(*reach), "unknown")
    return Speaker(reach, called.canonical, type_of(reading, called, reach), called)


def _owner(reading: Reading, names: Names, reach: Reach, core: int) -> Speaker | None:
    """Return whose document speaks: "Marn Port's figures show"; without a name the figures are the source."""
    mark = reading.kinds.rfind("l", reach[0], core)
    if mark <= reach[0] or reading.words.sources.get(reading.norms[core - 1]) != "document":
        return None
    owner = names.holding(mark - 1)
    return None if owner is None else Speaker(reach, owner.canonical, type_of(reading, owner, (mark - 1, mark)), owner)


def _undescribed(reading: Reading, reach: Reach, core: int) -> Speaker:
    """Return a source that no name stands for, under its own words."""
    tokens = reading.tokens
    kind = _described(reading, reach, core)
    alone = reading.norms[core - 1] in reading.grammar.subjects  # "One of the officials"
    if reading.kinds[core - 1] in "AUI" and not alone and kind in ("unknown", "anonymous"):
        bare = _strip(reading, reach[0], core)
        whole = kind == "anonymous" or core - bare == 1
        return Speaker(reach, tokens.slice(bare, core), "person" if whole else "unknown")
    first = reach[0]
    if kind in ("organisation", "document"):
        while first < core - 1 and (
            reading.norms[first] in ("the", "a", "an") or reading.norms[first] in reading.grammar.recency
        ):
            first += 1
    return Speaker(reach, " ".join(tokens.slice(first, reach[1]).split()), kind)


def type_of(reading: Reading, name: Name, reach: Reach) -> SourceType:
    """Return the type of a source with a name; an unknown one with an article is an institution ("the Kronstad")."""
    if name.type == "person":
        return "person"
    if reading.words.sources.get(reading.norms[reach[1] - 1]) == "media":
        return "organisation"
    if name.type in ("organisation", "group", "place"):
        return "organisation"
    if name.type == "work":
        return "document"
    return "organisation" if reading.norms[reach[0]] == "the" else "person"


def _metonym(reading: Reading, reach: Reach, entity: Name | None) -> Speaker | None:
    """Return the government that a capital alone speaks for: "Washington said", where nobody of that name is known."""
    if entity is not None and (entity.type == "person" or " " in entity.canonical):
        return None
    return Speaker(reach, reading.words.metonyms[reading.norms[reach[0]]], "organisation")


def _apposed(reading: Reading, names: Names, reach: Reach) -> Name | None:
    """Return who stands between commas after a description: "the harbour master, Ada Lund, said"."""
    tokens, after = reading.tokens, reach[1]
    if reading.kinds[after : after + 1] != "," or after + 2 > tokens.size - 1 or reading.kinds[after + 1] not in "AUI":
        return None
    close = reading.kinds.find(",", after + 1, after + 7)
    last = close if close > 0 else tokens.sentence_of(after)[1] - 1
    name = names.holding(after + 1)
    whole = name is not None and last - after < 7 and set(reading.kinds[after + 1 : last]) <= set("AUI.-")
    return name if whole and name is not None and name.type != "place" else None


def _by_role(reading: Reading, names: Names, stage: Stage, reach: Reach, core: int) -> Name | None:
    """Return the one entity that the text has given the role of "the envoy" or "its operator"."""
    tokens = reading.tokens
    if reading.norms[reach[0]] not in ("the", "his", "her", "its", "their"):
        return None
    return stage.bearer(names, reading.norms[core - 1], tokens.starts[reach[0]])


def _core(reading: Reading, reach: Reach) -> int:
    """Return the token after the head: before "of", "for", a bracket or a comma within the phrase."""
    norms, kinds, behind, (first, last) = reading.norms, reading.kinds, reading.grammar.behind_heads, reach
    core = last
    if not behind.isdisjoint(norms[first + 1 : last]):
        core = next((at for at in range(first + 1, last) if norms[at] in behind and kinds[at] in "a,(:;"), last)
        if core < last and kinds[last - 1] in "AU" and _ends_with_role_name(reading, core, reach):
            core = last
    if kinds[core - 1] == "a" and norms[core - 1] in reading.grammar.companies and core - first > 1:
        core -= kinds[core - 2] in "AUI"  # "Tarn Group plc"
    return core


def _ends_with_role_name(reading: Reading, at: int, reach: Reach) -> bool:
    """Tell whether a person's name ends a long title: "Executive director of the Council Alia Salem"."""
    grammar, norms, kinds = reading.grammar, reading.norms, reading.kinds
    role = any(norms[index] in grammar.title_words for index in range(reach[0], at))
    named = kinds[reach[1] - 2 : reach[1]] in ("AA", "UA", "IA")
    return role and named and norms[reach[1] - 1] not in reading.grammar.heads


def _described(reading: Reading, reach: Reach, core: int) -> SourceType:
    """Return the type of a source without a name, from its head noun."""
    grammar = reading.grammar
    head = reading.norms[core - 1]
    kind = reading.words.sources.get(head)
    if kind == "media":
        return "organisation"
    if kind in ("plural", "document", "organisation", "anonymous"):
        return kind  # type: ignore[return-value]
    if head in grammar.roles or head in grammar.offices:
        return "anonymous"
    if reading.norms[reach[0]] in grammar.indefinite and head.endswith("s"):
        return "plural"
    for at in range(core - 2, reach[0] - 1, -1):  # "sources close to the talks", "a person familiar with them"
        kind = reading.words.sources.get(reading.norms[at])
        if kind in ("plural", "anonymous") and reading.kinds[core - 1] == "a":
            return kind  # type: ignore[return-value]
    return "unknown"


def _strip(reading: Reading, first: int, core: int) -> int:
    """Return where a name begins behind its articles and titles."""
    while core - first > 1 and (
        reading.norms[first] in reading.grammar.articles
        or reading.norms[first] in reading.grammar.title_words
        or reading.kinds[first] == "."
    ):
        first += 1
    return first
