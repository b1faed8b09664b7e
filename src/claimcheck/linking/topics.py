"""Whether two documents are about the same affair."""

from collections import Counter
from collections.abc import Sequence
from math import fsum, log

from attrs import field, frozen

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Name

LEAST_WEIGHT = 0.2
"""What a term weighs that every document of the set has; were it nothing, a set about one affair would share nothing."""
ENOUGH = 300
"""Terms of a long document beyond its most frequent ones say little about its topic."""
LEAST_TOPIC = 0.12
"""The least that two documents of one affair share."""
LEAST_NAMELESS = 0.2
"""The same where one of two texts with room for more than one thing names nobody."""
LEAST_APART = 0.7
"""The same where both name somebody, and nobody in common."""
LEAST_APART_SENTENCES = 0.3
"""The same for two single sentences, where a name is often left out."""
SENTENCE = 0.6
"""The share of a text that its longest sentence takes where it is one sentence and perhaps a short second one."""
CENTRAL = 2
"""Names that a text may be mainly about."""
SHOWN = 3
ACRONYM = 3
"""Words of a name from which on its initials may stand for it."""


@frozen
class Topics:
    """The terms and names of each document, how much each term tells, and how many documents bear each name."""

    terms: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]
    bearers: Counter[str]
    central: tuple[frozenset[str], ...]
    short: tuple[bool, ...]
    single: tuple[bool, ...]
    weights: dict[str, float]
    wholes: tuple[float, ...]
    vocabulary: Vocabulary
    analyses: Sequence[Analysis] = field(repr=False)
    _known: dict[tuple[int, int], bool] = field(factory=dict[tuple[int, int], bool], eq=False, repr=False)
    _shown: dict[tuple[int, int], str] = field(factory=dict[tuple[int, int], str], eq=False, repr=False)

    @classmethod
    def of(cls, analyses: Sequence[Analysis], vocabulary: Vocabulary, short: int) -> "Topics":
        """Read the documents' terms and names; texts of up to `short` characters are short."""
        documents = [analysis.document for analysis in analyses]
        terms = tuple(frozenset(vocabulary.terms(f"{doc.title or ''}\n{doc.text}")) for doc in documents)
        spread = Counter(term for own in terms for term in own)
        weights = {term: vocabulary.weight(term) * _rarity(count, len(terms)) for term, count in spread.items()}
        names = tuple(_names(analysis, vocabulary) for analysis in analyses)
        return cls(
            terms=terms,
            names=names,
            bearers=Counter(name for own in names for name in own),
            central=tuple(_central(analysis, vocabulary) for analysis in analyses),
            short=tuple(len(document.text) <= short for document in documents),
            single=tuple(map(_is_sentence, analyses)),
            weights=weights,
            wholes=tuple(fsum(map(weights.__getitem__, own)) for own in terms),
            vocabulary=vocabulary,
            analyses=analyses,
        )

    def affair(self, document: int) -> str:
        """Return the rarest name of a document that another one has too, empty where there is none."""
        shared = ((self.bearers[name], name) for name in self.names[document] if self.bearers[name] > 1)
        return min(shared, default=(0, ""))[1]

    def one_affair(self, one: int, other: int) -> bool:
        """Tell whether two documents are about one affair: a rare name in common, or most of their words."""
        if one == other:
            return True
        key = (one, other) if one < other else (other, one)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.likeness(one, other) >= self._least(one, other)
        return known

    def _least(self, one: int, other: int) -> float:
        mine, theirs = self.names[one], self.names[other]
        if not (mine.isdisjoint(self.terms[other] | theirs) and theirs.isdisjoint(self.terms[one])):
            return LEAST_TOPIC
        if mine and theirs:
            return LEAST_APART_SENTENCES if self.single[one] and self.single[other] else LEAST_APART
        return LEAST_TOPIC if self.short[one] and self.short[other] else LEAST_NAMELESS

    def one_subject(self, one: int, other: int) -> bool:
        """Tell whether what two documents leave unnamed may be the same: a name that one is mainly about is in the other."""
        mine, theirs = self.central[one], self.central[other]
        if one == other or not mine or not theirs or (self.single[one] and self.single[other]):
            return True
        return not (mine.isdisjoint(self.terms[other]) and theirs.isdisjoint(self.terms[one]))

    def likeness(self, one: int, other: int) -> float:
        """Return the share of the smaller document's terms, by weight, that the other has too."""
        if len(self.terms[other]) < len(self.terms[one]):
            one, other = other, one
        whole = self.wholes[one]
        return fsum(map(self.weights.__getitem__, self.terms[one] & self.terms[other])) / whole if whole else 0.0

    def shown(self, one: int, other: int) -> str:
        """Return up to three names, else words, that two documents share, as the first one writes them."""
        key = (one, other)
        known = self._shown.get(key)
        if known is None:
            theirs, vocabulary = self.names[other] | self.terms[other], self.vocabulary
            found = [name.canonical for name in self.analyses[one].names if telling(name, vocabulary) & theirs]
            if not found:
                shared = self.terms[one] & self.terms[other] - vocabulary.common
                found = vocabulary.written(self.analyses[one].document.text, shared)
            known = self._shown[key] = ", ".join(found[:SHOWN])
        return known


def _names(analysis: Analysis, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the telling words of the names in a document."""
    return frozenset(
        word
        for name in analysis.names
        if not _only_opens(name, analysis.document.text)
        for word in telling(name, vocabulary)
    )


def telling(name: Name, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of a name that tell which affair a text is about: of a person the family name."""
    words = name.canonical.split()
    if name.type == "person":
        words = words[-1:]
    elif len(words) >= ACRONYM:
        words.append("".join(word[0] for word in words))
    return frozenset(
        term
        for term in vocabulary.terms(" ".join(words))
        if len(term) > 1 and term not in vocabulary.common and term not in vocabulary.widespread
    )


def _central(analysis: Analysis, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the telling words of the names that a text mentions most, the earlier first."""
    names = [name for name in analysis.names if not _only_opens(name, analysis.document.text)]
    ranked = sorted((name for name in names if telling(name, vocabulary)), key=lambda name: -len(name.spans))
    return frozenset(word for name in ranked[:CENTRAL] for word in telling(name, vocabulary))


def _is_sentence(analysis: Analysis) -> bool:
    """Tell whether a text is hardly more than one sentence with a claim."""
    longest = max((claim.sentence.end - claim.sentence.start for claim in analysis.claims), default=0)
    return longest >= SENTENCE * len(analysis.document.text.strip())


def _only_opens(name: Name, text: str) -> bool:
    """Tell whether a name is one capital word that stands at the start of sentences only, where any word has one."""
    return " " not in name.canonical and all(_opens(text, span.start) for span in name.spans)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in ".!?:\n\r\"“”‘’'"


def _rarity(count: int, total: int) -> float:
    if total < 4 or count <= 2:
        return 1.0
    return max(LEAST_WEIGHT, log(total / count) / log(total / 2))
