"""The subjects of verbs, also where other words part them: shared, set off by commas, taken up by a pronoun."""

from claimcheck.claims.phrases import MOMENTS, RELATIVES, NounPhrase, core_at, phrase_before, subject_before
from claimcheck.claims.sentences import Sentence, Verb

BREAKS = frozenset(";:.w")
"""Tags over which a participle takes no subject."""

LISTED = 3
"""How many verbs before its last a list may have that share a subject."""

INSERTED = 12
"""How many tokens may stand between a subject and its verb within commas."""


def subject_of_verb(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the subject of a verb, also one that it shares with another verb."""
    return (
        subject_before(sentence, verb.first)
        or _absolute(sentence, verb)
        or _taken_up(sentence, verb)
        or _interrupted(sentence, verb)
        or _shared(sentence, verb)
        or _raised(sentence, verb)
        or _described(sentence, verb)
    )


def _described(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the noun that a participle between commas tells more about: "the bridge, opened in 1932, is"."""
    if not verb.bare or verb.first == 0 or sentence.tags[verb.first - 1 : verb.last] not in (",e", ",f"):
        return None
    return phrase_before(sentence, verb.first - 1)


def _raised(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the subject of an infinitive, which is that of the verb above it: "the trial is expected to last"."""
    above = sentence.ending.get(verb.first) if sentence.tags[verb.first] == "K" else None
    if above is None or above is verb:
        return None
    return subject_before(sentence, above.first) or _described(sentence, above)


def _interrupted(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the subject that commas part from its verb: "the date of delivery, formerly in March, is extended".

    A clause between them is that of a pronoun which takes the subject up: "Lund, who drove the car, was jailed".
    """
    tags = sentence.tags
    comma = tags.rfind(",", max(0, verb.first - INSERTED), verb.first - 1) if tags[verb.first - 1] == "," else -1
    if comma < 1:
        return None
    begin = comma + 1
    if sentence.norms[begin] in RELATIVES and sentence.starting.get(begin + 1) is not None:
        begin += 1
    else:
        inside = [other for other in sentence.verbs if comma < other.first < verb.first]
        if any(other.first > begin or tags[other.first] not in "ef" for other in inside):
            return None  # a clause stands between, not a participle: "the bridge, opened in 1932, is"
    return subject_before(sentence, comma) if BREAKS.isdisjoint(tags[begin : verb.first]) else None


def _shared(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the subject that a verb after "and" shares with one before it: "it opened in May and then closed in June".

    Also with the first of a list: "the yard opened in May, burned in June and closed in July".
    """
    joint = joint_before(sentence, verb)
    after = joint
    for before in [item for item in reversed(sentence.verbs) if item.last <= joint][:LISTED] if joint else ():
        present = before.bare and sentence.tags[before.main] == "v"  # which is no participle, as "opened" may be
        if (before.bare != verb.bare and not present) or parted(sentence, before.last, after):
            return None
        found = subject_before(sentence, before.first)
        if found is not None or sentence.tags[before.first - 1 : before.first] != ",":
            return found
        after = before.first
    return None


def joint_before(sentence: Sentence, verb: Verb) -> int:
    """Return the conjunction that joins a verb to one before it, adverbs between skipped; 0 where there is none."""
    joint = verb.first - 1
    while joint > 0 and (sentence.tags[joint] == "r" or sentence.norms[joint] == "then"):
        joint -= 1
    return joint if joint > 0 and sentence.norms[joint] in ("and", "but") and sentence.tags[verb.first] != "K" else 0


def parted(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a clause ends between two tokens; "after the war" is none."""
    tags = sentence.tags
    if BREAKS.isdisjoint(tags[first:last]):
        return False
    for index in range(first, last):
        if tags[index] in BREAKS:
            moment = core_at(sentence, index + 1) if sentence.norms[index] in MOMENTS else None
            if moment is None or sentence.starting.get(moment.last) is not None:
                return True
    return False


def _absolute(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return the subject that a participle shares with the verb before it: "she died on Friday aged 80".

    One that opens the sentence has that of the verb after it: "Born in Marn in 1912, Brenn came to the yard".
    """
    if verb.first == 0 and sentence.tags[0] in "ef":
        after = next((item for item in sentence.verbs if item.first > verb.last), None)
        found = None if after is None else subject_before(sentence, after.first)
        return found if found is not None and sentence.tags[found.first - 1 : found.first] in (",", "d") else None
    if not verb.bare or not (verb.lemma == "age" or sentence.tags[verb.first - 1 : verb.main + 1] == ",i"):
        return None
    before = next((item for item in reversed(sentence.verbs) if item.last <= verb.first), None)
    if before is None or BREAKS.intersection(sentence.tags[before.last : verb.first]):
        return None
    return subject_before(sentence, before.first)


def _taken_up(sentence: Sentence, verb: Verb) -> NounPhrase | None:
    """Return what "it" takes up that begins a clause after a colon: "fears of a smaller crop: it rose by 4 percent"."""
    first = verb.first - 1
    if first < 2 or sentence.norms[first] not in ("it", "they") or sentence.tags[first - 1] not in ":;–":
        return None
    return phrase_before(sentence, first - 1)
