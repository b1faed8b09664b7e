"""What kind of figure it is: net, forecast, a maximum, a change, of a quarter."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.claims.relations import Relation
from claimcheck.claims.sentences import Sentence
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.words import WordList
from claimcheck.model import Quantity

NEAR = 2
"""How many tokens before and after a figure may name its basis."""

FAR = 12
"""How many tokens before a figure a compound may stand, which no phrase has as a word: "like-for-like"."""


@frozen
class Bases:
    """The words of `bases.toml`, each with its basis."""

    words: Mapping[str, str]
    compounds: Mapping[str, tuple[tuple[str, ...], str]]
    """Those of three parts, as tokens with their basis, by their first."""

    @classmethod
    def build(cls, lexicon: Lexicon) -> "Bases":
        """Index the lexicon's bases."""
        words = {word: entry.key for entry in lexicon.entries("bases", WordList) for word in entry.words}
        parts = {tuple(word.replace("-", " - ").split()): basis for word, basis in words.items()}
        return cls(words, {tokens[0]: (tokens, basis) for tokens, basis in parts.items() if len(tokens) > 3})

    def of(
        self, sentence: Sentence, relation: Relation, words: Sequence[str], quantity: Quantity | None
    ) -> tuple[str, ...]:
        """Return what kinds of figure it is, sorted, by the words of its phrases and next to it."""
        known, norms, first, last = self.words, sentence.norms, relation.first, relation.last
        near = (*words, *norms[first - NEAR if first > NEAR else 0 : first], *norms[last : last + NEAR])
        found = set[str]() if known.keys().isdisjoint(near) else {known[word] for word in near if word in known}
        far = norms[first - FAR if first > FAR else 0 : first]
        if not self.compounds.keys().isdisjoint(far):
            found.update(self._compounds(far))
        if relation.preposition in ("up", "down") and relation.verb is None:
            found.add("change")
        if quantity is not None:
            if quantity.role in ("by", "factor"):
                found.add("change")
            if quantity.per is not None:
                found.add("per-unit")
        if "per-unit" in found and quantity is not None and quantity.kind == "percent" and quantity.per is None:
            found.discard("per-unit")  # rose by 12% for every ten metres
        if "total" in found:  # bringing the total of new cases to nine
            found.discard("new")
        return tuple(sorted(found)) if found else ()

    def _compounds(self, norms: tuple[str, ...]) -> Iterator[str]:
        """Yield the bases that compounds of several tokens name."""
        for index, norm in enumerate(norms):
            tokens, basis = self.compounds.get(norm, ((), ""))
            if tokens and norms[index : index + len(tokens)] == tokens:
                yield basis
