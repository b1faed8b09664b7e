"""Whom a pronoun means that speaks."""

from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.stage import Speaker, Stage
from claimcheck.model import Name, Names

FIRST_PERSON = frozenset(["i", "we", "me", "us"])
SECOND_PERSON = frozenset(["you"])


def read_pronoun(reading: Reading, names: Names, stage: Stage, reach: Reach, holder: Speaker | None) -> Speaker:
    """Return who a pronoun is; "I" and "we" are the `holder`, whose words hold the pronoun."""
    word = reading.norms[reach[0]]
    if word in FIRST_PERSON:
        return Speaker(reach, holder.name, holder.type, holder.entity) if holder else Speaker(reach, None, "person")
    if word in SECOND_PERSON:
        return Speaker(reach, None, "person")
    if word in ("he", "she"):
        found = _person(reading, names, stage, reach, word)
        if found is None or (holder is not None and found.name == holder.name):
            return Speaker(reach, None, "person")  # in Lund's words "he" is not Lund
        return Speaker(reach, found.name, "person", found.entity)
    if word == "it":
        found = _institution(reading, names, stage, reach)
        return Speaker(reach, found.name, found.type, found.entity) if found else Speaker(reach, None, "organisation")
    if word == "they":
        found = (stage.groups[-1:] or [stage.last])[0]
        return Speaker(reach, found.name, found.type if found.name else "plural", found.entity)
    if word == "who" and reach[0] > 1:
        antecedent = names.holding(reach[0] - 1 - (reading.kinds[reach[0] - 1] == ","))
        return Speaker(reach, antecedent.canonical if antecedent else None, "person" if antecedent else "unknown")
    if word in ("who", "which", "this"):
        return Speaker(reach, None, "unknown")
    return Speaker(reach, word, "anonymous" if word in ("someone", "somebody", "one") else "plural")


def _person(reading: Reading, names: Names, stage: Stage, reach: Reach, word: str) -> Speaker | None:
    """Return who "he" or "she" is: the subject of the sentence before, else who spoke last, where the given name allows."""
    other = reading.grammar.she if word == "he" else reading.grammar.he

    def fits(name: str | None) -> bool:
        return name is not None and name.split()[0].lower() not in other

    nearby = [name for name in _nearby(reading, names, reach) if fits(name.canonical)]
    spoken = next((item for item in reversed(stage.people) if fits(item.name)), None)
    if nearby and (spoken is None or all(name.canonical != spoken.name for name in nearby)):
        return Speaker(None, nearby[0].canonical, "person", nearby[0])
    return spoken


def _institution(reading: Reading, names: Names, stage: Stage, reach: Reach) -> Speaker | None:
    """Return what "it" is: the institution that opens this sentence or the one before, else the one that spoke last."""
    tokens = reading.tokens
    number = tokens.sentence_index(reach[0])
    for back in (number, number - 1):
        if back < 0 or tokens.sentence(back)[0] == reach[0]:
            continue
        first, last = tokens.sentence(back)
        opened = names.standing(first, min(last, first + 8, reach[0]))
        subjects = [name for _, _, name in opened if name.type in ("organisation", "group")]
        subjects += [name for begin, _, name in opened if name.type == "unknown" and begin == first]
        if subjects:
            return Speaker(None, subjects[0].canonical, "organisation", subjects[0])
    return stage.groups[-1] if stage.groups else None


def _nearby(reading: Reading, names: Names, reach: Reach) -> list[Name]:
    """Return the people named before a pronoun in its sentence, else in the one before; two words may be one's name."""
    tokens = reading.tokens
    number = tokens.sentence_index(reach[0])
    for back in (number, number - 1):
        if back < 0:
            continue
        first, last = tokens.sentence(back)
        found = [name for _, _, name in names.standing(first, min(last, reach[0]))]
        people = [name for name in found if name.type == "person"]
        people = people or [name for name in found if name.type == "unknown" and name.canonical.count(" ") == 1]
        if people:
            return people
    return []
