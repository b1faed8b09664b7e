"""How well the subjects of two claims fit together."""

from attrs import frozen

from claimcheck.linking.affairs import Tie
from claimcheck.linking.differences import apart, turns
from claimcheck.linking.keys import ClaimKey
from claimcheck.linking.words import COMMON_WEIGHT, Vocabulary
from claimcheck.model import Period

LEAST_FIT = 0.5
"""How well two claims of two texts need to fit."""
LEAST_FIT_ALONE = LEAST_FIT - 0.15
"""The same where nothing else in their texts could be meant."""
NAMED = 0.5
"""From here on the two name what they measure in the same words."""
UNNAMED = 0.4
"""What two that leave it to their surroundings what they measure have in common."""
UNKNOWN = 0.4
"""What an empty set of words shares with any other."""
OPEN_SORTS = frozenset({"currency", "percent", "date", "duration", "age", "score", "length", "mass", "area", "speed"})
"""Sorts of value that say much of themselves: two sums of money may fit although the nouns beside them differ."""
SLIP = 0.25
"""What it adds that two figures have the same digits in another order, and neither stands in the other text."""
ECHO = 0.25
"""What it adds that two figures are one of three digits or more."""
LESS = 1 - COMMON_WEIGHT
"""How much less a usual term tells than another one."""
LONG = 4
"""Digits from which on that alone tells that two figures may be of one thing."""
MEASURED = 0.1
"""What it adds to their fit that two claims are of one measure that the lexicon knows, or describe it in the same words."""
FINE = 10_000
"""So many degrees of fit are told apart."""
KIN = frozenset({"child", "son", "daughter", "wife", "husband"})
"""What one has a first and a second of in a life, and the same one only once."""


@frozen
class Likeness:
    """Weighs what the keys of two claims have in common."""

    vocabulary: Vocabulary

    def fit(self, one: ClaimKey, other: ClaimKey, tie: Tie, least: float | None = None) -> float | None:
        """Return up to 1 (the same thing) how well two claims fit whose documents are tied; None if less than the least.

        Only in short texts may the thing be left unnamed.
        """
        known, name, figure = one.known, other.known, one.figure
        echo = figure is not None and figure == other.figure
        if (
            known
            and name
            and known != name
            and one.sort != "date"
            and not (echo or (known, name) in self.vocabulary.akin)
        ):
            return None  # two measures that are no names of one: deaths and inhabitants
        left, right, common = one.claim, other.claim, self.vocabulary.common
        slip = figure is not None and not echo and one.digits == other.digits and tie.is_slip(figure, other.figure)
        turned = left.scope.direction is not None and turns(left, right)
        both = one.thing & other.thing
        thing = _thing(one, other, named=bool(both))
        if turned or ((slip or echo) and (thing or _is_long(one))):
            thing = max(thing, NAMED)
        elif thing >= NAMED and not known and both <= common and self._says_little(one, other, short=tie.short):
            thing = UNNAMED
        named_alike = not one.names.isdisjoint(other.names)
        if (thing < NAMED and not _may_be_unnamed(one, thing, short=tie.short)) or not (named_alike or tie.one_subject):
            return None
        near, context = _shared(one.near, other.near, both, common), _shared(one.context, other.context, both, common)
        fit = 0.35 * thing + 0.3 * near + 0.35 * context + (SLIP if slip else ECHO if echo else 0.0)
        if left.measure == right.measure and (known or (left.scope.words and left.scope.words == right.scope.words)):
            fit += MEASURED
        if one.names and other.names:
            fit += 0.1 if named_alike else -0.2
        if left.time is not None and right.time is not None:
            fit += _in_time(left.time.period, right.time.period)
        if least is None:
            alone = tie.short or (one.sole is not None and one.sole == other.sole)
            least = LEAST_FIT_ALONE if alone else LEAST_FIT
        if fit < least or apart(one, other, tie, self.vocabulary, turned=turned, echo=echo):
            return None
        return int(fit * FINE + 0.5) / FINE if fit < 1.0 else 1.0

    def _says_little(self, one: ClaimKey, other: ClaimKey, *, short: bool) -> bool:
        """Tell whether two claims that are named by usual words share no more than these: both "take" so long."""
        alike, ordinal = one.head == other.head, one.sort == "ordinal"
        if alike and (one.sort == "count" or (ordinal and (not short or one.head in KIN))):
            return False
        if ordinal and one.claim.document == other.claim.document:
            return False
        return (one.near & other.near) <= self.vocabulary.common


def _shared(one: frozenset[str], other: frozenset[str], named: frozenset[str], common: frozenset[str]) -> float:
    """Return the share of the smaller set, by weight, that the other has too, without what names the thing."""
    both, size = one & other, len(named)
    shared = len(both)
    if shared == len(one) or shared == len(other):
        return 1.0 if shared > size else UNKNOWN
    if shared == size:
        return 0.0
    small, usual = one if len(one) <= len(other) else other, len(named & common)
    above = shared - size - LESS * (len(both & common) - usual)
    return above / (len(small) - size - LESS * (len(small & common) - usual))


def _thing(one: ClaimKey, other: ClaimKey, *, named: bool) -> float:
    """Return how surely two claims measure one thing; `named` tells whether they have a term for it in common."""
    left, right = one.claim, other.claim
    if left.measure and left.measure == right.measure and one.thing:
        return 1.0
    if one.head and one.head == other.head:
        return 0.9
    if "one" in (left.mention.text.lower(), right.mention.text.lower()):
        return 0.0
    if named:
        return 0.0 if _count_other_things(one, other) else 0.7
    if not (one.thing.isdisjoint(other.near) and other.thing.isdisjoint(one.near)):
        return 0.5
    return UNNAMED if (not one.thing or not other.thing) and one.sort != "count" else 0.0


def _count_other_things(one: ClaimKey, other: ClaimKey) -> bool:
    """Tell whether two counts share only what happened to what they count: "74 homes damaged", "74 shops damaged"."""
    if one.sort != "count" or one.head is None or other.head is None:
        return False
    return one.head not in other.near and other.head not in one.near


def _may_be_unnamed(key: ClaimKey, thing: float, *, short: bool) -> bool:
    """Tell whether two claims may be of one thing that hardly any word of theirs names: in short texts alone."""
    return short and (thing != 0 or key.sort in OPEN_SORTS)


def _is_long(key: ClaimKey) -> bool:
    return key.digits is not None and len(key.digits.rpartition(" ")[2]) >= LONG


def _in_time(one: Period, other: Period) -> float:
    """Return what the times of two claims add to their fit: one quarter is the same quarter, not the half-year."""
    if one == other:
        return 0.1
    return 0.0 if one.meets(other) else -0.1
