"""What tells two measures apart: other names, other kinds of one name, other things that have it."""

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Scope

EXTENTS = frozenset({"time", "length", "mass", "area", "volume", "speed"})
"""Amounts of which a noun tells whose they are; the same amount of two nouns may still be one thing's."""
SPANS = frozenset({"period", "tim", "duration", "term", "spell", "stretch"})
"""Terms of nouns that say only that it lasts."""
BARE = frozenset({"money", "price", "amount", "sum", "total", "share", "worth", "value", "figure"})
"""Nouns for any sum of money, where nothing stands before them."""
LEVELS = frozenset({"score", "level", "shar", "number", "percentag", "proportion", "ratio"})
"""Terms of nouns that say only that there is so much of what stands before them: "the tax rate", folded with scores."""


def of_other_measure(one: Claim, other: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two claims of one sort, by names that may be one measure's, measure two things: deaths of cows and of goats."""
    known, same, amount = one.scope.known and other.scope.known, one.measure == other.measure, one.scope.amount
    if known and amount == "money" and _of_other_kind(one, other, vocabulary):
        return True
    if not (known and same) and _noun_otherwise(one, other, vocabulary):
        return True
    if not (known or same):
        return amount == "money" and _disjoint(_sum_named(one, vocabulary), _sum_named(other, vocabulary))
    return _had_by_others(one.scope.head, other.scope.head, vocabulary)


def _disjoint(one: set[str], other: set[str]) -> bool:
    """Tell whether both name something, and not the same."""
    return bool(one and other) and one.isdisjoint(other)


def _of_other_kind(one: Claim, other: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two sums that the lexicon knows are two kinds of one: fuel and labour costs."""
    mine, theirs = _kinds(one.scope, vocabulary), _kinds(other.scope, vocabulary)
    return _disjoint(mine, theirs) if one.measure == other.measure else bool(mine or theirs)


def _kinds(scope: Scope, vocabulary: Vocabulary) -> set[str]:
    """Return the terms that say of which kind a sum is: of "labour costs", not of what costs it."""
    terms = {*vocabulary.phrase(" ".join(scope.words))}
    return terms.difference(vocabulary.common, scope.basis, vocabulary.phrase(scope.holder or "")) if terms else terms


def _noun_otherwise(one: Claim, other: Claim, vocabulary: Vocabulary) -> bool:
    """Tell whether two nouns say of what two shares or extents are: the tax rate and occupancy, a strike and a warranty."""
    amount = one.scope.amount
    if amount == "percent":
        return _disjoint(_share_named(one, vocabulary), _share_named(other, vocabulary))
    if amount not in EXTENTS or one.mention.value == other.mention.value:
        return False
    return _disjoint(_extent_named(one, vocabulary), _extent_named(other, vocabulary))


def _share_named(claim: Claim, vocabulary: Vocabulary) -> set[str]:
    """Return the terms of the noun of which a figure is the level or the change: "the tax rate was 5 percent".

    None where it is a share of something, or a verb tells of what: "52 percent voted".
    """
    scope, subject = claim.scope, claim.subject
    if subject is None or scope.whole is not None or scope.group is not None:
        return set()
    terms = {*vocabulary.phrase(claim.measure or "")}
    if not scope.known and terms.isdisjoint(vocabulary.terms(subject.text)):
        return set()
    terms.update(vocabulary.phrase(" ".join(scope.words)), vocabulary.phrase(scope.head or ""))
    return terms - LEVELS or terms


def _extent_named(claim: Claim, vocabulary: Vocabulary) -> set[str]:
    """Return the terms of the nouns that say what lasts so long, or is so large or heavy: the strike, the ferry's weight.

    None where only a verb tells: "was closed for 5 days".
    """
    scope, subject = claim.scope, claim.subject
    terms, measure = {*vocabulary.phrase(scope.head or "")}, vocabulary.phrase(claim.measure or "")
    if scope.known or (subject is not None and not set(measure).isdisjoint(vocabulary.terms(subject.text))):
        terms.update(measure)
    return terms - SPANS


def _sum_named(claim: Claim, vocabulary: Vocabulary) -> set[str]:
    """Return the terms of the noun that names a sum: "capital", "the market value".

    None for one that may be any, and for what is said with a verb: "money paid".
    """
    measure, scope = claim.measure or "", claim.scope
    if (measure in BARE and not scope.words) or (" " in measure and not scope.known):
        return set()
    return {*vocabulary.phrase(measure)}


def _had_by_others(mine: str | None, theirs: str | None, vocabulary: Vocabulary) -> bool:
    """Tell whether two nouns name what has one measure: how long a strike and a trial lasted."""
    if mine is None or theirs is None or mine == theirs or "person" in (mine, theirs):
        return False
    return _disjoint({*vocabulary.phrase(mine)}, {*vocabulary.phrase(theirs)})
