"""Who a pronoun stands for: a name of the sentences just before."""

from bisect import bisect_left

from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.topics import is_word
from claimcheck.model import Name, Names, Span, Tokens

REACH = 600
"""How many characters back a name may stand."""

FIRST = 4
"""Among how many mentions of a name the fullest is looked for."""

PERSONAL = frozenset({"he", "she", "his", "her"})
PRONOUNS = PERSONAL | {"it", "its", "they", "their"}


def pronoun_of(sentence: Sentence, relation: Relation) -> str | None:
    """Return the pronoun that is the subject of a figure's verb, or the possessor of its noun."""
    norms, subject, verb = sentence.norms, relation.subject, relation.verb
    phrase = relation.measured or relation.counted
    if verb is not None and subject is None and verb.first:
        before = verb.first - 2 if norms[verb.first - 1] == "'s" else verb.first - 1  # he's paid
        if norms[before] in PRONOUNS:
            return norms[before]
    if phrase is not None and phrase.first and norms[phrase.first - 1] in PRONOUNS:
        return norms[phrase.first - 1]
    if subject is not None and subject.first and norms[subject.first - 1] in PRONOUNS:
        return norms[subject.first - 1]
    return None


def antecedent(names: Names, tokens: Tokens, pronoun: str, start: int) -> tuple[Span, Name] | None:
    """Return the name that a pronoun stands for: the first of the nearest earlier sentence's names that fits.

    A person for "he", another thing for "it".
    """
    personal = pronoun in PERSONAL
    best: int | None = None
    begin = 0
    for index in range(bisect_left(names.starts, start) - 1, -1, -1):
        if names.starts[index] < max(start - REACH, begin):
            break
        type_ = names.entities[names.owners[index]].type
        fits = type_ == "unknown" or (type_ == "person") == personal
        if fits and names.ends[index] <= start and not is_word(tokens.text, names.entities[names.owners[index]]):
            if best is None:  # the names of one sentence compete
                number = tokens.sentence_index(tokens.at(names.starts[index]))
                begin = tokens.starts[tokens.sentence_starts[number]]
            best = index
    if best is None:
        return None
    name = names.entities[names.owners[best]]
    return max(name.spans[:FIRST], key=lambda span: span.end - span.start), name
