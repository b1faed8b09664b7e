"""What a claim states, and of what: when two claims say the same, and when one takes the other's place."""

from claimcheck.linking.keys import ClaimKey
from claimcheck.model import Claim


def statement(claim: Claim) -> tuple[object, ...]:
    """Return what a claim states: who says it, how surely and of when, and its value, which takes longest to compare."""
    time = claim.time
    period = None if time is None else time.period
    return claim.speaker, claim.modality, claim.polarity, period, claim.mention.value


def about(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says its value of, to the word."""
    said = claim.scope
    return claim.measure, said.head, said.event, said.place, said.group, said.names, said.words, said.basis


def states_alike(one: Claim, other: Claim) -> bool:
    """Tell whether two claims have one `statement`."""
    time, same = one.time, other.time
    if one.speaker != other.speaker or one.modality != other.modality or one.polarity != other.polarity:
        return False
    if time is not same and (time is None or same is None or time.period != same.period):
        return False
    value, another = one.mention.value, other.mention.value
    return value is another or value == another


def says_alike(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are `about` the same, to the word."""
    mine, theirs = one.scope, other.scope
    return (
        one.measure == other.measure
        and mine.head == theirs.head
        and mine.words == theirs.words
        and mine.names == theirs.names
        and mine.event == theirs.event
        and mine.place == theirs.place
        and mine.group == theirs.group
        and mine.basis == theirs.basis
    )


def replaces(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether of two dates in one sentence one takes the other's place: "formerly 3 May, is extended to 9 May"."""
    former = ["former" in key.claim.scope.basis for key in (one, other)]
    return one.sort == "date" == other.sort and former[0] != former[1]


def is_plain(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two counts are of everything that their noun names, not of some that the text describes."""
    scopes = (one.claim.scope, other.claim.scope)
    described = any(scope.words or scope.group or scope.whole or scope.events for scope in scopes)
    return one.sort == "count" and not described and all(map(_is_count_of_many, (one.claim, other.claim)))


MANY = 10
"""Counts from which on two of one noun in one text are likely meant to be the same; of a few there are many."""


def _is_count_of_many(claim: Claim) -> bool:
    """Tell whether a figure is a larger count; one behind its noun is a label: "wave 31"."""
    quantity, subject = claim.mention.quantity, claim.subject
    labelled = not claim.scope.known and (subject is None or subject.start < claim.mention.start)
    return not labelled and quantity is not None and quantity.amount.low is not None and quantity.amount.low >= MANY
