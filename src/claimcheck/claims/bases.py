"""What kind of figure it is: net, forecast, a maximum, a change, of a quarter."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from claimcheck.claims.company import add_company
from claimcheck.claims.figures import Figure
from claimcheck.claims.phrases import NounPhrase
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import singular
from claimcheck.lexicons.words import WordList
from claimcheck.model import Mention, Quantity
from claimcheck.model.internal import evolve

NEAR = 2
"""How many tokens before and after a figure may name its basis."""

PERIODIC = frozenset({"half", "second", "first", "full"})
"""First words of compounds for periods, which are told by the figure's own noun."""

BEFORE = frozenset({"previous", "last", "earlier", "prior"})
"""Adjectives of what came before."""

ANEW = ("a", "second")
"""What tells one more from the one before: the second trial of all may be the one that is meant."""

POLLS = frozenset({"poll", "polls", "survey", "surveys"})
VOTES = frozenset({"vote", "votes"})
"""What gives a share of the vote before anybody has voted; what else they give or cover is as it is."""

OCCASIONS = frozenset({"in", "at", "during", "on"})
"""Prepositions with which a sentence names its occasion."""

FAR = 12
"""How many tokens before a figure a compound may stand, which no phrase has as a word: "like-for-like"."""

BEHIND = 7
"""How many tokens after it one may end: "rose 5 percent at constant exchange rates"."""

LEAVING = frozenset({"excluding", "excl"})
"""Words that leave something out, which may stand as far off."""

STAGES = frozenset({"gross", "operating", "pre-tax", "net"})
"""Bases of which a figure has one: how much has been taken off it."""

ADVERBIAL = frozenset(
    {"excluding", "stripping", "at", "on", "in", "before", "after", "not", "adjusted", "leaving", "per"}
)
"""Words with which a sentence opens that says of what kind all its figures are: "At constant exchange rates, ..."."""

COUNTED = frozenset({"order", "age", "score"})
"""Amounts of which no accounts are kept."""

CLOSING = frozenset("#,;.:)cw")
"""Tags that end what is said of a figure behind it."""


@frozen
class Bases:
    """The words of `bases.toml`, each with its basis."""

    words: Mapping[str, str]
    all: frozenset[str]
    """The same words alone, which are faster to tell from those of a phrase."""
    compounds: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """Those of several tokens with their basis, by their first."""
    openings: frozenset[str]
    """The same first tokens."""
    leading: frozenset[str]
    """Words that may tell it where they open a sentence."""
    telling: frozenset[str]
    """What a subject begins or ends with, or what stands before it, where that tells of what kind its figure is."""
    periods: Mapping[str, str]
    """Adjectives of the periods in which something is paid again, with their units, and what is."""
    payments: frozenset[str]

    @classmethod
    def build(cls, lexicon: Lexicon) -> "Bases":
        """Index the lexicon's bases."""
        words = {word: entry.key for entry in lexicon.entries("bases", WordList) for word in entry.words}
        compounds: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for word, basis in words.items():
            first, *rest = word.replace("-", " - ").split()
            if (rest and first not in PERIODIC) or first in LEAVING:
                compounds[first].append(((first, *rest), basis))
        paid = {entry.key: entry.words for entry in lexicon.entries("recurring", WordList)}
        payments = frozenset(paid.pop("payments"))
        periods = {word: unit for unit, given in paid.items() for word in given}
        others = (word for word, basis in words.items() if basis == "other")
        telling = POLLS.union(BEFORE, others, ("another", *ANEW[1:]))
        leading = OCCASIONS.union(words, ("among",))
        return cls(words, frozenset(words), dict(compounds), frozenset(compounds), leading, telling, periods, payments)

    def of(
        self, sentence: Sentence, figure: Figure, words: tuple[str, ...], quantity: Quantity | None
    ) -> tuple[str, ...]:
        """Return what kinds of figure it is, sorted, by the words of its phrases and next to it."""
        norms, first, last = sentence.norms, figure.first, figure.last
        found: set[str] = set()
        begin = first - NEAR if first > NEAR else 0
        if (words and not self.all.isdisjoint(words)) or not self.all.isdisjoint(norms[begin : last + NEAR]):
            for word in self.all.intersection(words + norms[begin:first] + norms[last : last + NEAR]):
                found.add(self.words[word])
        if sentence.hyphenated or (figure.amount not in COUNTED and not self.openings.isdisjoint(norms)):
            found.update(self._compounds(sentence, first, last), self._periods(sentence, figure))
        if norms[0] in self.leading:
            self._add_opening(found, sentence, figure)
        subject = figure.subject
        if subject is None:
            if figure.verb is None and figure.preposition in ("up", "down"):
                found.add("change")
        elif not self.telling.isdisjoint((norms[subject.head], norms[subject.first], norms[subject.first - 1])):
            self._add_subject(found, norms, figure, subject)
        add_company(found, sentence, figure)
        if quantity is not None and (quantity.role is not None or quantity.per is not None):
            _add_role(found, quantity)
        return _settled(found, quantity) if found else ()

    def recurring(self, sentence: Sentence, figure: Figure, mention: Mention) -> Mention:
        """Return a payment that is made again and again with its period: "a monthly fee of EUR 90" is EUR 90 per month."""
        quantity, phrase = mention.quantity, figure.noun or figure.subject
        if quantity is None or quantity.per is not None or phrase is None or not phrase.first:
            return mention
        period = self.periods.get(sentence.norms[phrase.first - 1]) or self.periods.get(sentence.norms[phrase.first])
        if period is None or singular(sentence.norms[phrase.head]) not in self.payments:
            return mention
        return evolve(mention, value=evolve(quantity, per=period))

    def _add_opening(self, found: set[str], sentence: Sentence, figure: Figure) -> None:
        """Add what the word that opens the sentence tells: whether it is one of the figure's phrase, an earlier occasion,
        or some alone: "among women, 49 percent"."""
        norms, quantity = sentence.norms, figure.mention.quantity
        phrases = (figure.subject, figure.noun, figure.counted)
        if norms[0] in self.all and any(phrase and phrase.first == 0 < phrase.head for phrase in phrases):
            found.add(self.words[norms[0]])  # its capital may have made a name of it
        if norms[0] in OCCASIONS and _is_former(sentence):
            found.add("former")
        if norms[0] == "among" and quantity is not None and quantity.kind == "percent":
            found.add("narrow")

    def _add_subject(self, found: set[str], norms: tuple[str, ...], figure: Figure, subject: NounPhrase) -> None:
        """Add what the subject of a figure's verb begins or ends with: its predecessor has, another trial enrolled."""
        counted = figure.counted
        if counted is not None and norms[counted.head] in VOTES and norms[subject.head] in POLLS:
            found.add("forecast")
        before = norms[max(0, subject.first - 2) : subject.first]
        if self.words.get(norms[subject.head]) == "other" or before[-1:] == ("another",) or before == ANEW:
            found.add("other")
        if subject.first < subject.head and norms[subject.first] in BEFORE:
            found.add("former")

    def _periods(self, sentence: Sentence, figure: Figure) -> Iterator[str]:
        """Yield the period before a figure's noun that is read as a time: "first-half revenue"."""
        tags, norms = sentence.tags, sentence.norms
        for phrase in (figure.noun, figure.subject):
            last = phrase.first - 1 if phrase is not None else 0
            if last > 1 and tags[last] == "t" and norms[last - 1] == "-" and norms[last] in self.words:
                yield self.words[norms[last]]

    def _compounds(self, sentence: Sentence, first: int, last: int) -> Iterator[str]:
        """Yield the bases that compounds of several tokens around a figure name."""
        for norms in _around(sentence, first, last):
            for opening in self.openings.intersection(norms):
                for tokens, basis in self.compounds[opening]:
                    if any(norms[index : index + len(tokens)] == tokens for index in range(len(norms))):
                        yield basis


def _around(sentence: Sentence, first: int, last: int) -> Iterator[tuple[str, ...]]:
    """Yield the tokens around a figure that may say of what kind it is: before it, behind it, and how the sentence opens."""
    norms, tags = sentence.norms, sentence.tags
    begin = first - FAR if first > FAR else 0
    before = tags[begin:first]
    clause = _clause().match(before)
    yield norms[begin + (0 if clause is None else clause.end()) : first]
    comma = tags[last : last + 1] == ","
    end = last + comma
    while end < last + BEHIND and tags[end] not in CLOSING and tags[end] != "\n":
        end += 1
    if not (comma and tags[end] == "#"):
        yield norms[last:end]
    if norms[0] in ADVERBIAL and "," in tags[:FAR]:
        opening = tags.index(",")
        if "#" not in tags[:opening] and opening < first:
            yield norms[:opening]


@cache
def _clause() -> re.Pattern[str]:
    """Compile the clause of another figure, of which nothing is said of this one: "rose 5% and"."""
    return re.compile(r".*#[^#]*?(?:[c;]|w(?!-))")


def _is_former(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with an earlier occasion: "in the last ballot"."""
    return len(sentence.norms) > 2 and sentence.norms[2] in BEFORE and sentence.tags[2] not in "ty#"


def _add_role(found: set[str], quantity: Quantity) -> None:
    if quantity.role in ("by", "factor"):
        found.add("change")
    if quantity.per is not None:
        found.add("per-unit")


def joint(before: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bases of a figure that takes on those of the one before it: "39 crowns before tax and 29 after tax"."""
    taken = set(before) if STAGES.isdisjoint(own) else set(before) - STAGES
    return tuple(sorted(taken.union(own)))


def _settled(found: set[str], quantity: Quantity | None) -> tuple[str, ...]:
    """Return kinds of figure sorted, less those that another one or the amount excludes."""
    if "per-unit" in found and quantity is not None and quantity.kind == "percent" and quantity.per is None:
        found.discard("per-unit")  # rose by 12% for every ten metres
    if "total" in found:  # bringing the total of new cases to nine
        found.discard("new")
    return tuple(sorted(found))
