"""What one text says twice, found once with its key: no other text changes how its claims stand to each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.linking.affairs import tie_within
from claimcheck.linking.keys import NO_REPEATS, ClaimKey, Repeats
from claimcheck.linking.likeness import LEAST_FIT_TWINS, LEAST_FIT_WITHIN, Likeness
from claimcheck.linking.statements import about, is_plain, replaces, statement

ROWS = 32
"""Claims of one measure and noun in one text that a further one is held against: more are a table."""

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
    twins = one.twin is not None and one.twin == other.twin and is_plain(one, other)
    least = LEAST_FIT_TWINS if twins else LEAST_FIT_WITHIN
    return likeness.fit(one, other, tie_within(short=short), least, slip=False)


def _distinct(row: Sequence[Place], joined: list[tuple[int, int]]) -> list[Place]:
    """Return the claims of a row that state something new; the others are `joined` to the first that states the same."""
    said: dict[object, int] = {}
    distinct: list[Place] = []
    for place, key in row:
        first = said.setdefault((statement(key.claim), about(key.claim)), place)
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
            if earlier[1].claim.sentence != sentence or replaces(earlier[1], later[1]):
                yield earlier, later
