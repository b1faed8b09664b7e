"""What tells two claims apart, however much their words have in common."""

from claimcheck.linking.affairs import Tie
from claimcheck.linking.doings import modified_otherwise, of_other_doing
from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.measures import of_other_measure
from claimcheck.linking.polls import ASKED
from claimcheck.linking.times import at_other_times
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Scope

BASES: tuple[frozenset[str], ...] = (
    frozenset({"forecast", "planned"}),
    frozenset({"capacity", "maximum", "minimum", "average"}),
    frozenset({"gross", "net", "operating", "pre-tax"}),
    frozenset({"new", "change", "total", "cumulative"}),
    frozenset({"quarter", "half-year", "year", "month", "week", "day"}),
)
"""Kinds of figures that exclude each other; of two claims that both name one of a set it must be the same."""
MARKED = frozenset({"per-unit", "other", "narrow"})
"""Kinds of figures that are never meant where they are not named: each one's, the predecessor's, that of the young."""
QUALIFIED = frozenset(
    {"adjusted", "operating", "pre-tax", "like-for-like", "organic", "constant-currency", "excluding", "real", "career"}
)
"""Those that one text may name and another leave out where both give one figure."""
UNNAMED_PLACES = frozenset({"state", "country", "nation", "city", "town", "village", "county", "province", "district"})
"""Places that the text names elsewhere: "in the state" may be in any."""

TABLE = "table "
"""How the last basis of a cell begins, which tells what its table is about."""

PLAYED = frozenset({"minute", "lap", "hole", "over", "inning", "mile"})
"""Parts of a game or a race, in each of which much happens: who scored in the 38th minute may score in the 74th."""

Sides = frozenset[tuple[str, int]]
"""Where a claim stands in each contrast."""


def apart(one: ClaimKey, other: ClaimKey, tie: Tie, vocabulary: Vocabulary, *, turned: bool, echo: bool) -> bool:
    """Tell whether two claims are of different things.

    `turned` tells whether one calls a fall what the other calls a rise, `echo` whether both give one telling figure: on what
    that measures their names need not agree.
    """
    left, right = one.claim, other.claim
    mine, theirs = left.scope, right.scope
    if (tie.polled and one.sort in ASKED) or (one.sides and other.sides and _opposed(one.sides, other.sides)):
        return True
    if not turned and _differ(mine, theirs, echo=echo):
        return True
    if mine.place != theirs.place and _elsewhere(mine.place, theirs.place, vocabulary):
        return True
    dateless = mine.when is not None or theirs.when is not None
    if (mine.holder != theirs.holder and _of_others(one, other)) or (dateless and at_other_times(left, right)):
        return True
    if one.sort != "date" and not echo and of_other_measure(left, right, vocabulary):
        return True
    if tie.within:
        return not _same_frame(left, right) or _filled_otherwise(one, other)
    if (mine.event != theirs.event or one.sort == "date") and of_other_doing(one, other, vocabulary):
        return True
    if (one.told and _is_told_apart(one, other)) or (other.told and _is_told_apart(other, one)):
        return True
    if tie.short:  # it may name a place for another reason, but not at one place of a sentence
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


def _differ(one: Scope, other: Scope, *, echo: bool) -> bool:
    """Tell whether the scopes name different parts or bases."""
    if one.group != other.group and one.group and other.group:
        return True
    if one.whole != other.whole and one.whole and other.whole:
        return True
    if one.amount == "order" and one.head in PLAYED:
        return True
    if one.basis == other.basis:
        return False
    if _in_two_tables(one, other) and _of_two_tables(one.basis[-1], other.basis[-1]):
        return True
    if one.head == other.head and ("joint" in one.basis) != ("joint" in other.basis):
        return True  # 80 rooms and suites, 74 rooms
    if one.amount == "order" and not BASES[-1].isdisjoint({*one.basis} ^ {*other.basis}):
        return True  # her third title of the year, her second one
    mine, theirs = frozenset(one.basis), frozenset(other.basis)
    # A former date is the one that another date has replaced, and may conflict with it.
    marked = MARKED if one.amount == other.amount == "date" else MARKED | {"former"}
    if not marked.isdisjoint(mine ^ theirs) or not (echo or QUALIFIED.isdisjoint(mine ^ theirs)):
        return True
    if not mine or not theirs:
        return False
    return any(mine & kind and theirs & kind and mine & kind != theirs & kind for kind in BASES)


def _of_two_tables(one: str, other: str) -> bool:
    """Tell whether the captions, corners or heads of two cells tell of different things: neither says all that the other does."""
    for left, right in zip(one[6:].split("|"), other[6:].split("|"), strict=True):
        mine, theirs = set(left.split()), set(right.split())
        if mine - theirs and theirs - mine:
            return True
    return False


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
    strange = one.names.isdisjoint(other.names) and set(mine.split()).isdisjoint(theirs.split())
    return strange or modified_otherwise(mine, theirs)


def _filled_otherwise(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two names stand at one place of two sentences: "ferries to Arn carried", "ferries to Orla carried"."""
    if not one.slots or not other.slots or one.slots == other.slots:
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
    if left.measure != right.measure or one.head != other.head or _in_two_tables(one, other):
        return False
    mine, theirs = set(one.words), set(other.words)
    labels = one.event is None and other.event is None
    if mine != theirs and (labels or (mine - theirs and theirs - mine)):
        return False  # net interest income, net fee income, net income
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


def _in_two_tables(one: Scope, other: Scope) -> bool:
    """Tell whether two cells of one text are under different heads, or in tables of their own."""
    if not one.basis or not other.basis or one.basis[-1] == other.basis[-1]:
        return False
    return one.basis[-1][:6] == TABLE == other.basis[-1][:6]


def _lasting(basis: tuple[str, ...]) -> frozenset[str]:
    """Return the bases of a figure but that it is an earlier one, which another replaces."""
    return frozenset(basis if not basis or basis[-1][:6] != TABLE else basis[:-1]) - {"former"}


def _both_named(one: str | None, other: str | None) -> bool:
    """Tell whether two holders are names: one that is none may stand for the other."""
    return bool(one and other and one[0].isupper() and other[0].isupper())
