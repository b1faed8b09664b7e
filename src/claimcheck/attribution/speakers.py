"""Who a source is: the name behind a mention, a pronoun, a role; and what kind of source."""

from attrs import define, field, frozen

from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.model import Name, Names, SourceType, Span

FIRST_PERSON = frozenset(["i", "we", "me", "us"])
SECOND_PERSON = frozenset(["you"])


@frozen
class Speaker:
    """A source resolved: where it is mentioned, who that is, of what type."""

    reach: Reach | None
    name: str | None
    type: SourceType
    entity: Name | None = None


NOBODY = Speaker(None, None, "unknown")


@define
class Stage:
    """Who has spoken so far, for pronouns and for quotes without a source."""

    last: Speaker = NOBODY
    people: list[Speaker] = field(factory=list[Speaker])
    groups: list[Speaker] = field(factory=list[Speaker])

    def enter(self, speaker: Speaker) -> None:
        """Note that somebody has spoken."""
        if speaker.name is None:
            return
        self.last = speaker
        (self.people if speaker.type in ("person", "anonymous") else self.groups).append(speaker)


def resolve(reading: Reading, names: Names, stage: Stage, draft: Draft, holder: Speaker | None) -> Speaker:
    """Return who speaks; `holder` is the speaker of the attribution that contains this one."""
    if draft.inherits or draft.speaker is None:
        inherited = _inherited(reading, names, stage, draft) if draft.inherits else NOBODY
        return Speaker(None, inherited.name, inherited.type, inherited.entity)
    first, last = draft.speaker
    if last - first == 1 and reading.tokens.norms[first] in reading.grammar["subjects"]:
        return _pronoun(reading, names, stage, draft.speaker, holder)
    return _phrase(reading, names, stage, draft.speaker)


def _inherited(reading: Reading, names: Names, stage: Stage, draft: Draft) -> Speaker:
    """Return who goes on speaking: the source of a cue in the same sentence, else the subject of the clause."""
    if draft.cue is None:
        return stage.last
    tokens = reading.tokens
    first = max(tokens.sentence_of(draft.cue[0])[0], draft.cue[0] - 80)
    if stage.last.reach is not None and stage.last.reach[0] >= first:
        return stage.last
    if tokens.norms[first] in ("he", "she", "they", "it"):
        return _pronoun(reading, names, stage, (first, first + 1), None)
    before = names.within(tokens.starts[first], tokens.starts[draft.cue[0]])
    near = [name for span, name in before if tokens.at(span.start) - first < 10 and name.type != "place"]
    people = [name for name in near if name.type == "person"]
    for name in (*people, *near):
        return Speaker(None, name.canonical, _type_of(reading, name, (first, first + 1)), name)
    return stage.last


def _phrase(reading: Reading, names: Names, stage: Stage, reach: Reach) -> Speaker:
    tokens = reading.tokens
    core = _core(reading, reach)
    start, end = tokens.starts[reach[0]], tokens.ends[core - 1]
    last_word = tokens.ends[core - 1]
    found = [(span, name) for span, name in names.within(start, end) if span.end >= last_word - 1]
    capital = _metonym(reading, reach, found[-1][1] if found else None)
    if capital is not None:
        return capital
    if found and found[-1][1].type != "place" or found and reach[0] == tokens.at(found[-1][0].start):
        span, name = found[-1]
        joint = _joint(reading, names, reach, span)
        if joint is not None:
            return Speaker(reach, joint, "plural")
        return Speaker(reach, name.canonical, _type_of(reading, name, reach), name)
    if tokens.kinds[core - 1] == "a" and not found:
        called = _apposed(reading, names, reach)
        if called is not None:
            return Speaker(reach, called.canonical, "person", called)
    text = " ".join(tokens.slice(reach[0], reach[1]).split())
    kind = _described(reading, reach, core)
    if tokens.kinds[core - 1] in "AUI" and kind in ("unknown", "anonymous"):
        bare = _strip(reading, reach[0], core)
        return Speaker(
            reach, tokens.slice(bare, core), "person" if kind == "anonymous" or core - bare == 1 else "unknown"
        )
    head = tokens.norms[core - 1]
    if tokens.norms[reach[0]] in ("the", "his", "her", "its", "their") and head in reading.grammar["roles"]:
        entity = _by_role(names, head, start)
        if entity is not None:
            return Speaker(reach, entity.canonical, "person", entity)
    if kind in ("organisation", "document") and tokens.norms[reach[0]] in ("the", "a", "an"):
        text = " ".join(tokens.slice(reach[0] + 1, reach[1]).split()) or text
    return Speaker(reach, text, kind)


def _metonym(reading: Reading, reach: Reach, entity: Name | None) -> Speaker | None:
    """Return the government that a capital alone speaks for: "Washington said", where nobody of that name is known."""
    if reach[1] - reach[0] != 1 or (entity is not None and entity.type == "person"):
        return None
    name = reading.words.metonyms.get(reading.tokens.norms[reach[0]])
    if name is None or (entity is not None and " " in entity.canonical):
        return None
    return Speaker(reach, name, "organisation")


def _apposed(reading: Reading, names: Names, reach: Reach) -> Name | None:
    """Return the person between commas after a description: "the harbour master, Ada Lund, said"."""
    tokens, after = reading.tokens, reach[1]
    if tokens.kinds[after : after + 1] != "," or after + 2 > len(tokens) - 1 or tokens.kinds[after + 1] not in "AUI":
        return None
    close = tokens.kinds.find(",", after + 1, after + 7)
    last = close if close > 0 else tokens.sentence_of(after)[1] - 1
    name = names.at(tokens.starts[after + 1])
    whole = name is not None and last - after < 7 and set(tokens.kinds[after + 1 : last]) <= set("AUI.-")
    return name if whole and name is not None and name.type in ("person", "unknown") else None


def _core(reading: Reading, reach: Reach) -> int:
    """Return the token after the head: before "of", "for", a bracket or a comma within the phrase."""
    tokens = reading.tokens
    for at in range(reach[0] + 1, reach[1]):
        if tokens.kinds[at] in ",(:;" or (
            tokens.norms[at] in reading.grammar["prepositions"] and tokens.kinds[at] == "a"
        ):
            return reach[1] if tokens.kinds[reach[1] - 1] in "AU" and _ends_with_role_name(reading, at, reach) else at
    return reach[1]


def _ends_with_role_name(reading: Reading, at: int, reach: Reach) -> bool:
    """Tell whether a person's name ends a long title: "Executive director of the Council Alia Salem"."""
    grammar, norms, kinds = reading.grammar, reading.tokens.norms, reading.tokens.kinds
    role = any(norms[index] in grammar["title-words"] for index in range(reach[0], at))
    return (
        role
        and kinds[reach[1] - 2 : reach[1]] in ("AA", "UA", "IA")
        and norms[reach[1] - 1] not in reading.grammar["heads"]
    )


def _joint(reading: Reading, names: Names, reach: Reach, span: Span) -> str | None:
    """Return both names of "Ortiz and Bell", None where one name alone speaks."""
    tokens = reading.tokens
    before = tokens.at(span.start) - 1
    if before - 1 < reach[0] or tokens.norms[before] != "and":
        return None
    other = names.at(tokens.starts[before - 1])
    left = other.canonical if other is not None else tokens.word(before - 1)
    right = names.at(span.start)
    return f"{left} and {right.canonical if right else span.of(tokens.text)}"


def _type_of(reading: Reading, name: Name, reach: Reach) -> SourceType:
    if name.type == "person":
        return "person"
    if reading.words.sources.get(reading.tokens.norms[reach[1] - 1]) == "media":
        return "organisation"
    if name.type in ("organisation", "group", "place"):
        return "organisation"
    if name.type == "work":
        return "document"
    return "organisation" if reading.tokens.norms[reach[0]] == "the" else "person"


def _described(reading: Reading, reach: Reach, core: int) -> SourceType:
    """Return the type of a source without a name, from its head noun."""
    tokens, grammar = reading.tokens, reading.grammar
    head = tokens.norms[core - 1]
    kind = reading.words.sources.get(head)
    if kind == "media":
        return "organisation"
    if kind in ("plural", "document", "organisation", "anonymous"):
        return kind  # type: ignore[return-value]
    if head in grammar["roles"] or head in grammar["offices"]:
        return "anonymous"
    if tokens.norms[reach[0]] in grammar["indefinite"] and head.endswith("s"):
        return "plural"
    return "unknown"


def _strip(reading: Reading, first: int, core: int) -> int:
    while core - first > 1 and (
        reading.tokens.norms[first] in reading.grammar["articles"]
        or reading.tokens.norms[first] in reading.grammar["title-words"]
        or reading.tokens.kinds[first] == "."
    ):
        first += 1
    return first


def _by_role(names: Names, role: str, offset: int) -> Name | None:
    """Return the one entity that the text has given a role."""
    bearers = [name for name in names if role in name.roles and name.spans[0].start < offset]
    return bearers[-1] if len(bearers) == 1 else None


def _pronoun(reading: Reading, names: Names, stage: Stage, reach: Reach, holder: Speaker | None) -> Speaker:
    word = reading.tokens.norms[reach[0]]
    if word in FIRST_PERSON:
        return Speaker(
            reach,
            holder.name if holder else None,
            holder.type if holder else "person",
            holder.entity if holder else None,
        )
    if word in SECOND_PERSON:
        return Speaker(reach, None, "person")
    if word in ("he", "she"):
        found = _person(reading, names, stage, reach, word)
        return Speaker(reach, found.name, "person", found.entity) if found else Speaker(reach, None, "person")
    if word in ("it", "they"):
        candidates = stage.groups[-1:] or ([stage.last] if word == "they" else [])
        found = candidates[-1] if candidates else None
        return (
            Speaker(reach, found.name, found.type, found.entity)
            if found
            else Speaker(reach, None, "plural" if word == "they" else "organisation")
        )
    if word == "who" and reach[0] > 1:
        antecedent = names.at(reading.tokens.starts[reach[0] - 1 - (reading.tokens.kinds[reach[0] - 1] == ",")])
        return Speaker(reach, antecedent.canonical if antecedent else None, "person" if antecedent else "unknown")
    if word in ("who", "which", "this"):
        return Speaker(reach, None, "unknown")
    return Speaker(reach, word, "anonymous" if word in ("someone", "somebody", "one") else "plural")


def _person(reading: Reading, names: Names, stage: Stage, reach: Reach, word: str) -> Speaker | None:
    """Return who "he" or "she" is: the subject of the sentence before, else who spoke last, where the given name allows."""
    grammar, tokens = reading.grammar, reading.tokens
    other = grammar["she" if word == "he" else "he"]

    def fits(name: str | None) -> bool:
        return name is not None and name.split()[0].lower() not in other

    number = tokens.sentence_index(reach[0])
    nearby: list[Name] = []
    for back in (number, number - 1):
        if back >= 0:
            first, last = tokens.sentence(back)
            last = min(last, reach[0])
            if first < last:
                nearby += [
                    name
                    for _, name in names.within(tokens.starts[first], tokens.ends[last - 1])
                    if name.type == "person" and fits(name.canonical)
                ]
        if nearby:
            break
    spoken = next((item for item in reversed(stage.people) if fits(item.name)), None)
    if nearby and (spoken is None or all(name.canonical != spoken.name for name in nearby)):
        return Speaker(None, nearby[0].canonical, "person", nearby[0])
    return spoken
