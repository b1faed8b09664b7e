"""Who a pronoun stands for: a name of the sentences just before."""

from bisect import bisect_left

from claimcheck.claims.agents import joint_before, parted
from claimcheck.claims.figures import Figure
from claimcheck.claims.relations import SAYING
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.claims.topics import Head, is_word
from claimcheck.claims.words import CAPITALS, PERSONAL, PRONOUNS
from claimcheck.model import Name, Names, Passage, Span, Tokens
from claimcheck.model.internal import maker

make_passage = maker(Passage)

REACH = 600
"""How many characters back a name may stand."""

FIRST = 4
"""Among how many mentions of a name the fullest is looked for."""

BESIDE = frozenset({"by", "to", "from", "with", "for"})
"""Prepositions before a name that is not what the sentence is about."""


def pronoun_of(sentence: Sentence, figure: Figure) -> int | None:
    """Return the token of the pronoun that is the subject of a figure's verb, or the possessor of its noun."""
    norms, subject, verb = sentence.norms, figure.subject, figure.verb
    phrase = figure.noun or figure.counted
    if subject is None and verb is not None and verb.first:
        before = verb.first - 2 if norms[verb.first - 1] == "'s" else verb.first - 1  # he's paid
        if norms[before] in PRONOUNS:
            return before
        shared = _sharing(sentence, verb)
        if shared is not None:
            return shared
    if phrase is not None and norms[phrase.first - 1] in PRONOUNS:
        return phrase.first - 1
    return subject.first - 1 if subject is not None and norms[subject.first - 1] in PRONOUNS else None


def _sharing(sentence: Sentence, verb: Verb) -> int | None:
    """Return the pronoun that a verb after "and" shares with the sentence's first verb: "she joined in May and left"."""
    opening = sentence.verbs[0]
    if opening.first < 1 or sentence.norms[opening.first - 1] not in PRONOUNS:
        return None
    joint = joint_before(sentence, verb)
    return None if opening.last > joint or parted(sentence, opening.last, joint) else opening.first - 1


def antecedent(names: Names, sentence: Sentence, pronoun: int, start: int, head: Head) -> tuple[Span, Name] | None:
    """Return the name that a pronoun stands for, in a sentence that begins at `start`.

    That is the name before the first verb, where the pronoun is in another clause: "the Tarn was on her way when she
    sank"; else the first of the nearest earlier sentence's names that fits: a person for "he", another thing for "it".
    Where that is only named beside ("built by Orme. It is ..."), "it" is what the text is about.
    """
    tokens, personal = sentence.tokens, sentence.norms[pronoun] in PERSONAL
    found = _subject(sentence, pronoun, personal=personal)
    if found is not None:
        return found
    best: tuple[int, Name] | None = None
    starts, limit = names.starts, start - REACH
    for index in range(bisect_left(starts, start) - 1, -1, -1):
        if starts[index] < limit:
            break
        name = names.entities[names.owners[index]]
        if _fits(name, personal=personal) and names.ends[index] <= start and not is_word(tokens.text, name):
            if best is None:  # the names of one sentence compete
                number = tokens.sentence_index(tokens.at(starts[index]))
                limit = max(limit, tokens.starts[tokens.sentence_starts[number]])
            elif _owns(tokens, names.ends[index]):
                continue  # Lund's brother Dan came. He
            best = index, name
    if best is None:
        return None
    index, name = best
    about = None if personal or not _beside(tokens, starts[index]) else head.topic
    return (fullest(name), name) if about is None else (about.span, about.name)


def fullest(name: Name) -> Span:
    """Return where one of a name's first mentions gives most of it."""
    start, end = name.places[0]
    for place in name.places[1:FIRST]:
        if place[1] - place[0] > end - start:
            start, end = place
    return Span(start, end)


def in_full(sentence: Sentence, first: int, last: int) -> Passage:
    """Return the passage of a subject; for a part of a name ("Ms Orme") that where the name is given in full."""
    tokens = sentence.tokens
    for begin, end, name in sentence.names:
        if end != last or not first <= begin <= first + 1 or sentence.tags[first - 1 : first] == "d":
            continue
        if begin == first or tokens.kinds[sentence.at(first)] in CAPITALS:
            own = tokens.slice(sentence.at(begin), sentence.at(end - 1) + 1).lower()
            if " " in own:
                break
            span = fullest(name)
            whole = span.of(tokens.text).lower()
            if own != whole and own in whole.split():
                return Passage.cut(tokens.text, span.start, span.end)
    start, stop = tokens.starts[sentence.at(first)], tokens.ends[sentence.at(last - 1)]
    return make_passage(start, stop, tokens.text[start:stop])


def _beside(tokens: Tokens, start: int) -> bool:
    """Tell whether a name at an offset follows a preposition that no subject has before it."""
    index = tokens.at(start)
    return index > 0 and tokens.norms[index - 1] in BESIDE


def _owns(tokens: Tokens, end: int) -> bool:
    """Tell whether a name that ends at an offset has what follows: "Lund's brother"."""
    index = tokens.at(end)
    return index < tokens.size and tokens.starts[index] == end and tokens.norms[index] == "'s"


def _fits(name: Name, *, personal: bool) -> bool:
    return name.type == "unknown" or (name.type == "person") == personal


def _subject(sentence: Sentence, pronoun: int, *, personal: bool) -> tuple[Span, Name] | None:
    """Return the name in the subject of a sentence's first verb, none if that says something or the pronoun is its own."""
    if not sentence.names or not sentence.verbs:
        return None
    begin, end, name = sentence.names[0]
    verb = sentence.verbs[0]
    if end > verb.first or verb.last >= pronoun or verb.lemma in SAYING or not _fits(name, personal=personal):
        return None
    if sentence.tags[:begin].strip("d") or is_word(sentence.tokens.text, name):
        return None
    return sentence.span(begin, end), name
