"""A sentence as a string of word classes, which the grammar reads with patterns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex
from attrs import field, frozen

from claimcheck.claims.words import WordClasses
from claimcheck.model import Mention, Name, Names, Span, Timex, Tokens

LETTERS = frozenset("aAUIm")
OPEN = frozenset("vefEiuzxnj")
"""Tags of words that are no function words: capitalised inside a sentence they are parts of names."""


@frozen
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


@frozen
class Sentence:
    """The tags of one sentence; token `i` of it is token `offset + i` of the document.

    `names` are the entities mentioned, each with the tokens that it covers. Beside the tags of `WordClasses`: `N` capitalised word or part of a name, `#` amount, `t` date or time, `y` duration
    or set, `0` digits that are no mention, `K` "to" before a verb, `'` possessive, other marks their token's kind (`*` for signs).
    """

    tokens: Tokens = field(repr=False)
    offset: int
    tags: str
    verbs: tuple[Verb, ...]
    names: tuple[tuple[int, int, Name], ...] = field(repr=False)
    _ending: Mapping[int, Verb] = field(repr=False, eq=False)
    _starting: Mapping[int, Verb] = field(repr=False, eq=False)

    def norm(self, index: int) -> str:
        """Return the norm of a token."""
        return self.tokens.norms[self.offset + index]

    def norms(self, first: int, last: int) -> tuple[str, ...]:
        """Return the norms of tokens `first` up to `last`."""
        return self.tokens.norms[self.offset + first : self.offset + last]

    def span(self, first: int, last: int) -> Span:
        """Return the place of tokens `first` up to `last`."""
        return Span(self.tokens.starts[self.offset + first], self.tokens.ends[self.offset + last - 1])

    def named(self, first: int, last: int) -> Iterator[Name]:
        """Yield the names that share a token with a stretch."""
        for begin, end, name in self.names:
            if begin < last and first < end:
                yield name

    def verb_ending(self, end: int) -> Verb | None:
        """Return the verb whose last token is just before `end`."""
        return self._ending.get(end)

    def verb_starting(self, first: int) -> Verb | None:
        """Return the verb that begins at a token, or whose main verb does."""
        return self._starting.get(first)


@cache
def _contexts() -> tuple[tuple[regex.Pattern[str], str], ...]:
    """Compile what position tells about ambiguous words, in order."""
    rules = (
        (r"(?<=[a-zA-Z0#]-)[vefiruzx](?=[^-])", "j"),  # laboratory-confirmed
        (r"(?:(?<=[dj'#op(|:–])|^)[ef](?=-?[nNuzj])|(?<=d)[ef](?=#)", "j"),  # the injured men; 66 confirmed cases
        (r"(?<=[d'j])i|(?<=#)i(?=-?[nNuz])|^i(?=r?[bvhmz])", "n"),  # the opening of; a sinking
        (r"(?<=[dj'#o])x|(?<=[do'])v", "n"),  # nine wins; a find
        (r"x", "v"),
        (r"(?<=[bh]r?)E|(?<=[nNs]r?)E(?=[d#s])", "e"),  # has cost; the pier cost 5 crowns
        (r"(?<=[mgT]r?)E", "v"),
        (r"E", "n"),
        (r"(?<=[msg]r?)u(?!-)|(?<=Tr?)u(?=[dspTo#rnN,.jt])|(?<=w)[uz](?!-)|(?<=s)z", "v"),  # will rise; which costs
        (r"(?<=[nN])z(?=r?[#ds])|(?<=[nN])z(?=[Tp]#)", "v"),  # the pier costs 5 crowns; output rises by 5
        (r"(?<=[nN])u(?=r?#)", "v"),  # shares gain 5 percent
        (r"T(?=r?[vbhg])", "K"),
    )
    return tuple((regex.compile(pattern), tag) for pattern, tag in rules)


@cache
def _verb() -> regex.Pattern[str]:
    return regex.compile(r"(?=[mgKhbvefi])((?:[mg][rs]*+|[Khb]r*+)*+)([vefi](?!-))?+")


def read_sentence(
    tokens: Tokens, first: int, last: int, words: WordClasses, mentions: Sequence[Mention], names: Names
) -> Sentence:
    """Tag a sentence from token `first` up to `last`: its words, then names and mentions, then what position tells."""
    heading = tokens.paragraph_kinds[tokens.paragraph_index(first)] == "h"
    kinds, norms = tokens.kinds, tokens.norms
    tags: list[str] = []
    known = words.tags
    for index in range(first, last):
        kind = kinds[index]
        if kind in LETTERS:
            norm = norms[index]
            tag = known.get(norm) or words.tag(norm)
            if kind != "a" and tag in OPEN and _names(tag, index == first, heading, words, norm):
                tag = "N"
        else:
            tag = _mark_tag(tokens, index, kind) if kind in "lnxk-s" else kind
        tags.append(tag)
    named: list[tuple[int, int, Name]] = []
    for span, name in names.within(tokens.starts[first], tokens.ends[last - 1]):
        begin, end = tokens.at(span.start) - first, tokens.at(span.end - 1) - first + 1
        named.append((begin, end, name))
        if end > 1 or not words.common(norms[first]):
            tags[begin:end] = "N" * (end - begin)
    for mention in mentions:
        begin = mention.start
        if mention.modifier is not None and mention.modifier.end <= begin <= mention.modifier.end + 2:
            begin = mention.modifier.start
        _overlay(tags, tokens, first, begin, mention.end, _mention_tag(mention))
    text = "".join(tags)
    for pattern, tag in _contexts():
        text = pattern.sub(tag, text)
    verbs = tuple(_verbs(text, norms, first, words))
    ending = {verb.last: verb for verb in verbs}
    starting = {index: verb for verb in verbs for index in (verb.first, verb.main)}
    return Sentence(tokens, first, text, verbs, tuple(named), ending, starting)


def _names(tag: str, opens: bool, heading: bool, words: WordClasses, norm: str) -> bool:
    """Tell whether a capitalised word of an open class is part of a name, by its place."""
    return not (opens and words.common(norm)) and (tag == "n" or not (heading or opens))


def _mark_tag(tokens: Tokens, index: int, kind: str) -> str:
    if kind == "l":
        return "'"
    if kind in "nx":
        return "0"
    if kind == "k" and index and tokens.glued(index) and tokens.norms[index - 1].endswith("s"):
        return "'"
    if kind == "-" and not (tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)):
        return "–"
    if kind == "s":
        return "|" if tokens.norms[index] == "|" else "*"
    return kind


def _mention_tag(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Timex):
        return "t" if value.timex_type in ("DATE", "TIME") else "y"
    return "#"


def _overlay(tags: list[str], tokens: Tokens, first: int, start: int, end: int, tag: str) -> None:
    """Write a tag over the tokens between two offsets."""
    for index in range(max(0, tokens.at(start) - first), min(len(tags), tokens.at(end - 1) - first + 1)):
        tags[index] = tag


def _verbs(tags: str, norms: tuple[str, ...], offset: int, words: WordClasses) -> Iterator[Verb]:
    for match in _verb().finditer(tags):
        begin, end = match.span()
        if begin == end:
            continue
        auxiliaries = match[1]
        main = match.start(2) if match[2] else len(tags[:end].rstrip("rs")) - 1
        if match[2]:
            lemma = words.lemma(norms[offset + main])
        else:
            if auxiliaries.strip("rs") in ("m", "g", "K", ""):
                continue
            lemma = {"b": "be", "h": "have"}.get(tags[main], "do")
        passive = "b" in auxiliaries and bool(match[2]) and match[2] in "ef"
        yield Verb(begin, main, main + 1, lemma, passive, not auxiliaries.strip("rs"))
