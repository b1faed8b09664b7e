"""What is done and what happens: figures and dates of two doings are not of one thing."""

from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.words import PLAIN_VERBS, Vocabulary
from claimcheck.model import Claim, Scope

BEGINNINGS = frozenset({"start", "founding", "opening", "construction", "release", "signing"})
"""Dated events that one text calls by the name of another: a band that was formed has started."""
PERSONAL = frozenset({"birth", "death", "election", "marriage"})
"""Those of one person, so that two names are two events."""
NAMING = frozenset({"known", "call", "nicknam", "alia", "pseudonym", "stag"})
"""Terms of sentences that say by which other name somebody goes."""
PLAIN = PLAIN_VERBS | {None}
"""Events that tell nothing that happened to what is counted."""
TIME = "time "
"""How the name of a measure begins that says with the verb alone how long something was done: "time followed"."""
LASTING = frozenset({"time lasted", "time taken", "time run", "time spent", "time continued"})
"""Those of anything that goes on."""
PRESENT = frozenset({"population", "attendance", "aboard"})
"""Measures of how many people are somewhere."""
BEING = frozenset({"be", "have"})
"""Verbs of texts that say no more than that."""
MOVING = frozenset(
    {"open", "close", "shut", "hire", "recruit", "buy", "acquire", "sell", "shed", "axe", "cut", "add", "build"}
)
"""Verbs that change how many there are: who opened 31 shops may have 327."""


def of_other_doing(one: ClaimKey, other: ClaimKey, vocabulary: Vocabulary) -> bool:
    """Tell whether two claims of one sort, of two verbs or dates of one, tell two doings."""
    left, right = one.claim, other.claim
    if one.sort == "date":
        personal = left.measure in PERSONAL and left.measure == right.measure
        if personal and left.scope.known and right.scope.known and _of_other_person(one, other):
            return True
        if _of_relative(left.scope, vocabulary) != _of_relative(right.scope, vocabulary):
            return True
        return _happened_to_others(left.scope, right.scope, vocabulary) or _happened_otherwise(left, right, vocabulary)
    if one.sort == "duration":
        return _spent_otherwise(left, right)
    return one.sort == "count" and (
        _counted_otherwise(left.scope, right.scope)
        or _only_there(left, right)
        or _done_otherwise(left, right, vocabulary)
    )


def modified_otherwise(mine: str, theirs: str) -> bool:
    """Tell whether one noun has two names before it: the Arn plant is not the Orla plant."""
    one, _, noun = mine.rpartition(" ")
    other, _, same = theirs.rpartition(" ")
    if noun != same or not one or not other or noun[0].isupper():
        return False
    return set(one.lower().split()).isdisjoint(other.lower().split())


def _happened_to_others(one: Scope, other: Scope, vocabulary: Vocabulary) -> bool:
    """Tell whether two events have no party in common, of which neither is told by name: the film, the book of the film."""
    if any(modified_otherwise(mine, theirs) for mine in one.participants for theirs in other.participants):
        return True
    if not all(scope.participants and scope.participants[0][0].islower() for scope in (one, other)):
        return False
    mine, theirs = (_parties(scope, vocabulary, 0) for scope in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_other_person(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two events of one person each are of two who have names: two were elected."""
    mine, theirs = one.claim.scope.participants, other.claim.scope.participants
    if not (mine and theirs and mine[0][0].isupper() and theirs[0][0].isupper()):
        return False
    if not NAMING.isdisjoint(one.context | other.context):
        return False
    first, second = set(mine[0].split()), set(theirs[0].split())
    return first.isdisjoint(" ".join(theirs).split()) and second.isdisjoint(" ".join(mine).split())


def _of_relative(scope: Scope, vocabulary: Vocabulary) -> bool:
    """Tell whether an event befell who is somebody's, and has no name: "his wife died"."""
    return bool(scope.participants) and scope.participants[0] in vocabulary.relatives


def _parties(scope: Scope, vocabulary: Vocabulary, first: int) -> set[str]:
    """Return the terms of an event's parties from one on, and of what modifies them."""
    return {term for party in (*scope.participants[first:], *scope.words) for term in vocabulary.phrase(party)}


def _happened_otherwise(left: Claim, right: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two dates are of two doings of one: she was arrested, she moved to Marn, she bought a house, a car."""
    one, other = left.scope, right.scope
    known = one.known and other.known
    if known and left.measure != right.measure:
        return not {left.measure, right.measure} <= BEGINNINGS
    if one.event in PLAIN or other.event in PLAIN:
        return False
    if not known and vocabulary.phrase(one.event or "") != vocabulary.phrase(other.event or ""):
        return True
    objects = len(one.participants) > 1 and len(other.participants) > 1
    return objects and _parties(one, vocabulary, 1).isdisjoint(_parties(other, vocabulary, 1))


def _counted_otherwise(one: Scope, other: Scope) -> bool:
    """Tell whether two counts of one noun tell of other things: 14 people hurt and 45 carried, 31 shops opened and 327 owned."""
    if one.known and other.known:
        return False
    parts = (one.group is None) != (other.group is None) and "part" not in (one.group, other.group)
    if parts and not (one.known or other.known):
        return True
    if one.event in MOVING or other.event in MOVING:
        return one.event is not None and other.event is not None
    people = one.known != other.known and one.head == other.head == "person"
    return people and one.event not in PLAIN and other.event not in PLAIN


def _only_there(left: Claim, right: Claim) -> bool:
    """Tell whether one text counts people to whom something happened and the other those who are somewhere at all."""
    one, other = (left, right) if left.scope.known else (right, left)
    if one.scope.head != "person" or other.scope.known or one.measure in PRESENT:
        return False
    return other.measure == "people" and other.scope.event in BEING


def _done_otherwise(left: Claim, right: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two counts are of what two things were done to: "arrests" and "men released"; one may be known."""
    mine, theirs = left.scope, right.scope
    if (mine.known and theirs.known) or mine.event in PLAIN or theirs.event in PLAIN:
        return False
    people = mine.head == theirs.head == "person" and left.mention.value != right.mention.value
    one, other = (_done(claim, people=people) for claim in (left, right))
    return bool(one and other) and vocabulary.term(one) != vocabulary.term(other)


def _done(claim: Claim, *, people: bool) -> str:
    """Return the verb of a count that tells what was done to those counted, or of `people` what they did."""
    if claim.scope.known or (people and claim.measure == "people"):
        return claim.scope.event or ""
    return (claim.measure or "").partition(" ")[2]


def _spent_otherwise(left: Claim, right: Claim) -> bool:
    """Tell whether two durations are of two doings: followed for 24 months, treated for 14."""
    doings = {claim.measure for claim in (left, right) if (claim.measure or "").startswith(TIME)}
    return len(doings) == 2 and doings.isdisjoint(LASTING)
