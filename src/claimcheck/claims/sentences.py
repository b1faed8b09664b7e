"""A tagged sentence with its verbs and names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from attrs import field

from claimcheck.claims.tagging import Named, Piece, tagged
from claimcheck.claims.words import LETTERS, WordClasses
from claimcheck.lexicons.inflection import verb_guess
from claimcheck.model import Name, Names, Passage, Span, Tokens
from claimcheck.model.internal import internal

ALONE = {"b": "be", "h": "have"}
"""The lemma of an auxiliary that stands alone, by its tag; "do" for the rest."""


@internal
class Verb:
    """A verb with its auxiliaries: tokens `first` up to `last` of the sentence, `main` being the verb itself.

    `lemma` is "be" or "have" where the auxiliary stands alone. `passive` means a form of be with a participle;
    `bare` a participle or past without auxiliary, which may be either.
    """

    first: int
    main: int
    last: int
    lemma: str
    passive: bool
    bare: bool


@internal
class Sentence:
    """The tags of one sentence; token `i` of it is token `offset + i` of the document.

    `norms` are those of its tokens, `names` the entities mentioned, each with the tokens that it covers; `ending` has each
    verb by the token after it, `starting` by the one that it or its main verb begins with. Beside the tags
    of `WordClasses`: `N` capitalised word or part of a name, `#` amount, `t` date or time, `y` duration or set, `0`
    digits that are no mention, `K` "to" before a verb, `'` possessive, other marks their token's kind (`*` for signs).
    """

    tokens: Tokens = field(repr=False)
    offset: int
    tags: str
    norms: tuple[str, ...] = field(repr=False)
    verbs: list[Verb]
    names: list[Named] = field(repr=False)
    ending: Mapping[int, Verb] = field(repr=False, eq=False)
    starting: Mapping[int, Verb] = field(repr=False, eq=False)

    @property
    def paragraph(self) -> str:
        """The kind of the paragraph that it begins in, as in `Tokens.paragraph_kinds`."""
        return self.tokens.paragraph_kinds[self.tokens.paragraph_index(self.offset)]

    def span(self, first: int, last: int) -> Span:
        """Return the place of tokens `first` up to `last`."""
        return Span(self.tokens.starts[self.offset + first], self.tokens.ends[self.offset + last - 1])

    def passage(self, first: int, last: int) -> Passage:
        """Return what stands in tokens `first` up to `last`."""
        tokens, offset = self.tokens, self.offset
        start, end = tokens.starts[offset + first], tokens.ends[offset + last - 1]
        return Passage(start, end, tokens.text[start:end])

    def named(self, first: int, last: int) -> Iterator[Name]:
        """Yield the names that share a token with a stretch."""
        for begin, end, name in self.names:
            if begin < last and first < end:
                yield name


@cache
def _verb() -> re.Pattern[str]:
    """Compile a verb with its auxiliaries; it begins with plain letters, for which the engine looks fast."""
    modal, auxiliary, rest = "[mg]", "[Khb]", r"(?:r|t++(?=r?[bvefi]))*"
    return re.compile(
        rf"[mgKhbvefi](?:(?<=[vefi])(?!-)|(?:(?<={modal})[rs]*+|(?<={auxiliary}){rest})"
        rf"(?:{modal}[rs]*+|{auxiliary}{rest})*(?:[vefi](?!-))?)"
    )


def read_sentences(tokens: Tokens, pieces: Sequence[Piece], words: WordClasses, names: Names) -> Iterator[Sentence]:
    """Tag sentences with the mentions and names that stand there, and find the verbs.

    All are read at once, a line each, as it costs more to start a pattern than to run it over a sentence.
    """
    named = _named(tokens, pieces, words, names)
    text, lemmas = tagged(tokens, pieces, named, words), words.lemmas
    spans = [match.span() for match in _verb().finditer(text)]
    index, total, opening = 0, len(spans), 0
    for (_, _, _, first, last, _), standing, tags in zip(pieces, named, text.split("\n"), strict=True):
        norms, closing = tokens.norms[first:last], opening + len(tags)
        verbs: list[Verb] = []
        ending: dict[int, Verb] = {}
        starting: dict[int, Verb] = {}
        while index < total and spans[index][0] < closing:
            begin, end = spans[index]
            begin, end, index = begin - opening, end - opening, index + 1
            if end - begin == 1 and tags[begin] in "vefi":  # most verbs stand alone
                norm = norms[begin]
                verb = Verb(begin, begin, end, lemmas.get(norm) or verb_guess(norm), False, True)
                ending[end] = starting[begin] = verb
            else:
                built = _shape(tags[begin:end])
                if built is None:
                    continue
                main, lemma, passive, bare = built
                main += begin
                lemma = lemma or lemmas.get(norms[main]) or verb_guess(norms[main])
                verb = Verb(begin, main, main + 1, lemma, passive, bare)
                ending[main + 1] = starting[main] = starting[begin] = verb
            verbs.append(verb)
        opening = closing + 1
        yield Sentence(tokens, first, tags, norms, verbs, standing, ending, starting)


def _named(tokens: Tokens, pieces: Sequence[Piece], words: WordClasses, names: Names) -> list[list[Named]]:
    """Return the names that stand in each piece, each with its tokens there, but no first word for its capital."""
    firsts, lasts, owners, entities = names.firsts, names.lasts, names.owners, names.entities
    found: list[list[Named]] = []
    index, total = 0, len(firsts)
    for _, _, _, first, last, _ in pieces:
        if index and firsts[index - 1] >= first:  # the pieces of a long sentence overlap
            index = bisect_left(firsts, first)
        while index < total and firsts[index] < first:
            index += 1
        standing: list[Named] = []
        while index < total and firsts[index] < last:
            if lasts[index] <= last:
                standing.append((firsts[index] - first, lasts[index] - first, entities[owners[index]]))
            index += 1
        if standing and standing[0][1] - standing[0][0] == 1 and _opens_plainly(tokens, first, standing[0], words):
            del standing[0]
        found.append(standing)
    return found


def _opens_plainly(tokens: Tokens, first: int, named: Named, words: WordClasses) -> bool:
    """Tell whether a name of a word is but the first of a sentence: "Turnout was 41 percent", "Certified figures"."""
    begin, _, name = named
    if begin and not LETTERS.isdisjoint(tokens.kinds[first : first + begin]):
        return False
    norm = tokens.norms[first + begin]
    return words.common(norm) or (norm in tokens.in_lower_case and name.canonical.lower() == norm)


@lru_cache(maxsize=1 << 10)
def _shape(tags: str) -> tuple[int, str, bool, bool] | None:
    """Return how a verb with auxiliaries is built, by its tags: its main verb, the lemma of one alone, passive, bare.

    None where there is no more than a modal, "to", or a form of "do" before another verb.
    """
    main = len(tags) - 1
    if tags[-1:] in tuple("vefi"):
        marks = tags[:main].strip("rst")
        return main, "", "b" in marks and tags[main] in "ef", not marks
    if tags.strip("rst") in ("m", "g", "K", ""):
        return None
    main = len(tags.rstrip("rst")) - 1
    return main, ALONE.get(tags[main], "do"), False, False
