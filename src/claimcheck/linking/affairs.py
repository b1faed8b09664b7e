"""Whether two documents are about the same affair, told from the two alone."""

from collections.abc import Sequence
from itertools import islice

from attrs import field, frozen

from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.naming import telling
from claimcheck.linking.words import COMMON_WEIGHT, Vocabulary

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
SHOWN = 3


@frozen
class Affairs:
    """The documents of one run, by number, and what was found out about pairs of them."""

    keys: Sequence[DocumentKey] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    _known: dict[tuple[int, int], bool] = field(factory=dict[tuple[int, int], bool], eq=False, repr=False)
    _shown: dict[tuple[int, int], str] = field(factory=dict[tuple[int, int], str], eq=False, repr=False)

    def one_affair(self, one: int, other: int) -> bool:
        """Tell whether two documents are about one affair: a telling name in common, or most of their words."""
        if one == other:
            return True
        key = (one, other) if one < other else (other, one)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = one_affair(self.keys[one], self.keys[other])
        return known

    def one_subject(self, one: int, other: int) -> bool:
        """Tell whether what two documents leave unnamed may be the same: a name that one is mainly about is in the other."""
        left, right = self.keys[one], self.keys[other]
        if one == other or not left.central or not right.central or (left.single and right.single):
            return True
        if not left.figures.isdisjoint(right.figures):
            return True
        return not (left.central.isdisjoint(right.capital) and right.central.isdisjoint(left.capital))

    def shown(self, one: int, other: int) -> str:
        """Return up to three names, else words, that two documents share, as the first one writes them."""
        key = (one, other)
        known = self._shown.get(key)
        if known is None:
            left, right = self.keys[one], self.keys[other]
            shared, names = shared_names(left, right), left.analysis.names
            common = (name.canonical for name in names if not telling(name, self.vocabulary).isdisjoint(shared))
            found = list(islice(common, SHOWN)) if shared else []
            if not found:
                found = self.vocabulary.written(left.analysis.document.text, left.telling & right.telling, SHOWN)
            known = self._shown[key] = ", ".join(found)
        return known


def one_affair(one: DocumentKey, other: DocumentKey) -> bool:
    """Tell of two keys whether they are of one affair."""
    least, figures = _least(one, other), _same_figures(one, other)
    if least >= NEVER and not figures:
        return False
    alike = likeness(one, other)
    return alike >= least or (figures and LEAST_FIGURES <= alike < TEMPLATE)


def likeness(one: DocumentKey, other: DocumentKey) -> float:
    """Return the share of the smaller document's terms, by weight, that the other has too."""
    shared = len(one.telling & other.telling) + COMMON_WEIGHT * len(one.usual & other.usual)
    smaller = one if len(one.telling) + len(one.usual) <= len(other.telling) + len(other.usual) else other
    return shared / smaller.weight if smaller.weight else 0.0


def shared_names(one: DocumentKey, other: DocumentKey) -> frozenset[str]:
    """Return the telling words of names that two documents share; two persons of one family name share none."""
    if one.names.isdisjoint(other.capital) and other.names.isdisjoint(one.capital):
        return frozenset()
    shared = (one.names & other.capital) | (other.names & one.capital)
    return frozenset(term for term in shared if not _namesakes(one.given.get(term), other.given.get(term)))


def _namesakes(one: str | None, other: str | None) -> bool:
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
    shared = shared_names(one, other)
    if shared:
        if one.short or other.short or not (shared.isdisjoint(one.central) or shared.isdisjoint(other.central)):
            return LEAST
        return LEAST if len(shared) >= LEAST_NAMES * min(len(one.names), len(other.names)) else NEVER
    if one.names and other.names:
        if one.single and other.single:
            return LEAST_APART_SENTENCES
        return LEAST_APART if one.short or other.short else NEVER
    return LEAST if one.short and other.short else LEAST_NAMELESS
