"""Noun phrases around a place in a tagged sentence."""

import re
from functools import cache, lru_cache

from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons.inflection import singular
from claimcheck.model.internal import internal

COMPLEMENTS = frozenset({"in", "at", "for", "on", "among", "under", "with", "from", "aboard"})
"""Prepositions whose phrase still belongs to the noun before it when the whole stands before a verb or a stop."""


COMPLEMENTED = range(3)
"""How many complements a phrase may have."""


QUANTIFIERS = frozenset(
    {"number", "total", "count", "sum", "amount", "majority", "figure", "percentage", "proportion", "quantity", "pair",
     "group", "handful", "batch", "set", "level", "estimate", "record", "maximum", "minimum", "average",
     "range"}
)  # fmt: skip
"""Nouns that say only that something is counted: the noun after their "of" is what counts."""


RELATIVES = frozenset({"who", "which", "that"})
"""Pronouns that take up the noun before them as the subject of their verb."""


MOMENTS = frozenset({"before", "after", "since"})
"""Subordinators that are prepositions too."""


@internal
class NounPhrase:
    """A noun phrase of a sentence: tokens `first` up to `last`, its head noun at `head`, its core up to `core`, just behind.

    What lies between `core` and `last` are complements: "of the ferry". Made by `phrase_of`.
    """

    first: int
    head: int
    core: int
    last: int


ARGUMENTS = "nNjuz0dopT'#ytkqr-"
"""Tags of what may lie between the beginning of a clause and its verb: a subject's words."""


@lru_cache(maxsize=1 << 12)
def phrase_of(first: int, head: int, last: int) -> NounPhrase:
    """Return the phrase that begins at a token, has its head at another, and runs to one before `last`.

    It is made once: the sentences of all texts have the same few places, and an object costs twice a look-up.
    """
    return LONE[first] if last - first == 1 else NounPhrase(first, head, head + 1, last)


LONE = tuple(NounPhrase(place, place, place + 1, place + 1) for place in range(256))
"""The phrases of one word, by its token; a sentence, or the piece of it that is read, has fewer tokens."""


@cache
def _core() -> re.Pattern[str]:
    """Compile the core of a noun phrase without its determiner: modifiers and a head, possessives inside."""
    unit = r"(?:'#?)?(?:[nNjuz0](?:-[a-zA-Z0#])*|[a-z0](?:-[a-zA-Z0#])+|[ry](?=j?[nNuz]))"
    return re.compile(rf"(?:{unit})+")


ROW = "nNjuz0"
"""Tags of nouns and adjectives, of a row of which most phrases are made."""

HEADS = frozenset("nNuz")
"""Tags of nouns."""

OPENING = frozenset("nNjuz0'ry")
"""Tags that the core of a noun phrase may begin with; any other stands in it only before a hyphen."""

JOINED = OPENING | {"-"}
"""Tags after a noun with which its phrase may go on."""


def core_at(sentence: Sentence, first: int) -> NounPhrase | None:
    """Return the noun phrase whose core begins at a token, an article before it being skipped; no complements."""
    tags, tag = sentence.tags, sentence.tag
    while tag[first] == "d":
        first += 1
    opening, after = tag[first], first + 1
    if opening in HEADS:
        if tag[after] not in JOINED and "-" not in tags:  # a noun alone, as most are
            return LONE[first]
    elif opening not in OPENING and tags[after : after + 1] != "-":
        return None
    end = len(tags) - len(tags[first:].lstrip(ROW))
    if end == first or tag[end] in "'ry-" or ("-" in tags and tags[end + 1 : end + 2] == "-"):
        match = _core().match(tags, first)  # more than a row of nouns and adjectives
        if match is None:
            return None
        end = match.end()
    head = end - 1
    return phrase_of(first, head, end) if tag[head] in HEADS else _headed(tags, first, head)


def _headed(tags: str, first: int, head: int) -> NounPhrase | None:
    """Return the noun phrase of a core with its last noun, at or before a token, as the head."""
    while tags[head] not in HEADS:
        if tags[head] not in "jryk'q0-":
            return None
        head -= 1
        while head > first and tags[head] == "-":
            head -= 2
        if head < first:
            return None
    return phrase_of(first, head, head + 1)


def lemma_of(sentence: Sentence, phrase: NounPhrase) -> str:
    """Return the lemma of a phrase's head noun."""
    return singular(sentence.norms[phrase.head])


def phrase_after(sentence: Sentence, first: int) -> NounPhrase | None:
    """Return the noun phrase that follows a numeral, with its "of" complement: "people", "of the group's fighters"."""
    tag = sentence.tag
    if tag[first] == "o":
        first += 1
        while tag[first] in "d#":
            first += 1
    found = core_at(sentence, first)
    if found is None:
        return None
    last = found.last
    if tag[last] == "'" and tag[last + 1] == "#":
        found = core_at(sentence, last + 2)  # seven of the province's 11 districts
        return None if found is None else complemented(sentence, found)
    return complemented(sentence, found) if tag[last] in "op" else found


def complemented(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """Return a noun phrase with the "of" and place phrases that follow it."""
    tag, last = sentence.tag, phrase.last
    for _ in COMPLEMENTED:
        if tag[last] != "o" and (tag[last] != "p" or sentence.norms[last] not in COMPLEMENTS):
            break
        inner = core_at(sentence, last + 1)
        if inner is None:
            break
        last = inner.last
    return phrase if last == phrase.last else phrase_of(phrase.first, phrase.head, last)


def phrase_before(sentence: Sentence, end: int) -> NounPhrase | None:
    """Return the noun phrase that ends just before a token: "a term" in "a term of ..."."""
    tags = sentence.tags
    first = len(tags[:end].rstrip("nNjuz0'-"))
    while first < end and tags[first] in "-'":
        first += 1
    found = core_at(sentence, first) if first < end else None
    return None if found is None or found.last > end else found


def whole_before(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """Return the phrase of which a phrase is the "of" complement: "the risk of migraine" for "migraine"."""
    first = len(sentence.tags[: phrase.first].rstrip("d"))
    if first < 2 or sentence.tags[first - 1] != "o":
        return phrase
    found = phrase_before(sentence, first - 1)
    return phrase if found is None else phrase_of(found.first, found.head, phrase.last)


def subject_before(sentence: Sentence, verb_first: int) -> NounPhrase | None:
    """Return the subject of a verb: the first noun phrase of the stretch that runs up to it, with its complements."""
    tags, tag, norms = sentence.tags, sentence.tag, sentence.norms
    if tag[verb_first - 1] == ")":  # metal (or simply rock) is
        verb_first = max(tags.rfind("(", 0, verb_first), 0)
    first = len(tags[:verb_first].rstrip(ARGUMENTS))
    while tag[first - 1] in "cef" and norms[first - 1] != "but" and _continues(tags, first - 1):
        first = len(tags[: first - 1].rstrip(ARGUMENTS))
    if first > 1 and norms[first - 1] in MOMENTS and _precedes(sentence, first - 1, verb_first):
        first = len(tags[: first - 1].rstrip(ARGUMENTS))
    if first < verb_first and tag[first] in "crtyqkpT":
        first = _past_adjunct(tags, first, verb_first)
    if first == verb_first:
        return _antecedent(sentence, first - 1) if first > 1 and tag[first - 1] == "w" else None
    if tag[first] == "#":
        first = verb_first - len(tags[first:verb_first].lstrip("#"))
    if first < verb_first and tag[first] == "d" and tag[first + 1] == "#":
        begin = verb_first - len(tags[first + 1 : verb_first].lstrip("#"))
        first = begin + (tags[begin : begin + 1] == "-" and sentence.tokens.glued(sentence.at(begin)))
    found = core_at(sentence, first)
    if found is None or found.last > verb_first:
        return None if first == verb_first or tag[first] != "p" else _last_phrase(sentence, verb_first)
    if tag[found.last] not in "op":
        return found
    whole = counted_inside(sentence, complemented(sentence, found))
    return whole if whole.last <= verb_first else found


def _precedes(sentence: Sentence, index: int, verb_first: int) -> bool:
    """Tell whether one of `MOMENTS` joins two nouns of a subject, as the verb is the sentence's first: "the poll before the vote"."""
    if sentence.tags[index - 1] not in "nNu":
        return False
    if sentence.tokens.kinds[sentence.at(index)] != "a":
        return False
    return not sentence.verbs or sentence.verbs[0].first >= verb_first


def _last_phrase(sentence: Sentence, verb_first: int) -> NounPhrase | None:
    """Return the phrase just before a verb, where it is not that of a preposition: "under the plan [the line] was".

    Behind a name that opens the sentence with its preposition stands the subject: "in Orla [house prices] rose".
    """
    found, tags = phrase_before(sentence, verb_first), sentence.tags
    if found is None or found.last != verb_first:
        return None
    if tags[found.first - 1 : found.first] == "d":
        return found if tags[found.first - 2] not in "poT" else None
    first = found.last - len(tags[found.first : found.last].lstrip("N"))
    opens = found.first == 1 and found.first < first <= found.head
    return phrase_of(first, found.head, found.last) if opens else None


def _antecedent(sentence: Sentence, relative: int) -> NounPhrase | None:
    """Return the noun phrase that a relative pronoun takes up: "the painter" in "the painter, who died"."""
    if sentence.norms[relative] not in RELATIVES:
        return None
    tags = sentence.tags
    end = relative - 1 if tags[relative - 1] == "," else relative
    found = phrase_before(sentence, end)
    if found is None:
        return None
    found = whole_before(sentence, found)
    verb = sentence.ending.get(len(tags[: found.first].rstrip("dr")))
    copula = verb is not None and tags[verb.main] == "b"
    return (subject_before(sentence, verb.first) if verb is not None and copula else None) or found


def _continues(tags: str, index: int) -> bool:
    """Tell whether a conjunction or participle belongs to a subject: "salt and rope", "the men held in"."""
    if tags[index] == "c":
        return tags[index + 1 : index + 2] in tuple("d#nNju")
    return (
        tags[index] in "ef" and index > 0 and tags[index - 1] in "nNuz" and tags[index + 1 : index + 2] in tuple("pTo")
    )


def counted_inside(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """Return a phrase with its head moved to what it is a number of: "cases" in "the total number of cases"."""
    if sentence.norms[phrase.head] not in QUANTIFIERS or sentence.tag[phrase.core] != "o":
        return phrase
    inner = core_at(sentence, phrase.core + 1)
    return phrase if inner is None else phrase_of(phrase.first, inner.head, max(phrase.last, inner.last))


@cache
def _adjunct() -> re.Pattern[str]:
    return re.compile(r"[crtyqk]*+(?:[pT][dt]*t|p#++(?=d))?")


def _past_adjunct(tags: str, first: int, end: int) -> int:
    """Skip what stands before a subject: a preposition with its time ("in 2019 the yard"), conjunctions, adverbs."""
    match = _adjunct().match(tags, first, end)
    return match.end() if match else first
