"""Whether two documents are about the same affair, told from the two alone."""

from functools import cache

from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.polls import asked_otherwise
from claimcheck.linking.words import COMMON_WEIGHT
from claimcheck.model.internal import internal

LEAST = 0.12
"""The least that two documents of one affair share."""
LEAST_NAMELESS = 0.2
"""The same where one of two texts with room for more than one thing names nobody."""
LEAST_APART = 0.7
"""The same where both name somebody, and nobody in common."""
NEVER = 2.0
"""The same for two long texts: where so much is alike and no name, one has been made like the other."""
LEAST_APART_SENTENCES = 0.3
"""The same for two single sentences, where a name is often left out."""
LEAST_NAMES = 0.3
"""The least share of their names that two long texts have in common where none of these is central to one of them."""
LEAST_FIGURES = 0.2
"""The least that two texts share which have a telling figure in common."""
LEAST_SHARED = 0.34
"""The least share of their telling figures that these are: of many figures, one is soon shared by chance."""
TEMPLATE = 0.7
"""The share from which on two texts that name nobody in common are two of one form, filled in for others."""


@internal
class Tie:
    """What two documents of one affair, or one with itself, let their claims be held to.

    `short` tells that both have hardly room for two things, `one_subject` that what they leave unnamed may be the same,
    `polled` that they tell of polls by others, `within` that they are one; `figures` are the telling ones of each.
    """

    short: bool
    one_subject: bool
    polled: bool
    figures: tuple[frozenset[str], frozenset[str]]
    within: bool = False

    @classmethod
    def of(cls, one: DocumentKey, other: DocumentKey) -> "Tie":
        """Look at two documents, or twice at one."""
        if one is other:
            return tie_within(short=one.short)
        polled = bool(one.pollsters) and asked_otherwise(one, other)
        return cls(one.short and other.short, one_subject(one, other), polled, (one.figures, other.figures))

    def is_slip(self, figure: str, other: str | None) -> bool:
        """Tell whether of two figures that have the same digits each is in its own text only."""
        first, second = self.figures
        return not self.within and figure not in second and other not in first


@cache
def tie_within(*, short: bool) -> Tie:
    """Return how the claims of one document, that may be short, are held to each other."""
    return Tie(short, one_subject=True, polled=False, figures=(frozenset(), frozenset()), within=True)


def one_affair(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell whether two documents are about one affair: a telling name in common, or most of the smaller one's words."""
    least = _least(one, other)
    if least >= NEVER and not _same_figures(one, other):
        return False
    _, weight = min((one.size, one.weight), (other.size, other.weight))  # whichever of the two is asked about first
    if not weight:
        return False
    shared = len(one.telling & other.telling)
    if shared / weight >= least:
        return True
    alike = (shared + COMMON_WEIGHT * len(one.usual & other.usual)) / weight
    return alike >= least or (LEAST_FIGURES <= alike < TEMPLATE and _same_figures(one, other))


def one_subject(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell whether what two documents leave unnamed may be the same: a name that one is mainly about is in the other."""
    if not one.central or not other.central or (one.single and other.single):
        return True
    if not one.figures.isdisjoint(other.figures):
        return True
    return not (one.central.isdisjoint(other.capital) and other.central.isdisjoint(one.capital))


def shared_names(one: DocumentKey, other: DocumentKey) -> frozenset[str]:
    """Return the telling words of names that two documents share; two persons of one family name share none."""
    if not _name_alike(one, other):
        return frozenset()
    shared = (one.names & other.capital) | (other.names & one.capital)
    persons = one.given.keys() & other.given.keys() if one.given and other.given else ()
    if not persons:
        return shared
    return shared.difference(term for term in persons if _namesakes(one.given[term], other.given[term]))


def _name_alike(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell whether a telling word of a name in one document stands with a capital in the other."""
    return not (one.names.isdisjoint(other.capital) and other.names.isdisjoint(one.capital))


def _namesakes(one: str, other: str) -> bool:
    """Tell whether two given names are those of two people; an initial may stand for any that it begins."""
    if not one or not other or one == other:
        return False
    return min(len(one), len(other)) > 1 or one[0] != other[0]


def _same_figures(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell whether two texts, which may name nobody in common, give the same telling figures."""
    if one.figures.isdisjoint(other.figures):
        return False
    return len(one.figures & other.figures) >= LEAST_SHARED * min(len(one.figures), len(other.figures))


def _least(one: DocumentKey, other: DocumentKey) -> float:
    short = one.short or other.short
    if short and not (one.given and other.given and one.given.keys() & other.given) and _name_alike(one, other):
        return LEAST
    shared = shared_names(one, other)
    if shared:
        if short or not (shared.isdisjoint(one.central) or shared.isdisjoint(other.central)):
            return LEAST
        return LEAST if len(shared) >= LEAST_NAMES * min(len(one.names), len(other.names)) else NEVER
    if one.names and other.names:
        if one.single and other.single:
            return LEAST_APART_SENTENCES
        return LEAST_APART if short else NEVER
    return LEAST if one.short and other.short else LEAST_NAMELESS
