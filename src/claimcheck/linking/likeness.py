"""How well the subjects of two claims fit together."""

from attrs import frozen

from claimcheck.linking.profiles import Profile
from claimcheck.linking.topics import Topics
from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Step
from claimcheck.model.steps import step

LEAST_FIT = 0.5
LEAST_FIT_WITHIN = 0.72
LEAST_TOPIC = 0.12
OPEN_SORTS = frozenset({"currency", "percent", "date", "duration", "age", "score", "length", "mass", "area", "speed"})
"""Sorts of value that say much of themselves: two sums of money may fit although the nouns beside them differ."""


@frozen
class Likeness:
    """Weighs what two profiles have in common."""

    vocabulary: Vocabulary

    def fit(self, left: Claim, right: Claim, one: Profile, other: Profile, topics: Topics) -> float:
        """Return from 0 (different things) to 1 (the same thing)."""
        thing = _thing(left, right, one, other)
        if thing == 0 and one.sort not in OPEN_SORTS:
            return 0.0
        if _opposed(one, other) or (one.place and other.place and one.place != other.place):
            return 0.0
        if left.scope.basis != right.scope.basis and left.scope.basis and right.scope.basis:
            return 0.0
        topic = topics.likeness(one.document, other.document)
        if topic < LEAST_TOPIC:
            return 0.0
        near, context = self._shared(one.near, other.near), self._shared(one.context, other.context)
        fit = 0.4 * thing + 0.3 * near + 0.3 * context + 0.1 * min(topic * 2, 1.0)
        if one.names and other.names and not one.names & other.names:
            fit -= 0.2
        return max(0.0, min(1.0, fit))

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share of the smaller set, by weight, that the other has too."""
        small, large = (one, other) if len(one) <= len(other) else (other, one)
        weight = self.vocabulary.weight
        whole = sum(weight(term) for term in small)
        return sum(weight(term) for term in small & large) / whole if whole else 0.0

    def steps(self, left: Claim, right: Claim, one: Profile, other: Profile, topics: Topics) -> tuple[Step, ...]:
        """Say what fits."""
        steps: list[Step] = []
        if left.measure and left.measure == right.measure:
            steps.append(step("same-measure", measure=left.measure))
        elif one.head and one.head == other.head and left.subject:
            steps.append(step("same-subject", subject=left.subject.text))
        words = sorted(one.context & other.context)
        if words:
            steps.append(step("shared-words", words=", ".join(words[:6])))
        if one.document != other.document:
            terms = topics.shared(one.document, other.document)[:5]
            steps.append(step("same-topic", terms=", ".join(terms)))
        return tuple(steps)


def _thing(left: Claim, right: Claim, one: Profile, other: Profile) -> float:
    if left.measure and left.measure == right.measure:
        return 1.0
    if one.head and one.head == other.head:
        return 0.9
    if one.thing & other.thing:
        return 0.7
    if one.thing & other.near or other.thing & one.near:
        return 0.5
    if not one.thing or not other.thing:
        return 0.4
    return 0.0


def _opposed(one: Profile, other: Profile) -> bool:
    """Tell whether the two stand on different sides of a contrast."""
    sides = dict(one.sides)
    return any(name in sides and sides[name] != number for name, number in other.sides)
