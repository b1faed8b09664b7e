"""The whole noun phrase that a claim is about, with its complements, participles and relative clause."""

from claimcheck.claims.figures import Figure
from claimcheck.claims.phrases import COMPLEMENTS, RELATIVES, NounPhrase, core_at, lemma_of, subject_before
from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.claims.timing import governor

TAKEN = COMPLEMENTS | {"off", "by", "near", "outside", "against", "over", "without", "between", "per", "into", "about"}
"""Prepositions whose phrase belongs to the noun before it."""

REACH = 14
"""How many tokens after its head a subject may run on."""

PHRASES = 4
"""How many complements it may have."""

PERIODS = frozenset({"day", "night", "week", "month", "quarter", "season", "year", "hour", "minute"})
"""Nouns after "a" in a rate: "passengers a day"."""

REGULAR = frozenset({"hourly", "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annual"})
"""Adjectives of how often: "the monthly fee"."""

STOPS = frozenset(";:.,(|–c")
"""Tags that end a relative clause."""

GENERAL = frozenset({"person", "man", "woman", "resident", "member", "other", "one", "thing"})
"""Nouns that say so little that what is done by them belongs to the subject: "people rode the line"."""

MODIFYING = "d#t'jy"
"""Tags of what may stand between a preposition and its noun: "at Saturday's march", "of the 11 districts"."""


def whole_subject(sentence: Sentence, phrase: NounPhrase, figure: Figure) -> tuple[int, int]:
    """Return the tokens of the noun phrase around a subject's core.

    That is the core without a possessive's mark before it, and what modifies it from the right: "detentions at
    Saturday's march", "fighters that we want them to take". What belongs to the verb of the figure is left out.
    """
    tag, first, head, last = sentence.tag, phrase.first, phrase.head, phrase.last
    while first < head and tag[first] in "'-":
        first += 1
    if tag[first - 1] in "-yt":
        first = _opening(sentence, first)
    limit = head + REACH if len(tag) - head > REACH else len(tag) - 1
    if last < figure.first < limit:
        limit = figure.first
    if last < limit and tag[last] in "0doTp":
        if tag[last] == "0" and last == head + 1 and sentence.tokens.glued(sentence.at(last)):
            last += 1  # the model C2
        last = _complements(sentence, last, limit)
    if figure.clause is not None:
        last = _clause(sentence, last, limit, figure.clause, figure.verb)
    if figure.role == "subject" and last == phrase.last == head + 1 and phrase.first == head:
        last = _predicate(sentence, phrase, limit, figure.verb)
    return first, last


def _opening(sentence: Sentence, first: int) -> int:
    """Return where a phrase begins with the period before its core: "second-quarter revenue", "the monthly fee"."""
    tags = sentence.tags
    if tags[max(0, first - 2) : first] == "#-":
        return first - 2
    if tags[max(0, first - 3) : first] == "ttt" and sentence.norms[first - 2] == "-":  # the same as one time
        return first - 3
    return first - 1 if tags[first - 1] != "-" and sentence.norms[first - 1] in REGULAR else first


def _predicate(sentence: Sentence, phrase: NounPhrase, limit: int, verb: Verb | None) -> int:
    """Return where what is said of some people ends, for a noun that alone says nothing: "people rode the line"."""
    if verb is None or not phrase.last <= verb.first < limit or lemma_of(sentence, phrase) not in GENERAL:
        return phrase.last
    tags, end = sentence.tags, verb.last
    while end < limit and tags[end] not in STOPS and tags[end] not in "wt" and not _second(sentence, end, verb.last):
        end += 1
    while end > verb.last and tags[end - 1] in "pToKd":
        end -= 1
    return end


def _complements(sentence: Sentence, last: int, limit: int) -> int:
    """Return where the phrases with a preposition end that begin at a token."""
    tags, tag = sentence.tags, sentence.tag
    if last < limit - 1 and tag[last] == "d" and sentence.norms[last + 1] in PERIODS:
        last += 2
    for _ in range(PHRASES):
        if last >= limit - 1 or not (tag[last] in "oT" or (tag[last] == "p" and sentence.norms[last] in TAKEN)):
            break
        begin = last + 1
        while begin < limit and tag[begin] in MODIFYING:
            begin += 1
        inner = core_at(sentence, begin)
        if inner is None or inner.last > limit or (tag[last] == "T" and tags[inner.last : inner.last + 2] == "o#"):
            break  # guidance to [a range of 7 to 8]
        last = inner.last
    return last


def _clause(sentence: Sentence, last: int, limit: int, clause: Verb, verb: Verb | None) -> int:
    """Return where a relative clause or participle ends that begins at a token, with its complements."""
    tags = sentence.tags
    if not last <= clause.first < limit or clause is verb:
        return last
    if tags[last] == "w" and sentence.norms[last] in RELATIVES:
        end = clause.last
        while end < limit and tags[end] not in STOPS and tags[end] != "w" and not _second(sentence, end, clause.last):
            end += 1
        return end
    if tags[last] not in "ef" or clause.first != last:
        return last
    end = _complements(sentence, clause.last, limit)
    return end if end > clause.last else last


def fallback(sentence: Sentence, figure: Figure) -> NounPhrase | None:
    """Return what an amount is said of that no noun next to it names.

    That is the noun behind a bracket ("a 30-inch (76 cm) pipe"), whom its verb is done to ("gave the crew 15 minutes",
    "was taken from customers"), else the subject of its clause ("opened 21 months late").
    """
    first, last, tags, verb = figure.first, figure.last, sentence.tags, figure.verb
    if tags[last] == "(" and ")" in tags[last : last + 5]:
        found = core_at(sentence, tags.index(")", last) + 1)
        if found is not None:
            return found
    if verb is not None and verb.last < first:
        found = core_at(sentence, verb.last)
        if found is not None and found.last <= first:
            return found
    if verb is not None and figure.role == "subject" and verb.first >= last:
        return _suffering(sentence, verb) or subject_before(sentence, verb.first)
    place = governor(sentence, first, last)
    verb = None if place is None else sentence.starting.get(place)
    return None if verb is None else subject_before(sentence, verb.first)


def _suffering(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the noun of the phrase with a preposition after a passive: "was taken from 27 customers"."""
    tags, begin = sentence.tags, verb.last
    if not verb.passive or tags[begin] not in "pT":
        return None
    begin += 1
    while tags[begin] in "d#":
        begin += 1
    return core_at(sentence, begin)


def _second(sentence: Sentence, index: int, after: int) -> bool:
    """Tell whether a finite verb begins at a token: the end of a clause that has had its own."""
    verb = sentence.starting.get(index)
    return verb is not None and verb.first >= after and sentence.tags[verb.first] != "K"
