"""What tells two claims apart, however much their words have in common."""

from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Scope

BASES: tuple[frozenset[str], ...] = (
    frozenset({"forecast", "planned"}),
    frozenset({"capacity", "maximum", "minimum", "average"}),
    frozenset({"gross", "net"}),
    frozenset({"new", "change", "total", "cumulative"}),
    frozenset({"quarter", "half-year", "year", "month", "week", "day"}),
)
"""Kinds of figures that exclude each other; of two claims that both name one of a set it must be the same."""
BEGINNINGS = frozenset({"start", "founding", "opening", "construction", "release", "signing"})
"""Dated events that one text calls by the name of another: a band that was formed has started."""
MARKED = frozenset({"per-unit", "other"})
"""Kinds of figures that are never meant where they are not named: each one's, the predecessor's."""
UNNAMED_PLACES = frozenset({"state", "country", "nation", "city", "town", "village", "county", "province", "district"})
"""Places that the text names elsewhere: "in the state" may be in any."""
PLAIN = frozenset(
    {None, "be", "have", "do", "say", "take", "include", "make", "reach", "report", "confirm", "find", "rise", "fall", "grow",
     "climb", "jump", "drop", "revise", "update", "correct", "lower", "raise", "put", "stand", "total", "number", "count",
     "estimate", "exceed", "pass", "top", "remain"}
)  # fmt: skip
"""Verbs that tell nothing that happened to what is counted."""
TIME = "time "
"""How the name of a measure begins that says with the verb alone how long something was done: "time followed"."""
LASTING = frozenset({"time lasted", "time taken", "time run", "time spent", "time continued"})
"""Those of anything that goes on."""
MOVING = frozenset(
    {"open", "close", "shut", "hire", "recruit", "buy", "acquire", "sell", "shed", "axe", "cut", "add", "build"}
)
"""Verbs that change how many there are: who opened 31 shops may have 327."""

Sides = frozenset[tuple[str, int]]
"""Where a claim stands in each contrast."""


def apart(one: ClaimKey, other: ClaimKey, vocabulary: Vocabulary, *, short: bool, turned: bool) -> bool:
    """Tell whether two claims are of different things.

    `short` tells whether both texts have hardly room for two, `turned` whether one calls a fall what the other calls a rise.
    """
    left, right = one.claim, other.claim
    mine, theirs = left.scope, right.scope
    if one.sides and other.sides and _opposed(one.sides, other.sides):
        return True
    if not turned and _differ(mine, theirs):
        return True
    if mine.place != theirs.place and _elsewhere(mine.place, theirs.place, vocabulary):
        return True
    if mine.holder != theirs.holder and (
        _of_others(one, other) or (one.sort == "date" and _happened_to_others(mine, theirs, vocabulary))
    ):
        return True
    if left.document == right.document:
        return not _same_frame(left, right) or _filled_otherwise(one, other)
    if one.sort == "date" and _other_doing(one.claim, other.claim, vocabulary):
        return True
    if (mine.event != theirs.event or one.sort == "date") and _happened_otherwise(one, other):
        return True
    if (one.told and _is_told_apart(one, other)) or (other.told and _is_told_apart(other, one)):
        return True
    if short:  # it may name a place for another reason, but not at one place of a sentence
        return _filled_otherwise(one, other)
    return theirs.place in one.elsewhere or mine.place in other.elsewhere


def turns(left: Claim, right: Claim) -> bool:
    """Tell whether the two say of the same change that it was a rise and that it was a fall."""
    way, back = left.scope.direction, right.scope.direction
    if way is None or back is None or way == back:
        return False
    one, other = left.mention.quantity, right.mention.quantity
    if one is None or other is None:
        return False
    changes = all("change" in claim.scope.basis for claim in (left, right))
    return changes and one.amount == other.amount and one.unit == other.unit


def _opposed(one: Sides, other: Sides) -> bool:
    """Tell whether two claims stand on different sides of a contrast; each stands on one side of it at most."""
    if other <= one:
        return False
    names = {name for name, _ in one}
    return any(name in names for name, _ in other - one)


def _differ(one: Scope, other: Scope) -> bool:
    """Tell whether the scopes name different parts or bases."""
    if one.group != other.group and one.group and other.group:
        return True
    if one.whole != other.whole and one.whole and other.whole:
        return True
    if one.basis == other.basis:
        return False
    mine, theirs = frozenset(one.basis), frozenset(other.basis)
    # A former date is the one that another date has replaced, and may conflict with it.
    marked = MARKED if one.amount == other.amount == "date" else MARKED | {"former"}
    if not marked.isdisjoint(mine ^ theirs):
        return True
    if not mine or not theirs:
        return False
    return any(mine & kind and theirs & kind and mine & kind != theirs & kind for kind in BASES)


def _elsewhere(one: str | None, other: str | None, vocabulary: Vocabulary) -> bool:
    """Tell whether two claims are of different places: "worldwide" is "globally"; "the state" may be a named one."""
    if not one or not other:
        return False
    if (one in UNNAMED_PLACES and other[0].isupper()) or (other in UNNAMED_PLACES and one[0].isupper()):
        return False
    return set(vocabulary.terms(one)).isdisjoint(vocabulary.terms(other))


def _of_others(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two amounts are of two that have names: Lund's points are not Berg's."""
    mine, theirs = one.claim.scope.holder, other.claim.scope.holder
    if one.sort == "date" or mine is None or theirs is None or not _both_named(mine, theirs):
        return False
    return one.names.isdisjoint(other.names) or _modified_otherwise(mine, theirs)


def _happened_to_others(one: Scope, other: Scope, vocabulary: Vocabulary) -> bool:
    """Tell whether two events have no party in common, of which neither is told by name: the film, the book of the film."""
    if not all(scope.participants and scope.participants[0][0].islower() for scope in (one, other)):
        return False
    mine, theirs = (
        {term for party in (*scope.participants, *scope.words) for term in vocabulary.phrase(party)}
        for scope in (one, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _modified_otherwise(mine: str, theirs: str) -> bool:
    """Tell whether one noun has two names before it: the Arn plant is not the Orla plant."""
    one, _, noun = mine.rpartition(" ")
    other, _, same = theirs.rpartition(" ")
    if noun != same or not one or not other or noun[0].isupper():
        return False
    return set(one.lower().split()).isdisjoint(other.lower().split())


def _happened_otherwise(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two counts of one noun tell of other things: 14 people hurt and 45 carried, 31 shops opened and 327 owned."""
    left, right = one.claim.scope, other.claim.scope
    if one.sort == "date" and any(
        _modified_otherwise(mine, theirs) for mine in left.participants for theirs in right.participants
    ):
        return True
    if one.sort == "date" and left.known and right.known:
        measures = {one.claim.measure, other.claim.measure}
        return len(measures) == 2 and not measures <= BEGINNINGS
    if left.event == right.event:
        return False
    if one.sort == "duration":
        return _spent_otherwise(one.claim, other.claim)
    if one.sort != "count" or (left.known and right.known):
        return False
    if (
        (left.group is None) != (right.group is None)
        and "part" not in (left.group, right.group)
        and not (left.known or right.known)
    ):
        return True
    if left.event in MOVING or right.event in MOVING:
        return left.event is not None and right.event is not None
    people = left.known != right.known and left.head == right.head == "person"
    return people and left.event not in PLAIN and right.event not in PLAIN


def _other_doing(left: Claim, right: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two dates are of two doings of one: she was arrested, she moved to Marn, she bought a house, a car.

    Two verbs may tell one event where they share more than who does it: "restored the pier", "renovated the pier".
    """
    one, other = left.scope, right.scope
    if one.event in PLAIN or other.event in PLAIN:
        return False
    same = vocabulary.phrase(one.event or "") == vocabulary.phrase(other.event or "")
    if not same and one.known != other.known:
        return True
    if same and not (len(one.participants) > 1 and len(other.participants) > 1):
        return False
    if not same and one.known:
        return False
    mine, theirs = (
        {term for party in (*scope.participants[1:], *scope.words) for term in vocabulary.phrase(party)}
        for scope in (one, other)
    )
    return mine.isdisjoint(theirs)


def _spent_otherwise(left: Claim, right: Claim) -> bool:
    """Tell whether two durations are of two doings: followed for 24 months, treated for 14."""
    doings = {claim.measure for claim in (left, right) if (claim.measure or "").startswith(TIME)}
    return len(doings) == 2 and doings.isdisjoint(LASTING)


def _filled_otherwise(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two names stand at one place of two sentences: "ferries to Arn carried", "ferries to Orla carried"."""
    if not one.slots or not other.slots:
        return False
    theirs = dict(other.slots)
    for slot, terms in one.slots:
        found = theirs.get(slot)
        if found is not None and terms.isdisjoint(found | other.context) and found.isdisjoint(one.context):
            return True
    return False


def _is_told_apart(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether one text has a figure of its own for what the other's is of: youth unemployment."""
    return one.told.isdisjoint(other.near) and one.told.isdisjoint(other.context)


def _same_frame(left: Claim, right: Claim) -> bool:
    """Tell whether one text says the same thing twice: two places of one text mostly speak of different things.

    Where a noun tells what is counted, what one of them leaves out is no difference, but other names nearby are one.
    """
    one, other = left.scope, right.scope
    if left.measure != right.measure or one.head != other.head:
        return False
    if (one.group, one.whole, _lasting(one.basis)) != (other.group, other.whole, _lasting(other.basis)):
        return False
    holders, places = (one.holder, other.holder), (one.place, other.place)
    sets = ((set(one.names), set(other.names)), (set(one.participants), set(other.participants)))
    if one.head is None or one.amount != "count":
        same = all(mine == theirs for mine, theirs in (places, *sets))
        return same and (one.holder == other.holder or (one.amount == "order" and not _both_named(*holders)))
    around = ({*one.names, *one.context}, {*other.names, *other.context})
    if all(around) and around[0].isdisjoint(around[1]):
        return False
    return all(None in pair or pair[0] == pair[1] for pair in (holders, places)) and all(
        mine <= theirs or theirs <= mine for mine, theirs in sets
    )


def _lasting(basis: tuple[str, ...]) -> frozenset[str]:
    """Return the bases of a figure but that it is an earlier one, which another replaces."""
    return frozenset(basis) - {"former"}


def _both_named(one: str | None, other: str | None) -> bool:
    """Tell whether two holders are names: one that is none may stand for the other."""
    return bool(one and other and one[0].isupper() and other[0].isupper())
