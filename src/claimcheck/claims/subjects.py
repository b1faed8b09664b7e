"""The whole noun phrase that a claim is about, with its complements, participles and relative clause."""

from claimcheck.claims.phrases import COMPLEMENTS, RELATIVES, NounPhrase, core_at
from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence

TAKEN = COMPLEMENTS | {"off", "by", "near", "outside", "against", "over", "without", "between", "per", "into", "about"}
"""Prepositions whose phrase belongs to the noun before it."""

REACH = 14
"""How many tokens after its head a subject may run on."""

PHRASES = 4
"""How many complements it may have."""

STOPS = frozenset(";:.,(|–c")
"""Tags that end a relative clause."""

MODIFYING = "d#t'jy"
"""Tags of what may stand between a preposition and its noun: "at Saturday's march", "of the 11 districts"."""


def whole_subject(sentence: Sentence, phrase: NounPhrase, relation: Relation) -> tuple[int, int]:
    """Return the tokens of the noun phrase around a subject's core.

    That is the core without a possessive's mark before it, and what modifies it from the right: "detentions at
    Saturday's march", "fighters that we want them to take". What belongs to the verb of the figure is left out.
    """
    tags = sentence.tags
    first = phrase.first
    while first < phrase.head and tags[first] in "'-":
        first += 1
    limit = min(len(tags), phrase.head + REACH)
    if phrase.last < relation.first:
        limit = min(limit, relation.first)
    last = _complements(sentence, phrase.last, limit)
    last = _clause(sentence, last, limit, relation)
    return first, max(last, phrase.last)


def _complements(sentence: Sentence, last: int, limit: int) -> int:
    """Return where the phrases with a preposition end that begin at a token."""
    tags = sentence.tags
    for _ in range(PHRASES):
        if last >= limit - 1 or not (tags[last] in "oT" or (tags[last] == "p" and sentence.norms[last] in TAKEN)):
            break
        begin = last + 1
        while begin < limit and tags[begin] in MODIFYING:
            begin += 1
        inner = core_at(sentence, begin)
        if inner is None or inner.last > limit:
            break
        last = inner.last
    return last


def _clause(sentence: Sentence, last: int, limit: int, relation: Relation) -> int:
    """Return where a relative clause or participle ends that begins at a token, with its complements."""
    tags, clause = sentence.tags, relation.clause
    if clause is None or not last <= clause.first < limit or clause is relation.verb:
        return last
    if tags[last] == "w" and sentence.norms[last] in RELATIVES:
        end = clause.last
        while end < limit and tags[end] not in STOPS and tags[end] != "w" and not _second(sentence, end, clause.last):
            end += 1
        return end
    return _complements(sentence, clause.last, limit) if tags[last] in "ef" and clause.first == last else last


def _second(sentence: Sentence, index: int, after: int) -> bool:
    """Tell whether a finite verb begins at a token: the end of a clause that has had its own."""
    verb = sentence.verb_starting(index)
    return verb is not None and verb.first >= after and sentence.tags[verb.first] != "K"
