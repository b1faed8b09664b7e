"""Who a pronoun stands for: a name of the sentences just before."""

from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.model import Name, Names, Span

REACH = 600
"""How many characters back a name may stand."""

PERSONAL = frozenset({"he", "she", "his", "her"})
THINGS = frozenset({"it", "its", "they", "their"})


def pronoun_of(sentence: Sentence, relation: Relation) -> str | None:
    """Return the pronoun that is the subject of a figure's verb, or the possessor of its noun."""
    phrase = relation.measured or relation.counted
    places = [relation.verb.first - 1] if relation.verb is not None and relation.subject is None else []
    if phrase is not None:
        places.append(phrase.first - 1)
    if relation.subject is not None:
        places.append(relation.subject.first - 1)
    for index in places:
        if index >= 0 and sentence.norm(index) in PERSONAL | THINGS:
            return sentence.norm(index)
    return None


def antecedent(names: Names, pronoun: str, start: int) -> tuple[Span, Name] | None:
    """Return the name that a pronoun stands for: the first of the nearest earlier sentence's names that fits.

    Names within 120 characters of each other count as one sentence's; a person for "he", another thing for "it".
    """
    before = [
        (span, name)
        for span, name in names.within(max(0, start - REACH), start)
        if (name.type in ("person", "unknown")) == (pronoun in PERSONAL) or name.type == "unknown"
    ]
    if not before:
        return None
    best = before[-1]
    for item in reversed(before[:-1]):
        if best[0].start - item[0].end > 120:
            break
        best = item
    return best
