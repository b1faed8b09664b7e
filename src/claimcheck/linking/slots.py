"""The places in a sentence that a name or noun fills: two texts that fill one place differently are about two things."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Mention, Names, Tokens

Slot = tuple[str, str]
"""The words before and after a name; `^` and `$` stand for the ends of the sentence, `#` for a figure."""
Filled = tuple[Slot, frozenset[str]]
"""A slot with the terms of the name in it."""

ENDS = frozenset(".!?;:")


class Slots:
    """The slots of one text, `terms` being those of its tokens; `figures` and `speakers` are tokens that fill none."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        tokens: Tokens,
        terms: Sequence[str],
        names: Names,
        figures: Iterable[tuple[Mention, tuple[int, int]]],
        speakers: Iterable[tuple[int, int]],
    ) -> None:
        self._vocabulary, self._tokens, self._terms, self._names = vocabulary, tokens, terms, names
        telling: dict[int, bool] = {}
        self._taken = {index for stretch in speakers for index in range(*stretch)}
        for mention, (first, last) in figures:
            self._taken.update(range(first, last))
            if _tells_apart(mention):
                telling[first] = mention.quantity is not None
        self._telling = sorted(telling)
        self._ranks = {index for index, ranks in telling.items() if ranks}
        self._named: dict[tuple[int, int], tuple[Filled, ...]] = {}

    def of(
        self, sentence: tuple[int, int], places: Iterable[int], called: Callable[[str], frozenset[str]], sort: str
    ) -> tuple[Filled, ...]:
        """Return the slots of the names of a sentence, and of the nouns at the places around a figure and its subject.

        `called` gives the terms of a canonical name: two names of one thing fill a place alike.
        A rank or a weekday tells things apart as a noun does (the first phase, on Tuesday), where the `sort` of the claim's
        value is not its own.
        """
        first, last = sentence
        known = self._named.get(sentence)
        if known is None:
            known = self._named[sentence] = tuple(self._of_names(first, last, called))
        taken, opening = self._taken, first if self._names.holding(first) is None else -1
        inside = (index for index in places if first <= index < last and index not in taken)
        words = [index for index in inside if index == opening or self._may_fill(index)]
        if sort != "ordinal":
            told = self._telling[bisect_left(self._telling, first) : bisect_left(self._telling, last)]
            words += [index for index in told if sort != "date" or index in self._ranks]
        return *known, *self._of_words(dict.fromkeys(words), first, last)

    def _of_names(self, first: int, last: int, called: Callable[[str], frozenset[str]]) -> Iterator[Filled]:
        for begin, end, name in self._names.standing(first, last):
            if name.type == "role" or begin in self._taken:
                continue
            terms = (called(name.canonical) | {*self._terms[begin:end]}) - {""}
            if terms:  # of Arn Street and Orla Street what is usual tells nothing
                yield self._slot(begin, end, first, last), terms - self._vocabulary.common or terms

    def _of_words(self, places: Iterable[int], first: int, last: int) -> Iterator[Filled]:
        for index in places:
            term = self._terms[index] or (self._tokens.norms[index] if self._tokens.kinds[index] == "a" else "")
            if term:
                yield self._slot(index, index + 1, first, last), frozenset((term,))

    def _may_fill(self, index: int) -> bool:
        """Tell whether a word in small letters is a noun, an adjective or a verb that tells what is done.

        What may be a verb or a noun is a noun behind a determiner.
        """
        tokens = self._tokens
        if tokens.kinds[index] != "a" or not tokens.tags:  # of words whose class nobody asked for nothing is known
            return False
        tag = tokens.tags[index]
        if tag in "vefx":
            return self._terms[index] not in self._vocabulary.plain
        return tag in "nj" or (tag in "uz" and tokens.tags[index - 1] in "dj")

    def _slot(self, begin: int, end: int, first: int, last: int) -> Slot:
        before = self._word(begin - 1) if begin > first else "^"
        after = self._word(end) if end < last else "$"
        return before, "$" if after in ENDS else after

    def _word(self, index: int) -> str:
        return "#" if self._tokens.kinds[index] == "n" else self._tokens.norms[index]


def _tells_apart(mention: Mention) -> bool:
    """Tell whether a mention is a rank, or a day of a week that is not known."""
    if mention.quantity is not None:
        return mention.quantity.kind == "ordinal"
    return mention.timex is not None and mention.timex.value is not None and mention.timex.value.startswith("XXXX-WXX")
