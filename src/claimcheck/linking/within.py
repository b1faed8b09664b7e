"""What one text says twice, found once with its key: no other text changes how its claims stand to each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.linking.affairs import tie_within
from claimcheck.linking.keys import NO_REPEATS, ClaimKey, Repeats
from claimcheck.linking.likeness import Likeness
from claimcheck.model import Claim

LEAST_FIT = 0.65
"""How well two claims of one text need to fit."""
LEAST_FIT_TWINS = 0.3
"""The same where it has just two counts of one noun."""
REPEATED = 0.05
"""What it adds to their fit that they are of one value: the text may still say that it fell where it rose."""
ROWS = 32
"""Claims of one measure and noun in one text that a further one is held against: more are a table."""
MANY = 10
"""Counts from which on two of one noun in one text are likely meant to be the same; of a few there are many."""

Place = tuple[int, ClaimKey]
"""A claim by its place among those of its document."""


def repeats_of(claims: Sequence[ClaimKey], likeness: Likeness, *, short: bool) -> Repeats:
    """Link what one text says twice, and gather what it repeats to the word; one sentence tells its figures apart."""
    rows: defaultdict[tuple[str, str | None, str | None], list[Place]] = defaultdict(list)
    for place, key in enumerate(claims):
        rows[key.sort, key.claim.measure, key.claim.scope.head].append((place, key))
    joined, held = list[tuple[int, int]](), list[tuple[int, int, float]]()
    apart = 0
    for row in rows.values():
        for (place, one), (later, other) in _pairs(_distinct(row, joined)) if len(row) > 1 else ():
            fit = fit_within(one, other, likeness, short=short)
            if fit is None:
                apart += 1
            else:
                held.append((place, later, fit))
    return Repeats(tuple(joined), tuple(held), apart) if joined or held or apart else NO_REPEATS


def fit_within(one: ClaimKey, other: ClaimKey, likeness: Likeness, *, short: bool) -> float | None:
    """Return how well two claims of one text fit; None if not enough."""
    twins = one.twin is not None and one.twin == other.twin and _is_plain(one, other)
    least = LEAST_FIT_TWINS if twins else LEAST_FIT
    repeated = REPEATED if one.claim.mention.value == other.claim.mention.value else 0.0
    fit = likeness.fit(one, other, tie_within(short=short), least - repeated)
    return None if fit is None else min(1.0, round(fit + repeated, 4))


def _distinct(row: Sequence[Place], joined: list[tuple[int, int]]) -> list[Place]:
    """Return the claims of a row that state something new; the others are `joined` to the first that states the same."""
    said: dict[object, int] = {}
    distinct: list[Place] = []
    for place, key in row:
        first = said.setdefault((key.stated, key.about), place)
        if first == place:
            distinct.append((place, key))
        else:
            joined.append((place, first))
    return distinct


def _pairs(row: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the claims that are held against each other, the earlier first."""
    for number, later in enumerate(row):
        sentence = later[1].claim.sentence
        for earlier in row[max(0, number - ROWS) : number]:
            if earlier[1].claim.sentence != sentence or _replaces(earlier[1], later[1]):
                yield earlier, later


def _replaces(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether of two dates in one sentence one takes the other's place: "formerly 3 May, is extended to 9 May"."""
    former = ["former" in key.claim.scope.basis for key in (one, other)]
    return one.sort == "date" == other.sort and former[0] != former[1]


def _is_plain(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two counts are of everything that their noun names, not of some that the text describes."""
    scopes = (one.claim.scope, other.claim.scope)
    described = any(scope.words or scope.group or scope.whole or scope.events for scope in scopes)
    return one.sort == "count" and not described and all(map(_is_count_of_many, (one.claim, other.claim)))


def _is_count_of_many(claim: Claim) -> bool:
    """Tell whether a figure is a larger count; one behind its noun is a label: "wave 31"."""
    quantity, subject = claim.mention.quantity, claim.subject
    labelled = not claim.scope.known and (subject is None or subject.start < claim.mention.start)
    return not labelled and quantity is not None and quantity.amount.low is not None and quantity.amount.low >= MANY
